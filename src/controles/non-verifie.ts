import type { Emplacement } from '../classeur/adresse';

/** Ce qu'un contrôle n'a pas pu vérifier, et pourquoi. */
export interface NonVerifie {
  /** `null` : la feuille ou le classeur entier. */
  readonly emplacement: Emplacement | null;
  /** Phrase en français : ce qui manque, et ce qu'il faudrait. */
  readonly raison: string;
}
