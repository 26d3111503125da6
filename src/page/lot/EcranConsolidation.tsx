/** La consolidation d'un lot, tableau par tableau. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDownload20Regular, ArrowLeft20Regular } from '@fluentui/react-icons';
import { useMemo } from 'react';
import type { Consolidation } from '../../consolidation/consolider';
import { montrerValeur, type FormatColonne, type Tableau } from '../../consolidation/tableau';
import { mettreEnTableaux } from '../../consolidation/tableaux';
import { accorder } from '../../rapport/mots';
import { Bouton } from '../../taskpane/communs/Bouton';
import { useTextes } from '../../taskpane/communs/styles';
import { exporterConsolidation } from './exports';

const useStyles = makeStyles({
  racine: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalL, flexGrow: 1, minHeight: 0, overflow: 'auto', '& > *': { flexShrink: 0 } },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  defile: { overflowX: 'auto' },
  table: { borderCollapse: 'collapse', fontSize: tokens.fontSizeBase300 },
  cellule: { border: `1px solid ${tokens.colorNeutralStroke2}`, padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`, textAlign: 'left', verticalAlign: 'top' },
  entete: { backgroundColor: tokens.colorNeutralBackground3 },
  nombre: { textAlign: 'right', whiteSpace: 'nowrap' },
  resume: { cursor: 'pointer', display: 'list-item', lineHeight: '44px' },
});

function UnTableau({ tableau: { nom, note, colonnes, lignes }, ouvert }: { readonly tableau: Tableau; readonly ouvert: boolean }) {
  const styles = useStyles();
  const textes = useTextes();
  const classe = (format: FormatColonne) => mergeClasses(styles.cellule, format !== 'texte' && styles.nombre);
  return (
    <details open={ouvert}>
      <summary className={styles.resume}><h2 className={textes.sousTitre} style={{ display: 'inline' }}>{nom}</h2></summary>
      <p className={textes.discret}>{note}</p>
      <div className={styles.defile} tabIndex={0} role="region" aria-label={nom}>
        <table className={styles.table}>
          <thead><tr>{colonnes.map(({ titre, format }) => <th key={titre} scope="col" className={mergeClasses(classe(format), styles.entete)}>{titre}</th>)}</tr></thead>
          <tbody>
            {lignes.map((ligne, rang) => (
              <tr key={rang}>{colonnes.map(({ titre, format }, colonne) => <td key={titre} className={classe(format)}>{montrerValeur(ligne[colonne] ?? null, format)}</td>)}</tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

export interface ProprietesConsolidation {
  readonly consolidation: Consolidation;
  /** Fichiers du lot qui n'y entrent pas. */
  readonly exclus: number;
  readonly surRetour: () => void;
}

export function EcranConsolidation({ consolidation, exclus, surRetour }: ProprietesConsolidation) {
  const styles = useStyles();
  const textes = useTextes();
  const tableaux = useMemo(() => mettreEnTableaux(consolidation), [consolidation]);
  return (
    <main className={styles.racine}>
      <h1 className={textes.titre}>Consolidation de {accorder(consolidation.classeurs.length, 'classeur')}</h1>
      <div className={styles.actions}>
        <Bouton icon={<ArrowLeft20Regular />} onClick={surRetour}>Retour au lot</Bouton>
        <Bouton icon={<ArrowDownload20Regular />} onClick={() => { exporterConsolidation.xlsx(consolidation); }}>Classeur Excel</Bouton>
        <Bouton icon={<ArrowDownload20Regular />} onClick={() => { exporterConsolidation.html(consolidation); }}>Page HTML</Bouton>
        <Bouton icon={<ArrowDownload20Regular />} onClick={() => { exporterConsolidation.csv(consolidation); }}>CSV pour Excel</Bouton>
      </div>
      {exclus > 0 && <p className={textes.texte}>{accorder(exclus, 'fichier laissé', 'fichiers laissés')} de côté : illisible, ou sans aucune des deux annexes.</p>}
      {tableaux.map((tableau, rang) => <UnTableau key={tableau.nom} tableau={tableau} ouvert={rang < 2} />)}
    </main>
  );
}
