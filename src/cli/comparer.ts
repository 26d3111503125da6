/** `cdppe comparer AVANT APRES` : ce qui a changé d'une version d'un classeur à l'autre. */
import { Argument, Option } from 'commander';
import { comparer, type Comparaison } from '../comparaison/comparer';
import { comparaisonCsv, comparaisonHtml, comparaisonTexte } from '../comparaison/rendus';
import type { Analyse } from '../moteur/analyser';
import type { Commande } from './aide';
import { ecrireFichier, RefusEcrire, refuserDestination } from './corriger-fichier';
import { optionEcraser } from './options';
import { dateDuControle } from './date';
import { analyserLu, lireClasseurDuDisque } from './lire-classeur';
import { decrirePanne } from './pannes';
import { CODE, type CodeSortie, type Sortie } from './sortie';
import { ErreurUsage } from './usage';

const FORMATS = {
  texte: comparaisonTexte,
  html: (comparaison: Comparaison) => comparaisonHtml(comparaison, { date: dateDuControle() }),
  csv: comparaisonCsv,
  json: (comparaison: Comparaison) => `${JSON.stringify(comparaison, null, 2)}\n`,
} as const;

type NomFormat = keyof typeof FORMATS;

const SUITE_AIDE = `
Les lignes déplacées ne comptent pas comme un changement : tout se rapproche par objectif,
indicateur et année.

Codes de sortie :
  0  comparaison rendue
  2  fichier illisible, qui n'est pas un classeur de contrat, écriture refusée ou commande mal écrite

Exemples :
  cdppe comparer contrat-v1.xlsx contrat-v2.xlsx
  cdppe comparer contrat-v1.xlsx contrat-v2.xlsx --format html --sortie comparaison.html`;

function lireFormat(valeur: string): NomFormat {
  if (valeur in FORMATS) return valeur as NomFormat;
  throw new ErreurUsage(`format inconnu : ${valeur}. Formats admis : ${Object.keys(FORMATS).join(', ')}`);
}

/** Analyse un fichier, ou dit pourquoi il est illisible. */
async function ouvrir(chemin: string, sortie: Sortie): Promise<Analyse | null> {
  try {
    const analyse = analyserLu(await lireClasseurDuDisque(chemin, sortie), null);
    if (analyse.dossier.tableau || analyse.dossier.plan) return analyse;
    sortie.signaler(`${chemin} : ce n’est pas un classeur de contrat (ni tableau de bord, ni plan d’action reconnu) ; il n’y a rien à comparer.`);
    return null;
  } catch (panne) {
    sortie.signaler(`${chemin} : ${decrirePanne(panne)}`);
    return null;
  }
}

interface OptionsComparer {
  readonly format: NomFormat;
  readonly sortie?: string;
  readonly ecraser?: boolean;
}

async function executer(chemins: readonly [string, string], { format, sortie: destination, ecraser = false }: OptionsComparer, sortie: Sortie): Promise<CodeSortie> {
  const ecriture = { ecraser, sources: chemins };
  const obstacle = destination === undefined ? null : await refuserDestination(destination, ecriture);
  if (obstacle !== null) throw new RefusEcrire(obstacle);
  const [a, b] = [await ouvrir(chemins[0], sortie), await ouvrir(chemins[1], sortie)];
  if (!a || !b) return CODE.illisibleOuUsage;
  const texte = FORMATS[format](comparer(a, b));
  if (destination === undefined) sortie.ecrire(texte);
  else await ecrireFichier(destination, new TextEncoder().encode(texte), ecriture);
  return CODE.sansBloquant;
}

export function declarerComparer(programme: Commande, sortie: Sortie, terminer: (code: CodeSortie) => void): void {
  programme
    .command('comparer')
    .summary('compare deux versions d’un classeur')
    .description('Compare deux versions d’un classeur : valeurs, cibles, formules, montants, et constats apparus ou résolus.')
    .usage('[options] AVANT APRES')
    .addArgument(new Argument('<AVANT>', 'ancienne version'))
    .addArgument(new Argument('<APRES>', 'nouvelle version'))
    .addOption(new Option('-f, --format <FORMAT>', `forme du rendu : ${Object.keys(FORMATS).join(', ')}`).default('texte').argParser(lireFormat))
    .addOption(new Option('-s, --sortie <FICHIER>', 'fichier à écrire ; à défaut, l’écran'))
    .addOption(optionEcraser())
    .addHelpText('after', SUITE_AIDE)
    .action(async (avant: string, apres: string, options: OptionsComparer) => {
      try {
        terminer(await executer([avant, apres], options, sortie));
      } catch (refus) {
        if (!(refus instanceof RefusEcrire)) throw refus;
        sortie.signaler(refus.message);
        terminer(CODE.illisibleOuUsage);
      }
    });
}
