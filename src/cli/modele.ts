/** `cdppe modele` : le classeur officiel vierge (annexes 5.2 et 5.3). */
import { extname } from 'node:path';
import { Option } from 'commander';
import { creerClasseur } from '../hote/fichier/creer-classeur';
import { decrireModele } from '../modele/modele';
import type { Commande } from './aide';
import { ecrireFichier, RefusEcrire } from './corriger-fichier';
import { optionDepartement, optionEcraser } from './options';
import { CODE, type CodeSortie, type Sortie } from './sortie';
import { ErreurUsage } from './usage';

interface OptionsModele {
  readonly sortie: string;
  readonly departement?: string;
  readonly ecraser?: true;
}

const SUITE_AIDE = `
Le classeur porte les libellés officiels, les formules des taux et des totaux, l'impression en A4
paysage. Il reste à saisir le diagnostic, les cibles, les actions et les financements.

Codes de sortie :
  0  classeur écrit
  2  écriture refusée ou commande mal écrite

Exemple :
  cdppe modele --sortie contrat-87.xlsx --departement 87`;

function verifierNom(valeur: string): string {
  if (extname(valeur).toLowerCase() !== '.xlsx') throw new ErreurUsage(`le modèle est un classeur .xlsx : donnez un nom qui finit par .xlsx, et non ${valeur}`);
  return valeur;
}

/** Écrit un fichier neuf, ou dit pourquoi il ne l'a pas été. */
export async function ecrireNeuf(chemin: string, octets: Uint8Array, { ecraser }: { readonly ecraser?: true }, sortie: Sortie): Promise<CodeSortie> {
  try {
    await ecrireFichier(chemin, octets, { ecraser: ecraser === true, sources: [], creerDossier: false });
    return CODE.sansBloquant;
  } catch (refus) {
    if (!(refus instanceof RefusEcrire)) throw refus;
    sortie.signaler(refus.message);
    return CODE.illisibleOuUsage;
  }
}

async function ecrireModele(options: OptionsModele, sortie: Sortie): Promise<CodeSortie> {
  const code = await ecrireNeuf(options.sortie, creerClasseur(decrireModele({ departement: options.departement ?? null })), options, sortie);
  if (code === CODE.sansBloquant) sortie.ecrire(`Classeur vierge écrit : ${options.sortie}\nPour commencer par le diagnostic : cdppe trame --sortie trame.csv\n`);
  return code;
}

export function declarerModele(programme: Commande, sortie: Sortie, terminer: (code: CodeSortie) => void): void {
  programme
    .command('modele')
    .summary('écrit le classeur officiel vierge')
    .description('Écrit le classeur officiel vierge : tableau de bord (annexe 5.2) et plan d’action (annexe 5.3).')
    .usage('[options] --sortie FICHIER.xlsx')
    .addOption(new Option('-s, --sortie <FICHIER>', 'classeur à écrire (.xlsx)').argParser(verifierNom).makeOptionMandatory())
    .addOption(optionDepartement('code ou nom du département à inscrire en tête'))
    .addOption(optionEcraser())
    .addHelpText('after', SUITE_AIDE)
    .action(async (options: OptionsModele) => terminer(await ecrireModele(options, sortie)));
}
