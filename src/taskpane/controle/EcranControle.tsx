/** L'écran « Contrôle » : le verdict, la liste des constats, ou l'un d'eux. */
import { Suspense, useEffect } from 'react';
import { ToutCorriger } from '../corrections/ToutCorriger';
import { aLaDemande, toutChargerAuRepos } from '../communs/a-la-demande';
import { useBoites } from '../communs/styles';
import { useVolet } from '../contexte';
import { CarteVerdict } from './CarteVerdict';
import { Compteurs } from './Compteurs';
import { CopierRetour } from './CopierRetour';
import { ListeConstats } from './ListeConstats';
import { NonVerifies } from './NonVerifies';

// Après le premier verdict : ce qui sert à explorer n'a pas à le retarder.
const DetailConstat = aLaDemande(() => import('../detail/DetailConstat'));
const EcranCorrections = aLaDemande(() => import('../corrections/EcranCorrections'));
const Filtres = aLaDemande(() => import('./Filtres'));
const ClasseurEtranger = aLaDemande(async () => ({ default: (await import('./ClasseurEtranger')).ClasseurEtranger }));
const ModeleVierge = aLaDemande(() => import('./ModeleVierge'));

export function EcranControle() {
  const boites = useBoites();
  const { controle: { vues }, constats, navigation: { ouvert, corrections } } = useVolet();
  const pret = vues !== null;
  useEffect(() => (pret ? toutChargerAuRepos() : undefined), [pret]);
  if (!vues) return null;
  if (corrections) return <EcranCorrections />;
  if (ouvert !== null) return <DetailConstat id={ouvert} />;
  const { rapport, feuilles, demarrage } = vues;
  const etranger = rapport.constats.some(({ code, gravite }) => code === 'STR-01' && gravite === 'bloquant');
  if (etranger) return <ClasseurEtranger feuilles={feuilles} />;
  return (
    <div className={boites.pile}>
      <CarteVerdict verdict={rapport.verdict} />
      {rapport.verdict === 'a_remplir' ? <Suspense fallback={null}><ModeleVierge etapes={demarrage} /></Suspense> : <Compteurs />}
      <ToutCorriger />
      <div className={boites.rang}>
        <NonVerifies rapport={rapport} />
        <CopierRetour rapport={rapport} />
      </div>
      {constats.length > 0 && <><Suspense fallback={<div style={{ minHeight: '44px' }} />}><Filtres /></Suspense><ListeConstats /></>}
    </div>
  );
}
