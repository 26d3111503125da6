/** Ce que fait le contrôle en cours, s'il dure. */
import { useVolet } from '../contexte';
import { Chargement } from './Chargement';

const LIBELLES = { lecture: 'Lecture du classeur…', analyse: 'Contrôle en cours…' } as const;

export function Activite() {
  const { controle: { activite } } = useVolet();
  // Une seule attente de bout en bout : le libellé change, la barre reste.
  return activite === 'repos' ? null : <Chargement libelle={LIBELLES[activite]} />;
}
