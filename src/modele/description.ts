/**
 * La description d'un classeur neuf : ses feuilles, cellule par cellule, sans format de fichier. Un
 * hôte la traduit : `hote/fichier/creer-classeur` en .xlsx, Excel en plages (valeurs, formules,
 * formats, fusions). Lignes et colonnes commencent à 1 ; largeurs en caractères, hauteurs en points.
 */
import type { Plage } from '../classeur/instantane';
import { identiteNouvelle, type Contenu, type Ecriture, type PlanEcritures } from '../corrections/plan';

export interface StyleDecrit {
  /** Code de format d'Excel, en anglais ; « General » par défaut. */
  readonly format?: string;
  readonly gras?: boolean;
  readonly italique?: boolean;
  /** En points ; 11 par défaut. */
  readonly taille?: number;
  /** Couleurs « RRVVBB ». */
  readonly couleur?: string;
  readonly fond?: string;
  /** Filet fin sur les quatre côtés. */
  readonly bordure?: boolean;
  /** Texte renvoyé à la ligne, centré en hauteur. */
  readonly renvoi?: boolean;
  readonly horizontal?: 'gauche' | 'centre' | 'droite';
}

export interface CelluleDecrite {
  readonly ligne: number;
  readonly colonne: number;
  /** `{ valeur: null }` : cellule vide, mais mise en forme. */
  readonly contenu: Contenu;
  /** Nom d'un style de `ClasseurDecrit.styles`. */
  readonly style: string;
}

/** Règle de saisie. Elle avertit sans interdire : « ND » doit pouvoir s'écrire. */
export interface ValidationDecrite {
  readonly plages: readonly Plage[];
  readonly regle: { readonly nature: 'decimal'; readonly minimum: number } | { readonly nature: 'liste'; readonly valeurs: readonly string[] };
  readonly titre: string;
  readonly message: string;
}

export interface FeuilleDecrite {
  readonly nom: string;
  /** Ligne par ligne, de gauche à droite. */
  readonly cellules: readonly CelluleDecrite[];
  readonly fusions: readonly Plage[];
  readonly largeurs: ReadonlyMap<number, number>;
  readonly hauteurs: ReadonlyMap<number, number>;
  readonly figees: { readonly lignes: number; readonly colonnes: number };
  /** Lignes d'en-tête répétées à chaque page imprimée (A4 paysage, une page de large). */
  readonly enTete: { readonly premiere: number; readonly derniere: number } | null;
  readonly validations: readonly ValidationDecrite[];
}

export interface ClasseurDecrit {
  /** Titre du document. */
  readonly titre: string;
  readonly styles: Readonly<Record<string, StyleDecrit>>;
  readonly feuilles: readonly FeuilleDecrite[];
}

/**
 * Les valeurs et les formules seules, pour un hôte qui ne sait pas insérer un classeur entier :
 * les feuilles créées se lisent et se contrôlent, sans la mise en forme.
 */
export function planDuClasseur({ feuilles }: ClasseurDecrit, raison: string): PlanEcritures {
  const ecritures = feuilles.flatMap(({ nom, cellules }) =>
    cellules.flatMap(({ ligne, colonne, contenu }): Ecriture[] =>
      'valeur' in contenu && contenu.valeur === null ? [] : [{ feuille: identiteNouvelle(nom), ligne, colonne, avant: { valeur: null }, apres: contenu, raison }]));
  return { ecritures, nouvellesFeuilles: feuilles.map(({ nom }) => nom) };
}
