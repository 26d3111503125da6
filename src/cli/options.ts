/** Ce que partagent les sous-commandes : options, lecture d'un fichier, listes de codes. */
import { readFile, stat } from 'node:fs/promises';
import { Option } from 'commander';
import { trouverDepartement } from '../classeur/departement';
import { ErreurHote } from '../hote/port';
import { ErreurUsage } from './usage';

/** Octets lus au plus : un classeur de contrat en compte quelques dizaines de milliers. */
const TAILLE_MAX = 256 * 1024 * 1024;

/** Octets d'un fichier. Lève `ErreurHote`, ou l'erreur du système de fichiers. */
export async function lireOctets(chemin: string): Promise<Uint8Array> {
  const etat = await stat(chemin);
  if (etat.isDirectory()) throw new ErreurHote('format', 'Ce chemin est celui d’un dossier : donnez un fichier.');
  if (!etat.isFile()) throw new ErreurHote('format', 'Ce chemin n’est pas celui d’un fichier ordinaire.');
  if (etat.size > TAILLE_MAX) throw new ErreurHote('trop_grand', 'Ce fichier dépasse 256 Mo : ce n’est pas un fichier de contrat.');
  return new Uint8Array(await readFile(chemin));
}

/** Code d'un département donné par son code ou son nom. Lève `ErreurUsage`. */
export function lireDepartement(valeur: string): string {
  const departement = trouverDepartement(valeur);
  if (!departement) throw new ErreurUsage(`département inconnu : ${valeur}. Donnez son code (87, 2A, 974) ou son nom (« Haute-Vienne »)`);
  return departement.code;
}

export const optionDepartement = (usage: string) => new Option('-d, --departement <CODE>', usage).argParser(lireDepartement);

export const optionEcraser = () => new Option('--ecraser', 'remplace un fichier de sortie déjà présent');

export const optionSimuler = () => new Option('-n, --simuler', 'montre ce qui serait écrit, sans rien écrire');

/** Liste de mots séparés par des virgules, des points-virgules ou des espaces. */
export function lireListe(valeur: string): readonly string[] {
  return valeur.split(/[\s,;]+/).filter((mot) => mot !== '');
}
