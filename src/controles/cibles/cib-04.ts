/**
 * CIB-04 — Une cible ne régresse pas : ni sous le diagnostic, ni sous la cible de l'année d'avant.
 * Source : annexe 2 (« faire progresser », « doubler », « renforcer ») ; annexe 6, introduction.
 */
import { INDICATEURS, type Indicateur } from '../../referentiel/indicateurs';
import { tauxDe } from '../../referentiel/taux';
import { definirControle } from '../controle';
import { constatCase, grandeurDe, nommer, nommerMoment } from '../fabrique';
import { colonnesAbsentes } from '../absence';
import { cleCause, type Constat } from '../constat';
import { estRetenu } from '../indicateurs/parcours';
import type { Case, LectureTableau } from '../lecture-tableau';

const SOURCE = 'annexe 2 ; annexe 6, introduction';
/** Un taux qui varie de moins d'un vingtième de point ne régresse pas : c'est un arrondi. */
const TOLERANCE_TAUX = 0.0005;

interface Regression {
  readonly lue: Case;
  readonly valeur: number;
  readonly repere: Case;
  readonly valeurRepere: number;
}

function regresse({ sens, type }: Indicateur, valeur: number, repere: number): boolean {
  const tolerance = type === 'taux' ? TOLERANCE_TAUX : 0;
  return sens === 'baisse' ? valeur > repere + tolerance : valeur < repere - tolerance;
}

function regressions(tableau: LectureTableau, indicateur: Indicateur): Regression[] {
  const lire = (moment: Case['moment']) => ({ lue: tableau.lire(indicateur.code, moment), valeur: tableau.valeur(indicateur.code, moment) });
  const connus = (moments: readonly Case['moment'][]) => moments.map(lire).filter((point): point is { lue: Case; valeur: number } => point.lue !== null && point.valeur !== null);
  const [diagnostic] = connus(tableau.moments('diagnostic'));
  return connus(tableau.moments('cible')).flatMap(({ lue, valeur }, rang, cibles) => {
    const precedente = cibles[rang - 1];
    // L'année d'avant d'abord : c'est elle que l'agent a sous les yeux.
    const repere = [precedente, diagnostic].find((point) => point !== undefined && regresse(indicateur, valeur, point.valeur));
    return repere ? [{ lue, valeur, repere: repere.lue, valeurRepere: repere.valeur }] : [];
  });
}

/** Un taux qui régresse sans son numérateur tient à un dénominateur, peut-être déjà désigné. */
function denominateurs(tableau: LectureTableau, lues: readonly Case[]): string[] {
  return lues.flatMap(({ indicateur, moment }) => {
    const operandes = tableau.operandes(indicateur.code, moment);
    return operandes ? [cleCause(operandes.denominateur.emplacement)] : [];
  });
}

function decrire(tableau: LectureTableau, { lue, valeur, repere, valeurRepere }: Regression): Constat {
  const { indicateur } = lue;
  const attendu = grandeurDe(indicateur, valeurRepere);
  return constatCase(lue, {
    code: 'CIB-04', gravite: 'alerte', source: SOURCE,
    message: `${nommer(indicateur.objectif)} : la cible ${String(lue.moment.annee)} de « ${indicateur.nom} » (${grandeurDe(indicateur, valeur).texte}) est ${indicateur.sens === 'baisse' ? 'au-dessus' : 'en dessous'} de la valeur de ${repere.adresse} (${nommerMoment(repere)} : ${attendu.texte}).`,
    suite: `Corriger la cible, ou justifier ${indicateur.sens === 'baisse' ? 'l’allongement du délai' : 'la baisse'}.`,
    attendu: { ...attendu, texte: `${indicateur.sens === 'baisse' ? 'au plus' : 'au moins'} ${attendu.texte}` },
    trouve: grandeurDe(indicateur, valeur),
    // Une cible d'avant trop haute (IND-04) fait paraître basse celle-ci.
    causes: [cleCause(repere.emplacement), ...denominateurs(tableau, [lue, repere])],
  });
}

export const CIB_04 = definirControle({
  code: 'CIB-04',
  titre: 'Cible en recul',
  exigence: 'Une cible n’est ni en deçà du diagnostic, ni en deçà de la cible de l’année d’avant ; un délai, lui, doit baisser.',
  pourquoi: 'Une cible qui régresse est le plus souvent une erreur de saisie ; sinon, elle se justifie.',
  gravite: 'alerte',
  source: SOURCE,
  limites: 'Les dénominateurs (naissances, cohorte, enfants, IP évaluées, retours) et les IP entrantes n’ont pas de sens de progression. Une régression du numérateur n’est pas redite sur le taux.',
  correction: 'aucune',
  exige: ['tableau', 'retenus'],
  cede: ['IND-04', 'IND-05', 'IND-06'],
  controler: ({ tableau, retenus }) => {
    const suivis = INDICATEURS.filter((indicateur) => indicateur.sens !== null && (indicateur.objectif === null || estRetenu(indicateur, retenus)));
    const trouvees = suivis.flatMap((indicateur) => regressions(tableau, indicateur));
    const adresses = new Set(trouvees.map(({ lue }) => lue.adresse));
    const numerateurRegresse = ({ lue }: Regression) =>
      tauxDe(lue.indicateur.code)?.numerateurs.some((code) => adresses.has(tableau.lire(code, lue.moment)?.adresse ?? '')) ?? false;
    return { constats: trouvees.filter((regression) => !numerateurRegresse(regression)).map((regression) => decrire(tableau, regression)), nonVerifies: colonnesAbsentes(tableau, ['diagnostic', 'cible']) };
  },
});
