/** Les confirmations brèves, en bas du volet. Chargées à la première. */
import { Toast, Toaster, ToastTitle, useId, useToastController } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { Message } from '../hooks/useEtatVolet';

export default function Confirmations({ message }: { readonly message: Message }) {
  const id = useId('confirmations');
  const { dispatchToast } = useToastController(id);
  useEffect(() => {
    const echec = message.nature === 'echec';
    // Un échec se lit plus longuement qu'une réussite.
    dispatchToast(<Toast><ToastTitle>{message.texte}</ToastTitle></Toast>, { intent: echec ? 'error' : 'success', timeout: echec ? 12_000 : 5000 });
  }, [message, dispatchToast]);
  // Au-dessus de la barre du détail.
  return <Toaster toasterId={id} position="bottom" offset={{ vertical: 64 }} pauseOnHover />;
}
