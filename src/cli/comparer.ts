/** `cdppe comparer AVANT APRES` : ce qui a changé d'une version d'un classeur à l'autre. */
import { Argument, Option } from 'commander';
import { comparer, type Comparaison } from '../comparaison/comparer';
import { comparaisonHtml, comparaisonTexte } from '../comparaison/rendus';
import { analyser, type Analyse } from '../moteur/analyser';
import type { Commande } from './aide';
import { lireClasseurDuDisque } from './lire-classeur';
import { decrirePanne } from './pannes';
import { CODE, type CodeSortie, type Sortie } from './sortie';
import { ErreurUsage } from './usage';

const FORMATS = {
  texte: comparaisonTexte,
  html: (comparaison: Comparaison) => comparaisonHtml(comparaison, { date: new Date().toLocaleDateString('fr-FR') }),
  json: (comparaison: Comparaison) => `${JSON.stringify(comparaison, null, 2)}\n`,
} as const;

type NomFormat = keyof typeof FORMATS;

const SUITE_AIDE = `
Les lignes déplacées ne comptent pas comme un changement : tout se rapproche par objectif,
indicateur et année.

Codes de sortie :
  0  comparaison rendue
  2  fichier illisible, qui n'est pas un classeur de contrat, ou commande mal écrite

Exemple :
  cdppe comparer contrat-v1.xlsx contrat-v2.xlsx`;

function lireFormat(valeur: string): NomFormat {
  if (valeur in FORMATS) return valeur as NomFormat;
  throw new ErreurUsage(`format inconnu : ${valeur}. Formats admis : ${Object.keys(FORMATS).join(', ')}`);
}

/** Analyse un fichier, ou dit pourquoi il est illisible. */
async function ouvrir(chemin: string, sortie: Sortie): Promise<Analyse | null> {
  try {
    const analyse = analyser(await lireClasseurDuDisque(chemin));
    if (analyse.dossier.tableau || analyse.dossier.plan) return analyse;
    sortie.signaler(`${chemin} : ce n’est pas un classeur de contrat (ni tableau de bord, ni plan d’action reconnu) ; il n’y a rien à comparer.`);
    return null;
  } catch (panne) {
    sortie.signaler(`${chemin} : ${decrirePanne(panne)}`);
    return null;
  }
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
    .addHelpText('after', SUITE_AIDE)
    .action(async (avant: string, apres: string, { format }: { format: NomFormat }) => {
      const [a, b] = [await ouvrir(avant, sortie), await ouvrir(apres, sortie)];
      if (!a || !b) return terminer(CODE.illisibleOuUsage);
      sortie.ecrire(FORMATS[format](comparer(a, b)));
      terminer(CODE.sansBloquant);
    });
}
