/** Ce qui manque : une feuille, les colonnes d'une feuille, les cellules d'une valeur du tableau de bord. */
import type { Bloc, Dossier } from '../classeur/dossier';
import { isEmpechee, isNonRenseigne } from './lecture-cellule';
import type { LecturePlan } from './lecture-plan';
import type { Case, LectureTableau } from './lecture-tableau';
import type { NonVerifie } from './non-verifie';

const FEUILLES = { tableau: 'le tableau de bord (annexe 5.2)', plan: 'le plan d’action (annexe 5.3)' } as const;

/** Pourquoi une feuille n'a pas été contrôlée : aucune ne lui ressemble, ou plusieurs. */
export function raisonSansFeuille({ feuillesEcartees }: Dossier, nature: keyof typeof FEUILLES): string {
  const rivales = feuillesEcartees.filter((ecartee) => ecartee.nature === nature).map(({ feuille }) => `« ${feuille.nom} »`);
  if (rivales.length < 2) return `${FEUILLES[nature]} n’a pas été reconnu dans ce classeur`;
  return `plusieurs feuilles ressemblent au même document, ${FEUILLES[nature]} (${rivales.join(', ')}) : aucune n’a été contrôlée`;
}

/** Ce que les feuilles absentes empêchent de vérifier : jamais `conforme` sur une feuille introuvable. */
export function feuillesAbsentes(dossier: Dossier): readonly NonVerifie[] {
  return (['tableau', 'plan'] as const).filter((nature) => !dossier[nature]).map((nature) => ({ emplacement: null, raison: raisonSansFeuille(dossier, nature) }));
}

/**
 * Cellules à remplir pour que la valeur soit là ; vide si elle l'est, si une ligne manque (STR-03)
 * ou si elle porte autre chose qu'un nombre (IND-03, FOR-04). Un taux dont les opérandes sont vides est vide,
 * quel que soit le résultat de sa garde.
 */
export function casesManquantes(tableau: LectureTableau, lue: Case): readonly Case[] {
  const { indicateur, moment, formule, lecture } = lue;
  if (indicateur.type !== 'taux') return isNonRenseigne(lue) ? [lue] : [];
  const operandes = tableau.operandes(indicateur.code, moment);
  if (!operandes || tableau.valeur(indicateur.code, moment) !== null) return [];
  if (formule === null && (isEmpechee(lue) || lecture.nature === 'nombre')) return [];
  return [operandes.numerateur, operandes.denominateur].filter(isNonRenseigne);
}

/** « « naissances domiciliées » (G9) et « entretiens du 4e mois » (G7) ». */
export function nommerCases(lues: readonly Case[]): string {
  return lues.map(({ indicateur, adresse }) => `« ${indicateur.nom} » (${adresse})`).join(' et ');
}

const BLOCS: Readonly<Record<Bloc, string>> = {
  diagnostic: 'la colonne du diagnostic est introuvable au tableau de bord',
  cible: 'les colonnes de cibles sont introuvables au tableau de bord',
  atteinte: 'les colonnes de niveaux d’atteinte sont introuvables au tableau de bord',
};

/** Blocs de colonnes absents, pour ce qui en dépend ; « cible » exige aussi la colonne de l'horizon. */
export function colonnesAbsentes(tableau: LectureTableau, blocs: readonly Bloc[]): readonly NonVerifie[] {
  return blocs.flatMap((bloc): NonVerifie[] => {
    if (tableau.moments(bloc).length === 0) return [{ emplacement: null, raison: BLOCS[bloc] }];
    if (bloc !== 'cible' || tableau.moment('cible', tableau.horizon)) return [];
    return [{ emplacement: null, raison: `la colonne des cibles ${String(tableau.horizon)} est introuvable au tableau de bord` }];
  });
}

const COLONNES = {
  departement: 'Département',
  etat: 'Etat',
  total: 'Total pour l’objectif',
  modalites: 'Modalités de financement Etat',
} as const;

/** Colonnes du plan dont un contrôle dépend, et qui sont introuvables. */
export function colonnesDuPlanAbsentes({ plan: { colonnes } }: LecturePlan, roles: readonly (keyof typeof COLONNES | 'actions')[]): readonly NonVerifie[] {
  return roles.flatMap((role): NonVerifie[] => {
    if (role === 'actions') return colonnes.actions.length > 0 ? [] : [{ emplacement: null, raison: 'aucune colonne d’actions n’a été trouvée au plan d’action' }];
    return colonnes[role] !== null ? [] : [{ emplacement: null, raison: `la colonne « ${COLONNES[role]} » est introuvable au plan d’action` }];
  });
}
