/** Les cellules de montants d'un plan d'action, et leurs tirages. */
import { contient } from '../classeur/adresse';
import type { PlanAction } from '../classeur/dossier';
import { cleCellule, type Feuille } from '../classeur/instantane';
import type { Classeur } from './classeur';
import { aleatoire, type Tirage } from './tirages';

export interface Case {
  readonly ligne: number;
  readonly colonne: number;
}

export interface ContexteTotal {
  readonly classeur: Classeur;
  readonly plan: PlanAction;
  readonly feuille: Feuille;
  readonly tirages: readonly Tirage[];
  /** Cellules tirées : montants et totaux de toutes les lignes d'actions. */
  readonly cases: readonly Case[];
}

/** Colonnes dont la somme fait le total d'une ligne, de gauche à droite. */
export function colonnesMontants({ colonnes }: PlanAction): readonly number[] {
  const { departement, etat, partenairesFinanciers } = colonnes;
  return [departement, etat, ...partenairesFinanciers.map(({ colonne }) => colonne)].filter((colonne) => colonne !== null).sort((a, b) => a - b);
}

/** Lignes d'actions, objectifs locaux compris, de haut en bas. */
export function lignesActions({ objectifs, lignesLocales }: PlanAction): readonly number[] {
  return [...new Set([...[...objectifs.values()].flatMap(({ lignes }) => lignes), ...lignesLocales])].sort((a, b) => a - b);
}

/** Ancre d'une cellule : elle-même, ou le coin de la fusion qui la contient. */
export function ancreDe({ fusions }: Feuille, ligne: number, colonne: number): Case {
  const fusion = fusions.find((plage) => contient(plage, ligne, colonne));
  return fusion ? { ligne: fusion.ligne, colonne: fusion.colonne } : { ligne, colonne };
}

/** Une cellule fusionnée qui n'est pas l'ancre ne porte jamais de valeur. */
export function isAncre(feuille: Feuille, ligne: number, colonne: number): boolean {
  const ancre = ancreDe(feuille, ligne, colonne);
  return ancre.ligne === ligne && ancre.colonne === colonne;
}

/** Montants à additionner pour ces lignes. */
export function casesMontants(plan: PlanAction, feuille: Feuille, lignes: readonly number[], colonnes = colonnesMontants(plan)): readonly Case[] {
  return lignes.flatMap((ligne) => colonnes.map((colonne) => ({ ligne, colonne }))).filter(({ ligne, colonne }) => isAncre(feuille, ligne, colonne));
}

const GRAINE = 20201015;
const TIRAGES = 3;

export function preparer(classeur: Classeur, plan: PlanAction): ContexteTotal | null {
  const feuille = classeur.feuilleParId(plan.feuille.id);
  if (!feuille) return null;
  const { total } = plan.colonnes;
  const cases = casesMontants(plan, feuille, lignesActions(plan), total === null ? undefined : [...colonnesMontants(plan), total]);
  const cles = new Set(cases.map(({ ligne, colonne }) => cleCellule(ligne, colonne)));
  const tirages = Array.from({ length: TIRAGES }, (_, rang): Tirage => ({
    // Des centimes : un arrondi à l'euro se voit, et se mesure.
    get: (cle) => (cles.has(cle) ? Math.round(100_000 + 40_000_000 * aleatoire(GRAINE + rang + TIRAGES * cle)()) / 100 : undefined),
  }));
  return { classeur, plan, feuille, tirages, cases };
}

/** Somme des valeurs tirées. */
export function sommeTirage(cases: readonly Case[], tirage: Tirage): number {
  return cases.reduce((somme, { ligne, colonne }) => somme + (tirage.get(cleCellule(ligne, colonne)) ?? 0), 0);
}
