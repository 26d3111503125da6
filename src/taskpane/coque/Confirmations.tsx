/** Les confirmations brèves, en bas du volet. Chargées à la première. */
import { Toast, Toaster, ToastTitle, useId, useToastController } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Message } from '../hooks/useEtatVolet';

export default function Confirmations({ message }: { readonly message: Message }) {
  const id = useId('confirmations');
  // Dans le volet, et non au bout de la page : un repère y mène.
  const [place, placer] = useState<HTMLElement | null>(null);
  const { dispatchToast } = useToastController(id);
  useEffect(() => {
    // Le premier message attend que quelqu'un l'écoute.
    if (!place) return;
    const echec = message.nature === 'echec';
    // Un échec se lit plus longuement qu'une réussite.
    dispatchToast(<Toast><ToastTitle>{message.texte}</ToastTitle></Toast>, { intent: echec ? 'error' : 'success', timeout: echec ? 12_000 : 5000 });
  }, [message, dispatchToast, place]);
  return (
    <div ref={placer}>
      {/* Au-dessus de la barre du détail. */}
      {place && <Toaster mountNode={place} toasterId={id} position="bottom" offset={{ vertical: 64 }} pauseOnHover />}
    </div>
  );
}
