/** Le constat ouvert a disparu au dernier contrôle. */
import { Bandeau } from '../communs/Bandeau';
import { useTextes } from '../communs/styles';

export function Resolu({ message }: { readonly message: string | null }) {
  const textes = useTextes();
  return (
    <>
      <Bandeau nature="success" titre="Résolu.">Ce constat n’apparaît plus au dernier contrôle.</Bandeau>
      {message !== null && <p className={textes.discret}>Il disait : {message}</p>}
    </>
  );
}
