/** Ce qu'une évaluation a sous la main, et les conversions de plages en valeurs. */
import type { Feuille, Valeur } from '../classeur/instantane';
import { lireMatrice, type Classeur, type Lecture } from './classeur';
import { isMatrice, isReference, NonEvaluable, VALEUR, type Matrice, type Resultat } from './resultats';

/** Provision de calcul, décomptée à chaque cellule visitée : une formule démesurée est refusée. */
export interface Budget {
  reste: number;
}

export interface Position {
  readonly feuille: Feuille;
  readonly ligne: number;
  readonly colonne: number;
}

export interface Environnement {
  readonly classeur: Classeur;
  readonly lecture: Lecture;
  /** Cellule qui porte la formule. */
  readonly position: Position;
  /** Vrai : une plage se calcule terme à terme ; faux : Excel en prend la cellule de la même ligne ou colonne. */
  readonly matriciel: boolean;
  /** `ignores` : ARRONDI et ses pareilles rendent leur argument, pour comparer avant arrondi. */
  readonly arrondis: 'appliques' | 'ignores';
  /** Noms définis en cours d'évaluation : deux noms peuvent se citer l'un l'autre. */
  readonly noms: readonly string[];
  readonly budget: Budget;
  /** Vrai si la cellule porte un SOUS.TOTAL : un autre SOUS.TOTAL ne la recompte pas. */
  readonly porteSousTotal: (feuille: Feuille, ligne: number, colonne: number) => boolean;
}

export function depenser(budget: Budget, cout: number): void {
  budget.reste -= cout;
  if (budget.reste < 0) throw new NonEvaluable('le calcul est trop long', 'limite');
}

/** Valeur unique d'un résultat : intersection implicite d'une plage, premier terme d'une matrice. */
export function unique(resultat: Resultat, env: Environnement): Valeur {
  if (isMatrice(resultat)) return resultat.valeurs[0]![0]!;
  if (!isReference(resultat)) return resultat;
  const { feuille, ligne, colonne, derniereLigne, derniereColonne } = resultat;
  depenser(env.budget, 1);
  if (ligne === derniereLigne && colonne === derniereColonne) return env.lecture.lire(feuille, ligne, colonne);
  const ici = env.position;
  if (colonne === derniereColonne && ici.ligne >= ligne && ici.ligne <= derniereLigne) return env.lecture.lire(feuille, ici.ligne, colonne);
  if (ligne === derniereLigne && ici.colonne >= colonne && ici.colonne <= derniereColonne) return env.lecture.lire(feuille, ligne, ici.colonne);
  return VALEUR;
}

/** Valeur d'un argument qui n'en admet qu'une ; une plage à étaler n'y est pas calculée. */
export function seul(resultat: Resultat, env: Environnement): Valeur {
  if (!isSeul(resultat) && (env.matriciel || isMatrice(resultat))) throw new NonEvaluable('un calcul matriciel de cette forme n’est pas évalué');
  return unique(resultat, env);
}

/** Valeurs d'un résultat, ligne par ligne. */
export function grille(resultat: Resultat, env: Environnement): readonly (readonly Valeur[])[] {
  if (isMatrice(resultat)) return resultat.valeurs;
  if (!isReference(resultat)) return [[resultat]];
  const valeurs = lireMatrice(resultat, env.classeur, env.lecture);
  depenser(env.budget, valeurs.length * valeurs[0]!.length);
  return valeurs;
}

/** Valeur, ou cellule unique : inutile d'en faire une matrice. */
export function isSeul(resultat: Resultat): boolean {
  if (isReference(resultat)) return resultat.ligne === resultat.derniereLigne && resultat.colonne === resultat.derniereColonne;
  return !isMatrice(resultat);
}

export function matrice(valeurs: readonly (readonly Valeur[])[]): Matrice {
  return { type: 'matrice', valeurs };
}

/**
 * Applique une fonction de valeurs à des résultats : terme à terme sur les matrices, et aussi sur
 * les plages en mode matriciel ; sinon à leur valeur unique.
 */
export function etaler(operandes: readonly Resultat[], env: Environnement, calculer: (valeurs: readonly Valeur[]) => Valeur): Resultat {
  if (operandes.every(isSeul)) return calculer(operandes.map((operande) => unique(operande, env)));
  const etalables = env.matriciel ? operandes : operandes.map((operande) => (isMatrice(operande) ? operande : unique(operande, env)));
  return etalables.some((operande) => !isSeul(operande)) ? diffuser(etalables, env, calculer) : calculer(etalables as readonly Valeur[]);
}

/** Une ligne, une colonne ou une valeur seule se répète ; un terme absent vaut `#N/A`. */
function diffuser(operandes: readonly Resultat[], env: Environnement, calculer: (valeurs: readonly Valeur[]) => Valeur): Resultat {
  const grilles = operandes.map((operande) => grille(operande, env));
  const lignes = Math.max(...grilles.map((valeurs) => valeurs.length));
  const colonnes = Math.max(...grilles.map((valeurs) => valeurs[0]!.length));
  depenser(env.budget, lignes * colonnes);
  return matrice(Array.from({ length: lignes }, (_, ligne) =>
    Array.from({ length: colonnes }, (_vide, colonne) => calculer(grilles.map((valeurs) => terme(valeurs, ligne, colonne))))));
}

function terme(valeurs: readonly (readonly Valeur[])[], ligne: number, colonne: number): Valeur {
  const rangee = valeurs[valeurs.length === 1 ? 0 : ligne];
  if (!rangee) return { erreur: '#N/A' };
  const valeur = rangee[rangee.length === 1 ? 0 : colonne];
  return valeur === undefined ? { erreur: '#N/A' } : valeur;
}
