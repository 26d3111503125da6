/**
 * Lecture d'un nombre écrit en texte par un agent : « 3 867 », « 12,5 % », « 65 k€ »,
 * « 80 à 90 % », « au moins 11 % »… Ce qui ne se lit pas sans pari reste illisible.
 */
import { isNonDetermine } from '../referentiel/non-determine';

export type UniteLue = null | '%' | '€' | 'k€' | 'M€';

/**
 * Réserve portée par la saisie ; le nombre lu est alors la borne basse. `asterisque` couvre toute
 * réserve qui n'est ni une fourchette ni un minimum : astérisque, appel de note, « environ »,
 * précision entre parenthèses, nom compté (« 83 entretiens »).
 */
export type Approximation = null | 'fourchette' | 'au_moins' | 'asterisque';

export interface NombreLu {
  readonly nature: 'nombre';
  /** Rapport pour « % » (« 12,5 % » → 0,125), euros pour « k€ » et « M€ ». */
  readonly nombre: number;
  /** Texte d'origine si le nombre est saisi en texte ; `null` pour un vrai nombre. */
  readonly texte: string | null;
  readonly unite: UniteLue;
  readonly approximation: Approximation;
  /** Vrai si une autre lecture est défendable (« 2.657 » : milliers ou décimales). */
  readonly ambigu: boolean;
}

export type LectureTexte =
  | NombreLu
  | { readonly nature: 'vide' }
  | { readonly nature: 'non_determine'; readonly texte: string }
  | { readonly nature: 'illisible'; readonly texte: string };

/** Grandeur en cours de lecture. */
interface Grandeur {
  readonly nombre: number;
  readonly unite: UniteLue;
  readonly ambigu: boolean;
}

/** Au-delà, ce n'est plus une saisie de nombre mais une phrase. */
const LONGUEUR_MAX = 80;

