/** Attendu, trouvé, écart. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { Constat } from '../../controles/constat';
import { majuscule } from '../../controles/fabrique';
import { insecables } from '../communs/typographie';

const useStyles = makeStyles({
  racine: {
    margin: 0, display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalS, borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground3, border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  valeur: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
});

export function Mesures({ constat: { attendu, trouve, ecart } }: { readonly constat: Constat }) {
  const styles = useStyles();
  const lignes: readonly (readonly [string, string | null])[] = [
    ['Attendu', attendu && majuscule(attendu.texte)],
    ['Trouvé', trouve && trouve.texte],
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
