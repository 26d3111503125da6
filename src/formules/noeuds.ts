/** L'arbre d'une formule, débarrassé du texte : références résolues en nombres, fonctions en anglais. */
import type { Erreur } from '../classeur/instantane';

export type OperateurBinaire = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '>' | '<=' | '>=';

/** Bornes d'une référence ; `null` : colonne ou ligne entière. Les `fixe…` disent les « $ ». */
export interface NoeudPlage {
  readonly type: 'plage';
  readonly feuille: string | null;
  readonly ligne: number | null;
  readonly colonne: number | null;
  readonly derniereLigne: number | null;
  readonly derniereColonne: number | null;
  readonly fixes: { readonly ligne: boolean; readonly colonne: boolean; readonly derniereLigne: boolean; readonly derniereColonne: boolean };
}

export interface NoeudAppel {
  readonly type: 'appel';
  /** Nom anglais en capitales, sans préfixe `_xlfn.`. */
  readonly fonction: string;
  /** `null` : argument omis (`IFERROR(A1,)`). */
  readonly arguments: readonly (Noeud | null)[];
}

export type Noeud =
  | { readonly type: 'litteral'; readonly valeur: number | string | boolean | Erreur }
  | NoeudPlage
  | { readonly type: 'nom'; readonly feuille: string | null; readonly nom: string }
  | { readonly type: 'tableau'; readonly texte: string }
  | { readonly type: 'unaire'; readonly operateur: '+' | '-' | '%' | '@'; readonly operande: Noeud }
  | { readonly type: 'binaire'; readonly operateur: OperateurBinaire; readonly gauche: Noeud; readonly droite: Noeud }
  /** `A1:INDEX(…)` ou intersection `A:A 3:3`. */
  | { readonly type: 'jonction'; readonly operateur: ':' | ' '; readonly gauche: Noeud; readonly droite: Noeud }
  | { readonly type: 'matrice'; readonly lignes: readonly (readonly (number | string | boolean | Erreur)[])[] }
  | NoeudAppel
  /** Forme reconnue mais non calculée : l'évaluation la refuse avec cette raison. */
  | { readonly type: 'refus'; readonly raison: string; readonly motif: 'autre_classeur' | 'donnees' };

/** Référence absolue à une cellule. */
export function plageDe(ligne: number, colonne: number): NoeudPlage {
  return { type: 'plage', feuille: null, ligne, colonne, derniereLigne: ligne, derniereColonne: colonne, fixes: { ligne: true, colonne: true, derniereLigne: true, derniereColonne: true } };
}

/** Sous-arbres directs, de gauche à droite. */
export function enfants(noeud: Noeud): readonly Noeud[] {
  switch (noeud.type) {
    case 'unaire': return [noeud.operande];
    case 'binaire':
    case 'jonction': return [noeud.gauche, noeud.droite];
    case 'appel': return noeud.arguments.filter((argument) => argument !== null);
    default: return [];
  }
}

/** Parcourt l'arbre sans récursion : une formule hostile peut être très profonde à gauche. */
export function parcourir(racine: Noeud, visiter: (noeud: Noeud) => void): void {
  const pile: Noeud[] = [racine];
  for (let noeud = pile.pop(); noeud; noeud = pile.pop()) {
    visiter(noeud);
    pile.push(...enfants(noeud));
  }
}
