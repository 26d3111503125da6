/** Rectangles qui couvrent des cellules éparses. */
import type { Plage } from '../../classeur/instantane';

export interface Place {
  readonly ligne: number;
  readonly colonne: number;
}

const CELLULES_PAR_BOITE = 4_000;

/** Plus petit rectangle contenant des cellules (au moins une). */
export function boiteDe(places: readonly Place[]): Plage {
  const lignes = places.map(({ ligne }) => ligne);
  const colonnes = places.map(({ colonne }) => colonne);
  return {
    ligne: Math.min(...lignes),
    colonne: Math.min(...colonnes),
    derniereLigne: Math.max(...lignes),
    derniereColonne: Math.max(...colonnes),
  };
}

/** Rectangles qui couvrent les cellules, sans lire le désert qui les sépare. */
export function boites(places: readonly Place[]): Plage[] {
  const boite = boiteDe(places);
  const taille = (boite.derniereLigne - boite.ligne + 1) * (boite.derniereColonne - boite.colonne + 1);
  if (places.length === 1 || taille <= CELLULES_PAR_BOITE) return [boite];
  const rangees = [...places].sort((a, b) => a.ligne - b.ligne || a.colonne - b.colonne);
  const milieu = Math.floor(rangees.length / 2);
  return [...boites(rangees.slice(0, milieu)), ...boites(rangees.slice(milieu))];
}
