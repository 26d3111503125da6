/** `cdppe consolider DOSSIER --sortie F` : un lot de classeurs en tableaux, pour le comité de suivi. */
import { extname } from 'node:path';
import { Argument, Option } from 'commander';
import { decrireConsolidation } from '../consolidation/classeur';
import { consolider, type Consolidation } from '../consolidation/consolider';
import { extraire, type Extrait } from '../consolidation/extrait';
import { consolidationCsv, consolidationHtml, consolidationJson } from '../consolidation/rendus';
import { creerClasseur } from '../hote/fichier/creer-classeur';
import { accorder } from '../rapport/mots';
import type { Commande } from './aide';
import { analyserTout } from './analyses';
import { ecrireFichier, RefusEcrire, refuserDestination } from './corriger-fichier';
import { optionEcraser } from './options';
import { dateDuControle } from './date';
import { trouverFichiers, type Demande } from './fichiers';
import { CODE, type CodeSortie, type Sortie } from './sortie';
import { ErreurUsage } from './usage';

const enOctets = (texte: string) => new TextEncoder().encode(texte);

/** Un rendu par extension du fichier de sortie. */
const RENDUS: Readonly<Record<string, (consolidation: Consolidation) => Uint8Array>> = {
  '.xlsx': (consolidation) => creerClasseur(decrireConsolidation(consolidation)),
  '.csv': (consolidation) => enOctets(consolidationCsv(consolidation)),
  '.html': (consolidation) => enOctets(consolidationHtml(consolidation, { date: dateDuControle() })),
  '.json': (consolidation) => enOctets(consolidationJson(consolidation)),
};

interface OptionsConsolider {
  readonly sortie: string;
  readonly dossier?: boolean;
  readonly ecraser?: boolean;
}

const SUITE_AIDE = `
Un taux est la somme des numérateurs divisée par celle des dénominateurs, jamais une moyenne de
taux. Une valeur manquante est comptée et dite, jamais comptée zéro. D'un département présent en
double, seul le premier classeur compte ; les autres sont signalés.

Codes de sortie :
  0  consolidation écrite, tous les fichiers lus
  2  un fichier illisible (les autres sont consolidés), écriture refusée ou commande mal écrite
  130  interrompu (Ctrl-C), rien n'est écrit

Exemples :
  cdppe consolider contrats/ --sortie consolidation.xlsx
  cdppe consolider contrats/*.xlsx --sortie consolidation.html`;

function verifierSortie(valeur: string): string {
  if (extname(valeur).toLowerCase() in RENDUS) return valeur;
  throw new ErreurUsage(`format de sortie inconnu : ${valeur}. Extensions admises : ${Object.keys(RENDUS).join(', ')}`);
}

/** Extraits des classeurs lisibles où l'on a reconnu au moins une feuille ; le reste est signalé. */
async function extraireTout(demandes: readonly Demande[], dossier: boolean, sortie: Sortie): Promise<{ extraits: readonly Extrait[]; ecartes: number }> {
  const extraits: Extrait[] = [];
  let ecartes = 0;
  for await (const { chemin, analyse, erreur } of analyserTout(demandes, { dossier }, sortie)) {
    if (analyse && (analyse.dossier.tableau || analyse.dossier.plan)) extraits.push(extraire(analyse, chemin));
    else {
      ecartes += 1;
      sortie.signaler(`${chemin} : ${erreur ?? 'ce n’est pas un classeur de contrat (ni tableau de bord, ni plan d’action reconnu) ; il n’est pas consolidé.'}`);
    }
  }
  return { extraits, ecartes };
}

async function executer(chemins: readonly string[], { sortie: destination, dossier = false, ecraser = false }: OptionsConsolider, sortie: Sortie): Promise<CodeSortie> {
  const demandes = await trouverFichiers(chemins);
  const ecriture = { ecraser, sources: demandes.map(({ chemin }) => chemin) };
  const obstacle = await refuserDestination(destination, ecriture);
  if (obstacle !== null) {
    sortie.signaler(obstacle);
    return CODE.illisibleOuUsage;
  }
  const { extraits, ecartes } = await extraireTout(demandes, dossier, sortie);
  if (extraits.length === 0) throw new ErreurUsage('aucun classeur à consolider');
  const consolidation = consolider(extraits);
  try {
    await ecrireFichier(destination, RENDUS[extname(destination).toLowerCase()]!(consolidation), ecriture);
  } catch (refus) {
    if (!(refus instanceof RefusEcrire)) throw refus;
    sortie.signaler(refus.message);
    return CODE.illisibleOuUsage;
  }
  for (const phrase of consolidation.avertissements) sortie.signaler(phrase);
  sortie.ecrire(`${accorder(consolidation.comptes.length, 'classeur consolidé', 'classeurs consolidés')} dans ${destination}.\n`);
  return ecartes > 0 ? CODE.illisibleOuUsage : CODE.sansBloquant;
}

export function declarerConsolider(programme: Commande, sortie: Sortie, terminer: (code: CodeSortie) => void): void {
  programme
    .command('consolider')
    .summary('consolide un lot de classeurs pour le comité de suivi')
    .description('Consolide des classeurs : par objectif, taux pondérés, cibles face aux cibles nationales, financements par enveloppe et par département.')
    .usage('[options] FICHIERS_OU_DOSSIERS…')
    .addArgument(new Argument('<FICHIERS_OU_DOSSIERS...>', 'classeurs, dossiers ou noms à jokers'))
    .addOption(new Option('-s, --sortie <FICHIER>', `fichier à écrire (${Object.keys(RENDUS).join(', ')})`).argParser(verifierSortie).makeOptionMandatory())
    .addOption(new Option('--dossier', 'apparie le tableau de bord et le plan d’action d’un département donnés en deux fichiers'))
    .addOption(optionEcraser())
    .addHelpText('after', SUITE_AIDE)
    .action(async (chemins: readonly string[], options: OptionsConsolider) => terminer(await executer(chemins, options, sortie)));
}
