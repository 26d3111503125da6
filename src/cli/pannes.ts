/** Une panne, dite en une ligne à l'utilisateur : jamais de pile. */
import { ErreurHote } from '../hote/port';

const SYSTEME: Readonly<Record<string, string>> = {
  ENOENT: 'Ce fichier est introuvable : vérifiez son nom et son dossier.',
  ENOTDIR: 'Ce fichier est introuvable : vérifiez son nom et son dossier.',
  EACCES: "L'accès à ce fichier est refusé : vérifiez vos droits.",
  EPERM: "L'accès à ce fichier est refusé : vérifiez vos droits.",
  EBUSY: 'Ce fichier est utilisé par un autre logiciel : fermez-le, puis recommencez.',
  EISDIR: 'Ce chemin est celui d’un dossier.',
  ENAMETOOLONG: 'Ce chemin est trop long.',
  EIO: 'Ce fichier ne se lit pas sur son support : copiez-le sur le poste, puis recommencez.',
};

/** Phrase à montrer : cause, et suite à donner quand on la connaît. */
export function decrirePanne(panne: unknown): string {
  if (panne instanceof ErreurHote) return panne.message;
  const { code, message = String(panne) } = Object(panne) as { code?: string; message?: string };
  const phrase = SYSTEME[code ?? ''];
  if (phrase !== undefined) return phrase;
  return `Erreur inattendue (${message.replace(/\s+/g, ' ')}) : signalez-la aux mainteneurs, avec le fichier si vous le pouvez.`;
}
