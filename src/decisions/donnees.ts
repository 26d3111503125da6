/**
 * Ce que le projet garde dans le classeur : les constats ignorés avec un motif, les rattachements
 * faits à la main, les préférences. Rien d'autre, et rien ailleurs.
 */
import type { RattachementManuel } from '../classeur/rattachements';
import type { CodeControle } from '../controles/codes';
import type { CodeIndicateur } from '../referentiel/indicateurs';
import type { NumeroObjectif } from '../referentiel/objectifs';

/** Sur quoi porte une décision : ni la cellule ni la feuille, qui peuvent bouger. */
export interface Sujet {
  readonly code: CodeControle;
  readonly objectif: NumeroObjectif | null;
  readonly indicateur: CodeIndicateur | null;
  readonly annee: number | null;
}

/** Une alerte justifiée, ou une information écartée : visible du relecteur, jamais un bloquant. */
export interface Decision extends Sujet {
  /** Empreinte de ce que montrait le constat (voir `empreinteDe`). */
  readonly empreinte: string;
  readonly motif: string;
  readonly auteur: string;
  /** Jour de la décision, « AAAA-MM-JJ ». */
  readonly date: string;
  /** Le message du constat au jour de la décision, pour qui relit une décision tombée. */
  readonly objet: string;
}

export interface Preferences {
  /** Code du département, quand le classeur ne le dit pas. */
  readonly departement: string | null;
}

export interface Donnees {
  readonly decisions: readonly Decision[];
  readonly rattachements: readonly RattachementManuel[];
  readonly preferences: Preferences;
}

export const DONNEES_VIDES: Donnees = { decisions: [], rattachements: [], preferences: { departement: null } };

export function isSansDonnees({ decisions, rattachements, preferences }: Donnees): boolean {
  return decisions.length === 0 && rattachements.length === 0 && preferences.departement === null;
}
