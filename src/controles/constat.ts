/** Un constat est une donnée : ce qui ne va pas, où, ce qu'on attendait, et que faire. */
import type { Emplacement } from '../classeur/adresse';
import type { Contenu } from '../corrections/plan';
import type { CodeIndicateur } from '../referentiel/indicateurs';
import type { NumeroObjectif } from '../referentiel/objectifs';
import type { CodeControle } from './codes';

/** À corriger avant signature ; à justifier ; pour information. */
export type Gravite = 'bloquant' | 'alerte' | 'info';

/** Grandeur montrable : `valeur` se recalcule, `texte` se lit (« 17,5 % », « 4 400 enfants »). */
export interface Grandeur {
  readonly valeur: number | string | null;
  readonly unite: string | null;
  readonly texte: string;
}

export interface Correction {
  /** `automatique` : aucun chiffre affiché ne change ; `proposee` : se décide. */
  readonly type: 'automatique' | 'proposee';
  readonly emplacement: Emplacement;
  readonly avant: Contenu;
  readonly apres: Contenu;
  /** Format de nombre de la cellule : avant et après se montrent comme elle les affiche. */
  readonly format: string;
  readonly raison: string;
}

/** Pourquoi une alerte ou une information a été laissée telle quelle. */
export interface Justification {
  readonly motif: string;
  readonly auteur: string;
  /** « AAAA-MM-JJ ». */
  readonly date: string;
}

export interface Constat {
  readonly code: CodeControle;
  readonly gravite: Gravite;
  /** Identité de la feuille concernée ; `null` pour le classeur entier. */
  readonly feuille: string | null;
  /** Cellule à corriger ; `null` : la feuille ou le classeur. */
  readonly emplacement: Emplacement | null;
  readonly objectif: NumeroObjectif | null;
  readonly indicateur: CodeIndicateur | null;
  readonly annee: number | null;
  /** Ce qui ne va pas, en nommant objectif et indicateur. */
  readonly message: string;
  /** La suite à donner, à l'infinitif : « Saisir… », « Justifier… ». */
  readonly suite: string;
  readonly attendu: Grandeur | null;
  readonly trouve: Grandeur | null;
  /** Écart chiffré, en points et en volume (« il manque 83 entretiens pour 20 % »). */
  readonly ecart: string | null;
  /** Texte qui fonde le constat : « annexe 6, objectif 6, note 3 ». */
  readonly source: string;
  readonly correction: Correction | null;
  /**
   * Clés des causes : deux constats qui en partagent une ont la même origine. La cellule désignée
   * en est toujours une (voir `cleCause`).
   */
  readonly causes: readonly string[];
  /** Décision gardée dans le classeur ; une alerte justifiée reste une réserve. Absente : aucune. */
  readonly justification?: Justification;
}

/** Cause « cette cellule ». */
export function cleCause({ feuille, ligne, colonne }: Emplacement): string {
  return `${feuille}!${String(ligne)},${String(colonne)}`;
}
