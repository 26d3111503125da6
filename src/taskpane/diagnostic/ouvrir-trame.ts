/** Du fichier choisi à la trame : un classeur se lit d'abord, un texte se décode à la lecture. */
import { ErreurHote } from '../../hote/port';
import { lireXlsx } from '../communs/classeurs';
import type { TrameChoisie } from './brouillon';

/** Une trame compte une cinquantaine de lignes, ou une par département. */
const OCTETS_MAX = 20 * 1024 * 1024;

/** Lève `ErreurHote`. */
export async function lireFichier(fichier: File): Promise<TrameChoisie> {
  const nom = fichier.name;
  if (fichier.size > OCTETS_MAX) throw new ErreurHote('trop_grand', `Le fichier ${nom} dépasse 20 Mo : ce n’est pas une trame de diagnostic. Choisissez-en un autre.`);
  const octets = new Uint8Array(await fichier.arrayBuffer());
  const isClasseur = octets[0] === 0x50 && octets[1] === 0x4b;
  return { nom, contenu: isClasseur ? { instantane: await lireXlsx(octets, nom) } : { octets } };
}
