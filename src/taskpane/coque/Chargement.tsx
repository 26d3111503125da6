/**
 * Une attente : rien pendant 300 ms, puis une barre et ce qu'elle attend. La barre est écrite ici :
 * celle de Fluent viendrait du réseau, au moment même où l'on attend.
 */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useTextes } from '../communs/styles';
import { useApresDelai } from '../hooks/useApresDelai';

/** En deçà, une barre ne ferait que clignoter (ms). */
export const DELAI_MS = 300;

const useStyles = makeStyles({
  racine: { paddingBlock: tokens.spacingVerticalXS },
  piste: { height: '2px', overflow: 'hidden', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground6 },
  barre: {
    height: '100%', width: '33%', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorCompoundBrandBackground, forcedColorAdjust: 'none',
    animationName: { from: { transform: 'translateX(-100%)' }, to: { transform: 'translateX(300%)' } },
    animationDuration: '2s', animationIterationCount: 'infinite', animationTimingFunction: 'ease-in-out',
    // Sans mouvement, une barre pleine : elle dit encore que cela travaille.
    '@media (prefers-reduced-motion: reduce)': { animationDuration: '0.01s', animationIterationCount: 1, width: '100%' },
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
});

export function Chargement({ libelle }: { readonly libelle: string }) {
  const styles = useStyles();
  const textes = useTextes();
  const montre = useApresDelai(true, DELAI_MS);
  if (!montre) return null;
  return (
    <div className={styles.racine}>
      <div className={styles.piste} role="progressbar" aria-label={libelle}><div className={styles.barre} /></div>
      <p className={textes.discret} role="status">{libelle}</p>
    </div>
  );
}
