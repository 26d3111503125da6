/** `cdppe controler` : contrôle des classeurs et rend leur rapport. */
import { Argument, Option } from 'commander';
import { FORMATS, type NomFormat } from '../rapport/formats';
import { accorder } from '../rapport/mots';
import type { Commande } from './aide';
import { analyserTout, type Issue } from './analyses';
import { dejaFaits, ouvrirRendu, type NomFormatControler, type OptionsControler } from './controler-rendus';
import { RefusEcrire } from './corriger-fichier';
import { optionDepartement, optionEcraser } from './options';
import { trouverFichiers } from './fichiers';
import { Interruption } from './interruption';
import { codeDuFait, fichiersFaits } from './journal';
import { CODE, plusGrave, type CodeSortie, type Sortie } from './sortie';
import { ErreurUsage } from './usage';

const NOMS_FORMATS: readonly NomFormatControler[] = [...(Object.keys(FORMATS) as NomFormat[]), 'html'];

const SUITE_AIDE = `
Codes de sortie :
  0  aucun point bloquant
  1  au moins un point bloquant
  2  fichier illisible ou commande mal écrite (l'emporte sur 1)
  130  interrompu (Ctrl-C)

Exemples :
  cdppe controler contrat.xlsx
  cdppe controler dossier/ --format json > rapport.json
  cdppe controler "contrats/*.xlsx" --departement 87
  cdppe controler contrats/ --format html --sortie rapports/ --reprendre

En HTML, --sortie nomme un dossier : une page par classeur et une synthèse (index.html). --reprendre
laisse de côté les fichiers déjà rendus par un passage interrompu (formats ndjson et html) ; les
fichiers illisibles sont réessayés.

Le classeur n'est jamais modifié, et rien ne quitte le poste.`;

function lireFormat(valeur: string): NomFormatControler {
  const format = NOMS_FORMATS.find((nom) => nom === valeur);
  if (format === undefined) throw new ErreurUsage(`format inconnu : ${valeur}. Formats admis : ${NOMS_FORMATS.join(', ')}`);
  return format;
}

function codeDe({ analyse }: Issue): CodeSortie {
  if (!analyse) return CODE.illisibleOuUsage;
  return analyse.rapport.compte.bloquant > 0 ? CODE.bloquant : CODE.sansBloquant;
}

/** Ce qu'il reste d'un lot interrompu, et comment le finir. */
function direInterruption(rendus: number, { format, sortie: chemin }: OptionsControler): string {
  const compte = `Interrompu : ${accorder(rendus, 'fichier contrôlé', 'fichiers contrôlés')}`;
  if (chemin === undefined) return `${compte}, le rapport s’arrête là.`;
  if (format !== 'ndjson' && format !== 'html') return `${compte}, rien n’a été écrit dans ${chemin}.`;
  return `${compte}, gardés dans ${chemin}. Relancez la même commande avec --reprendre pour finir${format === 'html' ? ' et avoir la synthèse' : ''}.`;
}

async function controler(chemins: readonly string[], options: OptionsControler, sortie: Sortie): Promise<CodeSortie> {
  const { format, reprendre, departement = null, dossier = false } = options;
  if (reprendre && (options.sortie === undefined || (format !== 'ndjson' && format !== 'html'))) throw new ErreurUsage('--reprendre demande --sortie, et le format ndjson ou html');
  const demandes = await trouverFichiers(chemins);
  if (demandes.length === 0) throw new ErreurUsage('aucun classeur à contrôler (les fichiers ~$… d’Excel sont ignorés)');
  const deja = await dejaFaits(options);
  const faits = fichiersFaits(deja);
  const restantes = demandes.filter(({ chemin }) => !faits.has(chemin));
  if (deja.length > 0) sortie.signaler(`Reprise : ${accorder(demandes.length - restantes.length, 'fichier déjà contrôlé', 'fichiers déjà contrôlés')}, ${accorder(restantes.length, 'fichier')} à contrôler.`);
  const rendu = await ouvrirRendu(options, demandes.map(({ chemin }) => chemin), sortie);
  // Le code de sortie vaut pour tout le lot, passages précédents compris.
  let code = deja.map(codeDuFait).reduce(plusGrave, CODE.sansBloquant);
  let rendus = 0;
  try {
    for await (const issue of analyserTout(restantes, { departement, dossier }, sortie)) {
      if (issue.erreur !== null) sortie.signaler(`${issue.chemin} : ${issue.erreur}`);
      code = plusGrave(code, codeDe(issue));
      await rendu.ajouter(issue);
      rendus += 1;
    }
    await rendu.finir();
  } catch (panne) {
    await rendu.abandonner();
    throw panne instanceof Interruption ? new Interruption(direInterruption(rendus, options)) : panne;
  }
  return code;
}

export function declarerControler(programme: Commande, sortie: Sortie, terminer: (code: CodeSortie) => void): void {
  programme
    .command('controler')
    .summary('contrôle des classeurs et rend leur rapport')
    .description('Contrôle des classeurs CDPPE (.xlsx, .xlsm, .xltx) : tableau de bord (annexe 5.2) et plan d’action (annexe 5.3).\nUn dossier est parcouru avec ses sous-dossiers ; les jokers * et ? sont compris.')
    .usage('[options] FICHIERS_OU_DOSSIERS…')
    .addArgument(new Argument('<FICHIERS_OU_DOSSIERS...>', 'classeurs, dossiers ou noms à jokers'))
    .addOption(new Option('-f, --format <FORMAT>', `forme du rapport : ${NOMS_FORMATS.join(', ')}`).default('texte').argParser(lireFormat))
    .addOption(optionDepartement('code ou nom du département, s’il n’est pas écrit dans le classeur'))
    .addOption(new Option('-s, --sortie <CHEMIN>', 'fichier à écrire (dossier pour le format html) ; à défaut, l’écran'))
    .addOption(new Option('--dossier', 'apparie le tableau de bord et le plan d’action d’un département donnés en deux fichiers'))
    .addOption(new Option('--reprendre', 'reprend un passage interrompu (avec --sortie, formats ndjson et html)'))
    .addOption(optionEcraser())
    .addHelpText('after', SUITE_AIDE)
    .action(async (chemins: readonly string[], options: OptionsControler) => {
      try {
        terminer(await controler(chemins, options, sortie));
      } catch (refus) {
        if (!(refus instanceof RefusEcrire)) throw refus;
        sortie.signaler(refus.message);
        terminer(CODE.illisibleOuUsage);
      }
    });
}
