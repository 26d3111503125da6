/**
 * Le dossier : ce que la lecture tolérante a reconnu dans un classeur. Le tableau de bord
 * (annexe 5.2) et le plan d'action (annexe 5.3) y sont rapprochés du référentiel, sans une valeur
 * recopiée : on garde où lire, pas ce qu'on a lu.
 */
import type { CodeIndicateur } from '../referentiel/indicateurs';
import type { NumeroObjectif } from '../referentiel/objectifs';
import type { Periode } from '../referentiel/periode';
import type { Feuille, Instantane, Plage } from './instantane';

export type Bloc = 'diagnostic' | 'cible' | 'atteinte';

/** Une colonne de chiffres du tableau de bord. */
export interface Moment {
  readonly bloc: Bloc;
  readonly annee: number;
  readonly colonne: number;
}

/** Libellé rapproché d'un libellé officiel. */
export interface Libelle {
  readonly texte: string;
  readonly ligne: number;
  readonly colonne: number;
  /** Libellé officiel retenu. */
  readonly officiel: string;
  /** Vrai si les deux ne diffèrent que par la casse, les accents, les espaces, les apostrophes ou un numéro en tête. */
  readonly exact: boolean;
}

export interface LigneIndicateur {
  readonly code: CodeIndicateur;
  readonly ligne: number;
  readonly libelle: Libelle;
}

/** Un objectif dans une feuille : son libellé et toutes ses lignes, de haut en bas. */
export interface BlocObjectif {
  readonly numero: NumeroObjectif;
  readonly libelle: Libelle;
  readonly lignes: readonly number[];
}

export type NatureAnomalie =
  /** Le même objectif, ou le même indicateur d'un objectif, une seconde fois. */
  | 'doublon_objectif'
  | 'doublon_indicateur'
  /** Objectif non reconnu : objectif local. */
  | 'objectif_inconnu'
  /** Deux libellés officiels sont aussi proches l'un que l'autre. */
  | 'objectif_ambigu'
  | 'indicateur_ambigu';

export interface Anomalie {
  readonly nature: NatureAnomalie;
  readonly ligne: number;
  readonly colonne: number;
  readonly texte: string;
  readonly objectif: NumeroObjectif | null;
  readonly indicateur: CodeIndicateur | null;
  /** Libellés officiels entre lesquels on n'a pas tranché. */
  readonly candidats: readonly string[];
}

/** Colonne attendue par l'annexe et introuvable dans l'en-tête. */
export interface ColonneManquante {
  readonly libelle: string;
  /** Cellule d'en-tête la plus parlante (celle du bloc, sinon la dernière de l'en-tête). */
  readonly ligne: number;
  readonly colonne: number;
}

export interface TableauDeBord {
  readonly feuille: Feuille;
  readonly periode: Periode;
  readonly enTete: Plage;
  readonly colonnes: {
    readonly mesure: number | null;
    readonly objectif: number | null;
    readonly indicateur: number;
  };
  /** Colonnes de chiffres, de gauche à droite. */
  readonly moments: readonly Moment[];
  readonly objectifs: ReadonlyMap<NumeroObjectif, BlocObjectif>;
  readonly indicateurs: ReadonlyMap<CodeIndicateur, LigneIndicateur>;
  readonly colonnesManquantes: readonly ColonneManquante[];
  readonly anomalies: readonly Anomalie[];
  /** Dernière ligne du tableau. */
  readonly derniereLigne: number;
}

export interface ColonneMontant {
  readonly colonne: number;
  readonly libelle: string;
}

export interface PlanAction {
  readonly feuille: Feuille;
  readonly periode: Periode;
  readonly enTete: Plage;
  /** `annees` : une colonne d'actions par année ; `calendrier` : une colonne d'actions et un calendrier. */
  readonly forme: 'annees' | 'calendrier';
  readonly colonnes: {
    readonly mesure: number | null;
    readonly objectif: number;
    /** Colonnes où se rédigent les actions, de gauche à droite. */
    readonly actions: readonly number[];
    readonly partenaires: number | null;
    /** Colonnes d'années (d'actions ou de calendrier). */
    readonly annees: ReadonlyMap<number, number>;
    readonly departement: number | null;
    readonly etat: number | null;
    readonly total: number | null;
    readonly modalites: number | null;
    /** Montants de partenaires sous « Financements prévus » : dans le total, jamais dans la parité. */
    readonly partenairesFinanciers: readonly ColonneMontant[];
  };
  readonly objectifs: ReadonlyMap<NumeroObjectif, BlocObjectif>;
  /** Lignes d'objectifs locaux : comptées dans TOTAL. */
  readonly lignesLocales: readonly number[];
  readonly ligneTotal: number | null;
  readonly colonnesManquantes: readonly ColonneManquante[];
  readonly anomalies: readonly Anomalie[];
  readonly derniereLigne: number;
}

export type ProvenanceDepartement = 'option' | 'titre' | 'page de garde' | 'nom de fichier';

export interface DepartementLu {
  readonly code: string;
  readonly nom: string;
  readonly provenance: ProvenanceDepartement;
  /** Autres départements lus ailleurs dans le classeur (désaccord à dire). */
  readonly desaccords: readonly { readonly code: string; readonly nom: string; readonly provenance: ProvenanceDepartement }[];
}

export interface Dossier {
  readonly instantane: Instantane;
  readonly tableau: TableauDeBord | null;
  readonly plan: PlanAction | null;
  /** Feuilles candidates écartées faute de pouvoir choisir (deux tableaux de bord, par exemple). */
  readonly feuillesEcartees: readonly { readonly feuille: Feuille; readonly nature: 'tableau' | 'plan' }[];
  readonly departement: DepartementLu | null;
  readonly periode: Periode;
}
