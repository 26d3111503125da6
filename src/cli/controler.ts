/** `cdppe controler` : contrôle des classeurs et rend leur rapport. */
import { Argument, Option } from 'commander';
import { trouverDepartement } from '../classeur/departement';
import { analyser } from '../moteur/analyser';
import type { Rapport } from '../moteur/rapport';
import { BILAN_VIDE, FORMATS, type Bilan, type Format, type NomFormat } from '../rapport/formats';
import type { Commande } from './aide';
import { trouverFichiers, type Demande } from './fichiers';
import { lireClasseurDuDisque } from './lire-classeur';
import { decrirePanne } from './pannes';
import { CODE, plusGrave, type CodeSortie, type Sortie } from './sortie';
import { ErreurUsage } from './usage';

interface OptionsControler {
  readonly format: NomFormat;
  readonly departement?: string;
}

const NOMS_FORMATS = Object.keys(FORMATS) as readonly NomFormat[];

const SUITE_AIDE = `
Codes de sortie :
  0  aucun point bloquant
  1  au moins un point bloquant
  2  fichier illisible ou commande mal écrite (l'emporte sur 1)

Exemples :
  cdppe controler contrat.xlsx
  cdppe controler dossier/ --format json > rapport.json
  cdppe controler "contrats/*.xlsx" --departement 87

Le classeur n'est jamais modifié, et rien ne quitte le poste.`;

function lireFormat(valeur: string): NomFormat {
  const format = NOMS_FORMATS.find((nom) => nom === valeur);
  if (format === undefined) throw new ErreurUsage(`format inconnu : ${valeur}. Formats admis : ${NOMS_FORMATS.join(', ')}`);
  return format;
}

function verifierDepartement(valeur: string): string {
  if (!trouverDepartement(valeur)) throw new ErreurUsage(`département inconnu : ${valeur}. Donnez son code (87, 2A, 974) ou son nom (« Haute-Vienne »)`);
  return valeur;
}

type Issue = { readonly rapport: Rapport } | { readonly erreur: string };

async function controlerFichier({ chemin, erreur }: Demande, departement: string | null): Promise<Issue> {
  if (erreur !== null) return { erreur };
  try {
    return { rapport: analyser(await lireClasseurDuDisque(chemin), { departement }).rapport };
  } catch (panne) {
    return { erreur: decrirePanne(panne) };
  }
}

/** Contrôle chaque fichier l'un après l'autre, et l'écrit aussitôt : la mémoire reste plate. */
async function controler(demandes: readonly Demande[], { departement = null }: { departement?: string | null }, format: Format, sortie: Sortie): Promise<CodeSortie> {
  const bilan: Record<keyof Bilan, number> = { ...BILAN_VIDE };
  let code: CodeSortie = CODE.sansBloquant;
  let entame = false;
  sortie.ecrire(format.debut);
  for (const demande of demandes) {
    const issue = await controlerFichier(demande, departement);
    const illisible = 'erreur' in issue;
    bilan[illisible ? 'illisible' : issue.rapport.verdict] += 1;
    if (illisible) sortie.signaler(`${demande.chemin} : ${issue.erreur}`);
    code = plusGrave(code, illisible ? CODE.illisibleOuUsage : issue.rapport.compte.bloquant > 0 ? CODE.bloquant : CODE.sansBloquant);
    const texte = illisible
      ? format.illisible(demande.chemin, issue.erreur)
      : format.rapporter(issue.rapport, { fichier: demande.chemin, style: sortie.style, largeur: sortie.largeur });
    if (texte === null) continue;
    sortie.ecrire((entame ? format.separateur : '') + texte);
    entame = true;
  }
  sortie.ecrire(format.fin(bilan));
  return code;
}

export function declarerControler(programme: Commande, sortie: Sortie, terminer: (code: CodeSortie) => void): void {
  programme
    .command('controler')
    .summary('contrôle des classeurs et rend leur rapport')
    .description('Contrôle des classeurs CDPPE (.xlsx, .xlsm, .xltx) : tableau de bord (annexe 5.2) et plan d’action (annexe 5.3).\nUn dossier est parcouru avec ses sous-dossiers ; les jokers * et ? sont compris.')
    .usage('[options] FICHIERS_OU_DOSSIERS…')
    .addArgument(new Argument('<FICHIERS_OU_DOSSIERS...>', 'classeurs, dossiers ou noms à jokers'))
    .addOption(new Option('-f, --format <FORMAT>', `forme du rapport : ${NOMS_FORMATS.join(' ou ')}`).default('texte').argParser(lireFormat))
    .addOption(new Option('-d, --departement <CODE>', 'code ou nom du département, s’il n’est pas écrit dans le classeur').argParser(verifierDepartement))
    .addHelpText('after', SUITE_AIDE)
    .action(async (chemins: readonly string[], { format, departement }: OptionsControler) => {
      const demandes = await trouverFichiers(chemins);
      if (demandes.length === 0) throw new ErreurUsage('aucun classeur à contrôler (les fichiers ~$… d’Excel sont ignorés)');
      terminer(await controler(demandes, { departement }, FORMATS[format], sortie));
    });
}
