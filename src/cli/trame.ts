/** `cdppe trame` : le modèle de trame de diagnostic, prérempli de l'INSEE. */
import { extname } from 'node:path';
import { Option } from 'commander';
import { strToU8 } from 'fflate';
import { decrireClasseurTrame } from '../modele/classeur-trame';
import { dresserModeleTrame, trameEnCsv, type ModeleTrame } from '../modele/trame';
import { creerClasseur } from '../hote/fichier/creer-classeur';
import { accorder } from '../rapport/mots';
import type { Commande } from './aide';
import { optionDepartement, optionEcraser } from './options';
import { ecrireNeuf } from './modele';
import { CODE, type CodeSortie, type Sortie } from './sortie';
import { ErreurUsage } from './usage';

const FORMATS = { csv: (modele: ModeleTrame) => strToU8(trameEnCsv(modele)), xlsx: (modele: ModeleTrame) => creerClasseur(decrireClasseurTrame(modele)) } as const;
type NomFormat = keyof typeof FORMATS;

interface OptionsTrame {
  readonly sortie: string;
  readonly departement?: string;
  readonly format?: NomFormat;
  readonly ecraser?: true;
}

const SUITE_AIDE = `
La trame compte une ligne par indicateur à fournir (les taux se calculent). Avec --departement, les
naissances domiciliées sont celles de l'INSEE, et la population de 0 à 6 ans est encadrée. Remplie,
elle s'importe avec « cdppe diagnostiquer ». Son format est décrit dans docs/trame.md.

Codes de sortie :
  0  trame écrite
  2  écriture refusée ou commande mal écrite

Exemples :
  cdppe trame --sortie trame.csv --departement 87
  cdppe trame --sortie trame.xlsx`;

const isFormat = (nom: string): nom is NomFormat => nom in FORMATS;

function lireFormat(valeur: string): NomFormat {
  if (!isFormat(valeur)) throw new ErreurUsage(`format inconnu : ${valeur}. Formats admis : ${Object.keys(FORMATS).join(', ')}`);
  return valeur;
}

/** Le format demandé, ou celui que dit l'extension ; les deux ne se contredisent pas. */
function choisirFormat({ sortie, format }: OptionsTrame): NomFormat {
  const extension = extname(sortie).slice(1).toLowerCase();
  if (!isFormat(extension)) throw new ErreurUsage(`la trame s’écrit en .csv ou en .xlsx : donnez un nom qui finit ainsi, et non ${sortie}`);
  if (format !== undefined && format !== extension) throw new ErreurUsage(`le format ${format} et le nom ${sortie} se contredisent`);
  return extension;
}

async function ecrireTrame(options: OptionsTrame, sortie: Sortie): Promise<CodeSortie> {
  const modele = dresserModeleTrame(options.departement ?? null);
  const code = await ecrireNeuf(options.sortie, FORMATS[choisirFormat(options)](modele), options, sortie);
  if (code !== CODE.sansBloquant) return code;
  const remplies = modele.lignes.filter(({ valeur }) => valeur !== null).length;
  const insee = remplies > 0 ? `, dont ${String(remplies)} préremplies par l’INSEE` : options.departement === undefined ? '' : ' ; pas de référence INSEE pour ce département';
  sortie.ecrire(`Trame de diagnostic écrite : ${options.sortie} (${accorder(modele.lignes.length, 'ligne')}${insee}).\n`);
  return code;
}

export function declarerTrame(programme: Commande, sortie: Sortie, terminer: (code: CodeSortie) => void): void {
  programme
    .command('trame')
    .summary('écrit un modèle de trame de diagnostic')
    .description('Écrit un modèle de trame de diagnostic 2019, à faire remplir par le conseil départemental.')
    .usage('[options] --sortie FICHIER')
    .addOption(new Option('-s, --sortie <FICHIER>', 'trame à écrire (.csv ou .xlsx)').makeOptionMandatory())
    .addOption(new Option('-f, --format <FORMAT>', 'csv ou xlsx (par défaut, selon l’extension du fichier)').argParser(lireFormat))
    .addOption(optionDepartement('code ou nom du département, pour préremplir la trame'))
    .addOption(optionEcraser())
    .addHelpText('after', SUITE_AIDE)
    .action(async (options: OptionsTrame) => terminer(await ecrireTrame(options, sortie)));
}
