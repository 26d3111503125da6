/** Un classeur ouvert : la grille à gauche, le volet à droite ; l'un ou l'autre sur un écran étroit. */
import { makeStyles, mergeClasses, Tab, TabList, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { EN_TETE_CONSTATS, ecrireCsv, lignesConstats } from '../../rapport/csv';
import { rapportHtml } from '../../rapport/html/classeur';
import type { Vues } from '../../moteur/vues/vues';
import type { ConstatMontre } from '../../taskpane/etat/constats';
import type { CelluleDesignee } from '../../taskpane/hooks/useCelluleDesignee';
import { Volet } from '../../taskpane/Volet';
import { dateDuControle } from '../communs/date';
import { telecharger, TYPES } from '../communs/telecharger';
import { ETROIT, useMedia } from '../communs/useMedia';
import { PanneauGrille } from '../grille/PanneauGrille';
import type { Source } from '../lot/sources';
import { nomCorrige, nomNu } from '../session/noms';
import type { Session } from '../session/session';
import { useEtat } from '../session/useEtat';
import { BandeauEssai } from './BandeauEssai';
import { EnteteClasseur } from './EnteteClasseur';

const LARGEUR_VOLET = 400;

const useStyles = makeStyles({
  racine: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  cotes: { display: 'flex', flexGrow: 1, minHeight: 0 },
  volet: { width: `${String(LARGEUR_VOLET)}px`, maxWidth: '45%', flexShrink: 0, overflowY: 'auto', backgroundColor: tokens.colorNeutralBackground1, borderLeft: `1px solid ${tokens.colorNeutralStroke2}`, '& > .fui-FluentProvider > div': { minHeight: '100%' } },
  seul: { width: '100%', maxWidth: 'none', borderLeft: 0 },
  cache: { display: 'none' },
  bascule: { flexShrink: 0, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  onglet: { minHeight: '44px', flexGrow: 1 },
});

type Cote = 'grille' | 'volet';

export interface ProprietesClasseur {
  readonly session: Session;
  readonly retour: string;
  readonly sombre: boolean;
  readonly version: string;
  readonly surRetour: () => void;
  readonly surChoix: (sources: readonly Source[]) => void;
  readonly surComparaison: (avant: Source, apres: Source) => void;
  readonly surPanne: (erreur: unknown) => void;
}

export function EcranClasseur({ session, retour, sombre, version, surRetour, surChoix, surComparaison, surPanne }: ProprietesClasseur) {
  const styles = useStyles();
  const etroit = useMedia(ETROIT);
  const { fichier, instantane, essais, ecritures, telechargees, position } = useEtat(session);
  const [cote, montrer] = useState<Cote>('volet');
  const [resultat, poserResultat] = useState<{ readonly vues: Vues; readonly constats: readonly ConstatMontre[] } | null>(null);
  const [designee, designer] = useState<CelluleDesignee | null>(null);
  const modifie = ecritures > telechargees;

  const surResultat = useCallback((vues: Vues, constats: readonly ConstatMontre[]) => { poserResultat({ vues, constats }); }, []);
  const suivi = useRef<string | null>(null);
  const surConstat = useCallback((montre: ConstatMontre | null) => {
    // Le même constat, recontrôlé, ne ramène pas à sa cellule qui en était parti.
    const neuf = suivi.current !== (montre?.id ?? null);
    suivi.current = montre?.id ?? null;
    const { emplacement } = montre?.constat ?? {};
    if (neuf && emplacement) session.allerA({ ...emplacement, depuis: 'suivi' });
  }, [session]);
  // Le volet mène à une cellule : c'est la grille qu'on veut voir.
  useEffect(() => { if (position?.depuis === 'volet') montrer('grille'); }, [position]);
  const constats = useMemo(() => resultat?.constats ?? [], [resultat]);

  const enregistrer = async () => {
    telecharger(nomCorrige(session.nom), await session.octets(), TYPES.xlsx);
    session.noterTelechargement();
  };
  const maintenant: Source = { chemin: session.nom, modifie: Date.now(), lire: session.octets };
  const cacher = (autre: Cote) => etroit && cote !== autre && styles.cache;

  return (
    <div className={styles.racine}>
      <EnteteClasseur
        nom={session.nom} modifie={modifie} retour={retour} surRetour={surRetour} surChoix={surChoix}
        surTelechargement={() => { enregistrer().catch(surPanne); }}
        surRapport={() => { if (resultat) telecharger(`${nomNu(session.nom)}-controle.html`, rapportHtml(resultat.vues.rapport, { date: dateDuControle() }), TYPES.html); }}
        surConstats={() => { if (resultat) telecharger(`${nomNu(session.nom)}-constats.csv`, ecrireCsv([EN_TETE_CONSTATS, ...lignesConstats(resultat.vues.rapport, session.nom)]), TYPES.csv); }}
        surComparaison={(ancienne) => { surComparaison(ancienne, maintenant); }}
      />
      {essais.length > 0 && <BandeauEssai nombre={essais.length} surAnnulation={session.annulerEssais} />}
      {etroit && (
        <TabList className={styles.bascule} selectedValue={cote} aria-label="Montrer" onTabSelect={(_, { value }) => { montrer(value as Cote); }}>
          <Tab value="volet" className={styles.onglet}>Résultats</Tab>
          <Tab value="grille" className={styles.onglet}>Classeur</Tab>
        </TabList>
      )}
      <div className={styles.cotes}>
        <div className={mergeClasses(styles.cotes, cacher('grille') || undefined)} style={{ minWidth: 0, flexGrow: 1 }}>
          {instantane && fichier && (
            <PanneauGrille
              session={session} instantane={instantane} fichier={fichier} constats={constats} sombre={sombre} visible={!etroit || cote === 'grille'}
              surConstat={(place, insiste) => {
                designer({ ...place });
                if (insiste) montrer('volet');
              }}
            />
          )}
        </div>
        <div className={mergeClasses(styles.volet, etroit && styles.seul, cacher('volet') || undefined)}>
          <Volet hote={session.hote} controleur={session.controleur} version={version} surResultat={surResultat} surConstat={surConstat} celluleDesignee={designee} />
        </div>
      </div>
    </div>
  );
}
