/** Où va le résultat d'un lot : la sortie standard, un fichier écrit d'un coup, ou un journal repris. */
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, readFile, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { RefusEcrire, refuserDestination, type OptionsEcriture } from './corriger-fichier';
import { decrirePanne } from './pannes';

export interface Destination {
  readonly ecrire: (texte: string) => Promise<void>;
  /** Rend le résultat définitif ; sans cet appel, un fichier n'est pas créé. */
  readonly finir: () => Promise<void>;
  readonly abandonner: () => Promise<void>;
}

function enFlux(flux: WriteStream) {
  return (texte: string) => new Promise<void>((resolve, reject) => flux.write(texte, (erreur) => (erreur ? reject(erreur) : resolve())));
}

function fermer(flux: WriteStream): Promise<void> {
  return new Promise((resolve, reject) => flux.end((erreur?: Error | null) => (erreur ? reject(erreur) : resolve())));
}

export function surSortie(ecrire: (texte: string) => void): Destination {
  return { ecrire: async (texte) => ecrire(texte), finir: async () => undefined, abandonner: async () => undefined };
}

/** Fichier temporaire du même dossier, renommé à la fin : jamais de résultat à moitié écrit. */
export async function versFichier(chemin: string, options: OptionsEcriture): Promise<Destination> {
  const obstacle = await refuserDestination(chemin, options);
  if (obstacle !== null) throw new RefusEcrire(obstacle);
  await mkdir(dirname(chemin), { recursive: true });
  const provisoire = join(dirname(chemin), `.${basename(chemin)}.${randomUUID()}.tmp`);
  const flux = createWriteStream(provisoire, { flags: 'wx' });
  return {
    ecrire: enFlux(flux),
    finir: async () => {
      await fermer(flux);
      await rename(provisoire, chemin);
    },
    abandonner: async () => {
      await fermer(flux);
      await unlink(provisoire);
    },
  };
}

/** Journal complété ligne à ligne : ce qui est déjà écrit survit à une interruption. */
export function versJournal(chemin: string): Destination {
  const flux = createWriteStream(chemin, { flags: 'a' });
  return { ecrire: enFlux(flux), finir: () => fermer(flux), abandonner: () => fermer(flux) };
}

/** Lignes JSON entières d'un journal ; une dernière ligne coupée par une interruption est ignorée. */
export async function relireJournal<T>(chemin: string): Promise<readonly T[]> {
  let texte: string;
  try {
    texte = await readFile(chemin, 'utf8');
  } catch (panne) {
    if ((panne as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new RefusEcrire(`${chemin} ne se lit pas. ${decrirePanne(panne)}`, { cause: panne });
  }
  return texte.split('\n').flatMap((ligne) => {
    if (ligne.trim() === '') return [];
    try {
      return [JSON.parse(ligne) as T];
    } catch (panne) {
      if (panne instanceof SyntaxError) return [];
      throw panne;
    }
  });
}
