/**
 * Le banc d'essai : évalue une formule comme si des cellules du classeur portaient d'autres
 * valeurs, et note celles qu'elle a lues.
 */
import { celluleDe, cleCellule, type Feuille, type Valeur } from '../classeur/instantane';
import type { Classeur } from './classeur';
import type { Position } from './environnement';
import { evaluerCellule } from './evaluer';
import type { Noeud } from './noeuds';
import { creerRecalcul, environnement, type OptionsRecalcul } from './recalcul';
import { NonEvaluable } from './resultats';

/** Provision d'une évaluation : bien plus qu'il n'en faut, bien moins qu'une attaque. */
const BUDGET_ESSAI = 300_000;

export interface CelluleLue {
  readonly feuille: Feuille;
  readonly ligne: number;
  readonly colonne: number;
  /** `null` aussi pour une cellule à formule, recalculée à partir de celles qu'elle lit. */
  readonly valeur: Valeur;
  /** Vrai si sa valeur est une de celles qu'on a mises. */
  readonly tiree: boolean;
}

export interface Essai {
  readonly noeud: Noeud;
  readonly position: Position;
  readonly classeur: Classeur;
  /** Valeurs mises dans la feuille de la formule ; `undefined` : la cellule garde la sienne. */
  readonly valeurs: (ligne: number, colonne: number) => Valeur | undefined;
  /** Clés des cellules mises, absentes ou non du classeur. */
  readonly cles: Iterable<{ readonly ligne: number; readonly colonne: number }>;
  readonly arrondis: OptionsRecalcul['arrondis'];
  /** Vrai : les constantes et les vides des autres cellules sont tirés aussi. */
  readonly horsTableau?: (feuille: Feuille, ligne: number, colonne: number, valeur: Valeur) => Valeur | undefined;
  /** Reçoit chaque cellule que la formule lit, directement ou par d'autres formules. */
  readonly noter?: (lue: CelluleLue) => void;
}

export type ResultatEssai = { readonly valeur: Valeur; readonly refus: null } | { readonly valeur: null; readonly refus: NonEvaluable };

export function essayer(essai: Essai): ResultatEssai {
  const { noeud, position, classeur, noter } = essai;
  const substituer = (feuille: Feuille, ligne: number, colonne: number): Valeur | undefined => {
    if (feuille === position.feuille && ligne === position.ligne && colonne === position.colonne) {
      throw new NonEvaluable('la formule se renvoie à elle-même (référence circulaire)', 'circulaire');
    }
    const mise = feuille === position.feuille ? essai.valeurs(ligne, colonne) : undefined;
    if (mise !== undefined) {
      noter?.({ feuille, ligne, colonne, valeur: mise, tiree: true });
      return mise;
    }
    const cellule = celluleDe(feuille, ligne, colonne);
    if (cellule && cellule.formule !== null) {
      noter?.({ feuille, ligne, colonne, valeur: null, tiree: false });
      return undefined;
    }
    const valeur = essai.horsTableau?.(feuille, ligne, colonne, cellule?.valeur ?? null);
    noter?.({ feuille, ligne, colonne, valeur: valeur ?? cellule?.valeur ?? null, tiree: false });
    return valeur;
  };
  const options: OptionsRecalcul = {
    classeur, arrondis: essai.arrondis, budget: { reste: BUDGET_ESSAI }, substituer,
    ajoutees: (feuille) => (feuille === position.feuille ? essai.cles : []),
  };
  try {
    return { valeur: evaluerCellule(noeud, environnement(options, creerRecalcul(options), position)), refus: null };
  } catch (erreur) {
    if (erreur instanceof NonEvaluable) return { valeur: null, refus: erreur };
    throw erreur;
  }
}

/** Clé d'une cellule lue, propre à sa feuille. */
export function cleLue({ feuille, ligne, colonne }: Pick<CelluleLue, 'feuille' | 'ligne' | 'colonne'>): string {
  return `${feuille.id}!${String(cleCellule(ligne, colonne))}`;
}
