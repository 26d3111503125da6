/** Un nombre selon les jetons d'une section de format, à la française. */
import { arrondi } from '../../formules/fonctions/arrondis';
import type { Jeton } from './code';

const FINE = '\u202f';
/** Place d'un chiffre absent, pour « ? ». */
const VIDE = '\u2007';

const litteralDe = (jeton: Jeton): string => (jeton.type === 'litteral' ? jeton.texte : jeton.type === 'pourcent' ? '%' : '');

interface Plan {
  readonly entiers: readonly Jeton[];
  readonly decimales: readonly Jeton[] | null;
  readonly exposant: { readonly plus: boolean; readonly jetons: readonly Jeton[] } | null;
  readonly milliers: boolean;
  /** Puissance de dix appliquée : +2 par « % », −3 par virgule en fin de partie entière. */
  readonly puissance: number;
}

function planifier(jetons: readonly Jeton[]): Plan {
  const rangExposant = jetons.findIndex(({ type }) => type === 'exposant');
  const exposant = jetons[rangExposant];
  const corps = rangExposant < 0 ? jetons : jetons.slice(0, rangExposant);
  const rangPoint = corps.findIndex(({ type }) => type === 'point');
  const entiers = rangPoint < 0 ? corps : corps.slice(0, rangPoint);
  // Une virgule entre deux chiffres sépare les milliers ; après le dernier, elle divise par mille.
  const dernierEntier = entiers.findLastIndex(({ type }) => type === 'chiffre');
  const virgules = corps.flatMap(({ type }, rang) => (type === 'virgule' ? [rang] : []));
  return {
    entiers: entiers.filter(({ type }) => type !== 'virgule'),
    decimales: rangPoint < 0 ? null : corps.slice(rangPoint + 1).filter(({ type }) => type !== 'virgule'),
    exposant: exposant?.type === 'exposant' ? { plus: exposant.plus, jetons: jetons.slice(rangExposant + 1) } : null,
    milliers: virgules.some((rang) => rang < dernierEntier),
    puissance: 2 * jetons.filter(({ type }) => type === 'pourcent').length - 3 * virgules.filter((rang) => rang > dernierEntier).length,
  };
}

/** Partie entière : les chiffres se posent de droite à gauche, le premier emplacement prend le reste. */
function poserEntiers(jetons: readonly Jeton[], chiffres: string, milliers: boolean): string {
  const premier = jetons.findIndex(({ type }) => type === 'chiffre');
  let sortie = '';
  let reste = chiffres;
  let poses = 0;
  const poser = (chiffre: string) => {
    sortie = chiffre + (milliers && poses > 0 && poses % 3 === 0 ? FINE : '') + sortie;
    poses += 1;
  };
  for (let rang = jetons.length - 1; rang >= 0; rang -= 1) {
    const jeton = jetons[rang]!;
    if (jeton.type !== 'chiffre') {
      sortie = litteralDe(jeton) + sortie;
      continue;
    }
    const pris = rang === premier ? reste : reste.slice(-1);
    reste = reste.slice(0, reste.length - pris.length);
    for (const chiffre of [...pris].reverse()) poser(chiffre);
    if (pris === '' && jeton.texte === '0') poser('0');
    if (pris === '' && jeton.texte === '?') sortie = VIDE + sortie;
  }
  return sortie;
}

/** Partie décimale : un « # » sans chiffre utile ne s'écrit pas. */
function poserDecimales(jetons: readonly Jeton[], chiffres: string): string {
  const formes = jetons.flatMap((jeton) => (jeton.type === 'chiffre' ? [jeton.texte] : []));
  const derniere = Math.max(formes.lastIndexOf('0'), chiffres.replace(/0+$/, '').length - 1);
  let rang = -1;
  return `,${jetons.map((jeton) => {
    if (jeton.type !== 'chiffre') return litteralDe(jeton);
    rang += 1;
    if (rang <= derniere) return chiffres[rang]!;
    return jeton.texte === '?' ? VIDE : '';
  }).join('')}`;
}

function compterChiffres(jetons: readonly Jeton[] | null): number {
  return jetons?.filter(({ type }) => type === 'chiffre').length ?? 0;
}

/** Exposant et mantisse : autant de chiffres devant la virgule que d'emplacements. */
function scientifique(nombre: number, places: number): { readonly mantisse: number; readonly exposant: number } {
  if (nombre === 0) return { mantisse: 0, exposant: 0 };
  const ordre = Math.floor(Math.log10(nombre));
  const exposant = Math.floor(ordre / places) * places;
  return { mantisse: Number((nombre / 10 ** exposant).toPrecision(15)), exposant };
}

/** Écrit la valeur absolue d'un nombre. Le signe revient à l'appelant. */
export function ecrireNombre(jetons: readonly Jeton[], absolu: number): string {
  const { entiers, decimales, exposant, milliers, puissance } = planifier(jetons);
  // 15 chiffres, comme Excel : 0,175 × 100 vaut 17,5 et non 17,499999999999996.
  const grandeur = Number((absolu * 10 ** puissance).toPrecision(15));
  const places = compterChiffres(decimales);
  const { mantisse, exposant: ordre } = exposant ? scientifique(grandeur, Math.max(1, compterChiffres(entiers))) : { mantisse: grandeur, exposant: 0 };
  const [avant = '', apres = ''] = arrondi(mantisse, places).toFixed(places).split('.');
  const entier = poserEntiers(entiers, avant === '0' ? '' : avant, milliers);
  const fraction = decimales === null ? '' : poserDecimales(decimales, apres);
  if (!exposant) return entier + fraction;
  const signe = ordre < 0 ? '-' : exposant.plus ? '+' : '';
  return `${entier}${fraction}E${signe}${poserEntiers(exposant.jetons, ordre === 0 ? '' : String(Math.abs(ordre)), false)}`;
}
