/** Les fichiers déposés ou choisis : les classeurs d'un dossier et de ses sous-dossiers, sans les verrous d'Excel. */
import { ErreurHote } from '../../hote/port';

/** Un fichier que la page lira quand il le faudra : rien n'est gardé en mémoire. */
export interface Source {
  /** Nom, ou chemin dans le dossier déposé, avec des « / ». */
  readonly chemin: string;
  /** Date de dernière modification (ms), pour deviner la plus ancienne de deux versions. */
  readonly modifie: number;
  /** Lève `ErreurHote` si le fichier est trop gros ou illisible. */
  readonly lire: () => Promise<Uint8Array>;
}

/** Un classeur officiel pèse moins de 100 Ko ; au-delà de cette taille, ce n'en est pas un. */
export const TAILLE_MAX = 64 * 1024 * 1024;

const SUITES = new Intl.Collator('fr', { numeric: true });
const EXTENSION = /\.(?:xlsx|xlsm|xltx)$/i;

/** Nom du fichier, sans les dossiers. */
export const nomDe = (chemin: string): string => chemin.slice(chemin.lastIndexOf('/') + 1);

/** Vrai pour ce qu'on contrôle dans un dossier : les `~$…` sont les verrous d'Excel. */
export function isClasseur(chemin: string): boolean {
  const nom = nomDe(chemin);
  return EXTENSION.test(nom) && !nom.startsWith('~$') && !nom.startsWith('.');
}

async function lireFichier(fichier: File): Promise<Uint8Array> {
  if (fichier.size > TAILLE_MAX) {
    const taille = Math.round(fichier.size / 1024 / 1024);
    throw new ErreurHote('trop_grand', `Ce fichier pèse ${String(taille)} Mo : un classeur de contrat en pèse moins d’un. Vérifiez que c’est le bon fichier, ou enregistrez dans un nouveau classeur les seules feuilles du contrat.`);
  }
  try {
    return new Uint8Array(await fichier.arrayBuffer());
  } catch (cause) {
    throw new ErreurHote('illisible', 'Le navigateur n’a pas pu lire ce fichier : il a été déplacé, renommé, supprimé, ou un autre logiciel le verrouille. Fermez-le ailleurs, puis choisissez-le de nouveau.', { cause });
  }
}

export function sourceDe(fichier: File, chemin = fichier.webkitRelativePath || fichier.name): Source {
  return { chemin, modifie: fichier.lastModified, lire: () => lireFichier(fichier) };
}

/**
 * Sources triées par chemin. Un fichier choisi seul est toujours gardé, quel que soit son nom : la
 * lecture dira ce qu'il est. D'un ensemble, seuls les classeurs le sont.
 */
export function retenir(sources: readonly Source[]): readonly Source[] {
  return sources.length === 1 ? sources : trier(sources);
}

function trier(sources: readonly Source[]): readonly Source[] {
  return sources.filter(({ chemin }) => isClasseur(chemin)).sort((a, b) => SUITES.compare(a.chemin, b.chemin));
}

function lireEntrees(lecteur: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  return new Promise((resoudre, rejeter) => { lecteur.readEntries(resoudre, rejeter); });
}

function fichierDe(entree: FileSystemFileEntry): Promise<File> {
  return new Promise((resoudre, rejeter) => { entree.file(resoudre, rejeter); });
}

/** Parcourt une entrée ; un dossier se lit par paquets, jusqu'à un paquet vide. */
async function parcourir(entree: FileSystemEntry): Promise<readonly Source[]> {
  if (entree.isFile) return [sourceDe(await fichierDe(entree as FileSystemFileEntry), entree.fullPath.replace(/^\//, ''))];
  const lecteur = (entree as FileSystemDirectoryEntry).createReader();
  const sources: Source[] = [];
  for (let entrees = await lireEntrees(lecteur); entrees.length > 0; entrees = await lireEntrees(lecteur)) {
    for (const fille of entrees) sources.push(...(await parcourir(fille)));
  }
  return sources;
}

/** Sources d'un dépôt : fichiers et dossiers mêlés. Le navigateur ne donne les entrées que pendant l'événement. */
export async function sourcesDuDepot(transfert: DataTransfer): Promise<readonly Source[]> {
  const entrees = [...transfert.items].flatMap((element) => element.webkitGetAsEntry() ?? []);
  if (entrees.length === 0) return retenir([...transfert.files].map((fichier) => sourceDe(fichier)));
  const sources: Source[] = [];
  for (const entree of entrees) sources.push(...(await parcourir(entree)));
  return entrees.length === 1 && entrees[0]!.isFile ? sources : trier(sources);
}
