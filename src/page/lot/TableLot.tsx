/** Le tableau de synthèse d'un lot : une ligne par classeur. */
import { Checkbox, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { formatNombre } from '../../classeur/nombres';
import type { ColonneLot, LigneLot, Tri } from './lignes';

const useStyles = makeStyles({
  defile: { overflow: 'auto', flexGrow: 1, flexShrink: 0, flexBasis: '20rem', minHeight: '20rem', maxHeight: '100%', border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium },
  table: { borderCollapse: 'separate', borderSpacing: 0, width: '100%', fontSize: tokens.fontSizeBase300 },
  entete: {
    position: 'sticky', top: 0, zIndex: 1, textAlign: 'left', backgroundColor: tokens.colorNeutralBackground3, whiteSpace: 'nowrap',
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`, padding: 0,
  },
  tri: {
    font: 'inherit', fontWeight: tokens.fontWeightSemibold, color: 'inherit', background: 'none', border: 0, cursor: 'pointer', textAlign: 'inherit',
    width: '100%', minHeight: '44px', padding: `0 ${tokens.spacingHorizontalS}`,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  cellule: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, verticalAlign: 'top', overflowWrap: 'anywhere' },
  nombre: { textAlign: 'right', whiteSpace: 'nowrap' },
  court: { whiteSpace: 'nowrap' },
  verdict: { fontWeight: tokens.fontWeightSemibold },
  mauvais: { color: tokens.colorStatusDangerForeground3 },
  reserve: { color: tokens.colorStatusWarningForeground3 },
  bon: { color: tokens.colorStatusSuccessForeground1 },
});

const COLONNES: readonly { readonly cle: ColonneLot; readonly titre: string; readonly nombre?: true }[] = [
  { cle: 'chemin', titre: 'Fichier' },
  { cle: 'departement', titre: 'Département' },
  { cle: 'verdict', titre: 'Verdict' },
  { cle: 'bloquant', titre: 'Bloquants', nombre: true },
  { cle: 'alerte', titre: 'Alertes', nombre: true },
  { cle: 'info', titre: 'Informations', nombre: true },
];

const TONS: Readonly<Record<LigneLot['verdict'], 'mauvais' | 'reserve' | 'bon'>> = {
  illisible: 'mauvais', etranger: 'mauvais', non_conforme: 'mauvais', incomplet: 'reserve', conforme_avec_reserves: 'reserve', a_remplir: 'reserve', conforme: 'bon',
};

export interface ProprietesTable {
  readonly lignes: readonly LigneLot[];
  readonly tri: Tri;
  readonly choisies: ReadonlySet<string>;
  readonly surTri: (colonne: ColonneLot) => void;
  readonly surChoix: (chemin: string) => void;
  readonly surOuverture: (chemin: string) => void;
}

function Entetes({ tri, surTri }: Pick<ProprietesTable, 'tri' | 'surTri'>) {
  const styles = useStyles();
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.entete}><span className={styles.tri}>Choisir</span></th>
        {COLONNES.map(({ cle, titre, nombre }) => {
          const actif = tri.colonne === cle;
          return (
            <th key={cle} scope="col" className={mergeClasses(styles.entete, nombre && styles.nombre)} aria-sort={actif ? (tri.croissant ? 'ascending' : 'descending') : undefined}>
              <button type="button" className={styles.tri} onClick={() => { surTri(cle); }}>{titre}{actif && <span aria-hidden>{tri.croissant ? ' ▲' : ' ▼'}</span>}</button>
            </th>
          );
        })}
        <th scope="col" className={mergeClasses(styles.entete)}><span className={styles.tri}>Contrôles bloquants, ou raison</span></th>
      </tr>
    </thead>
  );
}

function RangeeSimple({ ligne, choisie, surChoix, surOuverture }: { readonly ligne: LigneLot; readonly choisie: boolean } & Pick<ProprietesTable, 'surChoix' | 'surOuverture'>) {
  const styles = useStyles();
  const { chemin, departement, verdict, titre, compte, reuni, detail } = ligne;
  return (
    <tr>
      <td className={styles.cellule}><Checkbox checked={choisie} disabled={verdict === 'illisible' || reuni} aria-label={`Choisir ${chemin} pour une comparaison`} onChange={() => { surChoix(chemin); }} /></td>
      <th scope="row" className={styles.cellule} style={{ textAlign: 'left', fontWeight: 'normal', minWidth: '12rem' }}>
        {verdict === 'illisible' ? chemin : <Link as="button" title={reuni ? 'Télécharger le rapport de ces deux fichiers' : undefined} onClick={() => { surOuverture(chemin); }}>{chemin}</Link>}
      </th>
      <td className={styles.cellule}>{departement ? `${departement.nom} (${departement.code})` : verdict === 'illisible' ? '' : 'non reconnu'}</td>
      <td className={mergeClasses(styles.cellule, styles.court, styles.verdict, styles[TONS[verdict]])}>{titre}</td>
      {(['bloquant', 'alerte', 'info'] as const).map((gravite) => (
        <td key={gravite} className={mergeClasses(styles.cellule, styles.nombre)}>{compte && verdict !== 'etranger' ? formatNombre(compte[gravite]) : '–'}</td>
      ))}
      <td className={styles.cellule}>{compte && verdict !== 'etranger' ? detail.split(', ').map((code, rang) => <span key={code}>{rang > 0 && ', '}<span className={styles.court}>{code}</span></span>) : detail}</td>
    </tr>
  );
}

const Rangee = memo(RangeeSimple);

export function TableLot({ lignes, tri, choisies, surTri, surChoix, surOuverture }: ProprietesTable) {
  const styles = useStyles();
  return (
    <div className={styles.defile} tabIndex={0} role="region" aria-label="Synthèse du lot">
      <table className={styles.table}>
        <Entetes tri={tri} surTri={surTri} />
        <tbody>
          {lignes.map((ligne) => <Rangee key={ligne.chemin} ligne={ligne} choisie={choisies.has(ligne.chemin)} surChoix={surChoix} surOuverture={surOuverture} />)}
        </tbody>
      </table>
    </div>
  );
}
