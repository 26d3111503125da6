/**
 * Le port : ce que le volet, la page et la ligne de commande attendent d'un hôte.
 *
 * Deux hôtes le réalisent : `hote/excel` (Office.js) et `hote/fichier` (.xlsx sans Excel).
 * Tout est asynchrone et clonable, pour pouvoir passer un worker. Un hôte qui ne sait pas
 * faire quelque chose ne fournit pas la capacité ; il n'en simule jamais une.
 */
import type { Emplacement } from '../classeur/adresse';
import type { Instantane } from '../classeur/instantane';
import type { PlanEcritures } from '../corrections/plan';

/** Ce qu'un hôte a fait d'un plan d'écritures. */
export type ResultatEcriture =
  | { readonly etat: 'applique'; readonly ecrites: readonly Emplacement[] }
  /** Une valeur attendue avait changé, ou une cellule refuse l'écriture : rien n'est écrit. */
  | { readonly etat: 'refuse'; readonly raisons: readonly RaisonRefus[] }
  /** L'hôte a échoué en route : ce qui reste écrit malgré le retour en arrière. */
  | { readonly etat: 'echec'; readonly message: string; readonly restantes: readonly Emplacement[] };

export interface RaisonRefus {
  readonly emplacement: Emplacement;
  /** Phrase en français, avec la suite à donner. */
  readonly message: string;
}

/** Changement annoncé par l'hôte : un indice, jamais un inventaire. */
export interface Changement {
  readonly feuille: string | null;
  readonly distant: boolean;
  /** Vrai si l'hôte sait que la saisie est achevée : inutile d'attendre le calme pour recontrôler. */
  readonly acheve?: boolean;
}

export interface Hote {
  /** Lit tout ce qui sert au contrôle. Lève `ErreurHote`. */
  lire(): Promise<Instantane>;
  /** Relit les valeurs attendues, puis écrit tout ou rien. Ne lève que pour une panne de l'hôte. */
  appliquer(plan: PlanEcritures): Promise<ResultatEcriture>;
  /** Données du projet rangées dans le classeur (partie customXml), ou `null` s'il n'y en a pas. */
  lireDonnees(): Promise<string | null>;
  /** Remplace les données du projet ; `null` les retire du classeur. */
  ecrireDonnees(xml: string | null): Promise<void>;
  /** Mène l'utilisateur à une cellule ; absent si l'hôte n'a pas d'écran. */
  readonly selectionner?: (emplacement: Emplacement, options?: { demasquer?: boolean }) => Promise<ResultatSelection>;
  /** Ajoute à la fin du classeur les feuilles d'un .xlsx, mise en forme comprise ; rend leurs identités. */
  readonly insererFeuilles?: (octets: Uint8Array) => Promise<readonly string[]>;
  /** S'abonne aux changements ; rend la fonction de désabonnement. */
  readonly ecouter?: (surChangement: (changement: Changement) => void) => Promise<() => Promise<void>>;
}

export type ResultatSelection = 'selectionnee' | 'feuille_masquee' | 'introuvable';

export type MotifErreurHote =
  | 'illisible'
  | 'chiffre'
  | 'format'
  | 'trop_grand'
  | 'vide'
  | 'edition'
  | 'hors_ligne'
  | 'protege'
  | 'interne';

/** Panne d'un hôte, avec une phrase montrable (cause, puis suite à donner). */
export class ErreurHote extends Error {
  constructor(
    readonly motif: MotifErreurHote,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'ErreurHote';
  }
}
