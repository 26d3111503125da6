/**
 * Nombres à la française : lire ce qu'une cellule contient, écrire ce qu'un constat montre.
 * Appelé des milliers de fois par classeur : ni `Intl` ni allocation inutile.
 */
import { isErreur, type CodeErreur, type Valeur } from './instantane';
import { lireTexte, type LectureTexte, type UniteLue } from './nombres-texte';

/** Le vide, zéro et le non déterminé sont trois choses (docs/decisions.md, « Vide, zéro, non déterminé »). */
export type Lecture = LectureTexte | { readonly nature: 'erreur'; readonly code: CodeErreur };

const FINE = '\u202f';
const INSECABLE = '\u00a0';
const VIDE: Lecture = { nature: 'vide' };

/** Code de format sans ses littéraux (« "%" », « \% ») ni ses crochets, qui n'ont pas d'effet sur la valeur. */
function sansLitteraux(format: string): string {
  return format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
}

/** Vrai si le format affiche 100 fois la valeur, suivie de « % ». Un « % » entre guillemets n'en est pas un. */
export function isFormatPourcentage(format: string): boolean {
  return format.includes('%') && sansLitteraux(format).includes('%');
}

/** « # ##0 €» → « € » ; « 0 "k€" » → « k€ » ; l'unité affichée ne change pas la valeur. */
function uniteDuFormat(format: string): UniteLue {
  if (isFormatPourcentage(format)) return '%';
  const trouve = /([kKM]?) ?"?(?:\[\$)?€/.exec(format);
  if (!trouve) return null;
  return trouve[1] === '' ? '€' : trouve[1] === 'M' ? 'M€' : 'k€';
}

function lireNombre(nombre: number, format: string): Lecture {
  if (format === 'General' || format === '') return { nature: 'nombre', nombre, texte: null, unite: null, approximation: null, ambigu: false };
  const unite = uniteDuFormat(format);
  // « 65 » affiché « 65 k€ » : 65 euros ou 65 000 ? Seul un format qui divise (« 0, "k€" ») le dit.
  const ambigu = (unite === 'k€' || unite === 'M€') && !/[0#],+(?![0#])/.test(sansLitteraux(format));
  return { nature: 'nombre', nombre, texte: null, unite, approximation: null, ambigu };
}

/** Texte sans unité dans une cellule en pourcentage : « 12,5 » y vaut 12,5 % ou 1 250 %, on ne tranche pas. */
function lireTexteFormate(texte: string, format: string): Lecture {
  const lu = lireTexte(texte);
  if (lu.nature !== 'nombre' || lu.unite !== null || Math.abs(lu.nombre) <= 1 || !isFormatPourcentage(format)) return lu;
  return { ...lu, ambigu: true };
}

/**
 * Lit une cellule.
 * @param valeur valeur de la cellule ; un booléen est illisible.
 * @param format code de format d'Excel : il donne l'unité d'un vrai nombre, jamais sa valeur.
 */
export function lireValeur(valeur: Valeur, format: string): Lecture {
  if (valeur === null) return VIDE;
  if (typeof valeur === 'number') return lireNombre(valeur, format);
  if (typeof valeur === 'string') return lireTexteFormate(valeur, format);
  if (isErreur(valeur)) return { nature: 'erreur', code: valeur.erreur };
  return { nature: 'illisible', texte: valeur ? 'VRAI' : 'FAUX' };
}

/** Nombre lu, ou `null` : raccourci pour ce qui ne juge que des nombres. */
export function nombreDe(lecture: Lecture): number | null {
  return lecture.nature === 'nombre' ? lecture.nombre : null;
}

/** Arrondi commercial d'Excel (le demi s'éloigne de zéro), sans les surprises du binaire. */
function arrondir(nombre: number, decimales: number): number {
  const absolu = Math.abs(nombre);
  if (absolu >= 1e15 || absolu < 1e-6) return absolu < 1e-6 ? 0 : nombre;
  // 15 chiffres significatifs, comme Excel : 0,1755 × 100 vaut 17,55 et non 17,549999999999997.
  const entier = Math.round(Number(`${String(Number(absolu.toPrecision(15)))}e${String(decimales)}`));
  const arrondi = Number(`${String(entier)}e-${String(decimales)}`);
  return nombre < 0 && arrondi !== 0 ? -arrondi : arrondi;
}

function grouper(entier: string): string {
  let groupes = entier.slice(-3);
  for (let fin = entier.length - 3; fin > 0; fin -= 3) groupes = entier.slice(Math.max(0, fin - 3), fin) + FINE + groupes;
  return groupes;
}

/** `formatNombre(3406)` → « 3 406 » (espace fine insécable), au plus `decimales` chiffres après la virgule. */
export function formatNombre(nombre: number, decimales = 2): string {
  const arrondi = arrondir(nombre, decimales);
  const [entier, fraction] = String(Math.abs(arrondi)).split('.');
  const signe = arrondi < 0 ? '-' : '';
  return signe + grouper(entier!) + (fraction === undefined ? '' : `,${fraction}`);
}

/** `formatTaux(0.1753)` → « 17,5 % ». */
export function formatTaux(rapport: number, decimales = 1): string {
  return `${formatNombre(rapport * 100, decimales)}${INSECABLE}%`;
}

/**
 * Taux écrit avec assez de décimales pour ne pas se confondre avec son repère :
 * `formatTauxFace(0.1998, 0.2)` → « 19,98 % », et non « 20 % », qui ne manquerait rien.
 */
export function formatTauxFace(rapport: number, repere: number): string {
  for (let decimales = 1; decimales < 4; decimales += 1) {
    if (rapport === repere || formatTaux(rapport, decimales) !== formatTaux(repere, decimales)) return formatTaux(rapport, decimales);
  }
  return formatTaux(rapport, 4);
}

/** `formatMontant(60000)` → « 60 000 € » ; les centimes ne s'écrivent que s'il y en a. */
export function formatMontant(euros: number): string {
  const texte = formatNombre(euros, 2);
  return `${/,\d$/.test(texte) ? `${texte}0` : texte}${INSECABLE}€`;
}

/** `formatPoints(0.025)` → « 2,5 points » ; le pluriel commence à deux. */
export function formatPoints(ecart: number, decimales = 1): string {
  const points = arrondir(ecart * 100, decimales);
  return `${formatNombre(points, decimales)}${INSECABLE}${Math.abs(points) < 2 ? 'point' : 'points'}`;
}
