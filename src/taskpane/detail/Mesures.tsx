/** Attendu, trouvé, écart. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { celluleDe } from '../../classeur/instantane';
import { formatTaux } from '../../classeur/nombres';
import type { Constat } from '../../controles/constat';
import { majuscule } from '../../controles/fabrique';
import { ecrireFormule } from '../../formules/francais';
import { insecables } from '../communs/typographie';
import { useVolet } from '../contexte';
import type { ClasseurLu } from '../hooks/useControle';

const useStyles = makeStyles({
  racine: {
    margin: 0, display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalS, borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground3, border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  valeur: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
});

/** Ce qu'affiche la cellule d'une formule, quand on attend un taux ; vide sinon. */
function direAffiche({ attendu, emplacement }: Constat, lu: ClasseurLu | null): string {
  const feuille = emplacement && lu?.instantane.feuilles.find(({ id }) => id === emplacement.feuille);
  const valeur = feuille ? celluleDe(feuille, emplacement.ligne, emplacement.colonne)?.valeur : null;
  return typeof valeur === 'number' && attendu?.texte.endsWith('%') ? `, soit ${formatTaux(valeur)}` : '';
}

/**
 * Une formule se montre en français. Un texte là où l'on attend un nombre se montre entre
 * guillemets : « 2 657 » et 2 657 ne se confondent pas.
 */
function direTrouve(constat: Constat, lu: ClasseurLu | null): string | null {
  const { attendu, trouve } = constat;
  if (!trouve) return null;
  if (trouve.texte.startsWith('=')) return `${ecrireFormule(trouve.texte, lu?.instantane)}${direAffiche(constat, lu)}`;
  return typeof trouve.valeur === 'string' && typeof attendu?.valeur === 'number' ? `« ${trouve.texte} » (texte)` : trouve.texte;
}

export function Mesures({ constat }: { readonly constat: Constat }) {
  const { attendu, ecart } = constat;
  const styles = useStyles();
  const { lu } = useVolet();
  const lignes: readonly (readonly [string, string | null])[] = [
    ['Attendu', attendu && majuscule(attendu.texte)],
    ['Trouvé', direTrouve(constat, lu)],
    ['Écart', ecart === null ? null : majuscule(ecart)],
  ];
  if (lignes.every(([, valeur]) => valeur === null)) return null;
  return (
    <dl className={styles.racine}>
      {lignes.map(([terme, valeur]) => valeur !== null && (
        <div key={terme} style={{ display: 'contents' }}>
          <dt>{terme}</dt>
          <dd className={styles.valeur}>{insecables(valeur)}</dd>
        </div>
      ))}
    </dl>
  );
}
