/** « Copier le retour » : une page en texte, pour un courriel au département. */
import { makeStyles } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { Rapport } from '../../moteur/rapport';
import { Bouton } from '../communs/Bouton';

const DialogueRetour = lazy(() => import('../dialogues/DialogueRetour'));

const useStyles = makeStyles({ racine: { flexGrow: 1, flexBasis: '130px', minWidth: 0, paddingInline: '8px' } });

export function CopierRetour({ rapport }: { readonly rapport: Rapport }) {
  const styles = useStyles();
  const [ouvert, ouvrir] = useState(false);
  return (
    <>
      <Bouton className={styles.racine} onClick={() => { ouvrir(true); }}>Copier le retour…</Bouton>
      <Suspense fallback={null}>{ouvert && <DialogueRetour rapport={rapport} surFermeture={() => { ouvrir(false); }} />}</Suspense>
    </>
  );
}
