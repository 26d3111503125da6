/** Attendu, trouvé, écart. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { Constat } from '../../controles/constat';
import { majuscule } from '../../controles/fabrique';
import { versFrancais } from '../../formules/francais';
import { insecables } from '../communs/typographie';

const useStyles = makeStyles({
  racine: {
    margin: 0, display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalS, borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground3, border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  valeur: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
});

/**
 * Une formule se montre en français. Un texte là où l'on attend un nombre se montre entre
 * guillemets : « 2 657 » et 2 657 ne se confondent pas.
 */
function direTrouve({ attendu, trouve }: Constat): string | null {
  if (!trouve) return null;
  if (trouve.texte.startsWith('=')) return versFrancais(trouve.texte);
  return typeof trouve.valeur === 'string' && typeof attendu?.valeur === 'number' ? `« ${trouve.texte} » (texte)` : trouve.texte;
}

export function Mesures({ constat }: { readonly constat: Constat }) {
  const { attendu, ecart } = constat;
  const styles = useStyles();
  const lignes: readonly (readonly [string, string | null])[] = [
    ['Attendu', attendu && majuscule(attendu.texte)],
    ['Trouvé', direTrouve(constat)],
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
