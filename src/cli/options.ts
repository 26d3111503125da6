/** Options que partagent les sous-commandes. */
import { Option } from 'commander';
import { trouverDepartement } from '../classeur/departement';
import { ErreurUsage } from './usage';

/** Code d'un département donné par son code ou son nom. Lève `ErreurUsage`. */
export function lireDepartement(valeur: string): string {
  const departement = trouverDepartement(valeur);
  if (!departement) throw new ErreurUsage(`département inconnu : ${valeur}. Donnez son code (87, 2A, 974) ou son nom (« Haute-Vienne »)`);
  return departement.code;
}

export const optionDepartement = (usage: string) => new Option('-d, --departement <CODE>', usage).argParser(lireDepartement);

export const optionEcraser = () => new Option('--ecraser', 'remplace un fichier de sortie déjà présent');

export const optionSimuler = () => new Option('-n, --simuler', 'montre ce qui serait écrit, sans rien écrire');

/** Liste de mots séparés par des virgules, des points-virgules ou des espaces. */
export function lireListe(valeur: string): readonly string[] {
  return valeur.split(/[\s,;]+/).filter((mot) => mot !== '');
}
