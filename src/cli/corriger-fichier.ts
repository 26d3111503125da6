/**
 * Écrit un fichier sans rien risquer : jamais sur une source, jamais sur un fichier déjà là sans
 * qu'on l'ait demandé, et d'un coup (fichier temporaire du même dossier, puis renommage).
 */
import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { decrirePanne } from './pannes';

/** Un refus d'écrire ; son message se montre tel quel. */
export class RefusEcrire extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'RefusEcrire';
  }
}

export interface OptionsEcriture {
  /** Remplacer un fichier déjà présent. */
  readonly ecraser: boolean;
  /** Fichiers qu'on ne remplace jamais : les sources. */
  readonly sources: readonly string[];
  /** Créer le dossier de sortie s'il manque (par défaut). */
  readonly creerDossier?: boolean;
  /** Copies déjà écrites par la même commande : on ne les remplace pas, même avec --ecraser. */
  readonly copies?: readonly string[];
}

/** `nommerSortie('a/contrat.xlsx', 'corrige', null)` → « a/contrat-corrige.xlsx » ; l'extension reste celle de la source. */
export function nommerSortie(source: string, suffixe: string, dossier: string | null): string {
  const extension = extname(source);
  const nom = `${basename(source, extension)}-${suffixe}${extension}`;
  return join(dossier ?? dirname(source), nom);
}

async function memeFichier(a: string, b: string): Promise<boolean> {
  if (resolve(a) === resolve(b)) return true;
  // En entiers longs : arrondis, les numéros de Windows confondraient deux fichiers.
  const [etatA, etatB] = await Promise.all([a, b].map((chemin) => stat(chemin, { bigint: true }).catch(() => null)));
  if (etatA == null || etatB == null) return false;
  // Deux noms (casse, lien) peuvent désigner le même fichier ; certains partages réseau ne numérotent pas les leurs.
  if (etatA.ino === 0n || etatB.ino === 0n) return resolve(a).toLowerCase() === resolve(b).toLowerCase();
  return etatA.ino === etatB.ino && etatA.dev === etatB.dev;
}

/** Ce qui empêche d'écrire là, dit avant d'avoir rien fait ; `null` si la place est libre. */
export async function refuserDestination(destination: string, { ecraser, sources, copies = [] }: OptionsEcriture): Promise<string | null> {
  for (const source of sources) if (await memeFichier(source, destination)) return `${destination} est un des classeurs d’origine : ils ne sont jamais modifiés. Choisissez un autre dossier avec --sortie.`;
  for (const copie of copies) if (await memeFichier(copie, destination)) return `${destination} vient d’être écrit pour un autre classeur du même nom. Corrigez celui-ci à part, dans un autre dossier (--sortie).`;
  const etat = await stat(destination).catch(() => null);
  if (etat === null) return null;
  if (!etat.isFile()) return `${destination} existe et n’est pas un fichier : choisissez un autre nom.`;
  return ecraser ? null : `${destination} existe déjà. Déplacez-le ou renommez-le, ou ajoutez --ecraser pour le remplacer.`;
}

/** Écrit, ou lève `RefusEcrire` sans avoir rien changé. */
export async function ecrireFichier(destination: string, octets: Uint8Array, options: OptionsEcriture): Promise<void> {
  const obstacle = await refuserDestination(destination, options);
  if (obstacle !== null) throw new RefusEcrire(obstacle);
  const provisoire = nommerProvisoire(destination);
  let cree = false;
  try {
    if (options.creerDossier ?? true) await mkdir(dirname(destination), { recursive: true });
    const fichier = await open(provisoire, 'wx');
    cree = true;
    try {
      await fichier.writeFile(octets);
      await fichier.sync();
    } finally {
      await fichier.close();
    }
    await rename(provisoire, destination);
  } catch (cause) {
    throw new RefusEcrire(`${destination} n’a pas pu être écrit. ${decrireEcriture(cause)}${cree ? await oublier(provisoire) : ''}`, { cause });
  }
}

/** Nom du fichier provisoire, dans le même dossier : le renommer ne peut ni copier, ni s'arrêter à moitié. */
export function nommerProvisoire(destination: string): string {
  return join(dirname(destination), `.${basename(destination)}.${randomUUID()}.tmp`);
}

const ECRITURE: Readonly<Record<string, string>> = {
  ENOENT: 'Le dossier est introuvable : vérifiez son nom.',
  ENOTDIR: 'Un des dossiers de ce chemin est un fichier : vérifiez le chemin.',
  EEXIST: 'Un des dossiers de ce chemin est un fichier : vérifiez le chemin.',
  EACCES: 'L’écriture y est refusée : vérifiez vos droits sur ce dossier.',
  EPERM: 'L’écriture y est refusée : vérifiez vos droits, et que ce fichier n’est pas ouvert dans Excel.',
  EBUSY: 'Ce fichier est ouvert dans un autre logiciel : fermez-le, puis recommencez.',
  EROFS: 'Ce support est en lecture seule : choisissez un autre dossier avec --sortie.',
  ENOSPC: 'Il n’y a plus de place sur le support : libérez-en, puis recommencez.',
};

/** Pourquoi un fichier n'a pas pu être écrit, et la suite à donner. */
export function decrireEcriture(cause: unknown): string {
  const { code = '' } = Object(cause) as { readonly code?: string };
  return ECRITURE[code] ?? decrirePanne(cause);
}

/** Retire le fichier provisoire ; rend la phrase à ajouter s'il reste là, sans taire la première panne. */
export async function oublier(provisoire: string): Promise<string> {
  return unlink(provisoire).then(() => '', (panne: NodeJS.ErrnoException) => (panne.code === 'ENOENT' ? '' : ` Le fichier provisoire ${provisoire} est resté : supprimez-le.`));
}
