/** Ce que la fenêtre de la grille montre, et comment y amener une cellule. */
import { debut, figesTenables, fin, rangA, type Axe, type Intervalle } from './axe';

/** Marge dessinée autour de la fenêtre, en pixels. */
const MARGE = 200;
/** Part de la fenêtre que les rangs figés peuvent prendre. */
const PART_COLONNES = 0.55;
const PART_LIGNES = 0.4;

/** Place des en-têtes (lettres et numéros), à l'échelle 1. */
export const ENTETE = { largeur: 44, hauteur: 22 } as const;

export interface Fenetre {
  readonly x: number;
  readonly y: number;
  readonly largeur: number;
  readonly hauteur: number;
}

export interface AxeVu {
  readonly figes: Intervalle;
  readonly vus: Intervalle;
}

export function voirAxe(axe: Axe, figes: number, defilement: number, place: number, part: number): AxeVu {
  return {
    figes: figesTenables(axe, figes, place * part),
    vus: { premier: rangA(axe, Math.max(0, defilement - MARGE)), dernier: rangA(axe, defilement + place + MARGE) },
  };
}

export const voirColonnes = (axe: Axe, figees: number, { x, largeur }: Fenetre): AxeVu => voirAxe(axe, figees, x, Math.max(0, largeur - ENTETE.largeur), PART_COLONNES);
export const voirLignes = (axe: Axe, figees: number, { y, hauteur }: Fenetre): AxeVu => voirAxe(axe, figees, y, Math.max(0, hauteur - ENTETE.hauteur), PART_LIGNES);

/**
 * Défilement qui montre les rangs `de` à `a` en entier, derrière les rangs figés ; inchangé s'ils se
 * voient déjà. `place` : fenêtre sans les en-têtes, en pixels.
 */
export function defilementPour(axe: Axe, de: number, a: number, defilement: number, place: number, { premier, dernier }: Intervalle): number {
  const figee = dernier >= premier ? fin(axe, dernier) - debut(axe, premier) : 0;
  if (de >= premier && a <= dernier) return defilement;
  // Un rang figé ne cache que ce qui le suit.
  const cache = de > dernier ? figee : 0;
  const haut = debut(axe, de);
  const bas = fin(axe, Math.min(a, axe.dernier));
  if (haut - cache < defilement) return Math.max(0, haut - cache);
  return bas > defilement + place ? Math.max(0, Math.min(haut - cache, bas - place)) : defilement;
}
