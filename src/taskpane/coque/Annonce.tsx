/** Ce que dit le volet au lecteur d'écran. Deux zones en alternance : la même phrase dite deux fois s'entend deux fois. */
import { INVISIBLE } from '../communs/styles';
import type { Message } from '../hooks/useEtatVolet';

export function Annonce({ message: { rang, texte } }: { readonly message: Message }) {
  return (
    <div style={INVISIBLE}>
      <div role="status" aria-live="polite">{rang % 2 === 0 ? texte : ''}</div>
      <div role="status" aria-live="polite">{rang % 2 === 1 ? texte : ''}</div>
    </div>
  );
}
