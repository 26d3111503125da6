/**
 * CIB-01 — Chaque indicateur qui l'exige porte une cible pour chaque année du contrat.
 * Source : circulaire, III (« les objectifs […] doivent être assortis d'indicateurs et de cibles
 * chiffrées ») ; annexe 6, introduction et objectifs 6, 12, 14, 21, 22 ; contrat-type, article 2.1.
 */
import { INDICATEURS, type Indicateur } from '../../referentiel/indicateurs';
import { tauxDe } from '../../referentiel/taux';
import { definirControle } from '../controle';
import { constatCase, grandeurLue, nommer } from '../fabrique';
import type { Case, LectureTableau } from '../lecture-tableau';
import { estRetenu } from '../indicateurs/parcours';

const SOURCE = 'circulaire, III ; annexe 6, introduction ; contrat-type, article 2.1';

/** Une valeur illisible ou en erreur est déjà désignée (IND-03, FOR-04) : la cible n'est pas « absente ». */
function isEmpechee(lue: Case | null): boolean {
  return lue !== null && (lue.lecture.nature === 'illisible' || lue.lecture.nature === 'erreur');
}

/** Cellules dont dépend la cible : le taux et ses opérandes ; `null` si une ligne manque (STR-03). */
function dependances(tableau: LectureTableau, lue: Case): readonly Case[] | null {
  const taux = tauxDe(lue.indicateur.code);
  if (!taux) return [lue];
  const operandes = tableau.operandes(lue.indicateur.code, lue.moment);
  return operandes ? [lue, operandes.numerateur, operandes.denominateur] : null;
}

function cibleAbsente(tableau: LectureTableau, lue: Case): boolean {
  if (tableau.valeur(lue.indicateur.code, lue.moment) !== null) return false;
  const cellules = dependances(tableau, lue);
  return cellules !== null && !cellules.some(isEmpechee);
}

function comment({ code, type }: Indicateur): string {
  const taux = tauxDe(code);
  return type === 'taux' && taux ? 'Saisir les effectifs cibles dont le taux se déduit.' : 'Saisir la cible chiffrée arrêtée conjointement.';
}

export const CIB_01 = definirControle({
  code: 'CIB-01',
  titre: 'Cibles chiffrées',
  exigence: 'Chaque indicateur qui l’exige porte une cible chiffrée pour l’horizon du contrat, et pour chacune des années qui y mènent.',
  pourquoi: 'L’évaluation du contrat, qui conditionne les financements suivants, se fait sur ces cibles.',
  gravite: 'bloquant',
  graviteVariable: 'alerte pour les années avant l’horizon',
  source: SOURCE,
  limites: 'Sans cible obligatoire : objectifs 9 et 18, délais de justice, examens (objectif 5), sources SNDS. Une cible manquante se désigne sur le taux, même si c’est un opérande qui manque.',
  correction: 'aucune',
  exige: ['tableau', 'retenus'],
  cede: ['FOR-06', 'STR-03', 'FOR-04', 'IND-03'],
  controler: ({ tableau, retenus }) => {
    const exiges = INDICATEURS.filter((indicateur) => indicateur.cibleExigee && estRetenu(indicateur, retenus));
    const absentes = exiges.flatMap(({ code }) =>
      tableau.moments('cible').map((moment) => tableau.lire(code, moment)).filter((lue) => lue !== null && cibleAbsente(tableau, lue)) as Case[],
    );
    return {
      nonVerifies: tableau.moments('cible').length === 0 ? [{ emplacement: null, raison: 'les colonnes de cibles sont introuvables au tableau de bord' }] : [],
      constats: absentes.map((lue) => {
        const horizon = lue.moment.annee === tableau.horizon;
        const trouve = grandeurLue(lue);
        return constatCase(lue, {
          code: 'CIB-01', gravite: horizon ? 'bloquant' : 'alerte', source: SOURCE,
          message: `${nommer(lue.indicateur.objectif)} : la cible ${String(lue.moment.annee)} de l’indicateur « ${lue.indicateur.nom} » ${lue.lecture.nature === 'non_determine' ? 'est notée non déterminée' : 'est absente'}.`,
          suite: horizon ? comment(lue.indicateur) : `${comment(lue.indicateur)} À défaut, justifier l’absence d’étape en ${String(lue.moment.annee)}.`,
          trouve: lue.formule === null ? trouve : null,
        });
      }),
    };
  },
});
