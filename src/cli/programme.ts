/** La commande `cdppe` : ses sous-commandes, une par fichier, et ses codes de sortie. */
import { CommanderError } from 'commander';
import paquet from '../../package.json';
import { Commande } from './aide';
import { declarerComparer } from './comparer';
import { declarerConsolider } from './consolider';
import { declarerControler } from './controler';
import { declarerCorriger } from './corriger';
import { declarerDiagnostiquer } from './diagnostiquer';
import { Interruption } from './interruption';
import { declarerModele } from './modele';
import { decrirePanne } from './pannes';
import { CODE, type CodeSortie, type Sortie } from './sortie';
import { declarerTrame } from './trame';
import { ErreurUsage, traduireErreur } from './usage';

/** Pour ajouter une sous-commande : écrire son fichier, et l'ajouter ici. */
const SOUS_COMMANDES = [declarerControler, declarerCorriger, declarerModele, declarerTrame, declarerDiagnostiquer, declarerComparer, declarerConsolider];

function creerProgramme(sortie: Sortie, terminer: (code: CodeSortie) => void): Commande {
  const programme = new Commande('cdppe');
  programme
    .description('Contrôle des contrats départementaux de prévention et de protection de l’enfance (CDPPE).')
    .version(paquet.version, '-V, --version', 'affiche la version')
    .helpOption('-h, --help', 'affiche cette aide')
    .helpCommand('help [commande]', 'affiche l’aide d’une commande')
    .exitOverride()
    // Les erreurs se disent une seule fois, traduites, par `executer`.
    .configureOutput({ writeOut: sortie.ecrire, writeErr: (texte) => { sortie.signaler(texte.trimEnd()); }, outputError: () => undefined, getOutHelpWidth: () => sortie.largeur, getErrHelpWidth: () => sortie.largeur });
  for (const declarer of SOUS_COMMANDES) declarer(programme, sortie, terminer);
  return programme;
}

function rendreErreur(erreur: unknown, sortie: Sortie): CodeSortie {
  if (erreur instanceof CommanderError && erreur.exitCode === 0) return CODE.sansBloquant;
  if (erreur instanceof Interruption) {
    sortie.signaler(erreur.message);
    return CODE.interrompu;
  }
  // Sans argument, commander montre l'aide ; il manquait pourtant une commande.
  if (erreur instanceof CommanderError && erreur.code === 'commander.help') return CODE.illisibleOuUsage;
  const message = erreur instanceof CommanderError ? traduireErreur(erreur) : erreur instanceof ErreurUsage ? erreur.message : decrirePanne(erreur);
  sortie.signaler(`cdppe : ${message}`);
  if (erreur instanceof CommanderError || erreur instanceof ErreurUsage) sortie.signaler('Aide : cdppe --help, ou cdppe controler --help');
  return CODE.illisibleOuUsage;
}

/** Exécute la commande. @param argv arguments de l'utilisateur, sans `node` ni le script. */
export async function executer(argv: readonly string[], sortie: Sortie): Promise<CodeSortie> {
  let code: CodeSortie = CODE.sansBloquant;
  try {
    await creerProgramme(sortie, (rendu) => (code = rendu)).parseAsync(argv, { from: 'user' });
    return code;
  } catch (erreur) {
    return rendreErreur(erreur, sortie);
  }
}
