/** Les cellules rapprochées du référentiel : valeurs du tableau, montants et totaux du plan. */
import type { Feuille } from '../../classeur/instantane';
import type { ServiceValeurs } from '../../formules/valeurs';
import type { CodeIndicateur } from '../../referentiel/indicateurs';
import type { NumeroObjectif } from '../../referentiel/objectifs';
import type { FeuillesLues } from '../entrees';
import { nommer, nommerMoment } from '../fabrique';
import { montantsDuPlan } from '../financement/montants';
import { cases } from '../indicateurs/parcours';
import type { CelluleLue } from '../lecture-cellule';
import type { LecturePlan } from '../lecture-plan';
import type { LectureTableau } from '../lecture-tableau';
import { unefois } from '../memoire';

export interface Rapprochee {
  readonly service: ServiceValeurs;
  readonly feuille: Feuille;
  readonly cellule: CelluleLue;
  readonly objectif: NumeroObjectif | null;
  readonly indicateur: CodeIndicateur | null;
  readonly annee: number | null;
  /** « Objectif 6 – … : « IP évaluées » (cible 2022) », en tête de message ; peu de cellules en ont besoin. */
  readonly nommer: () => string;
}

function rapprocheesDuTableau(tableau: LectureTableau): readonly Rapprochee[] {
  return cases(tableau).map((lue) => ({
    service: tableau.service,
    feuille: tableau.tableau.feuille,
    cellule: lue,
    objectif: lue.indicateur.objectif,
    indicateur: lue.indicateur.code,
    annee: lue.moment.annee,
    nommer: () => `${nommer(lue.indicateur.objectif)} : « ${lue.indicateur.nom} » (${nommerMoment(lue)})`,
  }));
}

function rapprocheesDuPlan(plan: LecturePlan): readonly Rapprochee[] {
  return montantsDuPlan(plan).map(({ cellule, objectif, role }) => ({
    service: plan.service,
    feuille: plan.plan.feuille,
    cellule,
    objectif,
    indicateur: null,
    annee: null,
    nommer: () => `${objectif === null ? 'Plan d’action' : nommer(objectif)} : le montant « ${role} »`,
  }));
}

/** Toutes les cellules rapprochées des feuilles présentes. */
export const rapprochees = unefois(({ tableau, plan }: FeuillesLues): readonly Rapprochee[] => [
  ...(tableau ? rapprocheesDuTableau(tableau) : []),
  ...(plan ? rapprocheesDuPlan(plan) : []),
]);
