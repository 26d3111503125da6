/** Ce qui compte, dans une feuille lue, pour la choisir plutôt qu'une autre. */
import { isActionRedigee } from '../referentiel/actions';
import type { Candidate } from './choix-feuille';
import type { PlanAction, TableauDeBord } from './dossier';
import { celluleDe, isVide, type Feuille } from './instantane';

function isSaisie(feuille: Feuille, ligne: number, colonne: number): boolean {
  const cellule = celluleDe(feuille, ligne, colonne);
  return cellule !== undefined && cellule.formule === null && !isVide(cellule.valeur);
}

export function candidatTableau(lue: TableauDeBord): Candidate<TableauDeBord> {
  const { feuille, moments, indicateurs, objectifs } = lue;
  const saisis = moments.filter(({ colonne }) => [...indicateurs.values()].some(({ ligne }) => isSaisie(feuille, ligne, colonne)));
  return {
    feuille, lue,
    completude: moments.length,
    reconnus: new Set([...indicateurs.keys(), ...objectifs.keys()]),
    remplissage: saisis.some(({ bloc }) => bloc !== 'diagnostic') ? 2 : saisis.length > 0 ? 1 : 0,
  };
}

export function candidatPlan(lue: PlanAction): Candidate<PlanAction> {
  const { feuille, objectifs, colonnes: { departement, etat, total, modalites, actions } } = lue;
  const montants = [departement, etat].filter((colonne) => colonne !== null);
  const isRedigee = (ligne: number, colonne: number) => {
    const valeur = celluleDe(feuille, ligne, colonne)?.valeur;
    return typeof valeur === 'string' && isActionRedigee(valeur);
  };
  const isRemplie = (ligne: number) => montants.some((colonne) => isSaisie(feuille, ligne, colonne)) || actions.some((colonne) => isRedigee(ligne, colonne));
  return {
    feuille, lue,
    completude: [departement, etat, total, modalites, actions[0] ?? null].filter((colonne) => colonne !== null).length,
    reconnus: new Set(objectifs.keys()),
    remplissage: [...objectifs.values()].some(({ lignes }) => lignes.some(isRemplie)) ? 2 : 0,
  };
}
