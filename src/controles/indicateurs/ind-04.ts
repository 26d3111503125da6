/**
 * IND-04 — Les parties ne dépassent pas leur tout, dans chaque colonne.
 * Source : annexe 5.2 ; annexe 6, engagement 1 (SNDS et DREES / CD) et objectif 6, notes 2 et 3.
 */
import type { Moment } from '../../classeur/dossier';
import { formatNombre } from '../../classeur/nombres';
import { INEGALITES, type Inegalite } from '../../referentiel/coherences';
import { TAUX } from '../../referentiel/taux';
import { cleCause, type Constat } from '../constat';
import { definirControle } from '../controle';
import { constatCase, grandeurEffectif, nommer, nommerMoment } from '../fabrique';
import type { Case, LectureTableau } from '../lecture-tableau';

/** Le taux calculé sur l'inégalité fausse est faux par la même cause. */
function causesTaux(tableau: LectureTableau, { parties, tout }: Inegalite, moment: Moment): string[] {
  return TAUX.filter(({ numerateurs, denominateur }) => denominateur === tout && numerateurs.some((code) => parties.includes(code)))
    .map(({ code }) => tableau.lire(code, moment))
    .flatMap((lue) => (lue ? [cleCause(lue.emplacement)] : []));
}

interface Depassement {
  readonly inegalite: Inegalite;
  /** La plus grande des parties : c'est elle qu'on désigne. */
  readonly lue: Case;
  readonly parties: readonly Case[];
  readonly somme: number;
  readonly caseTout: Case;
  readonly tout: number;
}

function verifier(tableau: LectureTableau, inegalite: Inegalite, moment: Moment): Depassement | null {
  const tout = tableau.valeur(inegalite.tout, moment);
  const caseTout = tableau.lire(inegalite.tout, moment);
  const lues = inegalite.parties
    .map((code) => ({ lue: tableau.lire(code, moment), valeur: tableau.valeur(code, moment) }))
    .filter((partie): partie is { lue: Case; valeur: number } => partie.lue !== null && partie.valeur !== null);
  if (tout === null || !caseTout || lues.length === 0) return null;
  const somme = lues.reduce((total, { valeur }) => total + valeur, 0);
  if (somme <= tout) return null;
  const { lue } = lues.reduce((a, b) => (b.valeur > a.valeur ? b : a));
  return { inegalite, lue, parties: lues.map((partie) => partie.lue), somme, caseTout, tout };
}

function direDepassement({ parties, somme, caseTout, tout }: Depassement): string {
  const noms = parties.map(({ indicateur }) => `« ${indicateur.nom} »`).join(' et ');
  return `${noms} (${formatNombre(somme)}) ${parties.length > 1 ? 'dépassent' : 'dépasse'} « ${caseTout.indicateur.nom} » (${formatNombre(tout)})`;
}

/** Une cellule trop grande est une seule cause, même si elle dépasse deux totaux. */
function decrire(tableau: LectureTableau, depassements: readonly Depassement[]): Constat {
  const bloquants = depassements.filter(({ inegalite }) => inegalite.gravite === 'bloquant');
  const { inegalite, lue, caseTout, somme, tout } = bloquants[0] ?? depassements[0]!;
  const gravite = bloquants.length > 0 ? 'bloquant' : 'alerte';
  const touts = [...new Set(depassements.map((depassement) => depassement.caseTout.adresse))].join(' et ');
  return constatCase(lue, {
    code: 'IND-04', gravite,
    source: inegalite.source.texte,
    message: `${nommer(lue.indicateur.objectif)} : ${depassements.map(direDepassement).join(', et ')}, ${nommerMoment(lue)} ; ${inegalite.raison}.`,
    suite: gravite === 'bloquant' ? `Corriger ${lue.adresse}, ou ${touts}.` : `Vérifier ${lue.adresse} et ${touts}, et justifier l’écart s’il est réel.`,
    attendu: { ...grandeurEffectif(tout, caseTout.indicateur.unite), texte: `au plus ${formatNombre(tout)}` },
    trouve: grandeurEffectif(somme, lue.indicateur.unite),
    ecart: `${formatNombre(somme - tout)} de trop`,
    causes: depassements.flatMap((depassement) => causesTaux(tableau, depassement.inegalite, lue.moment)),
  });
}

function parCellule(depassements: readonly Depassement[]): readonly (readonly Depassement[])[] {
  const groupes = new Map<string, Depassement[]>();
  for (const depassement of depassements) {
    const { adresse } = depassement.lue;
    groupes.set(adresse, [...(groupes.get(adresse) ?? []), depassement]);
  }
  return [...groupes.values()];
}

export const IND_04 = definirControle({
  code: 'IND-04',
  titre: 'Indicateurs incohérents',
  exigence: 'Dans une même colonne, une partie ne dépasse pas son tout (IP évaluées sous trois mois ≤ IP évaluées, bilans ≤ cohorte…).',
  pourquoi: 'Une partie plus grande que son tout révèle une erreur de saisie ou de périmètre, et donne un taux supérieur à 100 %.',
  gravite: 'bloquant',
  graviteVariable: 'alerte pour IP évaluées ≤ entrantes (un stock antérieur peut jouer) et SNDS ≤ DREES / CD',
  source: 'annexe 5.2 ; annexe 6, engagement 1 et objectif 6',
  limites: 'Ne compare que des valeurs lisibles de la même colonne. Quand une somme dépasse, la plus grande des parties est désignée.',
  correction: 'aucune',
  exige: ['tableau'],
  surVierge: true,
  controler: ({ tableau }) => {
    const depassements = INEGALITES.flatMap((inegalite) => tableau.tableau.moments.map((moment) => verifier(tableau, inegalite, moment))).filter((trouve) => trouve !== null);
    return { constats: parCellule(depassements).map((groupe) => decrire(tableau, groupe)) };
  },
});
