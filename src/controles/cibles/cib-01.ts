/**
 * CIB-01 — Chaque indicateur qui l'exige porte une cible pour chaque année du contrat.
 * Source : circulaire, III (« les objectifs […] doivent être assortis d'indicateurs et de cibles
 * chiffrées ») ; annexe 6, introduction et objectifs 6, 12, 14, 21, 22 ; contrat-type, article 2.1.
 */
import { INDICATEURS, type Indicateur } from '../../referentiel/indicateurs';
import { tauxDe } from '../../referentiel/taux';
import { casesManquantes, colonnesAbsentes, nommerCases } from '../absence';
import type { Constat } from '../constat';
import { definirControle } from '../controle';
import { constatCase, grandeurLue, nommer } from '../fabrique';
import { estRetenu } from '../indicateurs/parcours';
import { isInconnue, nonRecalculees } from '../lecture-cellule';
import type { Case, LectureTableau } from '../lecture-tableau';

const SOURCE = 'circulaire, III ; annexe 6, introduction ; contrat-type, article 2.1';

function comment({ code, type }: Indicateur): string {
  const taux = tauxDe(code);
  return type === 'taux' && taux ? 'Saisir les effectifs cibles dont le taux se déduit.' : 'Saisir la cible chiffrée arrêtée conjointement.';
}

/** Ce qui fait la cible : l'indicateur, ou les opérandes du taux. */
function dependances(tableau: LectureTableau, lue: Case): readonly Case[] {
  const operandes = tableau.operandes(lue.indicateur.code, lue.moment);
  return operandes ? [operandes.numerateur, operandes.denominateur] : [lue];
}

function decrire(tableau: LectureTableau, lue: Case, manquantes: readonly Case[]): Constat {
  const annee = String(lue.moment.annee);
  const horizon = lue.moment.annee === tableau.horizon;
  const etat = lue.lecture.nature === 'non_determine' ? 'est notée non déterminée' : 'est absente';
  const operandes = lue.indicateur.type === 'taux' ? ` ; il manque ${nommerCases(manquantes)}` : '';
  return constatCase(lue, {
    code: 'CIB-01', gravite: horizon ? 'bloquant' : 'alerte', source: SOURCE,
    message: `${nommer(lue.indicateur.objectif)} : la cible ${annee} de l’indicateur « ${lue.indicateur.nom} » ${etat}${operandes}.`,
    suite: horizon ? comment(lue.indicateur) : `${comment(lue.indicateur)} À défaut, justifier l’absence d’étape en ${annee}.`,
    trouve: lue.formule === null ? grandeurLue(lue) : null,
  });
}

export const CIB_01 = definirControle({
  code: 'CIB-01',
  titre: 'Cible manquante',
  exigence: 'Chaque indicateur qui l’exige porte une cible chiffrée pour l’horizon du contrat, et pour chacune des années qui y mènent.',
  pourquoi: 'L’évaluation du contrat, qui conditionne les financements suivants, se fait sur ces cibles.',
  gravite: 'bloquant',
  graviteVariable: 'alerte pour les années avant l’horizon',
  source: SOURCE,
  limites: 'Sans cible obligatoire : objectifs 9 et 18, délais de justice, examens (objectif 5), sources SNDS. Une cible manquante se désigne sur le taux, même si c’est un opérande qui manque.',
  correction: 'aucune',
  exige: ['tableau', 'retenus'],
  cede: ['FOR-06', 'STR-03'],
  controler: ({ tableau, retenus }) => {
    const exiges = INDICATEURS.filter((indicateur) => indicateur.cibleExigee && estRetenu(indicateur, retenus));
    const lues = exiges.flatMap(({ code }) => tableau.moments('cible').map((moment) => tableau.lire(code, moment))).filter((lue) => lue !== null);
    return {
      nonVerifies: [...colonnesAbsentes(tableau, ['cible']), ...nonRecalculees(lues.flatMap((lue) => dependances(tableau, lue)).filter(isInconnue))],
      constats: lues.flatMap((lue) => {
        const manquantes = casesManquantes(tableau, lue);
        return manquantes.length === 0 ? [] : [decrire(tableau, lue, manquantes)];
      }),
    };
  },
});
