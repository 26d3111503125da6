/**
 * Du classeur au dossier : on profile chaque feuille par son contenu, on choisit le tableau de
 * bord et le plan d'action sans pari, et on lit l'un et l'autre.
 */
import { PERIODE_2020_2022 } from '../referentiel/periode';
import { candidatPlan, candidatTableau } from './candidates';
import { choisir, type Candidate, type Choix } from './choix-feuille';
import { lireDepartement } from './departement';
import type { Dossier } from './dossier';
import { creerGrille, valeurEnregistree, type Grille, type LireValeur } from './grille';
import type { Instantane } from './instantane';
import { lirePlan } from './plan';
import { profiler, type NatureFeuille, type ProfilFeuille } from './profil';
import type { RattachementManuel } from './rattachements';
import { segmenter } from './segments';
import { lireTableau } from './tableau';

export interface OptionsLecture {
  /** Valeur des cellules, formules recalculées comprises. */
  readonly lireValeur?: LireValeur;
  /** Code ou nom du département, donné par l'utilisateur. */
  readonly departement?: string | null;
  readonly rattachements?: readonly RattachementManuel[];
}

interface Profilee {
  readonly grille: Grille;
  readonly profil: ProfilFeuille;
}

interface Recherche<L> {
  readonly nature: NatureFeuille;
  readonly lire: (profilee: Profilee) => L | null;
  readonly candidat: (lue: L) => Candidate<L>;
  /** Colonnes reconnues en deçà desquelles une feuille n'est qu'une liste. */
  readonly completudeMin: number;
}

/** Feuille que l'utilisateur a désignée pour une annexe ; `null` s'il n'y en a pas, ou plus. */
function designee(nature: NatureFeuille, manuels: readonly RattachementManuel[], grilles: readonly Grille[]): Grille | null {
  const manuel = manuels.find((candidat) => candidat.type === 'feuille' && candidat.nature === nature);
  return (manuel?.type === 'feuille' && grilles.find(({ feuille }) => feuille.nom === manuel.feuille)) || null;
}

function chercher<L>({ nature, lire, candidat, completudeMin }: Recherche<L>, imposee: Grille | null, profilees: readonly Profilee[]): Choix<L> {
  const possibles = imposee ? [{ grille: imposee, profil: profiler(imposee, nature) }] : profilees.filter(({ profil }) => profil.nature === nature);
  const candidates = possibles.map(lire).filter((lue) => lue !== null).map(candidat);
  return choisir(imposee ? candidates : candidates.filter(({ completude }) => completude >= completudeMin));
}

/** Lit un instantané ; n'échoue jamais : ce qui n'est pas reconnu est absent du dossier. */
export function lireDossier(instantane: Instantane, options: OptionsLecture = {}): Dossier {
  const manuels = options.rattachements ?? [];
  const grilles = instantane.feuilles.map((feuille) => creerGrille(feuille, options.lireValeur ?? valeurEnregistree));
  const profilees = grilles.flatMap(segmenter).map((grille): Profilee => ({ grille, profil: profiler(grille) }));
  const tableaux = chercher({ nature: 'tableau', completudeMin: 1, candidat: candidatTableau, lire: ({ grille, profil }) => lireTableau(grille, profil, manuels) }, designee('tableau', manuels, grilles), profilees);
  const tableau = tableaux.choisie?.lue ?? null;
  const plans = chercher({ nature: 'plan', completudeMin: 2, candidat: candidatPlan, lire: ({ grille, profil }) => lirePlan(grille, profil, tableau?.periode ?? null, manuels) }, designee('plan', manuels, grilles), profilees);
  const plan = plans.choisie?.lue ?? null;
  return {
    instantane,
    tableau,
    plan,
    feuillesEcartees: [
      ...tableaux.ecartees.map((feuille) => ({ feuille, nature: 'tableau' as const })),
      ...plans.ecartees.map((feuille) => ({ feuille, nature: 'plan' as const })),
    ],
    departement: lireDepartement({ instantane, option: options.departement ?? null, feuillesReconnues: [tableau?.feuille, plan?.feuille].filter((feuille) => feuille !== undefined) }),
    periode: tableau?.periode ?? plan?.periode ?? PERIODE_2020_2022,
  };
}
