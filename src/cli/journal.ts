/**
 * Le journal d'un lot : une ligne JSON par fichier contrôlé. Un passage interrompu se reprend où il
 * s'est arrêté ; la ligne qu'une interruption a coupée, et les fichiers illisibles, se refont.
 */
import { readFile } from 'node:fs/promises';
import { RefusEcrire } from './corriger-fichier';
import { decrirePanne } from './pannes';
import { CODE, type CodeSortie } from './sortie';

/** Ce qu'une ligne dit d'un fichier, quelle que soit sa forme. */
export interface Fait {
  readonly fichier: string;
  readonly verdict: string;
  readonly compte?: { readonly bloquant: number };
}

interface Ligne {
  readonly texte: string;
  readonly donnee: unknown;
  readonly fait: Fait;
}

export interface Journal {
  /** Lignes entières de fichiers lus. */
  readonly gardees: readonly Ligne[];
  /** Vrai s'il n'y a rien à retirer du fichier pour écrire à la suite. */
  readonly intact: boolean;
}

async function lire(chemin: string): Promise<string> {
  try {
    return await readFile(chemin, 'utf8');
  } catch (panne) {
    if ((panne as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw new RefusEcrire(`${chemin} ne se lit pas. ${decrirePanne(panne)}`, { cause: panne });
  }
}

/** Une ligne est le rapport d'un fichier, ou la page HTML qui porte sa ligne de synthèse. */
function faitDe(donnee: unknown): Fait | null {
  const { fichier, verdict, ligne } = Object(donnee) as { fichier?: unknown; verdict?: unknown; ligne?: unknown };
  if (typeof fichier === 'string' && typeof verdict === 'string') return donnee as Fait;
  return ligne === undefined ? null : faitDe(ligne);
}

function lireLigne(texte: string): Ligne | null {
  try {
    const donnee: unknown = JSON.parse(texte);
    const fait = faitDe(donnee);
    return fait && { texte, donnee, fait };
  } catch (panne) {
    if (panne instanceof SyntaxError) return null;
    throw panne;
  }
}

/** Lève `RefusEcrire` si le fichier n'est pas un journal : on n'y écrit pas à la suite. */
export async function relireJournal(chemin: string): Promise<Journal> {
  const texte = await lire(chemin);
  const entieres = texte.split('\n').slice(0, -1);
  const lignes = entieres.map(lireLigne);
  const premiere = texte.split('\n', 1)[0]!;
  if (entieres.length === 0 ? !/^(?:\{|$)/.test(premiere) : lignes[0] === null) throw new RefusEcrire(`${chemin} n’est pas le résultat d’un contrôle : il n’est pas complété. Choisissez un autre nom avec --sortie.`);
  const gardees = lignes.filter((ligne): ligne is Ligne => ligne !== null && ligne.fait.verdict !== 'illisible');
  return { gardees, intact: gardees.length === entieres.length && texte.endsWith('\n') };
}

/** Deux fichiers appariés (--dossier) font une seule ligne, « tableau + plan » : chacun est fait. */
export function fichiersFaits(faits: readonly Fait[]): ReadonlySet<string> {
  return new Set(faits.flatMap(({ fichier }) => {
    const morceaux = fichier.split(' + ');
    return morceaux.flatMap((_, rang) => [morceaux.slice(0, rang + 1).join(' + '), morceaux.slice(rang).join(' + ')]);
  }));
}

export function codeDuFait({ verdict, compte }: Fait): CodeSortie {
  if (verdict === 'illisible') return CODE.illisibleOuUsage;
  return (compte?.bloquant ?? 0) > 0 ? CODE.bloquant : CODE.sansBloquant;
}
