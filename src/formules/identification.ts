/** Ce que calcule un taux : le vocabulaire commun de l'identification. */
import type { TableauDeBord, Moment } from '../classeur/dossier';
import type { Feuille, Valeur } from '../classeur/instantane';
import type { CodeIndicateur } from '../referentiel/indicateurs';
import type { Classeur } from './classeur';
import type { MotifRefus } from './resultats';
import type { Tirage } from './tirages';

export type CauseTaux =
  | 'inversion'
  | 'mauvais_numerateur'
  | 'mauvais_denominateur'
  /** Rapport de deux autres indicateurs. */
  | 'autre_rapport'
  /** Bonnes lignes, mais d'une autre année ou d'un autre bloc. */
  | 'mauvaise_colonne'
  /** Additionne ou soustrait au lieu de diviser. */
  | 'somme'
  /** Numérateur ou dénominateur augmenté d'autres lignes. */
  | 'ligne_en_trop'
  | 'un_operande'
  | 'recopie_taux'
  | 'produit'
  /** Le rapport multiplié par autre chose que 100, ou augmenté d'un nombre. */
  | 'facteur'
  /** Rend toujours la même valeur bien que la formule lise des cellules. */
  | 'constante_calculee'
  | 'texte'
  | 'erreur'
  /** Arrondi qui change le taux de plus d'un point. */
  | 'arrondi'
  /** Ne rend le rapport que dans certains cas, et pas dans celui du classeur. */
  | 'condition'
  | 'circulaire'
  | 'autre';

export interface Garde {
  /** Aucune erreur si le dénominateur est nul ou vide, ni si tout est vide. */
  readonly complete: boolean;
  /** Aucune erreur quand les deux opérandes sont vides. */
  readonly siVides: boolean;
  /** Ce qu'affiche la cellule quand tout est vide. */
  readonly repli: Valeur;
}

export interface TauxReconnu {
  /** `juste` : le rapport ; `centuple` : cent fois le rapport. */
  readonly nature: 'juste' | 'centuple';
  readonly numerateur: CodeIndicateur;
  /** Dénominateur lu : celui du taux, ou le même indicateur saisi pour un autre objectif. */
  readonly denominateur: CodeIndicateur;
  readonly garde: Garde;
  /** Vrai si la formule arrondit (d'un point au plus). */
  readonly arrondi: boolean;
}

export type IdentificationTaux =
  | { readonly nature: 'vide' }
  | { readonly nature: 'constante'; readonly valeur: Exclude<Valeur, null> }
  /** Nombres écrits dans la formule : `=410/3406`. */
  | { readonly nature: 'constante_cachee'; readonly valeur: Valeur; readonly description: string }
  | TauxReconnu
  | { readonly nature: 'faux'; readonly cause: CauseTaux; readonly description: string }
  | { readonly nature: 'non_evaluable'; readonly motif: MotifRefus; readonly raison: string };

/** Numérateur et dénominateur admis, et leurs lignes dans le tableau. */
export interface Couple {
  readonly numerateur: CodeIndicateur;
  readonly denominateur: CodeIndicateur;
  readonly ligneNumerateur: number;
  readonly ligneDenominateur: number;
}

export interface ContexteTaux {
  readonly classeur: Classeur;
  readonly tableau: TableauDeBord;
  readonly feuille: Feuille;
  readonly tirages: readonly Tirage[];
  /** Cellules tirées. */
  readonly cases: readonly { readonly ligne: number; readonly colonne: number }[];
  readonly code: CodeIndicateur;
  readonly ligne: number;
  readonly moment: Moment;
  /** Le premier est celui de la définition (DREES / CD) ; jamais vide. */
  readonly couples: readonly [Couple, ...Couple[]];
}

/** Écart relatif au-delà duquel deux résultats sont différents. */
const TOLERANCE = 1e-9;

export function proches(a: number, b: number): boolean {
  return Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
}

/** Un arrondi au point près (0,01 sur un taux entre 0 et 1) est admis. */
export const ARRONDI_ADMIS = 0.01;

/** Reconnue, et dans quel cas : son verdict peut dépendre de l'état du classeur. */
export interface Reconnaissance {
  readonly identification: IdentificationTaux;
  /** Vrai si la formule lit autre chose que ses deux opérandes, ou les compare à un nombre. */
  readonly conditionnelle: boolean;
  /** Vrai si elle lit des cellules hors des indicateurs : la reconnaissance ne vaut pas dans une autre colonne. */
  readonly locale: boolean;
}
