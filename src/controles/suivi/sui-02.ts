/**
 * SUI-02 — Le niveau d'atteinte rejoint la cible de la même année.
 * Source : contrat-type, articles 2.2.1 et 3 (l'atteinte des objectifs conditionne les crédits).
 */
import { colonnesAbsentes } from '../absence';
import { definirControle } from '../controle';
import { constatCase, grandeurDe, nommer } from '../fabrique';
import type { LectureTableau } from '../lecture-tableau';
import type { Indicateur } from '../../referentiel/indicateurs';
import type { Moment } from '../../classeur/dossier';
import { anneesSuivies, delaisSuivis, indicateursSuivis, isRedit } from './suivi';

const SOURCE = 'contrat-type, articles 2.2.1 et 3';
const EPSILON = 1e-9;

function enDeca(tableau: LectureTableau, { code, sens }: Indicateur, moment: Moment): boolean {
  const atteinte = tableau.valeur(code, moment);
  const cible = tableau.valeur(code, tableau.moment('cible', moment.annee));
  if (atteinte === null || cible === null) return false;
  return sens === 'baisse' ? atteinte > cible + EPSILON : atteinte < cible - EPSILON;
}

export const SUI_02 = definirControle({
  code: 'SUI-02',
  titre: 'Cible non atteinte',
  exigence: 'Le niveau d’atteinte d’une année rejoint la cible de la même année.',
  pourquoi: 'L’atteinte des objectifs est examinée chaque année et conditionne les crédits suivants.',
  gravite: 'info',
  source: SOURCE,
  limites: 'Compare la même année, quand les deux valeurs sont là. Pour un délai, l’atteinte doit être sous la cible.',
  correction: 'aucune',
  exige: ['tableau', 'retenus'],
  cede: ['IND-04'],
  controler: ({ tableau, retenus }) => {
    const suivis = [...indicateursSuivis(retenus), ...delaisSuivis()];
    const moments = anneesSuivies(tableau, suivis);
    return {
      sansObjet: moments.length === 0,
      nonVerifies: colonnesAbsentes(tableau, ['atteinte', 'cible']),
      constats: moments.flatMap((moment) => {
        const manques = suivis.filter((indicateur) => enDeca(tableau, indicateur, moment));
        const codes = new Set<string>(manques.map(({ code }) => code));
        return manques.filter((indicateur) => !isRedit(indicateur, codes)).map((indicateur) => {
          const lue = tableau.lire(indicateur.code, moment)!;
          const atteinte = grandeurDe(indicateur, tableau.valeur(indicateur.code, moment)!);
          const cible = grandeurDe(indicateur, tableau.valeur(indicateur.code, tableau.moment('cible', moment.annee))!);
          return constatCase(lue, {
            code: 'SUI-02', gravite: 'info', source: SOURCE,
            message: `${nommer(indicateur.objectif)} : le niveau d’atteinte ${String(moment.annee)} de « ${indicateur.nom} » (${atteinte.texte}) est ${indicateur.sens === 'baisse' ? 'au-dessus' : 'en dessous'} de sa cible (${cible.texte}).`,
            suite: 'Expliquer l’écart dans le rapport annuel d’exécution.',
            attendu: cible,
            trouve: atteinte,
          });
        });
      }),
    };
  },
});
