/** Identité d'une cellule, pour les index et les ensembles. */
import type { Emplacement } from '../classeur/adresse';

/** Deux emplacements de la même cellule ont la même clé. */
export function cleEmplacement({ feuille, ligne, colonne }: Emplacement): string {
  return `${feuille}!${String(ligne)},${String(colonne)}`;
}
