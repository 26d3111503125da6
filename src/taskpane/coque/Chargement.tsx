/** Une attente : rien pendant 300 ms, puis une barre et ce qu'elle attend. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { useTextes } from '../communs/styles';
import { useApresDelai } from '../hooks/useApresDelai';

const Barre = lazy(() => import('./Barre'));

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
      <Suspense fallback={null}><Barre libelle={libelle} /></Suspense>
      <p className={textes.discret} role="status">{libelle}</p>
    </div>
  );
}
