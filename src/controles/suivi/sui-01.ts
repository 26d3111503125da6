/**
 * SUI-01 — Le suivi d'une année commencée est complet.
 * Source : contrat-type, article 3 (suivi annuel, remontée semestrielle des visites à domicile).
 */
import { definirControle } from '../controle';
import { constatCase, grandeurLue, nommer } from '../fabrique';
import { isNonRenseigne } from '../lecture-cellule';
import { anneesSuivies, indicateursSuivis, isRedit } from './suivi';

const SOURCE = 'contrat-type, article 3';

export const SUI_01 = definirControle({
  code: 'SUI-01',
  titre: 'Niveaux d’atteinte renseignés',
  exigence: 'Quand une année porte des niveaux d’atteinte, chaque indicateur suivi y a le sien.',
  pourquoi: 'Le rapport annuel s’appuie sur le tableau de bord : une ligne vide ne sera pas évaluée.',
  gravite: 'info',
  source: SOURCE,
  limites: 'Objectifs retenus, hors dénominateurs et IP entrantes. Sans objet tant qu’aucune valeur n’est saisie.',
  correction: 'aucune',
  exige: ['tableau', 'retenus'],
  controler: ({ tableau, retenus }) => {
    const annees = anneesSuivies(tableau);
    return {
      sansObjet: annees.length === 0,
      constats: annees.flatMap((moment) => {
        const vides = indicateursSuivis(retenus).filter(({ code }) => {
          const lue = tableau.lire(code, moment);
          return lue !== null && tableau.valeur(code, moment) === null && (lue.indicateur.type === 'taux' || isNonRenseigne(lue));
        });
        const codes = new Set<string>(vides.map(({ code }) => code));
        return vides.filter((indicateur) => !isRedit(indicateur, codes)).map((indicateur) => {
          const lue = tableau.lire(indicateur.code, moment)!;
          return constatCase(lue, {
            code: 'SUI-01', gravite: 'info', source: SOURCE,
            message: `${nommer(indicateur.objectif)} : le niveau d’atteinte ${String(moment.annee)} de « ${indicateur.nom} » n’est pas renseigné, alors que d’autres le sont.`,
            suite: `Saisir le niveau d’atteinte ${String(moment.annee)}${indicateur.semestriel ? ' (remontée semestrielle)' : ''}.`,
            trouve: lue.formule === null ? grandeurLue(lue) : null,
          });
        });
      }),
    };
  },
});
