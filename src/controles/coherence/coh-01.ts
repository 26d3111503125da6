/**
 * COH-01 — Un objectif facultatif retenu dans une feuille l'est dans l'autre.
 * Source : contrat-type, article 2.1 (les objectifs du tableau de bord et les actions du plan vont
 * ensemble) ; annexe 6, introduction.
 */
import type { BlocObjectif } from '../../classeur/dossier';
import type { Feuille } from '../../classeur/instantane';
import { indicateursDe } from '../../referentiel/indicateurs';
import { OBJECTIFS, type NumeroObjectif } from '../../referentiel/objectifs';
import { colonnesAbsentes, colonnesDuPlanAbsentes } from '../absence';
import type { Constat, Gravite } from '../constat';
import { definirControle } from '../controle';
import { causeObjectif, constat, nommer } from '../fabrique';
import { emplacementDe } from '../lecture-cellule';
import type { LecturePlan } from '../lecture-plan';
import type { LectureTableau } from '../lecture-tableau';
import { aUneSaisie, aUnMontant } from '../retenus';

const SOURCE = 'contrat-type, article 2.1 ; annexe 6, introduction';

function place(bloc: BlocObjectif | null | undefined, feuille: Feuille) {
  return bloc ? emplacementDe(feuille, bloc.libelle.ligne, bloc.libelle.colonne) : null;
}

function absentDuPlan(plan: LecturePlan, numero: NumeroObjectif, gravite: Gravite): Constat {
  const { feuille } = plan.plan;
  const quoi = gravite === 'alerte' ? 'est chiffré au tableau de bord' : 'porte un diagnostic au tableau de bord';
  return constat({
    code: 'COH-01', gravite, source: SOURCE,
    feuille: feuille.id,
    emplacement: place(plan.objectif(numero), feuille),
    objectif: numero,
    message: `${nommer(numero)} : cet objectif facultatif ${quoi}, mais n’a ni action ni montant au plan d’action.`,
    suite: gravite === 'alerte'
      ? 'Décrire au plan l’action qui permettra d’atteindre la cible, ou retirer la cible si l’objectif n’est pas retenu.'
      : 'Rien à faire si l’objectif n’est pas retenu ; sinon, décrire l’action au plan et fixer la cible.',
  });
}

function absentDuTableau(tableau: LectureTableau, numero: NumeroObjectif): Constat {
  const { feuille, objectifs } = tableau.tableau;
  return constat({
    code: 'COH-01', gravite: 'alerte', source: SOURCE,
    feuille: feuille.id,
    emplacement: place(objectifs.get(numero), feuille),
    objectif: numero,
    message: `${nommer(numero)} : cet objectif facultatif est financé au plan d’action, mais aucun de ses indicateurs n’est renseigné au tableau de bord.`,
    suite: `Renseigner ses indicateurs (${indicateursDe(numero).map(({ nom }) => nom).join(', ')}), ou retirer le financement.`,
    causes: [causeObjectif(feuille.id, numero, 'sans valeur')],
  });
}

function comparer(tableau: LectureTableau, plan: LecturePlan, numero: NumeroObjectif): readonly Constat[] {
  const finance = aUnMontant(plan, numero);
  const auPlan = finance || plan.actions(numero).length > 0;
  const chiffre = aUneSaisie(tableau, numero, 'cible') || aUneSaisie(tableau, numero, 'atteinte');
  const diagnostic = aUneSaisie(tableau, numero, 'diagnostic');
  if (!auPlan && (chiffre || diagnostic)) return [absentDuPlan(plan, numero, chiffre ? 'alerte' : 'info')];
  return finance && !chiffre && !diagnostic && indicateursDe(numero).length > 0 ? [absentDuTableau(tableau, numero)] : [];
}

export const COH_01 = definirControle({
  code: 'COH-01',
  titre: 'Désaccord entre les deux feuilles',
  exigence: 'Un objectif facultatif chiffré au tableau de bord a une action ou un montant au plan ; financé au plan, il a des valeurs au tableau.',
  pourquoi: 'Une cible sans action ne sera pas atteinte ; un financement sans indicateur ne sera pas évalué.',
  gravite: 'alerte',
  graviteVariable: 'info si le tableau ne porte qu’un diagnostic',
  source: SOURCE,
  limites: 'Objectifs facultatifs seulement ; un objectif sans indicateur harmonisé ne peut pas manquer au tableau.',
  correction: 'aucune',
  exige: ['tableau', 'plan'],
  cede: ['STR-03'],
  controler: ({ tableau, plan }) => {
    // Sans toutes ses colonnes, une feuille ne dit pas qu'un objectif lui manque.
    const nonVerifies = [...colonnesAbsentes(tableau, ['diagnostic', 'cible']), ...colonnesDuPlanAbsentes(plan, ['departement', 'etat', 'actions'])];
    if (nonVerifies.length > 0) return { constats: [], nonVerifies };
    return { constats: OBJECTIFS.filter(({ fondamental }) => !fondamental).flatMap(({ numero }) => comparer(tableau, plan, numero)) };
  },
});
