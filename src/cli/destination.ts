/** Où va le résultat d'un lot : la sortie standard, un fichier écrit d'un coup, ou un journal repris. */
import { mkdir, open, rename, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { decrireEcriture, ecrireFichier, nommerProvisoire, oublier, RefusEcrire, refuserDestination, type OptionsEcriture } from './corriger-fichier';
import { relireJournal } from './journal';

export interface Destination {
  readonly ecrire: (texte: string) => Promise<void>;
  /** Rend le résultat définitif ; sans cet appel, un fichier n'est pas créé. */
  readonly finir: () => Promise<void>;
  readonly abandonner: () => Promise<void>;
}

export function surSortie(ecrire: (texte: string) => void): Destination {
  return { ecrire: async (texte) => ecrire(texte), finir: async () => undefined, abandonner: async () => undefined };
}

/** Une panne du système, dite comme un refus d'écrire là. */
async function tenter<T>(chemin: string, faire: () => Promise<T>): Promise<T> {
  try {
    return await faire();
  } catch (cause) {
    if (cause instanceof RefusEcrire) throw cause;
    throw new RefusEcrire(`${chemin} n’a pas pu être écrit. ${decrireEcriture(cause)}`, { cause });
  }
}

export function creerDossier(chemin: string): Promise<unknown> {
  return tenter(chemin, () => mkdir(chemin, { recursive: true }));
}

/** @param annonce le nom que l'utilisateur connaît, si `chemin` est provisoire. */
async function ouvrir(chemin: string, mode: 'wx' | 'w' | 'a', annonce = chemin): Promise<FileHandle> {
  await creerDossier(dirname(chemin));
  return tenter(annonce, () => open(chemin, mode));
}

async function refuser(chemin: string, options: OptionsEcriture): Promise<void> {
  const obstacle = await refuserDestination(chemin, options);
  if (obstacle !== null) throw new RefusEcrire(obstacle);
}

/** Fichier temporaire du même dossier, renommé à la fin : jamais de résultat à moitié écrit. */
export async function versFichier(chemin: string, options: OptionsEcriture): Promise<Destination> {
  await refuser(chemin, options);
  const provisoire = nommerProvisoire(chemin);
  const fichier = await ouvrir(provisoire, 'wx', chemin);
  return {
    ecrire: (texte) => tenter(chemin, () => fichier.writeFile(texte)),
    finir: () => tenter(chemin, async () => {
      await fichier.sync();
      await fichier.close();
      await rename(provisoire, chemin);
    }),
    abandonner: async () => {
      await fichier.close();
      await oublier(provisoire);
    },
  };
}

export interface OptionsJournal extends OptionsEcriture {
  /** Compléter le journal d'un passage interrompu au lieu d'en commencer un. */
  readonly reprendre: boolean;
}

/** Journal complété ligne à ligne : ce qui est déjà écrit survit à une interruption. */
export async function versJournal(chemin: string, { reprendre, ...options }: OptionsJournal): Promise<Destination> {
  if (reprendre) await reparer(chemin, options.sources);
  else await refuser(chemin, options);
  const fichier = await ouvrir(chemin, reprendre ? 'a' : 'w');
  const fermer = () => fichier.close();
  return { ecrire: (texte) => tenter(chemin, () => fichier.writeFile(texte)), finir: fermer, abandonner: fermer };
}

/** Ne garde que les lignes à ne pas refaire : sans cela, la suite se collerait à une ligne coupée. */
async function reparer(chemin: string, sources: readonly string[]): Promise<void> {
  await refuser(chemin, { ecraser: true, sources });
  const { gardees, intact } = await relireJournal(chemin);
  if (!intact) await ecrireFichier(chemin, new TextEncoder().encode(gardees.map(({ texte }) => `${texte}\n`).join('')), { ecraser: true, sources });
}
