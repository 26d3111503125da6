/**
 * Des arguments aux fichiers à contrôler : dossiers parcourus, jokers développés (l'invite de
 * commandes de Windows ne le fait pas), verrous d'Excel écartés. Un chemin garde l'écriture de
 * l'utilisateur.
 */
import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { aJoker, expressionSegment, isClasseur, isVerrouExcel, lireMotif, veutClasseurs, type MotifChemin } from './chemins';
import { decrirePanne } from './pannes';

/** Un fichier à contrôler, ou un argument qui n'en donne aucun. */
export interface Demande {
  readonly chemin: string;
  readonly erreur: string | null;
}

const SUITES = new Intl.Collator('fr', { numeric: true });

const fichier = (chemin: string): Demande => ({ chemin, erreur: null });
const refus = (chemin: string, erreur: string): Demande => ({ chemin, erreur });

async function lireDossier(chemin: string): Promise<readonly Dirent[]> {
  const entrees = await readdir(chemin === '' ? '.' : chemin, { withFileTypes: true });
  return entrees.sort((a, b) => SUITES.compare(a.name, b.name));
}

async function isDossier(chemin: string, entree: Dirent): Promise<boolean> {
  if (!entree.isSymbolicLink()) return entree.isDirectory();
  // Un lien vers un dossier n'est pas suivi : il pourrait ramener à son point de départ.
  return (await stat(chemin).catch(() => null))?.isDirectory() ?? true;
}

/** Classeurs d'un dossier et de ses sous-dossiers ; un sous-dossier interdit se dit, sans arrêter le reste. */
async function parcourir(dossier: string, separateur: string): Promise<readonly Demande[]> {
  const prefixe = /[\\/]$/.test(dossier) || dossier === '' ? dossier : dossier + separateur;
  let entrees: readonly Dirent[];
  try {
    entrees = await lireDossier(dossier);
  } catch (panne) {
    return [refus(dossier, decrirePanne(panne))];
  }
  const demandes: Demande[] = [];
  for (const entree of entrees) {
    const chemin = prefixe + entree.name;
    if (entree.isDirectory()) demandes.push(...(await parcourir(chemin, separateur)));
    else if (isClasseur(entree.name) && !isVerrouExcel(entree.name) && !(await isDossier(chemin, entree))) demandes.push(fichier(chemin));
  }
  return demandes;
}

async function developper({ base, segments, separateur }: MotifChemin): Promise<readonly Demande[]> {
  const [segment, ...suite] = segments as [string, ...string[]];
  const entrees = await lireDossier(base).catch(() => []);
  const demandes: Demande[] = [];
  const descendre = async (nom: string, restants: readonly string[]) =>
    demandes.push(...(await developper({ base: base + nom + separateur, segments: restants, separateur })));
  if (segment === '**') {
    if (suite.length === 0) return parcourir(base, separateur);
    demandes.push(...(await developper({ base, segments: suite, separateur })));
    for (const entree of entrees) if (entree.isDirectory()) await descendre(entree.name, segments);
    return demandes;
  }
  const expression = expressionSegment(segment);
  for (const entree of entrees.filter(({ name }) => expression.test(name) && !isVerrouExcel(name))) {
    const chemin = base + entree.name;
    const dossier = await isDossier(chemin, entree);
    if (suite.length > 0) {
      if (dossier) await descendre(entree.name, suite);
    } else if (dossier) {
      demandes.push(...(await parcourir(chemin, separateur)));
    } else if (isClasseur(entree.name) || !veutClasseurs(segment)) {
      demandes.push(fichier(chemin));
    }
  }
  return demandes;
}

async function lireArgument(argument: string, windows: boolean): Promise<readonly Demande[]> {
  const etat = await stat(argument).catch(() => null);
  if (etat?.isDirectory()) {
    const trouves = await parcourir(argument, windows && argument.includes('\\') ? '\\' : '/');
    return trouves.length > 0 ? trouves : [refus(argument, 'Aucun classeur .xlsx, .xlsm ou .xltx dans ce dossier.')];
  }
  if (etat === null && aJoker(argument)) {
    const trouves = await developper(lireMotif(argument, windows));
    return trouves.length > 0 ? trouves : [refus(argument, 'Aucun classeur ne correspond à ce nom.')];
  }
  return isVerrouExcel(basename(argument)) ? [] : [fichier(argument)];
}

/** Développe les arguments, dans leur ordre ; un même fichier n'est rendu qu'une fois. */
export async function trouverFichiers(argumentsDonnes: readonly string[], windows = process.platform === 'win32'): Promise<readonly Demande[]> {
  const vus = new Set<string>();
  const demandes: Demande[] = [];
  for (const argument of argumentsDonnes) {
    for (const demande of await lireArgument(argument, windows)) {
      const cle = resolve(demande.chemin);
      if (!vus.has(cle)) demandes.push(demande);
      vus.add(cle);
    }
  }
  return demandes;
}
