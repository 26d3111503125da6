/** Toute panne, de l'hôte ou de nous, en une phrase montrable. */
import { ErreurHote, type MotifErreurHote } from '../../hote/port';
import type { Panne } from './controle';

export const TITRES_PANNES: Readonly<Record<MotifErreurHote, string>> = {
  edition: 'Saisie en cours',
  hors_ligne: 'Connexion perdue',
  protege: 'Classeur protégé',
  trop_grand: 'Classeur trop volumineux',
  illisible: 'Classeur illisible',
  chiffre: 'Classeur protégé par un mot de passe',
  format: 'Format non reconnu',
  vide: 'Classeur vide',
  interne: 'Une erreur est survenue',
};

export function panneDe(erreur: unknown): Panne {
  if (erreur instanceof ErreurHote) return { motif: erreur.motif, message: erreur.message };
  // Un module du volet n'est pas venu : webpack nomme ainsi cet échec.
  if (erreur instanceof Error && erreur.name === 'ChunkLoadError') return { motif: 'hors_ligne', message: 'Une partie du volet n’a pas pu être chargée. Vérifiez le réseau, puis recommencez.' };
  const detail = erreur instanceof Error ? erreur.message : String(erreur);
  return { motif: 'interne', message: `Le contrôle s’est interrompu (${detail}). Recommencez ; si l’erreur persiste, fermez puis rouvrez le volet.` };
}
