/** Les rendus de `cdppe controler` : écran, fichier, journal repris, dossier HTML. */
import { BILAN_VIDE, FORMATS, type Bilan, type Format, type NomFormat } from '../rapport/formats';
import { SANS_STYLE } from '../rapport/rapporteur';
import type { Issue } from './analyses';
import { journalDe, ouvrirDossierHtml } from './controler-html';
import { dateDuControle } from './date';
import { surSortie, versFichier, versJournal, type Destination } from './destination';
import { relireJournal, type Fait } from './journal';
import type { Sortie } from './sortie';
import { ErreurUsage } from './usage';

export interface OptionsControler {
  readonly format: NomFormatControler;
  readonly departement?: string;
  readonly sortie?: string;
  readonly reprendre?: boolean;
  readonly dossier?: boolean;
  readonly ecraser?: boolean;
}

export type NomFormatControler = NomFormat | 'html';

export interface Rendu {
  readonly ajouter: (issue: Issue) => Promise<void>;
  readonly finir: () => Promise<void>;
  readonly abandonner: () => Promise<void>;
}

/** Rend les issues dans un format qui s'écrit au fil de l'eau : la mémoire reste plate. */
async function renduTexte(format: Format, destination: Destination, { style, largeur }: Pick<Sortie, 'style' | 'largeur'>): Promise<Rendu> {
  const bilan: Record<keyof Bilan, number> = { ...BILAN_VIDE };
  let entame = false;
  try {
    await destination.ecrire(format.debut);
  } catch (panne) {
    await destination.abandonner();
    throw panne;
  }
  return {
    ajouter: async ({ chemin, analyse, erreur }) => {
      bilan[analyse ? analyse.rapport.verdict : 'illisible'] += 1;
      const texte = analyse ? format.rapporter(analyse.rapport, { fichier: chemin, style, largeur }) : format.illisible(chemin, erreur ?? '');
      if (texte === null) return;
      await destination.ecrire((entame ? format.separateur : '') + texte);
      entame = true;
    },
    finir: async () => {
      await destination.ecrire(format.fin(bilan));
      await destination.finir();
    },
    abandonner: destination.abandonner,
  };
}

/** Ce qu'un passage interrompu a déjà rendu. */
export async function dejaFaits({ format, sortie: chemin, reprendre }: OptionsControler): Promise<readonly Fait[]> {
  if (!reprendre || chemin === undefined) return [];
  const { gardees } = await relireJournal(format === 'html' ? journalDe(chemin) : chemin);
  return gardees.map(({ fait }) => fait);
}

export async function ouvrirRendu({ format, sortie: chemin, reprendre = false, ecraser = false }: OptionsControler, sources: readonly string[], sortie: Sortie): Promise<Rendu> {
  if (format === 'html') {
    if (chemin === undefined) throw new ErreurUsage('le format html demande --sortie DOSSIER');
    return ouvrirDossierHtml(chemin, { reprendre, ecraser, date: dateDuControle() });
  }
  if (chemin === undefined) return renduTexte(FORMATS[format], surSortie(sortie.ecrire), sortie);
  const sansStyle = { style: SANS_STYLE, largeur: sortie.largeur };
  if (format === 'ndjson') return renduTexte(JOURNAL, await versJournal(chemin, { reprendre, ecraser, sources }), sansStyle);
  return renduTexte(FORMATS[format], await versFichier(chemin, { ecraser, sources }), sansStyle);
}

/** Dans un fichier, chaque ligne NDJSON se finit d'elle-même : une interruption n'en coupe qu'une. */
const JOURNAL: Format = {
  ...FORMATS.ndjson,
  separateur: '',
  rapporter: (rapport, options) => `${FORMATS.ndjson.rapporter(rapport, options)}\n`,
  illisible: (fichier, erreur) => `${FORMATS.ndjson.illisible(fichier, erreur)}\n`,
  fin: () => '',
};
