/** L'écran d'un lot : avancement, synthèse triable et filtrable, actions. */
import { Field, Input, makeStyles, MessageBar, MessageBarActions, MessageBarBody, Select, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { accorder } from '../../rapport/mots';
import { Bouton } from '../../taskpane/communs/Bouton';
import { useTextes } from '../../taskpane/communs/styles';
import { useEtat } from '../session/useEtat';
import { ActionsLot } from './ActionsLot';
import { exporterLot } from './exports';
import { compterVerdicts, filtrer, lignesDe, titreDe, trier, type CleVerdict, type ColonneLot, type FiltreLot, type Tri } from './lignes';
import type { Lot } from './lot';
import { direPaires, pairesDe } from './paires';
import { Progression } from './Progression';
import type { Source } from './sources';
import { TableLot } from './TableLot';

const useStyles = makeStyles({
  racine: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalL, flexGrow: 1, minHeight: 0, boxSizing: 'border-box', overflow: 'auto' },
  filtres: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalM },
  message: { flexShrink: 0 },
  recherche: { flex: '1 1 14rem', maxWidth: '28rem' },
});

export interface ProprietesLot {
  readonly lot: Lot;
  readonly surOuverture: (source: Source) => void;
  readonly surConsolidation: (exclus: number) => void;
  readonly surComparaison: (avant: Source, apres: Source) => void;
  readonly surChoix: (sources: readonly Source[]) => void;
  readonly surRetour: () => void;
}

const TRI_INITIAL: Tri = { colonne: 'verdict', croissant: true };
const SANS_FILTRE: FiltreLot = { texte: '', verdict: null };

function basculer(ensemble: ReadonlySet<string>, chemin: string): ReadonlySet<string> {
  const copie = new Set(ensemble);
  if (!copie.delete(chemin)) copie.add(chemin);
  return copie;
}

export function EcranLot({ lot, surOuverture, surConsolidation, surComparaison, surChoix, surRetour }: ProprietesLot) {
  const styles = useStyles();
  const textes = useTextes();
  const { examens, activite, total } = useEtat(lot);
  const [tri, poserTri] = useState(TRI_INITIAL);
  const [filtre, poserFiltre] = useState(SANS_FILTRE);
  const [choisies, choisir] = useState<ReadonlySet<string>>(new Set());
  const toutes = useMemo(() => lignesDe(examens), [examens]);
  const lignes = useMemo(() => trier(filtrer(toutes, filtre), tri), [toutes, filtre, tri]);
  const paires = useMemo(() => (activite === 'fini' ? pairesDe(examens) : []), [examens, activite]);
  const verdicts = useMemo(() => compterVerdicts(toutes), [toutes]);
  const source = (chemin: string) => lot.sources.filter((autre) => autre.chemin === chemin);
  const ouvrir = (chemin: string) => {
    const { reuni, rapport } = examens.get(chemin)!;
    if (reuni && rapport) exporterLot.rapportHtml(chemin, rapport);
    else source(chemin).forEach(surOuverture);
  };

  const ouverture = useRef(ouvrir);
  useEffect(() => { ouverture.current = ouvrir; });
  // Stables : une rangée ne se redessine que si elle change.
  const surOuvertureLigne = useCallback((chemin: string) => { ouverture.current(chemin); }, []);
  const surChoixLigne = useCallback((chemin: string) => { choisir((anciennes) => basculer(anciennes, chemin)); }, []);

  const surTri = (colonne: ColonneLot) => {
    // Un nombre se lit d'abord du plus grand au plus petit.
    const dAbord = colonne === 'chemin' || colonne === 'departement' || colonne === 'verdict';
    poserTri((ancien) => (ancien.colonne === colonne ? { colonne, croissant: !ancien.croissant } : { colonne, croissant: dAbord }));
  };

  return (
    <main className={styles.racine}>
      <h1 className={textes.titre}>Contrôle de {accorder(total, 'classeur')}</h1>
      <Progression activite={activite} faits={examens.size} total={total} surInterruption={lot.interrompre} surReprise={lot.reprendre} />
      <p className={textes.texte}>{verdicts.map(([verdict, nombre]) => `${titreDe(verdict)} : ${String(nombre)}`.replaceAll(' ', '\u00a0')).join(' · ')}</p>
      {paires.length > 0 && (
        <MessageBar intent="info" layout="multiline" className={styles.message}>
          <MessageBarBody>{direPaires(paires)}</MessageBarBody>
          <MessageBarActions><Bouton onClick={lot.reunir}>{paires.length === 1 ? 'Réunir' : 'Tout réunir'}</Bouton></MessageBarActions>
        </MessageBar>
      )}
      <ActionsLot examens={examens} choisies={[...choisies].flatMap(source)} surConsolidation={surConsolidation} surComparaison={surComparaison} surChoix={surChoix} surRetour={surRetour} />
      <div className={styles.filtres}>
        <Field label="Rechercher" className={styles.recherche}>
          <Input type="search" size="large" value={filtre.texte} placeholder="département, fichier, code" onChange={(_, { value }) => { poserFiltre({ ...filtre, texte: value }); }} />
        </Field>
        <Field label="Verdict">
          <Select size="large" value={filtre.verdict ?? ''} onChange={(_, { value }) => { poserFiltre({ ...filtre, verdict: value === '' ? null : (value as CleVerdict) }); }}>
            <option value="">Tous</option>
            {verdicts.map(([verdict, nombre]) => <option key={verdict} value={verdict}>{`${titreDe(verdict)} (${String(nombre)})`}</option>)}
          </Select>
        </Field>
        <p className={textes.discret} role="status">{accorder(lignes.length, 'classeur affiché', 'classeurs affichés')}</p>
      </div>
      <TableLot
        lignes={lignes} tri={tri} choisies={choisies} surTri={surTri}
        surChoix={surChoixLigne} surOuverture={surOuvertureLigne}
      />
    </main>
  );
}
