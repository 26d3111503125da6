/** Un plan d'écritures : des cellules nommées, ce qu'on s'attend à y trouver, ce qu'on y mettra. */
import type { Emplacement } from '../classeur/adresse';

/** Contenu d'une cellule : une constante, ou une formule anglaise avec son « = ». */
export type Contenu =
  | { readonly valeur: null | number | string | boolean }
  | { readonly formule: string };

export interface Ecriture extends Emplacement {
  /** Contenu relu avant d'écrire ; différent, rien n'est écrit. */
  readonly avant: Contenu;
  readonly apres: Contenu;
  /** Pourquoi, en une phrase pour l'utilisateur. */
  readonly raison: string;
}

export interface PlanEcritures {
  readonly ecritures: readonly Ecriture[];
  /** Feuilles à créer avant d'écrire (les écritures y renvoient par `feuille` = `nouvelle:NOM`). */
  readonly nouvellesFeuilles?: readonly string[];
  /**
   * Formules que le plan n'écrit pas mais dont la valeur enregistrée ne vaudra plus (elles dépendent
   * des cellules écrites). Un hôte fichier efface ces valeurs ; Excel, qui recalcule, n'en fait rien.
   */
  readonly perimees?: readonly Emplacement[];
}

/** Préfixe des écritures qui visent une feuille que leur plan crée. */
const PREFIXE_NOUVELLE = 'nouvelle:';

/** Identité que prend, dans un plan, une feuille à créer. */
export function identiteNouvelle(nom: string): string {
  return PREFIXE_NOUVELLE + nom;
}

/** Nom d'une feuille à créer (`nouvelle:NOM`), ou `null` pour une feuille existante. */
export function nomNouvelle(feuille: string): string | null {
  return feuille.startsWith(PREFIXE_NOUVELLE) ? feuille.slice(PREFIXE_NOUVELLE.length) : null;
}

export function isFormule(contenu: Contenu): contenu is { readonly formule: string } {
  return 'formule' in contenu;
}

/** Deux contenus sont les mêmes : même formule aux espaces près, ou même constante. */
export function memeContenu(a: Contenu, b: Contenu): boolean {
  if (isFormule(a) || isFormule(b)) {
    return isFormule(a) && isFormule(b) && a.formule.replace(/\s/g, '') === b.formule.replace(/\s/g, '');
  }
  return a.valeur === b.valeur;
}
