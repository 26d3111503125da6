/**
 * Du classeur au dossier : on profile chaque feuille par son contenu, on choisit le tableau de
 * bord et le plan d'action sans pari, et on lit l'un et l'autre.
 */
import { isActionRedigee } from '../referentiel/actions';
import { PERIODE_2020_2022, type Periode } from '../referentiel/periode';
import { choisir, type Candidate } from './choix-feuille';
import { lireDepartement } from './departement';
import type { Dossier, PlanAction, TableauDeBord } from './dossier';
import { creerGrille, valeurEnregistree, type Grille, type LireValeur } from './grille';
import { celluleDe, isVide, type Feuille, type Instantane } from './instantane';
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

function isSaisie(feuille: Feuille, ligne: number, colonne: number): boolean {
  const cellule = celluleDe(feuille, ligne, colonne);
  return cellule !== undefined && cellule.formule === null && !isVide(cellule.valeur);
}

function candidatTableau(lue: TableauDeBord): Candidate<TableauDeBord> {
  const { feuille, moments, indicateurs, objectifs } = lue;
  return {
    feuille, lue, completude: moments.length,
    reconnus: new Set([...indicateurs.keys(), ...objectifs.keys()]),
    remplie: [...indicateurs.values()].some(({ ligne }) => moments.some(({ colonne }) => isSaisie(feuille, ligne, colonne))),
  };
}

function candidatPlan(lue: PlanAction): Candidate<PlanAction> {
  const { feuille, colonnes, objectifs } = lue;
  const { departement, etat, total, modalites, actions } = colonnes;
  const montants = [departement, etat].filter((colonne) => colonne !== null);
  const redige = (ligne: number, colonne: number) => {
    const valeur = celluleDe(feuille, ligne, colonne)?.valeur;
    return typeof valeur === 'string' && isActionRedigee(valeur);
  };
  return {
    feuille, lue,
    completude: [departement, etat, total, modalites, actions[0] ?? null].filter((colonne) => colonne !== null).length,
    reconnus: new Set(objectifs.keys()),
    remplie: [...objectifs.values()].some(({ lignes }) => lignes.some((ligne) => montants.some((colonne) => isSaisie(feuille, ligne, colonne)) || actions.some((colonne) => redige(ligne, colonne)))),
  };
}

/** Moins que cela : une liste d'objectifs ou d'indicateurs, pas une annexe. */
const COMPLETUDE_MIN = { tableau: 1, plan: 2 } as const;

function lesPlus<L>(nature: NatureFeuille, imposee: string | null, candidates: readonly Candidate<L>[]) {
  return choisir(imposee === null ? candidates.filter(({ completude }) => completude >= COMPLETUDE_MIN[nature]) : candidates);
}

/** Feuille que l'utilisateur a désignée pour une annexe. */
function designee(nature: NatureFeuille, manuels: readonly RattachementManuel[], { feuilles }: Instantane): string | null {
  const manuel = manuels.find((candidat) => candidat.type === 'feuille' && candidat.nature === nature);
  return manuel?.type === 'feuille' && feuilles.some(({ nom }) => nom === manuel.feuille) ? manuel.feuille : null;
}

function profilees(nature: NatureFeuille, imposee: string | null, grilles: readonly Grille[], profils: () => readonly Profilee[]): readonly Profilee[] {
  if (imposee === null) return profils().filter(({ profil }) => profil.nature === nature);
  return grilles.filter(({ feuille }) => feuille.nom === imposee).map((grille) => ({ grille, profil: profiler(grille, nature) }));
}

/** Lit un instantané ; n'échoue jamais : ce qui n'est pas reconnu est absent du dossier. */
export function lireDossier(instantane: Instantane, options: OptionsLecture = {}): Dossier {
  const lire = options.lireValeur ?? valeurEnregistree;
  const manuels = options.rattachements ?? [];
  const grilles = instantane.feuilles.map((feuille) => creerGrille(feuille, lire));
  const lus = grilles.flatMap(segmenter).map((grille): Profilee => ({ grille, profil: profiler(grille) }));
  const feuille = { tableau: designee('tableau', manuels, instantane), plan: designee('plan', manuels, instantane) };
  const lireTous = <L>(nature: NatureFeuille, lecture: (profilee: Profilee) => L | null, candidat: (lue: L) => Candidate<L>) =>
    lesPlus(nature, feuille[nature], profilees(nature, feuille[nature], grilles, () => lus).flatMap((profilee) => { const lue = lecture(profilee); return lue ? [candidat(lue)] : []; }));
  const tableaux = lireTous('tableau', ({ grille, profil }) => lireTableau(grille, profil, manuels), candidatTableau);
  const tableau = tableaux.choisie?.lue ?? null;
  const reference: Periode | null = tableau?.periode ?? null;
  const plans = lireTous('plan', ({ grille, profil }) => lirePlan(grille, profil, reference, manuels), candidatPlan);
  const plan = plans.choisie?.lue ?? null;
  return {
    instantane,
    tableau,
    plan,
    feuillesEcartees: [
      ...tableaux.ecartees.map((ecartee) => ({ feuille: ecartee, nature: 'tableau' as const })),
      ...plans.ecartees.map((ecartee) => ({ feuille: ecartee, nature: 'plan' as const })),
    ],
    departement: lireDepartement({ instantane, option: options.departement ?? null, feuillesReconnues: [tableau?.feuille, plan?.feuille].filter((reconnue) => reconnue !== undefined) }),
    periode: tableau?.periode ?? plan?.periode ?? PERIODE_2020_2022,
  };
}
