/** Les rendus de `cdppe controler` : écran, fichier, journal repris, dossier HTML. */
import { rm } from 'node:fs/promises';
import { BILAN_VIDE, FORMATS, type Bilan, type Format, type NomFormat } from '../rapport/formats';
import { SANS_STYLE } from '../rapport/rapporteur';
import type { Issue } from './analyses';
import { journalDe, lirePagesFaites, ouvrirDossierHtml } from './controler-html';
import { relireJournal, surSortie, versFichier, versJournal, type Destination } from './destination';
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
  await destination.ecrire(format.debut);
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

const rien = async () => undefined;

/** Fichiers déjà rendus par un passage interrompu. */
export async function dejaFaits({ format, sortie: chemin, reprendre }: OptionsControler): Promise<ReadonlySet<string>> {
  if (!reprendre || chemin === undefined) return new Set();
  if (format === 'html') return new Set((await lirePagesFaites(chemin)).map(({ ligne }) => ligne.fichier));
  return new Set((await relireJournal<{ readonly fichier: string }>(chemin)).map(({ fichier }) => fichier));
}

export async function ouvrirRendu({ format, sortie: chemin, reprendre = false, ecraser = false }: OptionsControler, sources: readonly string[], sortie: Sortie): Promise<Rendu> {
  if (format === 'html') {
    if (chemin === undefined) throw new ErreurUsage('le format html demande --sortie DOSSIER');
    const deja = reprendre ? await lirePagesFaites(chemin) : [];
    if (!reprendre) await refuserJournal(chemin, ecraser);
    return { abandonner: rien, ...(await ouvrirDossierHtml(chemin, deja, new Date().toLocaleDateString('fr-FR'))) };
  }
  if (chemin === undefined) return renduTexte(FORMATS[format], surSortie(sortie.ecrire), sortie);
  const sansStyle = { style: SANS_STYLE, largeur: sortie.largeur };
  if (reprendre) return renduTexte({ ...FORMATS.ndjson, separateur: '', rapporter: ligneEntiere(FORMATS.ndjson), illisible: () => null, fin: () => '' }, versJournal(chemin), sansStyle);
  return renduTexte(FORMATS[format], await versFichier(chemin, { ecraser, sources }), sansStyle);
}

/** Au journal, chaque ligne se finit d'elle-même : une interruption n'en coupe qu'une. */
const ligneEntiere = (format: Format): Format['rapporter'] => (rapport, options) => `${format.rapporter(rapport, options)}\n`;

async function refuserJournal(dossier: string, ecraser: boolean): Promise<void> {
  if ((await lirePagesFaites(dossier)).length === 0) return;
  if (!ecraser) throw new ErreurUsage(`${dossier} contient déjà un rapport. Ajoutez --reprendre pour le compléter, ou --ecraser pour le refaire`);
  await rm(journalDe(dossier));
}
