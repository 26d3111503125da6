/**
 * L'instantané d'un classeur : ce qu'un hôte (Excel ou fichier) a lu, et rien d'autre.
 *
 * Données simples, immuables et clonables (elles passent un worker). Lignes et colonnes
 * commencent à 1, comme l'utilisateur les voit : A1 est (1, 1). Les formules sont en anglais,
 * en notation A1, avec leur « = ».
 */

/** Valeurs d'erreur d'Excel, telles qu'un fichier les enregistre. */
export type CodeErreur =
  | '#NULL!'
  | '#DIV/0!'
  | '#VALUE!'
  | '#REF!'
  | '#NAME?'
  | '#NUM!'
  | '#N/A'
  | '#GETTING_DATA'
  | '#SPILL!'
  | '#CALC!';

export interface Erreur {
  readonly erreur: CodeErreur;
}

/** Valeur d'une cellule ; `null` : cellule vide (distincte de 0 et de la chaîne vide). */
export type Valeur = null | number | string | boolean | Erreur;

export interface Cellule {
  readonly ligne: number;
  readonly colonne: number;
  /** Constante, ou valeur enregistrée d'une formule (`null` si le fichier n'en garde pas). */
  readonly valeur: Valeur;
  /** Formule anglaise en A1, avec « = » ; `null` pour une constante. */
  readonly formule: string | null;
  /** Code de format d'Excel (« 0.0% », « General »…). */
  readonly format: string;
  /** Vrai par défaut : n'a d'effet que sur une feuille protégée. */
  readonly verrouillee: boolean;
}

/** Rectangle de cellules, bornes comprises. */
export interface Plage {
  readonly ligne: number;
  readonly colonne: number;
  readonly derniereLigne: number;
  readonly derniereColonne: number;
}

export type Visibilite = 'visible' | 'masquee' | 'tres_masquee';

export interface Tableau {
  readonly nom: string;
  readonly plage: Plage;
  /** Nombre de lignes d'en-tête (0 ou 1). */
  readonly lignesEnTete: number;
}

export interface Feuille {
  /** Identité stable pour l'hôte (id Office.js, ou chemin de la partie dans le fichier). */
  readonly id: string;
  readonly nom: string;
  readonly visibilite: Visibilite;
  readonly protegee: boolean;
  /** Cellules présentes (valeur, formule ou style), par clé `cleCellule(ligne, colonne)`. */
  readonly cellules: ReadonlyMap<number, Cellule>;
  readonly fusions: readonly Plage[];
  /** Vrai quand l'hôte ne sait pas lire les fusions (Excel avant ExcelApi 1.13) : `fusions` est alors vide. */
  readonly fusionsInconnues?: boolean;
  /** Formules matricielles : on n'y écrit pas. */
  readonly matrices: readonly Plage[];
  readonly tableaux: readonly Tableau[];
  readonly lignesMasquees: ReadonlySet<number>;
  readonly colonnesMasquees: ReadonlySet<number>;
  /** Largeurs de colonnes en caractères, hauteurs de lignes en points ; absentes : par défaut. */
  readonly largeurs: ReadonlyMap<number, number>;
  readonly hauteurs: ReadonlyMap<number, number>;
  /** Volets figés : nombre de lignes et de colonnes. */
  readonly figees: { readonly lignes: number; readonly colonnes: number };
  readonly derniereLigne: number;
  readonly derniereColonne: number;
  /** Vrai quand l'hôte n'a lu que le début d'une grande feuille (voir `PLAFOND_LIGNES`). */
  readonly tronquee: boolean;
}

export interface NomDefini {
  readonly nom: string;
  /** Identité de la feuille pour un nom local, `null` pour un nom de classeur. */
  readonly feuille: string | null;
  /** Formule anglaise, sans « = » : « 'Tableau de bord'!$D$9 ». */
  readonly formule: string;
}

export interface Instantane {
  /** Nom du fichier, sans chemin ; `null` si l'hôte ne le connaît pas. */
  readonly nom: string | null;
  /** `vivant` : Excel calcule, ses valeurs font foi. `enregistre` : valeurs laissées par le dernier logiciel. */
  readonly calcul: 'vivant' | 'enregistre';
  readonly dates1904: boolean;
  readonly feuilles: readonly Feuille[];
  readonly noms: readonly NomDefini[];
  /** Formules telles qu'Excel les affiche (sa langue, ses séparateurs), par leur écriture anglaise ; absent hors d'Excel. */
  readonly formulesLocales?: ReadonlyMap<string, string>;
}

/**
 * Au-delà de ce nombre de lignes non vides, un hôte cesse de lire une feuille : les annexes 5.2
 * et 5.3 tiennent en moins de cent lignes, une feuille étrangère peut en compter un million.
 */
export const PLAFOND_LIGNES = 2000;

const COLONNES_MAX = 16384;

/** Clé d'une cellule dans `Feuille.cellules`. */
export function cleCellule(ligne: number, colonne: number): number {
  return ligne * COLONNES_MAX + (colonne - 1);
}

/** Cellule (ligne, colonne) d'une feuille, ou `undefined` si elle n'a ni valeur ni style. */
export function celluleDe(feuille: Feuille, ligne: number, colonne: number): Cellule | undefined {
  return feuille.cellules.get(cleCellule(ligne, colonne));
}

export function isErreur(valeur: Valeur): valeur is Erreur {
  return typeof valeur === 'object' && valeur !== null;
}

/** Vrai pour `null` et pour un texte fait d'espaces. */
export function isVide(valeur: Valeur): boolean {
  return valeur === null || (typeof valeur === 'string' && valeur.trim() === '');
}
