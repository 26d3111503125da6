/** Ligne et colonne d'une clé de cellule : l'inverse de `cleCellule`. */
import { cleCellule } from '../classeur/instantane';

const COLONNES_MAX = cleCellule(1, 1);

export function placeDe(cle: number): { readonly ligne: number; readonly colonne: number } {
  const colonne = (cle % COLONNES_MAX) + 1;
  return { ligne: (cle - colonne + 1) / COLONNES_MAX, colonne };
}
