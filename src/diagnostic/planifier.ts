/** Le plan d'un diagnostic décidé : les valeurs au tableau de bord, et leur provenance. */
import type { Instantane } from '../classeur/instantane';
import { isFormule, type PlanEcritures } from '../corrections/plan';
import { INDICATEURS } from '../referentiel/indicateurs';
import { planProvenance, provenancesConsignees, type ModeSaisie, type Provenance } from './provenance';
import type { Proposition } from './propositions';
import { ecrituresDiagnostic, type Tri } from './retenir';

export interface OptionsPlan {
  /** Jour de l'écriture, « AAAA-MM-JJ ». */
  readonly date: string;
}

function provenanceDe(proposition: Proposition, mode: ModeSaisie, date: string): readonly Provenance[] {
  const { apres, indicateur, adresse, origine: { source, millesime, type, place } } = proposition;
  if (!apres || isFormule(apres) || apres.valeur === null || typeof apres.valeur === 'boolean') return [];
  const reprise = type === 'reprise' ? `reprise de ${place}` : null;
  return [{ indicateur, cellule: adresse, valeur: apres.valeur, source: [source, reprise].filter((partie) => partie !== null).join(', ') || null, millesime, date, mode }];
}

/** Une valeur déjà saisie, que la trame confirme en donnant sa source : consignée si elle ne l'est pas encore. */
function confirmees({ identiques }: Tri, instantane: Instantane): readonly Proposition[] {
  const consignees = provenancesConsignees(instantane);
  return identiques.filter(({ indicateur, origine }) => origine.source !== null && !consignees.has(indicateur));
}

/**
 * Écrit les valeurs retenues et consigne d'où elles viennent, en un plan : tout ou rien. Sans valeur
 * à écrire, le plan peut ne porter que des provenances ; il peut être vide.
 */
export function planifierDiagnostic(instantane: Instantane, tri: Tri, { date }: OptionsPlan): PlanEcritures {
  const importees = tri.retenues.flatMap((retenue) => provenanceDe(retenue, 'importé', date));
  const saisies = confirmees(tri, instantane).flatMap((proposition) => provenanceDe(proposition, 'saisi', date));
  const rang = ({ indicateur }: Provenance) => INDICATEURS.findIndex(({ code }) => code === indicateur);
  const provenances = [...importees, ...saisies].sort((a, b) => rang(a) - rang(b));
  const { ecritures, ...nouvelles } = planProvenance(instantane, provenances);
  return { ecritures: [...ecrituresDiagnostic(tri.retenues), ...ecritures], ...nouvelles };
}