const UNITES: readonly (readonly [RegExp, UniteLue, ambigu?: true])[] = [
  [/^(?:%|pour ?cents?)$/i, '%'],
  [/^(?:€|euros?|eur)$/i, '€'],
  [/^(?:[kK] ?(?:€|euros?|eur)|milliers? d['’]euros)$/i, 'k€'],
  [/^(?:M ?(?:€|euros|Euros|EUR|eur)|[mM]illions? (?:d['’]euros|€))$/, 'M€'],
  [/^[kK]$/, 'k€', true],
  [/^(?:M|[mM]illions?)$/, 'M€', true],
];

const PUISSANCES = { '%': 'e-2', '€': '', 'k€': 'e3', 'M€': 'e6' } as const;

const AU_MOINS_AVANT = /^(?:au moins|au minimum|minimum|mini?\.?|plus (?:de|d['’])|\+ de|à partir de|sup[ée]rieure?s? (?:ou [ée]gale?s? )?à|≥|⩾|>=|=>|>) ?/i;
const AU_MOINS_APRES = / ?(?:au moins|au minimum|minimum|mini?\.?|et plus|ou plus|\+)$/i;
const ENVIRON_AVANT = /^(?:environ|env\.?|approximativement|autour de|près de|de l['’]ordre de|~|≈|≃|\*+) ?/i;
const ENVIRON_APRES = / ?(?:environ|env\.?|approximativement|\*+|[¹²³⁴-⁹]+|†|\[\d{1,2}\]|\((?:\d{1,2}|\*+|[a-z])\))$/i;
const PLAFOND = /^(?:au plus|au maximum|maximum|maxi?\.?|moins (?:de|d['’])|jusqu['’]à|inf[ée]rieure?s? (?:ou [ée]gale?s? )?à|≤|⩽|<=|=<|<)|(?:au plus|au maximum|maximum|maxi?\.?)$/i;
/** Nom compté ou périodicité après le nombre : sans effet sur la valeur, mais se perdrait en convertissant. */
const NOM_COMPTE = /(?<=[\d%€]) ?(?:femmes|enfants|naissances|entretiens|bilans|visites|vad|examens|familles|ip|places|mineurs|jeunes|jours|jour|j|\/ ?an|par an|annuels?|ttc)$/i;
const PRECISION = /^(.*\d.*?) ?\(([^()]*[a-zà-ÿ%][^()]*)\)$/i;
const FOURCHETTE = /^(?:entre |de )?(\d[\d .,]*?) ?([^\d\s.,-][^\d-]*?)? ?(?:-|à|et|~) ?(\d[\d .,]*?) ?([^\d\s.,-][^\d-]*)?$/i;
const ANNEE = /^(?:19|20)\d\d$/;

/** Espaces de toute sorte réunis en un, tirets et signes moins ramenés à « - ». */
function nettoyer(texte: string): string {
  return texte.replace(/[\u200b-\u200d\u2060\ufeff]/g, '').replace(/\s+/g, ' ').replace(/[\u2010-\u2015\u2212]/g, '-').replace(/^'/, '').trim();
}

/** Nombre nu, sans signe ni unité : groupes de milliers et décimale. */
function lireChiffres(texte: string): { readonly decimal: string; readonly ambigu: boolean } | null {
  if (texte.replace(/\D/g, '').length > 15) return null;
  if (/^\d+$/.test(texte)) return { decimal: texte, ambigu: false };
  if (/^(?:\d+|\d{1,3}(?: \d{3})+)?[.,]\d+$/.test(texte) || /^\d{1,3}(?: \d{3})+$/.test(texte) || /^\d+[.,]$/.test(texte)) {
    const decimal = texte.replace(/ /g, '').replace(',', '.');
    return { decimal, ambigu: /^[1-9]\d{0,2}[.,]\d{3}$/.test(texte) };
  }
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(texte) || /^\d{1,3}(?:\.\d{3}){2,}$/.test(texte)) return { decimal: texte.replace(/\./g, '').replace(',', '.'), ambigu: false };
  if (/^\d{1,3}(?:,\d{3})+\.\d+$/.test(texte) || /^\d{1,3}(?:,\d{3}){2,}$/.test(texte)) return { decimal: texte.replace(/,/g, ''), ambigu: false };
  return null;
}

/** Nombre nu et unité ; « 2.657 » se lit en milliers sauf devant « % » et « M€ », « 2,657 » en décimales. */
function lireGrandeur(chiffres: string, unite: string): Grandeur | null {
  const lus = lireChiffres(chiffres);
  const connue = unite === '' ? ([/^$/, null] as const) : UNITES.find(([forme]) => forme.test(unite));
  if (!lus || !connue) return null;
  const [, nom, douteuse] = connue;
  const ambigu = lus.ambigu && nom !== '%' && nom !== 'M€';
  const decimal = ambigu && chiffres.includes('.') ? lus.decimal.replace('.', '') : lus.decimal;
  const puissance = nom === null ? '' : PUISSANCES[nom];
  return { nombre: Number(decimal + puissance), unite: nom, ambigu: ambigu || douteuse === true };
}

function lireSimple(texte: string): Grandeur | null {
  const comptable = /^\((.+)\)( ?[^\d()]+)?$/.exec(texte);
  if (comptable) {
    const lu = lireSimple(comptable[1]! + (comptable[2] ?? ''));
    return lu && lu.nombre >= 0 ? oppose({ ...lu, ambigu: lu.ambigu || /^\(\d{1,2}\)$/.test(texte) }) : null;
  }
  const trouve = /^([-+])? ?(€|EUR)? ?([\d.,](?:[\d .,]*[\d.,])?) ?([^\d\s.,].*)?$/.exec(texte);
  if (!trouve) return null;
  const [, signe, devant, chiffres, derriere] = trouve;
  if (devant && derriere) return null;
  const lu = lireGrandeur(chiffres!, devant ?? derriere ?? '');
  return lu && signe === '-' ? oppose(lu) : lu;
}

function oppose(grandeur: Grandeur): Grandeur {
  return { ...grandeur, nombre: grandeur.nombre === 0 ? 0 : -grandeur.nombre };
}

/** Borne basse d'une fourchette ; l'unité écrite une seule fois vaut pour les deux bornes. */
function lireFourchette(texte: string): Grandeur | null {
  const trouve = FOURCHETTE.exec(texte);
  if (!trouve) return null;
  const [, bas, uniteBasse = '', haut, uniteHaute = ''] = trouve;
  if (ANNEE.test(bas!) && ANNEE.test(haut!)) return null;
  const debut = lireGrandeur(bas!, (uniteBasse || uniteHaute).trim());
  const fin = lireGrandeur(haut!, (uniteHaute || uniteBasse).trim());
  if (!debut || !fin || debut.nombre >= fin.nombre) return null;
  if ((debut.unite === '%') !== (fin.unite === '%')) return null;
  return { ...debut, ambigu: debut.ambigu || fin.ambigu || fin.nombre > 10 * debut.nombre };
}

/** Retire les réserves (« au moins », « environ », astérisque, précision) et dit laquelle l'emporte. */
function retirerReserves(texte: string): { readonly reste: string; readonly approximation: Approximation; readonly ambigu: boolean } {
  const precision = PRECISION.exec(texte);
  const sansPrecision = precision ? precision[1]! : texte;
  const sansNote = sansPrecision.replace(ENVIRON_APRES, '').replace(ENVIRON_AVANT, '').replace(ENVIRON_APRES, '');
  const sansMinimum = sansNote.replace(AU_MOINS_AVANT, '').replace(AU_MOINS_APRES, '');
  const reste = sansMinimum.replace(NOM_COMPTE, '').replace(/(?<=[%€])[.;]$/, '').trim();
  const approximation = sansMinimum !== sansNote ? 'au_moins' : reste !== texte ? 'asterisque' : null;
  return { reste, approximation, ambigu: precision !== null && /\d/.test(precision[2]!) };
}

/** Lit une saisie en texte. Un plafond (« moins de 5 ») ne donne pas de borne basse : non déterminé. */
export function lireTexte(texte: string): LectureTexte {
  const net = nettoyer(texte);
  if (net === '') return { nature: 'vide' };
  if (isNonDetermine(net)) return { nature: 'non_determine', texte };
  if (net.length > LONGUEUR_MAX) return { nature: 'illisible', texte };
  if (/^zéro$/i.test(net)) return { nature: 'nombre', nombre: 0, texte, unite: null, approximation: null, ambigu: false };
  if (/\d/.test(net) && PLAFOND.test(net)) return { nature: 'non_determine', texte };
  const simple = lireSimple(net);
  if (simple) return { nature: 'nombre', ...simple, texte, approximation: null };
  const { reste, approximation, ambigu } = retirerReserves(net);
  const fourchette = lireFourchette(reste);
  const lu = fourchette ?? lireSimple(reste);
  if (!lu) return { nature: 'illisible', texte };
  return { nature: 'nombre', ...lu, texte, approximation: fourchette ? 'fourchette' : approximation, ambigu: lu.ambigu || ambigu };
}
