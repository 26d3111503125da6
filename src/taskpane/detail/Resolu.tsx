/** Le constat ouvert a disparu au dernier contrôle. */
import { Bandeau } from '../communs/Bandeau';
import { Texte } from '../communs/Texte';

export function Resolu({ message }: { readonly message: string | null }) {
  return (
    <>
      <Bandeau nature="success" titre="Résolu.">Ce constat n’apparaît plus au dernier contrôle.</Bandeau>
      {message !== null && <Texte discret>Il disait : {message}</Texte>}
    </>
  );
}
