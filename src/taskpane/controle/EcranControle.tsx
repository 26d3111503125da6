/** L'écran « Contrôle » : le verdict, la liste des constats, ou l'un d'eux. */
import { lazy, Suspense, useEffect } from 'react';
import { useBoites } from '../communs/styles';
import { useVolet } from '../contexte';
import { CarteVerdict } from './CarteVerdict';
import { ClasseurEtranger } from './ClasseurEtranger';
import { Compteurs } from './Compteurs';
import { CopierRetour } from './CopierRetour';
import { ListeConstats } from './ListeConstats';
import { ModeleVierge } from './ModeleVierge';
import { NonVerifies } from './NonVerifies';

// Après le premier verdict : ce qui sert à explorer n'a pas à le retarder.
const chargerDetail = () => import('../detail/DetailConstat');
const DetailConstat = lazy(chargerDetail);
const Filtres = lazy(() => import('./Filtres'));

export function EcranControle() {
  const boites = useBoites();
  const { controle: { vues }, constats, navigation: { ouvert } } = useVolet();
  // Le premier constat s'ouvre sans attendre.
  const pret = vues !== null;
  useEffect(() => { if (pret) void chargerDetail(); }, [pret]);
  if (!vues) return null;
  if (ouvert !== null) return <DetailConstat id={ouvert} />;
  const { rapport, feuilles, demarrage } = vues;
  const etranger = rapport.constats.some(({ code, gravite }) => code === 'STR-01' && gravite === 'bloquant');
  if (etranger) return <ClasseurEtranger feuilles={feuilles} />;
  return (
    <div className={boites.pile}>
      <CarteVerdict verdict={rapport.verdict} />
      {rapport.verdict === 'a_remplir' ? <ModeleVierge etapes={demarrage} /> : <Compteurs />}
      <div className={boites.rang}>
        <NonVerifies rapport={rapport} />
        <CopierRetour rapport={rapport} />
      </div>
      {constats.length > 0 && <><Suspense fallback={<div style={{ minHeight: '44px' }} />}><Filtres /></Suspense><ListeConstats /></>}
    </div>
  );
}
