/** Un axe de la grille (les lignes, ou les colonnes) : tailles et positions en pixels, et ce qu'on en voit. */

export interface Axe {
  /** Numéro de la dernière ligne ou colonne ; elles commencent à 1. */
  readonly dernier: number;
  /** Position du bord de chacune ; `bords[n]` est le bord bas (ou droit) de la n-ième. */
  readonly bords: Float64Array;
}

export interface Intervalle {
  readonly premier: number;
  readonly dernier: number;
}

export function creerAxe(dernier: number, taille: (rang: number) => number): Axe {
  const bords = new Float64Array(dernier + 1);
  for (let rang = 1; rang <= dernier; rang += 1) bords[rang] = bords[rang - 1]! + taille(rang);
  return { dernier, bords };
}

export const debut = ({ bords }: Axe, rang: number): number => bords[rang - 1]!;
export const fin = ({ bords }: Axe, rang: number): number => bords[rang]!;
export const taille = ({ bords }: Axe, rang: number): number => bords[rang]! - bords[rang - 1]!;
export const etendue = ({ bords, dernier }: Axe): number => bords[dernier]!;

/** Premier rang dont le bord dépasse une position (recherche dichotomique). */
export function rangA({ bords, dernier }: Axe, position: number): number {
  let bas = 1;
  let haut = dernier;
  while (bas < haut) {
    const milieu = (bas + haut) >> 1;
    if (bords[milieu]! > position) haut = milieu;
    else bas = milieu + 1;
  }
  return bas;
}


/** Prochain rang de taille non nulle dans un sens ; le même rang s'il n'y en a plus. */
export function voisinVisible(axe: Axe, rang: number, pas: 1 | -1): number {
  for (let autre = rang + pas; autre >= 1 && autre <= axe.dernier; autre += pas) {
    if (taille(axe, autre) > 0) return autre;
  }
  return rang;
}

/** Le rang lui-même s'il se voit, sinon le plus proche après, puis avant. */
export function rangVisible(axe: Axe, rang: number): number {
  const borne = Math.max(1, Math.min(axe.dernier, rang));
  if (taille(axe, borne) > 0) return borne;
  const apres = voisinVisible(axe, borne, 1);
  return apres === borne ? voisinVisible(axe, borne, -1) : apres;
}

/**
 * Parmi les rangs figés, ceux qui le restent : les derniers, tant qu'ils tiennent dans la place
 * accordée. Ce sont eux qui portent les intitulés ; figer tout ne laisserait rien voir du reste.
 */
export function figesTenables(axe: Axe, figes: number, place: number): Intervalle {
  const dernier = Math.min(figes, axe.dernier);
  let premier = dernier + 1;
  for (let rang = dernier, pris = 0; rang >= 1; rang -= 1) {
    pris += taille(axe, rang);
    if (pris > place) break;
    premier = rang;
  }
  return { premier, dernier };
}

export const dansIntervalle = ({ premier, dernier }: Intervalle, rang: number): boolean => rang >= premier && rang <= dernier;
