/** Le constat ouvert a disparu au dernier contrôle. */
import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useTextes } from '../communs/styles';

export function Resolu({ message }: { readonly message: string | null }) {
  const textes = useTextes();
  return (
    <>
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody><MessageBarTitle>Résolu.</MessageBarTitle> Ce constat n’apparaît plus au dernier contrôle.</MessageBarBody>
      </MessageBar>
      {message !== null && <p className={textes.discret}>Il disait : {message}</p>}
    </>
  );
}
