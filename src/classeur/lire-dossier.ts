/**
 * Du classeur au dossier : on profile chaque feuille par son contenu, on choisit le tableau de
 * bord et le plan d'action sans pari, et on lit l'un et l'autre.
 */
import { PERIODE_2020_2022 } from '../referentiel/periode';
import { lireDepartement } from './departement';
import type { Dossier } from './dossier';
import { creerGrille, valeurEnregistree, type Grille, type LireValeur } from './grille';
import { isVide, type Feuille, type Instantane } from './instantane';
import { lirePlan } from './plan';
import { profiler, type ProfilFeuille } from './profil';
import type { RattachementManuel } from './rattachements';
import { lireTableau } from './tableau';

export interface OptionsLecture {
  /** Valeur des cellules, formules recalculées comprises. */
  readonly lireValeur?: LireValeur;
  /** Code ou nom du département, donné par l'utilisateur. */
  readonly departement?: string | null;
  readonly rattachements?: readonly RattachementManuel[];
}

interface Candidate {
  readonly grille: Grille;
  readonly profil: ProfilFeuille;
}

/** Une feuille bien plus pauvre qu'une autre n'est pas sa rivale (synthèse, sommaire). */
const PART_RIVALE = 0.6;

function nombresSaisis({ cellules }: Feuille, depuis: number): number {
  let total = 0;
  for (const { ligne, formule, valeur } of cellules.values()) {
    if (ligne >= depuis && formule === null && !isVide(valeur) && typeof valeur !== 'string') total++;
  }
  return total;
}

/**
 * La feuille d'une nature. Une feuille visible l'emporte sur une masquée, une remplie sur une
 * vierge ; deux feuilles à égalité ne se départagent pas.
 */
function choisir(candidates: readonly Candidate[]): { choisie: Candidate | null; ecartees: readonly Candidate[] } {
  const riches = Math.max(0, ...candidates.map(({ profil }) => profil.reconnus));
  const rivales = candidates.filter(({ profil }) => profil.reconnus >= PART_RIVALE * riches);
  const visibles = rivales.filter(({ grille }) => grille.feuille.visibilite === 'visible');
  const restantes = visibles.length > 0 ? visibles : rivales;
  const remplies = restantes.filter(({ grille, profil }) => nombresSaisis(grille.feuille, profil.premiereLigne) > 0);
  const finales = remplies.length > 0 ? remplies : restantes;
  if (finales.length > 1 && remplies.length > 0) return { choisie: null, ecartees: finales };
  return { choisie: finales[0] ?? null, ecartees: [] };
}

function candidatesDe(nature: 'tableau' | 'plan', profils: readonly Candidate[], manuels: readonly RattachementManuel[]): readonly Candidate[] {
  const imposee = manuels.find((manuel) => manuel.type === 'feuille' && manuel.nature === nature);
  if (imposee?.type === 'feuille') {
    const choisie = profils.find(({ grille }) => grille.feuille.nom === imposee.feuille);
    if (choisie) return [choisie];
  }
  return profils.filter(({ profil }) => profil.nature === nature);
}

/** Lit un instantané ; n'échoue jamais : ce qui n'est pas reconnu est absent du dossier. */
export function lireDossier(instantane: Instantane, options: OptionsLecture = {}): Dossier {
  const lire = options.lireValeur ?? valeurEnregistree;
  const manuels = options.rattachements ?? [];
  const profils = instantane.feuilles.map((feuille): Candidate => {
    const grille = creerGrille(feuille, lire);
    return { grille, profil: profiler(grille) };
  });
  const tableaux = choisir(candidatesDe('tableau', profils, manuels));
  const plans = choisir(candidatesDe('plan', profils, manuels));
  const tableau = tableaux.choisie && lireTableau(tableaux.choisie.grille, tableaux.choisie.profil, manuels);
  const plan = plans.choisie && lirePlan(plans.choisie.grille, plans.choisie.profil, tableau?.periode ?? PERIODE_2020_2022, manuels);
  const reconnues = [tableau?.feuille, plan?.feuille].filter((feuille) => feuille !== undefined);
  return {
    instantane,
    tableau,
    plan,
    feuillesEcartees: [
      ...tableaux.ecartees.map(({ grille }) => ({ feuille: grille.feuille, nature: 'tableau' as const })),
      ...plans.ecartees.map(({ grille }) => ({ feuille: grille.feuille, nature: 'plan' as const })),
    ],
    departement: lireDepartement({ instantane, option: options.departement ?? null, feuillesReconnues: reconnues }),
    periode: tableau?.periode ?? plan?.periode ?? PERIODE_2020_2022,
  };
}
