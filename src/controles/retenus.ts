/**
 * Objectifs retenus : les 11 fondamentaux, et tout objectif facultatif qui porte une cible saisie,
 * une action rédigée ou un montant non nul. Un diagnostic seul, une modalité préimprimée ou un
 * total calculé n'y suffisent pas (docs/decisions.md, « Retenu »).
 */
import { indicateursDe } from '../referentiel/indicateurs';
import { OBJECTIFS, type NumeroObjectif } from '../referentiel/objectifs';
import { isNonRenseigne, nombreLu } from './lecture-cellule';
import type { LecturePlan } from './lecture-plan';
import type { LectureTableau } from './lecture-tableau';

export type Retenus = ReadonlySet<NumeroObjectif>;

/** Une cible chiffrée est saisie ; le résultat d'une formule de taux n'est pas une saisie. */
export function aUneCible(tableau: LectureTableau, numero: NumeroObjectif): boolean {
  return indicateursDe(numero).some(({ code, type }) =>
    tableau.moments('cible').some((moment) => {
      const lue = tableau.lire(code, moment);
      return lue !== null && nombreLu(lue) !== null && !(type === 'taux' && lue.formule !== null);
    }),
  );
}

export function aUnMontant(plan: LecturePlan, numero: NumeroObjectif): boolean {
  return (['departement', 'etat'] as const).some((financeur) =>
    plan.montants(numero, financeur).some((lue) => lue.lecture.nature === 'illisible' || (nombreLu(lue) ?? 0) !== 0),
  );
}

export function objectifsRetenus(tableau: LectureTableau | null, plan: LecturePlan | null): Retenus {
  return new Set(
    OBJECTIFS.filter(
      ({ numero, fondamental }) =>
        fondamental ||
        (tableau !== null && aUneCible(tableau, numero)) ||
        (plan !== null && (plan.actions(numero).length > 0 || aUnMontant(plan, numero))),
    ).map(({ numero }) => numero),
  );
}

/** Classeur encore vierge : ni cible, ni niveau d'atteinte, ni action rédigée, ni montant. */
export function isARemplir(tableau: LectureTableau | null, plan: LecturePlan | null): boolean {
  const rienAuTableau =
    tableau === null ||
    [...tableau.tableau.indicateurs.keys()].every((code) =>
      [...tableau.moments('cible'), ...tableau.moments('atteinte')].every((moment) => {
        const lue = tableau.lire(code, moment);
        if (lue === null || isNonRenseigne(lue)) return true;
        // Le résultat d'une formule de taux, ou un zéro calculé sur des cellules vides, n'est pas une saisie.
        return lue.formule !== null && (lue.indicateur.type === 'taux' || !nombreLu(lue));
      }),
    );
  const rienAuPlan =
    plan === null || OBJECTIFS.every(({ numero }) => plan.actions(numero).length === 0 && !aUnMontant(plan, numero));
  return rienAuTableau && rienAuPlan;
}
