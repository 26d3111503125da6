/** « Copier le retour » : une page en texte, pour un courriel au département. */
import { DocumentText20Regular } from '@fluentui/react-icons';
import { lazy, Suspense, useState } from 'react';
import type { Rapport } from '../../moteur/rapport';
import { Bouton } from '../communs/Bouton';

const DialogueRetour = lazy(() => import('../dialogues/DialogueRetour'));

export function CopierRetour({ rapport }: { readonly rapport: Rapport }) {
  const [ouvert, ouvrir] = useState(false);
  return (
    <>
      <Bouton icon={<DocumentText20Regular />} onClick={() => { ouvrir(true); }}>Copier le retour…</Bouton>
      <Suspense fallback={null}>{ouvert && <DialogueRetour rapport={rapport} surFermeture={() => { ouvrir(false); }} />}</Suspense>
    </>
  );
}
