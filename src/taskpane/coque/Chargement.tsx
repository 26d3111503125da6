/** Une attente : rien pendant 300 ms, puis une barre et ce qu'elle attend. */
import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { useTextes } from '../communs/styles';
import { useApresDelai } from '../hooks/useApresDelai';

/** En deçà, une barre ne ferait que clignoter (ms). */
export const DELAI_MS = 300;

const useStyles = makeStyles({ racine: { paddingBlock: tokens.spacingVerticalXS } });

export function Chargement({ libelle }: { readonly libelle: string }) {
  const styles = useStyles();
  const textes = useTextes();
  const montre = useApresDelai(true, DELAI_MS);
  if (!montre) return null;
  return (
    <div className={styles.racine}>
      <ProgressBar aria-label={libelle} />
      <p className={textes.discret} role="status">{libelle}</p>
    </div>
  );
}
