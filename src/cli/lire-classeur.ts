/** Lit un classeur sur le disque. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Instantane } from '../classeur/instantane';
import { lireClasseur } from '../hote/fichier/lire';
import { ErreurHote } from '../hote/port';

/** Octets lus au plus : un classeur de contrat en compte quelques dizaines de milliers. */
const TAILLE_MAX = 256 * 1024 * 1024;

/** Lève `ErreurHote`, ou l'erreur du système de fichiers. */
export async function lireClasseurDuDisque(chemin: string): Promise<Instantane> {
  const etat = await stat(chemin);
  if (etat.isDirectory()) throw new ErreurHote('format', 'Ce chemin est celui d’un dossier.');
  if (!etat.isFile()) throw new ErreurHote('format', 'Ce chemin n’est pas celui d’un fichier ordinaire.');
  if (etat.size > TAILLE_MAX) throw new ErreurHote('trop_grand', 'Ce fichier dépasse 256 Mo : ce n’est pas un classeur de contrat.');
  return lireClasseur(await readFile(chemin), { nom: basename(chemin) });
}
