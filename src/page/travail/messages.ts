/** Ce qui passe entre la page et son worker : des demandes numérotées, et leurs réponses. */
import { ErreurHote, type MotifErreurHote } from '../../hote/port';
import type { Ouvrier } from './ouvrier';

export type NomTache = keyof Ouvrier;

export interface Demande {
  readonly id: number;
  readonly tache: NomTache;
  readonly parametres: readonly unknown[];
}

/** Une panne, sous une forme clonable : les classes d'erreur ne traversent pas. */
export interface PanneTransmise {
  /** `null` : une faute de notre fait, non une panne de l'hôte. */
  readonly motif: MotifErreurHote | null;
  readonly message: string;
}

export type Reponse =
  | { readonly id: number; readonly resultat: unknown }
  | { readonly id: number; readonly panne: PanneTransmise };

export function transmettre(erreur: unknown): PanneTransmise {
  if (erreur instanceof ErreurHote) return { motif: erreur.motif, message: erreur.message };
  return { motif: null, message: erreur instanceof Error ? erreur.message : String(erreur) };
}

export function retablir({ motif, message }: PanneTransmise): Error {
  return motif === null ? new Error(message) : new ErreurHote(motif, message);
}
