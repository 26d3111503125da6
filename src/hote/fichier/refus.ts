/** Pannes de l'hôte fichier : une phrase pour la cause, une pour la suite à donner. */
import { ErreurHote } from '../port';

const REENREGISTRER = 'Rouvrez-le dans votre tableur, laissez-le réparer le fichier au besoin, puis enregistrez-le au format .xlsx.';

/** Le fichier est abîmé ; `detail` complète « Ce classeur est endommagé : ». */
export function endommage(detail: string, cause?: unknown): ErreurHote {
  return new ErreurHote('illisible', `Ce classeur est endommagé : ${detail}. ${REENREGISTRER}`, { cause });
}

/** Le fichier est entier, mais d'une forme que l'outil ne lit pas. */
export function formeNonLue(detail: string): ErreurHote {
  return new ErreurHote('format', `Ce classeur ne peut pas être lu : ${detail}. ${REENREGISTRER}`);
}

export function tropGrand(detail: string): ErreurHote {
  return new ErreurHote(
    'trop_grand',
    `Ce classeur est trop volumineux : ${detail}. Enregistrez dans un nouveau classeur les seules feuilles du contrat (tableau de bord et plan d’action), puis recommencez.`,
  );
}
