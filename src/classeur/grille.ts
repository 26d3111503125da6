/** Vue d'une feuille pour le repérage : textes, valeurs recalculées au besoin, fusions résolues. */
import { contient } from './adresse';
import { celluleDe, cleCellule, isVide, type Feuille, type Plage, type Valeur } from './instantane';

/** Donne la valeur d'une cellule ; le moteur y branche le recalcul des formules. */
export type LireValeur = (feuille: Feuille, ligne: number, colonne: number) => Valeur;

/** Valeur laissée dans le fichier, sans recalcul. */
export const valeurEnregistree: LireValeur = (feuille, ligne, colonne) => celluleDe(feuille, ligne, colonne)?.valeur ?? null;

export interface Grille {
  readonly feuille: Feuille;
  /** Texte affichable d'une cellule (nombre compris), '' si elle est vide. */
  texte(ligne: number, colonne: number): string;
  valeur(ligne: number, colonne: number): Valeur;
  /** Cellule qui porte la valeur : le coin haut gauche de la fusion, ou la cellule elle-même. */
  ancre(ligne: number, colonne: number): { readonly ligne: number; readonly colonne: number };
  fusion(ligne: number, colonne: number): Plage | null;
  isVide(ligne: number, colonne: number): boolean;
  /** Lignes portant une valeur ou une formule, de haut en bas. */
  readonly lignes: readonly number[];
  /** Colonnes portant une valeur ou une formule, de gauche à droite. */
  readonly colonnes: readonly number[];
}

function indexerFusions(fusions: readonly Plage[]): ReadonlyMap<number, Plage> {
  const index = new Map<number, Plage>();
  for (const plage of fusions) {
    // Une fusion de colonnes entières ne sert jamais d'en-tête : on borne ce qu'on indexe.
    const fin = Math.min(plage.derniereLigne, plage.ligne + 500);
    const droite = Math.min(plage.derniereColonne, plage.colonne + 100);
    for (let ligne = plage.ligne; ligne <= fin; ligne++) {
      for (let colonne = plage.colonne; colonne <= droite; colonne++) index.set(cleCellule(ligne, colonne), plage);
    }
  }
  return index;
}

function occupation(feuille: Feuille): { lignes: number[]; colonnes: number[] } {
  const lignes = new Set<number>();
  const colonnes = new Set<number>();
  for (const { ligne, colonne, valeur, formule } of feuille.cellules.values()) {
    if (valeur === null && formule === null) continue;
    lignes.add(ligne);
    colonnes.add(colonne);
  }
  const croissant = (ensemble: Set<number>) => [...ensemble].sort((a, b) => a - b);
  return { lignes: croissant(lignes), colonnes: croissant(colonnes) };
}

export function creerGrille(feuille: Feuille, lire: LireValeur): Grille {
  const fusions = indexerFusions(feuille.fusions);
  const valeur = (ligne: number, colonne: number) => lire(feuille, ligne, colonne);
  const fusion = (ligne: number, colonne: number) => fusions.get(cleCellule(ligne, colonne)) ?? null;
  const texte = (ligne: number, colonne: number) => {
    const lue = valeur(ligne, colonne);
    return typeof lue === 'string' ? lue.trim() : typeof lue === 'number' ? String(lue) : '';
  };
  return {
    feuille,
    valeur,
    texte,
    fusion,
    ancre: (ligne, colonne) => fusion(ligne, colonne) ?? { ligne, colonne },
    isVide: (ligne, colonne) => celluleDe(feuille, ligne, colonne)?.formule == null && isVide(valeur(ligne, colonne)),
    ...occupation(feuille),
  };
}

/** Texte d'en-tête d'une colonne sur une ligne, report des fusions compris. */
export function texteFusionne(grille: Grille, ligne: number, colonne: number): string {
  const { ligne: l, colonne: c } = grille.ancre(ligne, colonne);
  return grille.texte(l, c);
}

export function estDansFusion(plage: Plage | null, ligne: number, colonne: number): boolean {
  return plage !== null && contient(plage, ligne, colonne);
}
