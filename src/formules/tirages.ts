/**
 * Opérandes tirés au hasard à graine fixe : chaque indicateur de chaque colonne reçoit sa propre
 * valeur, si bien qu'une formule se reconnaît à ce qu'elle calcule, pas à la façon dont elle s'écrit.
 */
import type { TableauDeBord } from '../classeur/dossier';
import { placeDe } from './place';
import { indicateurDe, type CodeIndicateur } from '../referentiel/indicateurs';
import { TAUX } from '../referentiel/taux';

/** Valeurs tirées : celle d'une cellule par sa clé, `undefined` pour les autres. */
export interface Tirage {
  readonly get: (cle: number) => number | undefined;
}

/** Suite pseudo-aléatoire dans [0 ; 1[ (mulberry32) : la même pour la même graine, partout. */
export function aleatoire(graine: number): () => number {
  let etat = graine >>> 0;
  return () => {
    etat = (etat + 0x6d2b79f5) >>> 0;
    let melange = Math.imul(etat ^ (etat >>> 15), etat | 1);
    melange ^= melange + Math.imul(melange ^ (melange >>> 7), melange | 61);
    return ((melange ^ (melange >>> 14)) >>> 0) / 2 ** 32;
  };
}

const GRAINE = 20200220;
/** Grandeurs des opérandes, du grand département au petit : une formule peut s'arrêter sous un seuil. */
const GRANDEURS = [60_000, 9_000, 250_000, 40];

/** Parts de la grandeur entre lesquelles une valeur est tirée. */
interface Etendue {
  readonly base: number;
  readonly ampleur: number;
}

const NUMERATEUR: Etendue = { base: 0.1, ampleur: 0.8 };
const DENOMINATEUR: Etendue = { base: 1, ampleur: 1 };
/** Les autres indicateurs, tantôt sous les dénominateurs, tantôt au-dessus : MAX et MIN se trahissent. */
const AUTRES: readonly Etendue[] = [{ base: 0.1, ampleur: 0.8 }, { base: 2.1, ampleur: 2 }];

const ROLES: ReadonlyMap<string, Etendue> = new Map(TAUX.flatMap(({ numerateurs, denominateur }) => [
  ...numerateurs.map((code) => [code, NUMERATEUR] as const),
  [denominateur, DENOMINATEUR] as const,
]));

/**
 * Quatre tirages pour un tableau ; un taux y vaut moins de 1, et un numérateur moins que son
 * dénominateur. Deux cellules peuvent valoir autant sur un tirage, jamais sur les quatre.
 */
export function tirer({ indicateurs, moments }: TableauDeBord): readonly Tirage[] {
  const colonnes = new Set(moments.map(({ colonne }) => colonne));
  const codes = new Map([...indicateurs.values()].map(({ code, ligne }) => [ligne, code]));
  return GRANDEURS.map((grandeur, rang) => ({
    get: (cle) => {
      const { ligne, colonne } = placeDe(cle);
      const code = colonnes.has(colonne) ? codes.get(ligne) : undefined;
      return code === undefined ? undefined : tirerValeur(code, rang, grandeur, aleatoire(GRAINE + rang + GRANDEURS.length * cle)());
    },
  }));
}

function tirerValeur(code: CodeIndicateur, rang: number, grandeur: number, part: number): number {
  if (indicateurDe(code).type === 'taux') return 0.05 + 0.9 * part;
  const { base, ampleur } = ROLES.get(code) ?? AUTRES[rang % AUTRES.length]!;
  return Math.round(grandeur * (base + ampleur * part));
}
