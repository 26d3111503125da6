/** Sommes sur un lot : ce qui manque est compté et dit, jamais compté zéro. */

export interface Somme {
  readonly total: number;
  /** Classeurs dont la valeur entre dans la somme. */
  readonly connus: number;
  /** Classeurs attendus dont la valeur manque. */
  readonly manquants: number;
}

export function sommer(valeurs: readonly (number | null | undefined)[]): Somme {
  const connues = valeurs.filter((valeur) => valeur != null);
  return {
    total: exact(connues),
    connus: connues.length,
    manquants: valeurs.length - connues.length,
  };
}

/**
 * Somme sans dérive binaire : les montants s'additionnent en centimes, les effectifs en entiers.
 * Cent départements d'euros et de centimes restent justes au centime.
 */
function exact(valeurs: readonly number[]): number {
  return valeurs.reduce((total, valeur) => total + Math.round(valeur * 100), 0) / 100;
}

/** Taux d'un lot : somme des numérateurs sur somme des dénominateurs, jamais une moyenne de taux. */
export interface TauxPondere {
  readonly taux: number | null;
  readonly numerateur: number;
  readonly denominateur: number;
  readonly connus: number;
  readonly manquants: number;
}

/** Opérandes connus : un dénominateur nul n'est une donnée que si le numérateur l'est aussi (aucun retour, aucun accompagné). */
function isComplet(paire: { readonly numerateur: number | null; readonly denominateur: number | null }): paire is { numerateur: number; denominateur: number } {
  const { numerateur, denominateur } = paire;
  if (numerateur === null || denominateur === null) return false;
  return denominateur > 0 || (denominateur === 0 && numerateur === 0);
}

export function ponderer(operandes: readonly { readonly numerateur: number | null; readonly denominateur: number | null }[]): TauxPondere {
  const complets = operandes.filter(isComplet);
  const numerateur = exact(complets.map((paire) => paire.numerateur));
  const denominateur = exact(complets.map((paire) => paire.denominateur));
  return {
    taux: denominateur > 0 ? numerateur / denominateur : null,
    numerateur,
    denominateur,
    connus: complets.length,
    manquants: operandes.length - complets.length,
  };
}
