/**
 * SUI-01 — Le suivi d'une année commencée est complet.
 * Source : contrat-type, article 3 (suivi annuel, remontée semestrielle des visites à domicile).
 */
import { casesManquantes, colonnesAbsentes, nommerCases } from '../absence';
import type { Constat } from '../constat';
import { definirControle } from '../controle';
import { constatCase, grandeurLue, nommer } from '../fabrique';
import type { Case } from '../lecture-tableau';
import { anneesSuivies, indicateursSuivis, isRedit } from './suivi';

const SOURCE = 'contrat-type, article 3';

function decrire(lue: Case, manquantes: readonly Case[]): Constat {
  const { indicateur, moment } = lue;
  const annee = String(moment.annee);
  return constatCase(lue, {
    code: 'SUI-01', gravite: 'info', source: SOURCE,
    message: `${nommer(indicateur.objectif)} : le niveau d’atteinte ${annee} de « ${indicateur.nom} » n’est pas renseigné, alors que d’autres le sont.`,
    suite: `Saisir ${indicateur.type === 'taux' ? nommerCases(manquantes) : `le niveau d’atteinte ${annee}`}${indicateur.semestriel ? ' (remontée semestrielle)' : ''}.`,
    trouve: lue.formule === null ? grandeurLue(lue) : null,
  });
}

export const SUI_01 = definirControle({
  code: 'SUI-01',
  titre: 'Niveau d’atteinte manquant',
  exigence: 'Quand une année porte des niveaux d’atteinte, chaque indicateur suivi y a le sien.',
  pourquoi: 'Le rapport annuel s’appuie sur le tableau de bord : une ligne vide ne sera pas évaluée.',
  gravite: 'info',
  source: SOURCE,
  limites: 'Objectifs retenus, hors dénominateurs et IP entrantes. Sans objet tant qu’aucune valeur n’est saisie.',
  correction: 'aucune',
  exige: ['tableau', 'retenus'],
  controler: ({ tableau, retenus }) => {
    const suivis = indicateursSuivis(retenus);
    const annees = anneesSuivies(tableau, suivis);
    return {
      sansObjet: annees.length === 0,
      nonVerifies: colonnesAbsentes(tableau, ['atteinte']),
      constats: annees.flatMap((moment) => {
        const vides = suivis.flatMap(({ code }) => {
          const lue = tableau.lire(code, moment);
          const manquantes = lue === null ? [] : casesManquantes(tableau, lue);
          return lue === null || manquantes.length === 0 ? [] : [{ lue, manquantes }];
        });
        const codes = new Set<string>(vides.map(({ lue }) => lue.indicateur.code));
        return vides.filter(({ lue }) => !isRedit(lue.indicateur, codes)).map(({ lue, manquantes }) => decrire(lue, manquantes));
      }),
    };
  },
});
