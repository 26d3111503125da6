/** Ce qui a échoué : la cause, puis la suite à donner. */
import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import { Bouton } from '../../taskpane/communs/Bouton';
import { TITRES_PANNES } from '../../taskpane/etat/panne';
import type { EtatPage } from './ecran';

export function Panne({ panne: { motif, message, fichier }, surFermeture }: { readonly panne: NonNullable<EtatPage['panne']>; readonly surFermeture: () => void }) {
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{fichier === null ? TITRES_PANNES[motif] : `${TITRES_PANNES[motif]} : ${fichier}`}</MessageBarTitle> {message}
      </MessageBarBody>
      <MessageBarActions containerAction={<Bouton appearance="transparent" icon={<Dismiss20Regular />} aria-label="Fermer ce message" onClick={surFermeture} />} />
    </MessageBar>
  );
}
