/** Valeurs et contenus : d'Excel vers l'instantané, et retour. */
import type { CodeErreur, Valeur } from '../../classeur/instantane';
import { isFormule } from '../../corrections/plan';
import type { Contenu } from '../../corrections/plan';

/** Erreurs telles qu'Excel les rend : en anglais d'ordinaire, en français selon les versions. */
const ERREURS: Readonly<Record<string, CodeErreur>> = {
  '#NULL!': '#NULL!',
  '#NUL!': '#NULL!',
  '#DIV/0!': '#DIV/0!',
  '#VALUE!': '#VALUE!',
  '#VALEUR!': '#VALUE!',
  '#REF!': '#REF!',
  '#NAME?': '#NAME?',
  '#NOM?': '#NAME?',
  '#NUM!': '#NUM!',
  '#NOMBRE!': '#NUM!',
  '#N/A': '#N/A',
  '#GETTING_DATA': '#GETTING_DATA',
  '#SPILL!': '#SPILL!',
  '#PROPAGATION!': '#SPILL!',
  '#CALC!': '#CALC!',
};

/** Une erreur qu'Excel ajouterait demain (#FIELD!, #BUSY!…) reste une erreur. */
const ERREUR_INCONNUE: CodeErreur = '#VALUE!';

/** Formule d'une cellule, ou `null` : un texte qui commence par « = » n'en est pas une. */
export function formuleLue(formule: unknown, brute: unknown, type: string): string | null {
  if (typeof formule !== 'string' || !formule.startsWith('=')) return null;
  return type === 'String' && formule === brute ? null : formule;
}

/** Valeur typée ; la chaîne vide d'une constante est une cellule vide, celle d'une formule un texte. */
export function valeurLue(brute: unknown, type: string, formule: string | null): Valeur {
  if (type === 'Error') return { erreur: ERREURS[String(brute)] ?? ERREUR_INCONNUE };
  if (brute === null || brute === undefined || type === 'Empty') return null;
  if (brute === '') return formule === null ? null : '';
  if (typeof brute === 'number' || typeof brute === 'boolean') return brute;
  return String(brute);
}

const MOIS = /janv(ier)?|f[ée]v(rier)?|feb(ruary)?|mars|march|avr(il)?|apr(il)?|mai|may|juin|june?|juil(let)?|july?|ao[uû]t|aug(ust)?|sept?(embre|ember)?|oct(obre|ober)?|nov(embre|ember)?|d[ée]c(embre|ember)?|jan(uary)?|mar/gi;
const UNITES = /eur|am|pm|[ehfx]/gi;

/** Vrai si Excel lirait autre chose qu'un texte : nombre, date, pourcentage, booléen, erreur, formule. */
export function isReinterpretable(texte: string): boolean {
  const serre = texte.trim();
  if (/^[=+\-@'#]/.test(serre) || /^(true|false|vrai|faux)$/i.test(serre)) return true;
  return /\d/.test(serre) && !/\p{L}/u.test(serre.replace(MOIS, '').replace(UNITES, ''));
}

/** Ce qu'on affecte à `Range.formulas` pour obtenir exactement ce contenu. */
export function affectation(contenu: Contenu): string | number | boolean {
  if (isFormule(contenu)) return contenu.formule;
  const { valeur } = contenu;
  if (valeur === null) return '';
  // L'apostrophe dit à Excel de prendre le texte au pied de la lettre ; elle n'entre pas dans la valeur.
  return typeof valeur === 'string' && isReinterpretable(valeur) ? `'${valeur}` : valeur;
}
