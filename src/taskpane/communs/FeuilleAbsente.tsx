/** Un écran dont la feuille n'a pas été reconnue. */
import { Bouton } from './Bouton';
import { useBoites, useTextes } from './styles';
import { useVolet } from '../contexte';
import { Texte } from './Texte';

export function FeuilleAbsente({ nom }: { readonly nom: string }) {
  const textes = useTextes();
  const boites = useBoites();
  const { naviguer } = useVolet();
  return (
    <section className={boites.pile}>
      <h2 className={textes.titre}>Rien à montrer ici</h2>
      <Texte>Cet écran lit {nom}, qui n’a pas été reconnu dans ce classeur. S’il s’y trouve, désignez sa feuille.</Texte>
      <Bouton onClick={() => { naviguer({ type: 'options', ouvertes: true }); }}>Désigner la feuille…</Bouton>
    </section>
  );
}
