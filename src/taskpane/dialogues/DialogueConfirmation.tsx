/** Une question à deux réponses. Fermer la boîte, c'est renoncer. */
import { Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { insecables } from '../communs/typographie';
import { Bouton } from '../communs/Bouton';
import type { Question } from '../hooks/useConfirmation';

export default function DialogueConfirmation({ question, repondre }: { readonly question: Question; readonly repondre: (oui: boolean) => void }) {
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => { if (!open) repondre(false); }}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{insecables(question.titre)}</DialogTitle>
          <DialogContent>{insecables(question.texte)}</DialogContent>
          <DialogActions fluid>
            <Bouton appearance="primary" onClick={() => { repondre(true); }}>{question.accepter}</Bouton>
            <Bouton onClick={() => { repondre(false); }}>Annuler</Bouton>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
