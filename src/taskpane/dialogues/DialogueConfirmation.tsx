/** Une question à deux réponses. Fermer la boîte, c'est renoncer. */
import { DialogContent } from '@fluentui/react-components';
import { Bouton } from '../communs/Bouton';
import { insecables } from '../communs/typographie';
import type { QuestionPosee } from '../hooks/useConfirmation';
import { Actions, Boite } from './Boite';

export default function DialogueConfirmation({ question, repondre }: { readonly question: QuestionPosee; readonly repondre: (oui: boolean) => void }) {
  const { titre, texte, accepter, ouverte, ouvreur } = question;
  return (
    <Boite ouverte={ouverte} titre={titre} question ouvreur={ouvreur} surFermeture={() => { repondre(false); }}>
      <DialogContent>{insecables(texte)}</DialogContent>
      <Actions>
        <Bouton appearance="primary" onClick={() => { repondre(true); }}>{accepter}</Bouton>
        <Bouton onClick={() => { repondre(false); }}>Annuler</Bouton>
      </Actions>
    </Boite>
  );
}
