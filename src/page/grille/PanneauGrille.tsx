/** Le classeur à gauche : la barre de la cellule, la grille, les feuilles. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Instantane } from '../../classeur/instantane';
import { celluleDe, cleCellule } from '../../classeur/instantane';
import { INVISIBLE, useTextes } from '../../taskpane/communs/styles';
import type { ConstatMontre } from '../../taskpane/etat/constats';
import type { CelluleDesignee } from '../../taskpane/hooks/useCelluleDesignee';
import { afficher } from '../formats/afficher';
import { lireSaisie } from '../formats/saisie';
import { empechement, essaiDe } from '../session/essais';
import type { Session } from '../session/session';
import { useEtat } from '../session/useEtat';
import { annoterGrille, compterOuverts } from './annotations';
import { BarreCellule } from './BarreCellule';
import { contenuSaisissable } from './contenu';
import type { Case } from './deplacer';
import { Grille } from './Grille';
import { PiedGrille } from './PiedGrille';
import { useGrille } from './useGrille';
import { derniereMontree, intitules } from './vue';

const useStyles = makeStyles({
  racine: { display: 'flex', flexDirection: 'column', minHeight: 0, minWidth: 0, flexGrow: 1, backgroundColor: tokens.colorNeutralBackground1 },
  tronquee: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}` },
});

export interface ProprietesPanneau {
  readonly session: Session;
  readonly instantane: Instantane;
  /** Ce que dit le fichier, sans les essais. */
  readonly fichier: Instantane;
  readonly constats: readonly ConstatMontre[];
  readonly sombre: boolean;
  /** Faux quand le volet a tout l'écran. */
  readonly visible: boolean;
  /** Mène au constat dans le volet. `insiste` : l'utilisateur l'a demandé, et non seulement touché la cellule. */
  readonly surConstat: (place: CelluleDesignee, insiste: boolean) => void;
}

export function PanneauGrille({ session, instantane, fichier, constats, sombre, visible, surConstat }: ProprietesPanneau) {
  const styles = useStyles();
  const textes = useTextes();
  const etat = useEtat(session);
  const racine = useRef<HTMLDivElement>(null);
  const [refus, refuser] = useState<string | null>(null);
  const { vue, active, edition, echelle, masquees, editer, choisirFeuille, choisirEchelle, montrerMasquees } = useGrille({ session, etat, instantane, racine });
  const { feuille } = vue;
  const toutes = useMemo(() => annoterGrille(constats), [constats]);
  const annotations = toutes.get(feuille.id);
  const annotation = annotations?.get(cleCellule(active.ligne, active.colonne)) ?? null;
  const comptes = useMemo(() => new Map(instantane.feuilles.map(({ id }) => [id, compterOuverts(constats, id)])), [instantane, constats]);
  const feuilleFichier = fichier.feuilles.find(({ id }) => id === feuille.id);
  const cellule = celluleDe(feuille, active.ligne, active.colonne);
  const gardee = cellule ? afficher(cellule.valeur, cellule.format, instantane.dates1904) : '';
  const essai = essaiDe(etat.essais, { feuille: feuille.id, ...active });

  const aller = useCallback((place: Case) => { session.allerA({ feuille: feuille.id, ...place, depuis: 'grille' }); }, [session, feuille.id]);
  const commencer = (place: Case, texte: string | null) => {
    const obstacle = empechement(feuille, place.ligne, place.colonne);
    if (obstacle !== null) refuser(obstacle);
    else editer({ ...place, texte: texte ?? contenuSaisissable(feuille, place.ligne, place.colonne) });
  };
  const essayer = ({ ligne, colonne }: Case, texte: string): boolean => {
    const saisie = lireSaisie(texte, celluleDe(feuille, ligne, colonne)?.format ?? 'General');
    if ('refus' in saisie) {
      refuser(saisie.refus);
      return false;
    }
    session.essayer({ feuille: feuille.id, ligne, colonne, contenu: saisie.contenu, format: saisie.format });
    return true;
  };
  const valider = (texte: string): boolean => {
    if (!edition || !essayer(edition, texte)) return false;
    editer(null);
    racine.current?.focus();
    return true;
  };

  useEffect(() => { refuser(null); }, [active, etat.essais]);

  // Le volet a mené ici alors qu'il était seul à l'écran : la grille prend le focus qu'il perd.
  const { position } = etat;
  useEffect(() => {
    const { activeElement } = document;
    if (visible && position?.depuis === 'volet' && (activeElement === null || activeElement === document.body)) racine.current?.focus();
  }, [position, visible]);

  return (
    <section className={styles.racine} aria-label="Classeur">
      <BarreCellule
        place={active} intitules={intitules(vue, active.ligne, active.colonne)} contenu={contenuSaisissable(feuille, active.ligne, active.colonne)}
        jugement={vue.jugement(active.ligne, active.colonne)} gardee={gardee} annotation={annotation}
        dansLeFichier={essai && feuilleFichier ? contenuSaisissable(feuilleFichier, active.ligne, active.colonne) : null}
        refus={refus}
        surEssayer={() => { commencer(active, null); }}
        surAnnulerEssai={() => { session.annulerEssai({ feuille: feuille.id, ...active }); }}
        surConstat={({ id, constat: { emplacement } }) => { if (emplacement) surConstat({ ...emplacement, constat: id }, true); }}
      />
      <p id="aide-grille" style={INVISIBLE}>Flèches pour se déplacer, Entrée pour essayer une valeur, Ctrl et Entrée pour lire le constat de la cellule. Un essai ne modifie pas le fichier.</p>
      <Grille
        vue={vue} annotations={annotations} essais={etat.essais} active={active} echelle={echelle} sombre={sombre} edition={edition} racine={racine} visible={visible}
        surPosition={(place, geste) => {
          aller(place);
          if (geste === 'souris' && annotations?.has(cleCellule(place.ligne, place.colonne))) surConstat({ feuille: feuille.id, ...place }, false);
        }}
        surEdition={commencer} surVider={(place) => { essayer(place, ''); }} valider={valider}
        surConstat={(place) => { surConstat({ feuille: feuille.id, ...place }, true); }}
        renoncer={() => { editer(null); racine.current?.focus(); }}
      />
      {feuille.tronquee && <p className={`${textes.discret} ${styles.tronquee}`}>Feuille très longue : seules ses {String(derniereMontree(feuille))} premières lignes sont montrées.</p>}
      <PiedGrille
        feuilles={instantane.feuilles} courante={feuille.id} comptes={comptes} echelle={echelle} masques={feuille.lignesMasquees.size + feuille.colonnesMasquees.size}
        masquees={masquees} surFeuille={choisirFeuille} surEchelle={choisirEchelle} surMasquees={montrerMasquees}
      />
    </section>
  );
}
