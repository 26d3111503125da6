/** Ce que rend l'évaluation d'une formule, et ce qui l'empêche. */
import { type CodeErreur, type Erreur, type Feuille, type Plage, type Valeur } from '../classeur/instantane';

/** Référence à un rectangle de cellules, lue seulement quand une fonction en a besoin. */
export interface Reference extends Plage {
  readonly type: 'reference';
  readonly feuille: Feuille;
}

/** Tableau de valeurs calculées, au moins une ligne et une colonne. */
export interface Matrice {
  readonly type: 'matrice';
  readonly valeurs: readonly (readonly Valeur[])[];
}

export type Resultat = Valeur | Reference | Matrice;

export type MotifRefus = 'limite' | 'circulaire' | 'autre_classeur' | 'fonction' | 'volatile' | 'syntaxe' | 'donnees';

/**
 * Ce que le projet ne sait pas calculer (fonction inconnue, autre classeur, démesure…). Ce n'est
 * pas une erreur d'Excel : SIERREUR ne l'arrête pas, elle remonte jusqu'à l'appelant.
 */
export class NonEvaluable extends Error {
  constructor(
    /** Proposition française sans majuscule ni point : « la fonction CUBEVALUE n'est pas reconnue ». */
    readonly raison: string,
    readonly motif: MotifRefus = 'donnees',
    /** Cellule dont la formule n'a pu être calculée, quand on y est arrivé depuis une autre. */
    readonly source: { readonly feuille: Feuille; readonly ligne: number; readonly colonne: number } | null = null,
  ) {
    super(raison);
    this.name = 'NonEvaluable';
  }
}

function creer(erreur: CodeErreur): Erreur {
  return Object.freeze({ erreur });
}

export const DIV0 = creer('#DIV/0!');
export const VALEUR = creer('#VALUE!');
export const REF = creer('#REF!');
export const NOM = creer('#NAME?');
export const NOMBRE = creer('#NUM!');
export const ND = creer('#N/A');
export const NUL = creer('#NULL!');

export function isReference(resultat: Resultat): resultat is Reference {
  return typeof resultat === 'object' && resultat !== null && 'type' in resultat && resultat.type === 'reference';
}

export function isMatrice(resultat: Resultat): resultat is Matrice {
  return typeof resultat === 'object' && resultat !== null && 'type' in resultat && resultat.type === 'matrice';
}

export function isMultiple(resultat: Resultat): resultat is Reference | Matrice {
  return typeof resultat === 'object' && resultat !== null && 'type' in resultat;
}

/** Nombre fini, ou `#NUM!` : Excel n'a ni infini ni NaN. */
export function fini(nombre: number): number | Erreur {
  return Number.isFinite(nombre) ? nombre : NOMBRE;
}

