/** Ce que le diagnostic propose d'écrire : des données, que montre un aperçu et que tranche l'utilisateur. */
import type { Emplacement } from '../classeur/adresse';
import type { Contenu } from '../corrections/plan';
import type { CodeIndicateur } from '../referentiel/indicateurs';
import type { NumeroObjectif } from '../referentiel/objectifs';

/** D'où vient une valeur. */
export interface Origine {
  readonly type: 'trame' | 'insee' | 'reprise';
  /** Source de la donnée ; `null` si la trame ne la dit pas. */
  readonly source: string | null;
  readonly millesime: string | null;
  /** « ligne 12 de trame.csv », « D9 ». */
  readonly place: string;
}

export type NatureProposition =
  /** Cellule vide, qui serait remplie. */
  | 'remplir'
  /** La cellule porte autre chose (une valeur, ou « ND ») : garder ou remplacer. */
  | 'remplacer'
  | 'identique'
  /** La cellule se calcule : elle n'est jamais remplacée par une valeur. */
  | 'formule'
  /** La valeur proposée est impossible : elle ne s'écrit pas. */
  | 'refusee';

export interface Proposition {
  readonly indicateur: CodeIndicateur;
  /** `null` : délais de justice. */
  readonly objectif: NumeroObjectif | null;
  readonly nature: NatureProposition;
  readonly emplacement: Emplacement;
  /** « D9 ». */
  readonly adresse: string;
  /** Contenu relu avant d'écrire. */
  readonly avant: Contenu;
  /** Ce que la cellule recevrait ; `null` pour `formule` et `refusee`. */
  readonly apres: Contenu | null;
  /** Montrables : « vide », « 3 346 », « ND ». */
  readonly actuel: string;
  readonly propose: string;
  readonly origine: Origine;
  /** Rien ne s'écrit sans qu'on l'ait décidé. */
  readonly decision: boolean;
  /** Ce qu'il faut savoir avant de décider, en phrases. */
  readonly remarques: readonly string[];
}

/** Une ligne de la trame qui ne mène à aucune cellule. */
export interface NonRapprochee {
  /** Rang de la ligne dans la trame. */
  readonly rang: number;
  readonly place: string;
  readonly libelle: string;
  readonly propose: string;
  /** `absente` : l'indicateur est reconnu, mais le tableau de bord n'a pas sa ligne. */
  readonly motif: 'inconnue' | 'ambigue' | 'double' | 'absente';
  /** Phrase avec la suite à donner. */
  readonly message: string;
  /** Indicateurs entre lesquels choisir. */
  readonly candidats: readonly CodeIndicateur[];
}

/** Population « 0 à 6 ans » : encadrée par l'INSEE, jamais proposée. */
export interface RepereEnfants {
  readonly indicateur: 'o4-enfants' | 'o5-enfants';
  readonly adresse: string;
  /** Valeur de la cellule, ou celle que la trame y mettrait. */
  readonly valeur: number | null;
  readonly minimum: number;
  readonly maximum: number;
  /** Convention que la valeur semble suivre ; `null` : ni l'une ni l'autre, ou pas de valeur. */
  readonly convention: 'moins de six ans' | '0 à 6 ans' | null;
  readonly message: string;
}

export interface PropositionsDiagnostic {
  /** Dans l'ordre des annexes, une au plus par cellule. */
  readonly propositions: readonly Proposition[];
  readonly nonRapprochees: readonly NonRapprochee[];
  readonly enfants: readonly RepereEnfants[];
  /** Phrases sur l'ensemble : référence absente, taux non repris… */
  readonly remarques: readonly string[];
}
