/** « Copier le retour » : une page en texte, pour un courriel au département. */
import { makeStyles } from '@fluentui/react-components';
import { Suspense } from 'react';
import type { Rapport } from '../../moteur/rapport';
import { aLaDemande } from '../communs/a-la-demande';
import { Bouton } from '../communs/Bouton';
import { useBoite } from '../hooks/useBoite';

const DialogueRetour = aLaDemande(() => import('../dialogues/DialogueRetour'));

const useStyles = makeStyles({ racine: { flexGrow: 1, flexBasis: '130px', minWidth: 0, paddingInline: '8px' } });

export function CopierRetour({ rapport }: { readonly rapport: Rapport }) {
  const styles = useStyles();
  const { montee, ouverte, ouvreur, ouvrir, fermer } = useBoite();
  return (
    <>
      <Bouton className={styles.racine} onClick={ouvrir}>Copier le retour…</Bouton>
      <Suspense fallback={null}>{montee && <DialogueRetour rapport={rapport} ouverte={ouverte} ouvreur={ouvreur} surFermeture={fermer} />}</Suspense>
    </>
  );
}
