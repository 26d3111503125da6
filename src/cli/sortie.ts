/** Où la commande écrit. Les tests en donnent une en mémoire. */
import type { Style } from '../rapport/rapporteur';

export interface Sortie {
  /** Écrit le résultat (sortie standard). */
  readonly ecrire: (texte: string) => void;
  /** Signale un incident, une ligne à la fois (sortie d'erreur). */
  readonly signaler: (ligne: string) => void;
  /** Montre une progression sur une ligne qui se réécrit (`null` l'efface) ; absent hors d'un terminal. */
  readonly progresser?: (texte: string | null) => void;
  /** L'arrêt que l'utilisateur demande : un lot s'y arrête au fichier suivant, par `Interruption`. */
  readonly arret?: AbortSignal;
  readonly style: Style;
  /** Largeur du rapport en texte, en caractères. */
  readonly largeur: number;
}

/** Codes de sortie : le plus grand l'emporte quand plusieurs fichiers sont contrôlés. */
export const CODE = { sansBloquant: 0, bloquant: 1, illisibleOuUsage: 2, interrompu: 130 } as const;

export type CodeSortie = (typeof CODE)[keyof typeof CODE];

export function plusGrave(a: CodeSortie, b: CodeSortie): CodeSortie {
  return a > b ? a : b;
}
