/** L'écran « Contrôle » : le verdict, la liste des constats, ou l'un d'eux. */
import { useBoites } from '../communs/styles';
import { useVolet } from '../contexte';
import { DetailConstat } from '../detail/DetailConstat';
import { CarteVerdict } from './CarteVerdict';
import { ClasseurEtranger } from './ClasseurEtranger';
import { Compteurs } from './Compteurs';
import { CopierRetour } from './CopierRetour';
import { Filtres } from './Filtres';
import { ListeConstats } from './ListeConstats';
import { ModeleVierge } from './ModeleVierge';
import { NonVerifies } from './NonVerifies';

export function EcranControle() {
  const boites = useBoites();
  const { controle: { vues }, constats, navigation: { ouvert } } = useVolet();
  if (!vues) return null;
  if (ouvert !== null) return <DetailConstat id={ouvert} />;
  const { rapport, feuilles, demarrage } = vues;
  const etranger = rapport.constats.some(({ code, gravite }) => code === 'STR-01' && gravite === 'bloquant');
  if (etranger) return <ClasseurEtranger feuilles={feuilles} />;
  return (
    <div className={boites.pile}>
      <CarteVerdict verdict={rapport.verdict} />
      {rapport.verdict === 'a_remplir' ? <ModeleVierge etapes={demarrage} /> : <Compteurs />}
      <NonVerifies rapport={rapport} />
      {constats.length > 0 && <><Filtres /><ListeConstats /></>}
      <CopierRetour rapport={rapport} />
    </div>
  );
}
