/** Le verdict en une phrase, décisions comprises : une alerte justifiée reste une réserve, comptée à part. */
import type { Verdict } from '../moteur/rapport';
import { accorder, direReserves } from './mots';

export interface Restant {
  readonly bloquants: number;
  /** Alertes sans justification. */
  readonly alertes: number;
  readonly justifiees: number;
}

function reserves({ alertes, justifiees }: Restant): string {
  const dites = direReserves(alertes, justifiees);
  return dites === '' ? '' : ` ; ${dites}`;
}

/** Phrase sans majuscule, avec son point. */
export function conclure(verdict: Verdict, restant: Restant): string {
  switch (verdict) {
    case 'a_remplir':
      return 'le classeur est encore vierge.';
    case 'non_conforme':
      return `${accorder(restant.bloquants, 'point bloquant', 'points bloquants')} à corriger avant signature${reserves(restant)}.`;
    case 'incomplet':
      return `aucun point bloquant trouvé, mais tout n’a pas pu être vérifié${reserves(restant)}.`;
    case 'conforme_avec_reserves':
      return `aucun point bloquant${reserves(restant)}.`;
    case 'conforme':
      return 'aucun point bloquant, aucune alerte.';
  }
}
