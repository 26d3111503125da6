/** Les valeurs d'une trame, quelle que soit sa forme. */
import type { CaseTrame } from './grille-trame';

/** Une valeur de la trame, avec ce qui l'entoure. */
export interface LigneTrame {
  /** Rang dans la trame : son identité. */
  readonly rang: number;
  /** « ligne 12 », « colonne F ». */
  readonly place: string;
  /** Libellé écrit. */
  readonly libelle: string;
  /** Code d'indicateur ou d'objectif écrit à côté ; vide s'il n'y en a pas. */
  readonly code: string;
  readonly objectif: string;
  /** Ce que désigne la case « département » de la ligne ; vide s'il n'y en a pas. */
  readonly departement: string;
  readonly valeur: CaseTrame;
  /** Vide : non précisé. */
  readonly source: string;
  readonly millesime: string;
}

/** Une trame telle que lue, tous départements confondus. */
export interface TrameBrute {
  readonly forme: 'lignes' | 'colonnes';
  readonly lignes: readonly LigneTrame[];
}

/** Les lignes d'un département, valeurs vides comprises. */
export interface TrameDuDepartement extends TrameBrute {
  /** Code du département que la trame désigne ; `null` si elle n'en désigne pas. */
  readonly departement: string | null;
}
