/** Où en est l'utilisateur : onglet, liste ou détail, constat courant, filtre, groupes repliés. */
import type { Gravite } from '../../controles/constat';
import { FILTRE_INITIAL, type Filtre, type Groupement } from './filtre';

export type Onglet = 'controle' | 'cibles' | 'financement' | 'diagnostic';

export interface EtatNavigation {
  readonly onglet: Onglet;
  /** L'écran des options recouvre les onglets. */
  readonly options: boolean;
  /** L'aperçu des corrections recouvre la liste. */
  readonly corrections: boolean;
  /** Identité du constat ouvert ; `null` : la liste. */
  readonly ouvert: string | null;
  /** Dernier constat ouvert : la liste y revient. */
  readonly retenu: string | null;
  readonly filtre: Filtre;
  /** Clés des groupes repliés. */
  readonly replies: ReadonlySet<string>;
}

export const NAVIGATION_INITIALE: EtatNavigation = {
  onglet: 'controle', options: false, corrections: false, ouvert: null, retenu: null, filtre: FILTRE_INITIAL, replies: new Set(),
};

export type ActionNavigation =
  | { readonly type: 'onglet'; readonly onglet: Onglet }
  | { readonly type: 'options'; readonly ouvertes: boolean }
  | { readonly type: 'corrections'; readonly ouvertes: boolean }
  | { readonly type: 'ouvrir'; readonly id: string }
  | { readonly type: 'fermer' }
  | { readonly type: 'gravite'; readonly gravite: Gravite | null }
  | { readonly type: 'ignores' }
  | { readonly type: 'groupement'; readonly groupement: Groupement }
  | { readonly type: 'recherche'; readonly recherche: string }
  | { readonly type: 'sans_filtre' }
  | { readonly type: 'replier'; readonly cle: string };

function basculer(ensemble: ReadonlySet<string>, cle: string): ReadonlySet<string> {
  const copie = new Set(ensemble);
  if (!copie.delete(cle)) copie.add(cle);
  return copie;
}

export function reduireNavigation(etat: EtatNavigation, action: ActionNavigation): EtatNavigation {
  switch (action.type) {
    case 'onglet':
      return { ...etat, onglet: action.onglet, options: false, corrections: false };
    case 'options':
      return { ...etat, options: action.ouvertes };
    case 'corrections':
      return { ...etat, onglet: 'controle', options: false, corrections: action.ouvertes };
    case 'ouvrir':
      return { ...etat, onglet: 'controle', options: false, corrections: false, ouvert: action.id, retenu: action.id };
    case 'fermer':
      return { ...etat, ouvert: null };
    case 'gravite':
      // Presser deux fois le même compteur ôte le filtre.
      return { ...etat, filtre: { ...etat.filtre, ignores: false, gravite: etat.filtre.gravite === action.gravite ? null : action.gravite } };
    case 'ignores':
      return { ...etat, filtre: { ...etat.filtre, ignores: !etat.filtre.ignores, gravite: null } };
    case 'groupement':
      return { ...etat, filtre: { ...etat.filtre, groupement: action.groupement }, replies: new Set() };
    case 'recherche':
      return { ...etat, filtre: { ...etat.filtre, recherche: action.recherche } };
    case 'sans_filtre':
      return { ...etat, filtre: { ...FILTRE_INITIAL, groupement: etat.filtre.groupement } };
    case 'replier':
      return { ...etat, replies: basculer(etat.replies, action.cle) };
  }
}

export interface Voisins {
  readonly precedent: string | null;
  readonly suivant: string | null;
  /** Rang du constat dans la liste affichée ; `null` s'il n'y est plus. */
  readonly rang: number | null;
}

/**
 * Voisins d'un constat dans l'ordre affiché. Un constat résolu ou filtré n'y est plus : on repart de
 * la place qu'il occupait (`dernierRang`).
 */
export function voisins(ids: readonly string[], courant: string, dernierRang = 0): Voisins {
  const rang = ids.indexOf(courant);
  if (rang >= 0) return { precedent: ids[rang - 1] ?? null, suivant: ids[rang + 1] ?? null, rang };
  const place = Math.min(dernierRang, ids.length - 1);
  return { precedent: ids[place - 1] ?? null, suivant: ids[Math.max(0, place)] ?? null, rang: null };
}
