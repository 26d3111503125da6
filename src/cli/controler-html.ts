/** Rapport HTML d'un lot : une page par classeur, une synthèse, et le journal qui permet de reprendre. */
import { basename, extname, join } from 'node:path';
import { mkdir } from 'node:fs/promises';
import { rapportHtml } from '../rapport/html/classeur';
import { syntheseHtml } from '../rapport/html/synthese';
import { ligneSynthese, type LigneSynthese } from '../rapport/synthese';
import { REFERENTIEL } from '../referentiel/periode';
import type { Issue } from './analyses';
import { ecrireFichier } from './corriger-fichier';
import { relireJournal, versJournal } from './destination';

/** Une ligne du journal : ce que la synthèse montre d'un classeur, et sa page. */
export interface PageFaite {
  readonly ligne: LigneSynthese;
  readonly page: string | null;
}

const JOURNAL = 'synthese.ndjson';

export const journalDe = (dossier: string) => join(dossier, JOURNAL);

export function lirePagesFaites(dossier: string): Promise<readonly PageFaite[]> {
  return relireJournal<PageFaite>(journalDe(dossier));
}

/** Nom de page sans collision : deux classeurs de même nom viennent de deux dossiers. */
function nommerPage(chemin: string, prises: Set<string>): string {
  const nom = basename(chemin, extname(chemin)).replace(/[^\p{L}\p{N}_.-]+/gu, '-');
  for (let rang = 1; ; rang++) {
    const page = `${nom}${rang === 1 ? '' : `-${String(rang)}`}.html`;
    if (!prises.has(page.toLowerCase())) {
      prises.add(page.toLowerCase());
      return page;
    }
  }
}

export interface DossierHtml {
  readonly ajouter: (issue: Issue) => Promise<void>;
  readonly finir: () => Promise<void>;
}

export async function ouvrirDossierHtml(dossier: string, deja: readonly PageFaite[], date: string): Promise<DossierHtml> {
  await mkdir(dossier, { recursive: true });
  const faites = [...deja];
  const prises = new Set(['index.html', ...deja.flatMap(({ page }) => (page === null ? [] : [page.toLowerCase()]))]);
  const journal = versJournal(journalDe(dossier));
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
      await ecrire('index.html', syntheseHtml(faites.map(({ ligne }) => ligne), { referentiel: REFERENTIEL, date, lien: (ligne) => { const page = pages.get(ligne); return page == null ? null : encodeURIComponent(page); } }));
    },
  };
}
