/** Rapport HTML d'un lot : une page par classeur, une synthèse, et le journal qui permet de reprendre. */
import { readdir, stat, unlink } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { rapportHtml } from '../rapport/html/classeur';
import { syntheseHtml } from '../rapport/html/synthese';
import { ligneSynthese, type LigneSynthese } from '../rapport/synthese';
import { REFERENTIEL } from '../referentiel/periode';
import type { Issue } from './analyses';
import { ecrireFichier, RefusEcrire } from './corriger-fichier';
import { creerDossier, versJournal } from './destination';
import { relireJournal } from './journal';

/** Une ligne du journal : ce que la synthèse montre d'un classeur, et sa page. */
export interface PageFaite {
  readonly ligne: LigneSynthese;
  readonly page: string | null;
}

const JOURNAL = 'synthese.ndjson';
const SYNTHESE = 'index.html';
/** Les systèmes de fichiers refusent un nom de plus de 255 octets. */
const LONGUEUR_NOM = 80;

export const journalDe = (dossier: string) => join(dossier, JOURNAL);

export async function lirePagesFaites(dossier: string): Promise<readonly PageFaite[]> {
  return (await relireJournal(journalDe(dossier))).gardees.map(({ donnee }) => donnee as PageFaite);
}

const nu = (chemin: string) => basename(chemin, extname(chemin));

/** Nom de page sans collision : deux classeurs de même nom viennent de deux dossiers. */
function nommerPage(chemin: string, prises: Set<string>): string {
  const nom = chemin.split(' + ').map(nu).join('-et-').replace(/[^\p{L}\p{N}_.-]+/gu, '-').replace(/^\.+/, '').slice(0, LONGUEUR_NOM) || 'classeur';
  for (let rang = 1; ; rang++) {
    const page = `${nom}${rang === 1 ? '' : `-${String(rang)}`}.html`;
    if (!prises.has(page.toLowerCase())) {
      prises.add(page.toLowerCase());
      return page;
    }
  }
}

export interface OptionsDossierHtml {
  readonly reprendre: boolean;
  readonly ecraser: boolean;
  readonly date: string;
}

/** Fait place dans le dossier, ou lève `RefusEcrire` ; rend les pages d'un passage à reprendre. */
async function preparer(dossier: string, { reprendre, ecraser }: OptionsDossierHtml): Promise<readonly PageFaite[]> {
  await creerDossier(dossier);
  if (reprendre) return lirePagesFaites(dossier);
  const presents = await Promise.all([SYNTHESE, JOURNAL].map((nom) => stat(join(dossier, nom)).then(() => true, () => false)));
  if (!presents.includes(true)) return [];
  if (!ecraser) throw new RefusEcrire(`${dossier} contient déjà un rapport (${SYNTHESE} ou ${JOURNAL}). Ajoutez --reprendre pour le compléter, ou --ecraser pour le refaire.`);
  if (presents[1]) await oublier(dossier);
  return [];
}

/** Retire les pages d'un rapport qu'on refait : une page périmée passerait pour un résultat. */
async function oublier(dossier: string): Promise<void> {
  const noms = (await lirePagesFaites(dossier)).flatMap(({ page }) => (page === null ? [] : [basename(page)]));
  for (const nom of [...noms, SYNTHESE, JOURNAL]) {
    await unlink(join(dossier, nom)).catch((panne: NodeJS.ErrnoException) => {
      if (panne.code !== 'ENOENT') throw panne;
    });
  }
}

export interface DossierHtml {
  readonly ajouter: (issue: Issue) => Promise<void>;
  readonly finir: () => Promise<void>;
  readonly abandonner: () => Promise<void>;
}

export async function ouvrirDossierHtml(dossier: string, options: OptionsDossierHtml): Promise<DossierHtml> {
  const { reprendre, date } = options;
  const faites = [...(await preparer(dossier, options))];
  // En reprise, une page sans ligne au journal est celle que l'interruption a laissée : elle se refait.
  const presentes = reprendre ? faites.flatMap(({ page }) => (page === null ? [] : [page])) : await readdir(dossier);
  const prises = new Set([SYNTHESE, ...presentes.map((nom) => nom.toLowerCase())]);
  const journal = await versJournal(journalDe(dossier), { reprendre, ecraser: true, sources: [] });
  const ecrire = (nom: string, texte: string) => ecrireFichier(join(dossier, nom), new TextEncoder().encode(texte), { ecraser: true, sources: [] });
  return {
    ajouter: async ({ chemin, analyse, erreur }) => {
      const page = analyse ? nommerPage(chemin, prises) : null;
      if (analyse && page !== null) await ecrire(page, rapportHtml(analyse.rapport, { date }));
      const faite: PageFaite = { page, ligne: analyse ? ligneSynthese(analyse.rapport, chemin) : { fichier: chemin, verdict: 'illisible', erreur: erreur ?? '' } };
      faites.push(faite);
      await journal.ecrire(`${JSON.stringify(faite)}\n`);
    },
    finir: async () => {
      await journal.finir();
      const pages = new Map(faites.map(({ ligne, page }) => [ligne, page]));
      const lien = (ligne: LigneSynthese) => { const page = pages.get(ligne); return page == null ? null : encodeURIComponent(page); };
      await ecrire(SYNTHESE, syntheseHtml(faites.map(({ ligne }) => ligne), { referentiel: REFERENTIEL, date, lien }));
    },
    abandonner: journal.abandonner,
  };
}
