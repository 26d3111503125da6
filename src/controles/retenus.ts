/**
 * Objectifs retenus : les 11 fondamentaux, et tout objectif facultatif qui porte une cible saisie,
 * une action rédigée ou un montant non nul. Un diagnostic seul, une modalité préimprimée ou un
 * total calculé n'y suffisent pas (docs/decisions.md, « Retenu »).
 */
import type { Bloc } from '../classeur/dossier';
import { isActionRedigee } from '../referentiel/actions';
import { indicateursDe } from '../referentiel/indicateurs';
import { OBJECTIFS, type NumeroObjectif } from '../referentiel/objectifs';
import { isNonRenseigne, lireCellule, nombreLu, type CelluleLue } from './lecture-cellule';
import type { LecturePlan } from './lecture-plan';
import type { Case, LectureTableau } from './lecture-tableau';

export type Retenus = ReadonlySet<NumeroObjectif>;

/**
 * Le chiffre est une décision de l'agent. N'en est pas une : le résultat d'une formule de taux, un
 * zéro que rend une formule sur des cellules vides, un dénominateur que la trame reporte (« =D9 »).
 */
export function isSaisie(lue: Case): boolean {
  const nombre = nombreLu(lue);
  if (nombre === null || lue.formule === null) return nombre !== null;
  return nombre !== 0 && lue.indicateur.type !== 'taux' && lue.indicateur.sens !== null;
}

/** Un indicateur de l'objectif, harmonisé ou local, porte une saisie dans un bloc de colonnes. */
export function aUneSaisie(tableau: LectureTableau, numero: NumeroObjectif, bloc: Bloc): boolean {
  const moments = tableau.moments(bloc);
  const harmonisee = indicateursDe(numero).some(({ code }) =>
    moments.some((moment) => {
      const lue = tableau.lire(code, moment);
      return lue !== null && isSaisie(lue);
    }),
  );
  return harmonisee || lignesLocales(tableau, numero).some((ligne) => moments.some(({ colonne }) => isSaisieLocale(tableau, ligne, colonne)));
}

/** Lignes du bloc de l'objectif qui ne portent pas un indicateur harmonisé. */
function lignesLocales({ tableau }: LectureTableau, numero: NumeroObjectif): readonly number[] {
  const propres = indicateursDe(numero).map(({ code }) => tableau.indicateurs.get(code)?.ligne);
  return (tableau.objectifs.get(numero)?.lignes ?? []).filter(
    (ligne) => !propres.includes(ligne) && ![...tableau.indicateurs.values()].some((indicateur) => indicateur.ligne === ligne),
  );
}

function isSaisieLocale({ grille, service }: LectureTableau, ligne: number, colonne: number): boolean {
  const lue = lireCellule(grille, service, ligne, colonne);
  const nombre = nombreLu(lue);
  return nombre !== null && (lue.formule === null || nombre !== 0);
}

/** Un montant Département ou Etat non nul ; un texte illisible (« PM ») n'en est pas un. */
export function aUnMontant(plan: LecturePlan, numero: NumeroObjectif): boolean {
  return (['departement', 'etat'] as const).some((financeur) =>
    plan.montants(numero, financeur).some((lue) => (nombreLu(lue) ?? 0) !== 0),
  );
}

/** Quelque chose est écrit à la place d'un montant, fût-ce un texte illisible. */
function aUneInscription(plan: LecturePlan, numero: NumeroObjectif): boolean {
  return (['departement', 'etat'] as const).some((financeur) => plan.montants(numero, financeur).some(isMontantInscrit));
}

/** Ni vide, ni zéro, ni « à définir » : un montant, même illisible. */
function isMontantInscrit(lue: CelluleLue): boolean {
  return lue.lecture.nature === 'illisible' || (nombreLu(lue) ?? 0) !== 0;
}

export function objectifsRetenus(tableau: LectureTableau | null, plan: LecturePlan | null): Retenus {
  return new Set(
    OBJECTIFS.filter(
      ({ numero, fondamental }) =>
        fondamental ||
        (tableau !== null && aUneSaisie(tableau, numero, 'cible')) ||
        (plan !== null && (plan.actions(numero).length > 0 || aUnMontant(plan, numero))),
    ).map(({ numero }) => numero),
  );
}

/** Rien qu'un agent ait écrit : vide, non déterminé, ou calculé sur du vide. */
function isEncoreVierge(lue: Case | null): boolean {
  return lue === null || isNonRenseigne(lue) || (lue.formule !== null && !isSaisie(lue));
}

/** Montants et actions des lignes d'objectifs locaux. */
function localesVierges({ plan, cellule }: LecturePlan): boolean {
  const { departement, etat, actions } = plan.colonnes;
  return plan.lignesLocales.every(
    (ligne) =>
      [departement, etat].every((colonne) => colonne === null || !isMontantInscrit(cellule(ligne, colonne))) &&
      actions.every((colonne) => {
        const { valeur } = cellule(ligne, colonne).jugee;
        return typeof valeur !== 'string' || !isActionRedigee(valeur);
      }),
  );
}

function isTableauVierge(tableau: LectureTableau): boolean {
  const suivis = [...tableau.moments('cible'), ...tableau.moments('atteinte')];
  const harmonises = [...tableau.tableau.indicateurs.keys()].every((code) => suivis.every((moment) => isEncoreVierge(tableau.lire(code, moment))));
  return harmonises && !OBJECTIFS.some(({ numero }) => aUneSaisie(tableau, numero, 'cible') || aUneSaisie(tableau, numero, 'atteinte'));
}

function isPlanVierge(plan: LecturePlan): boolean {
  return OBJECTIFS.every(({ numero }) => plan.actions(numero).length === 0 && !aUneInscription(plan, numero)) && localesVierges(plan);
}

/** Classeur encore vierge : ni cible, ni niveau d'atteinte, ni action rédigée, ni montant. */
export function isARemplir(tableau: LectureTableau | null, plan: LecturePlan | null): boolean {
  return (tableau === null || isTableauVierge(tableau)) && (plan === null || isPlanVierge(plan));
}
