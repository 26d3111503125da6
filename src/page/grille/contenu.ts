/** Le contenu d'une cellule, tel qu'on le saisirait dans un Excel français. */
import { celluleDe, type Feuille, type Valeur } from '../../classeur/instantane';
import { isFormatPourcentage } from '../../classeur/nombres';
import { isFormule, type Contenu } from '../../corrections/plan';
import { texteDuNombre } from '../../formules/conversions';
import { versFrancais } from '../../formules/francais';
import { afficher } from '../formats/afficher';
import { contenuDe } from '../session/essais';

function ecrireValeur(valeur: Valeur, format: string): string {
  if (typeof valeur !== 'number') return afficher(valeur, 'General');
  if (!isFormatPourcentage(format)) return texteDuNombre(valeur);
  return `${texteDuNombre(Number((valeur * 100).toPrecision(15)))} %`;
}

export function ecrireContenu(contenu: Contenu, format: string): string {
  return isFormule(contenu) ? versFrancais(contenu.formule) : ecrireValeur(contenu.valeur, format);
}

/** Formule en français, ou valeur sans mise en forme (« 17,53 % », « 3406 »). */
export function contenuSaisissable(feuille: Feuille, ligne: number, colonne: number): string {
  const cellule = celluleDe(feuille, ligne, colonne);
  if (!cellule) return '';
  // Une erreur saisie n'est pas une valeur simple : elle se montre telle quelle.
  if (cellule.formule === null && typeof cellule.valeur === 'object') return afficher(cellule.valeur, 'General');
  return ecrireContenu(contenuDe(cellule), cellule.format);
}
