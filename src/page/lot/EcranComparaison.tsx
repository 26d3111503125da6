/** Deux versions d'un classeur : ce qui a changé, les constats apparus et résolus. */
import { makeStyles, mergeClasses, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { ArrowDownload20Regular, ArrowLeft20Regular, ArrowSwap20Regular } from '@fluentui/react-icons';
import type { Changement, Comparaison } from '../../comparaison/comparer';
import { bilanComparaison } from '../../comparaison/rendus';
import { COLONNES_CHANGEMENT, grouperChangements, ligneDe } from '../../comparaison/tableau';
import type { Constat } from '../../controles/constat';
import { NOMS_VERDICTS } from '../../rapport/mots';
import { Bouton } from '../../taskpane/communs/Bouton';
import { Gravite } from '../../taskpane/communs/Gravite';
import { useTextes } from '../../taskpane/communs/styles';
import { exporterComparaison } from './exports';

const useStyles = makeStyles({
  racine: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalL, flexGrow: 1, minHeight: 0, overflow: 'auto', '& > *': { flexShrink: 0 } },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  constat: { display: 'grid', gridTemplateColumns: '8rem minmax(0, 1fr)', alignItems: 'start', paddingBlock: tokens.spacingVerticalXXS },
  defile: { overflowX: 'auto' },
  table: { borderCollapse: 'collapse', width: '100%', fontSize: tokens.fontSizeBase300 },
  cellule: { border: `1px solid ${tokens.colorNeutralStroke2}`, padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`, textAlign: 'left', verticalAlign: 'top', overflowWrap: 'anywhere' },
  entete: { backgroundColor: tokens.colorNeutralBackground3 },
  nombre: { textAlign: 'right', whiteSpace: 'nowrap' },
});

function Changements({ changements }: { readonly changements: readonly Changement[] }) {
  const styles = useStyles();
  const textes = useTextes();
  if (changements.length === 0) return <p className={textes.texte}>Aucune donnée n’a changé.</p>;
  return (
    <div className={styles.defile} tabIndex={0} role="region" aria-label="Changements">
      <table className={styles.table}>
        <thead><tr>{COLONNES_CHANGEMENT.map((titre) => <th key={titre} scope="col" className={mergeClasses(styles.cellule, styles.entete)}>{titre}</th>)}</tr></thead>
        {grouperChangements(changements).map((groupe) => (
          <tbody key={groupe.titre}>
            <tr><th scope="rowgroup" colSpan={COLONNES_CHANGEMENT.length} className={styles.cellule}>{groupe.titre}</th></tr>
            {groupe.changements.map(ligneDe).map(({ donnee, avant, apres, variation }, rang) => (
              <tr key={rang}>
                {[donnee, avant, apres].map((texte, colonne) => <td key={colonne} className={styles.cellule}>{texte}</td>)}
                <td className={mergeClasses(styles.cellule, styles.nombre)}>{variation}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Constats({ titre, constats }: { readonly titre: string; readonly constats: readonly Constat[] }) {
  const styles = useStyles();
  const textes = useTextes();
  if (constats.length === 0) return null;
  return (
    <section>
      <h2 className={textes.sousTitre}>{titre}</h2>
      <ul className={textes.liste}>{constats.map((constat, rang) => <li key={rang} className={styles.constat}><Gravite niveau={constat.gravite} /><span className={textes.texte}>{constat.message}</span></li>)}</ul>
    </section>
  );
}

export interface ProprietesComparaison {
  readonly comparaison: Comparaison;
  readonly surRetour: () => void;
  /** Compare dans l'autre sens ; absent : le sens est celui qu'on veut. */
  readonly surInversion: () => void;
}

export function EcranComparaison({ comparaison, surRetour, surInversion }: ProprietesComparaison) {
  const styles = useStyles();
  const textes = useTextes();
  const { avant, apres, avertissements, changements, apparus, resolus } = comparaison;
  return (
    <main className={styles.racine}>
      <h1 className={textes.titre}>Comparaison de deux versions</h1>
      <p className={textes.texte}>Avant : <strong>{avant.fichier ?? 'classeur'}</strong>, {NOMS_VERDICTS[avant.verdict].toLowerCase()}.</p>
      <p className={textes.texte}>Après : <strong>{apres.fichier ?? 'classeur'}</strong>, {NOMS_VERDICTS[apres.verdict].toLowerCase()}.</p>
      <p className={textes.texte}>{bilanComparaison(comparaison)}</p>
      {avertissements.map((phrase) => <MessageBar key={phrase} intent="warning" layout="multiline"><MessageBarBody>{phrase}</MessageBarBody></MessageBar>)}
      <div className={styles.actions}>
        <Bouton icon={<ArrowLeft20Regular />} onClick={surRetour}>Retour</Bouton>
        <Bouton icon={<ArrowSwap20Regular />} onClick={surInversion}>Inverser avant et après</Bouton>
        <Bouton icon={<ArrowDownload20Regular />} onClick={() => { exporterComparaison.html(comparaison); }}>Page HTML</Bouton>
        <Bouton icon={<ArrowDownload20Regular />} onClick={() => { exporterComparaison.csv(comparaison); }}>CSV pour Excel</Bouton>
      </div>
      <Constats titre="Constats apparus" constats={apparus} />
      <Constats titre="Constats résolus" constats={resolus} />
      <h2 className={textes.sousTitre}>Données changées</h2>
      <Changements changements={changements} />
    </main>
  );
}
