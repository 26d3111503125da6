/** Un message durable de Fluent. Chargé au premier dont on a besoin. */
import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { Bouton } from './Bouton';
import { soigner } from './Texte';
import type { ProprietesBandeau } from './Bandeau';

export default function Message({ nature, titre, children, action }: ProprietesBandeau) {
  return (
    <MessageBar intent={nature} layout="multiline">
      <MessageBarBody>
        {titre !== undefined && <><MessageBarTitle>{titre}</MessageBarTitle>{' '}</>}
        {soigner(children)}
      </MessageBarBody>
      {action && <MessageBarActions><Bouton onClick={action.faire}>{action.nom}</Bouton></MessageBarActions>}
    </MessageBar>
  );
}
