/** L'écran « Cibles » : les objectifs à cible nationale, ceux qui la manquent en tête. */
import { useBoites, useTextes } from '../communs/styles';
import { useVolet } from '../contexte';
import { FeuilleAbsente } from '../communs/FeuilleAbsente';
import { CarteCible } from './CarteCible';
import { resumerCibles } from './phrases';
import { Texte } from '../communs/Texte';

export default function EcranCibles() {
  const textes = useTextes();
  const boites = useBoites();
  const { controle: { vues } } = useVolet();
  if (!vues) return null;
  if (!vues.cibles) return <FeuilleAbsente nom="le tableau de bord (annexe 5.2)" />;
  const { cibles } = vues;
  return (
    <div className={boites.pile}>
      <h2 className={textes.titre}>Cibles nationales à l’horizon {cibles.horizon}</h2>
      <Texte>{resumerCibles(cibles)}</Texte>
      <Texte discret>Ces cibles sont indicatives et nationales : un écart se justifie, il ne bloque pas la signature.</Texte>
      {cibles.objectifs.map((vue) => <CarteCible key={vue.objectif} vue={vue} horizon={cibles.horizon} />)}
    </div>
  );
}
