/** Les sortes de fonctions de feuille de calcul, selon ce qu'elles reçoivent de leurs arguments. */
import type { Valeur } from '../../classeur/instantane';
import type { Environnement } from '../environnement';
import type { Noeud } from '../noeuds';
import type { Resultat } from '../resultats';

export type Evaluer = (noeud: Noeud, env: Environnement) => Resultat;

interface Arite {
  readonly min: number;
  readonly max: number;
}

/** Ne voit que des valeurs seules ; se répète terme à terme sur une plage, en mode matriciel. */
export interface FonctionScalaire extends Arite {
  readonly genre: 'scalaire';
  /** Vrai : reçoit les erreurs au lieu de les propager. */
  readonly voitErreurs?: boolean;
  readonly calculer: (valeurs: readonly Valeur[], env: Environnement) => Valeur;
}

/** Reçoit plages et matrices telles quelles. */
export interface FonctionLibre extends Arite {
  readonly genre: 'libre';
  /** Vrai : ses arguments se calculent terme à terme même hors formule matricielle (SOMMEPROD). */
  readonly matriciel?: boolean;
  readonly calculer: (operandes: readonly Resultat[], env: Environnement) => Resultat;
}

/** N'évalue que les arguments dont elle a besoin (SI, SIERREUR). */
export interface FonctionParesseuse extends Arite {
  readonly genre: 'paresseuse';
  readonly calculer: (noeuds: readonly (Noeud | null)[], env: Environnement, evaluer: Evaluer) => Resultat;
}

/** Connue, mais volontairement pas calculée. */
export interface FonctionRefusee {
  readonly genre: 'refusee';
  readonly raison: string;
}

export type Fonction = FonctionScalaire | FonctionLibre | FonctionParesseuse | FonctionRefusee;
