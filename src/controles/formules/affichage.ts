/** Ce qu'une valeur affiche sous un format : assez pour savoir si une correction change l'écran. */
import { isFormatPourcentage } from '../../classeur/nombres';

/** Décimales affichées ; `null` : format Standard, qui montre tout ce qui tient. */
function decimales(format: string): number | null {
  if (format === 'General' || format === '@') return null;
  const premier = format.split(';')[0]!.replace(/"[^"]*"|\\./g, '');
  return /[0#?]/.test(premier) ? (/\.([0#?]+)/.exec(premier)?.[1]?.length ?? 0) : null;
}

/** Vrai si deux nombres s'affichent pareil sous ce format. */
export function memeAffichage(a: number, b: number, format: string): boolean {
  const nombre = decimales(format);
  // Le format Standard montre une dizaine de chiffres : seul le bruit du calcul binaire s'y perd.
  if (nombre === null) return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
  const facteur = (isFormatPourcentage(format) ? 100 : 1) * 10 ** nombre;
  const arrondir = (valeur: number) => Math.round(valeur * facteur + 1e-9 * Math.sign(valeur));
  return arrondir(a) === arrondir(b);
}
