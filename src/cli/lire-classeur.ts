/** Lit un fichier sur le disque, et un classeur avec ce qu'il garde de nos contrôles. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Instantane } from '../classeur/instantane';
import { DONNEES_VIDES, type Donnees } from '../decisions/donnees';
import { justifier, optionsGardees } from '../decisions/gardees';
import { lireXml } from '../decisions/lire-xml';
import { lireDonneesProjet } from '../hote/fichier/donnees-projet';
import { lireClasseur } from '../hote/fichier/lire';
import { ErreurHote } from '../hote/port';
import { analyser, type Analyse } from '../moteur/analyser';
import type { Sortie } from './sortie';

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

export interface ClasseurLu {
  readonly instantane: Instantane;
  readonly donnees: Donnees;
}

const SANS_ELLES = 'les justifications et rattachements gardés dans le classeur sont illisibles ; le contrôle s’est fait sans eux.';

/** Nos données dans un classeur ; illisibles, elles se disent et ne comptent pas : le classeur, lui, se contrôle. */
export function lireDonneesGardees(octets: Uint8Array, chemin: string, sortie: Pick<Sortie, 'signaler'>): Donnees {
  try {
    const { donnees, illisible } = lireXml(lireDonneesProjet(octets));
    if (illisible) sortie.signaler(`${chemin} : ${SANS_ELLES}`);
    return donnees;
  } catch (panne) {
    if (!(panne instanceof ErreurHote)) throw panne;
    sortie.signaler(`${chemin} : ${SANS_ELLES} (${panne.message})`);
    return DONNEES_VIDES;
  }
}

/** Contrôle un classeur avec ce qu'il garde ; le département demandé l'emporte. */
export function analyserLu({ instantane, donnees }: ClasseurLu, departement: string | null): Analyse {
  const gardees = optionsGardees(donnees);
  return justifier(analyser(instantane, { ...gardees, departement: departement ?? gardees.departement ?? null }), donnees.decisions);
}

/** Lève `ErreurHote`, ou l'erreur du système de fichiers. */
export async function lireClasseurDuDisque(chemin: string, sortie: Pick<Sortie, 'signaler'>): Promise<ClasseurLu> {
  const octets = await lireOctets(chemin);
  return { instantane: lireClasseur(octets, { nom: basename(chemin) }), donnees: lireDonneesGardees(octets, chemin, sortie) };
}
