/** Erreurs d'Office.js, traduites en pannes d'hôte : la cause, puis la suite à donner. */
import { ErreurHote } from '../port';
import type { MotifErreurHote } from '../port';

interface Traduction {
  readonly motif: MotifErreurHote;
  readonly message: string;
}

const EDITION: Traduction = {
  motif: 'edition',
  message: 'Une cellule est en cours de saisie dans Excel. Validez-la (Entrée) ou annulez-la (Échap), puis recommencez.',
};
const TROP_GRAND: Traduction = {
  motif: 'trop_grand',
  message:
    'Excel refuse un échange aussi volumineux. Retirez du classeur les feuilles étrangères au contrat, ou contrôlez le fichier sans Excel (page locale ou ligne de commande).',
};
const DISPARU: Traduction = {
  motif: 'interne',
  message: 'Une feuille a été supprimée ou renommée pendant l’opération. Relancez le contrôle.',
};
const PROTEGE: Traduction = {
  motif: 'protege',
  message:
    'Excel refuse cette opération : le classeur ou la feuille est protégé, ou ouvert en lecture seule. Ôtez la protection (onglet Révision) ou enregistrez une copie, puis recommencez.',
};
const HORS_LIGNE: Traduction = {
  motif: 'hors_ligne',
  message: 'Excel ne répond plus : la connexion au classeur est perdue. Vérifiez le réseau, rouvrez le classeur, puis recommencez.',
};
const OCCUPE: Traduction = {
  motif: 'edition',
  message: 'Excel est occupé, ou une de ses boîtes de dialogue est ouverte. Fermez-la, attendez un instant, puis recommencez.',
};
const TROP_ANCIEN: Traduction = {
  motif: 'interne',
  message: 'Cette version d’Excel ne connaît pas une fonction nécessaire. Mettez Excel à jour (Office 2021 au moins), ou contrôlez le fichier sans Excel.',
};

const PAR_CODE: Readonly<Record<string, Traduction>> = {
  InvalidOperationInCellEditMode: EDITION,
  RequestPayloadSizeLimitExceeded: TROP_GRAND,
  ResponsePayloadSizeLimitExceeded: TROP_GRAND,
  ItemNotFound: DISPARU,
  InvalidReference: DISPARU,
  InvalidObjectPath: DISPARU,
  AccessDenied: PROTEGE,
  ReadOnlyMode: PROTEGE,
  InvalidOrTimedOutSession: HORS_LIGNE,
  ServiceNotAvailable: HORS_LIGNE,
  Unauthenticated: HORS_LIGNE,
  ConnectionFailure: HORS_LIGNE,
  ActivityLimitReached: OCCUPE,
  RequestAborted: OCCUPE,
  WriteNotSupportedWhenModalDialogOpen: OCCUPE,
  ApiNotFound: TROP_ANCIEN,
};

interface ErreurOffice {
  readonly code?: unknown;
  readonly debugInfo?: { readonly errorLocation?: unknown };
}

/** Code d'une erreur d'Office.js (« ItemNotFound »…), ou `null` si ce n'en est pas une. */
export function codeErreur(erreur: unknown): string | null {
  const { code } = (erreur ?? {}) as ErreurOffice;
  return typeof code === 'string' ? code : null;
}

/** Membre d'API où Excel a échoué (« Range.getMergedAreasOrNullObject »), ou la chaîne vide. */
export function lieuErreur(erreur: unknown): string {
  const lieu = ((erreur ?? {}) as ErreurOffice).debugInfo?.errorLocation;
  return typeof lieu === 'string' ? lieu : '';
}

/** Panne montrable ; une `ErreurHote` passe telle quelle. */
export function traduireErreur(erreur: unknown): ErreurHote {
  if (erreur instanceof ErreurHote) return erreur;
  const code = codeErreur(erreur);
  const traduction = code === null ? undefined : PAR_CODE[code];
  if (traduction) return new ErreurHote(traduction.motif, traduction.message, { cause: erreur });
  const detail = code ?? (erreur instanceof Error ? erreur.message : String(erreur));
  const message = `Excel a renvoyé une erreur inattendue (${detail}). Recommencez ; si elle persiste, enregistrez, fermez et rouvrez le classeur.`;
  return new ErreurHote('interne', message, { cause: erreur });
}
