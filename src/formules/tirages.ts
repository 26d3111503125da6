/**
 * Opérandes tirés au hasard à graine fixe : chaque indicateur de chaque colonne reçoit sa propre
 * valeur, si bien qu'une formule se reconnaît à ce qu'elle calcule, pas à la façon dont elle s'écrit.
 */
import type { TableauDeBord } from '../classeur/dossier';
import { cleCellule } from '../classeur/instantane';
import { indicateurDe } from '../referentiel/indicateurs';
import { TAUX } from '../referentiel/taux';

/** Valeur tirée par clé de cellule. */
export type Tirage = ReadonlyMap<number, number>;

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

const DENOMINATEURS: ReadonlySet<string> = new Set(TAUX.map(({ denominateur }) => denominateur));

/** Quatre tirages pour un tableau ; un taux y vaut moins de 1, et un numérateur moins que son dénominateur. */
export function tirer(tableau: TableauDeBord): readonly Tirage[] {
  return GRANDEURS.map((grandeur, rang) => {
    const hasard = aleatoire(GRAINE + rang);
    const tirage = new Map<number, number>();
    const prises = new Set<number>();
    for (const { code, ligne } of tableau.indicateurs.values()) {
      for (const { colonne } of tableau.moments) {
        let valeur = 0;
        for (let essai = 0; essai < 50 && (valeur === 0 || prises.has(valeur)); essai += 1) valeur = tirerValeur(code, grandeur, hasard);
        prises.add(valeur);
        tirage.set(cleCellule(ligne, colonne), valeur);
      }
    }
    return tirage;
  });
}

function tirerValeur(code: Parameters<typeof indicateurDe>[0], grandeur: number, hasard: () => number): number {
  if (indicateurDe(code).type === 'taux') return 0.05 + 0.9 * hasard();
  const part = hasard();
  return Math.round(grandeur * (DENOMINATEURS.has(code) ? 1 + part : 0.1 + 0.8 * part));
}
