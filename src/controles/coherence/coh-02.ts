/**
 * COH-02 — Chaque objectif fondamental porte au moins une action.
 * Source : annexe 6, introduction (« un plan d'action décrivant les actions retenues conjointement
 * pour l'atteinte de ces objectifs ») ; contrat-type, article 2.1.
 */
import { OBJECTIFS } from '../../referentiel/objectifs';
import { colonnesDuPlanAbsentes } from '../absence';
import { definirControle } from '../controle';
import { constat, nommer } from '../fabrique';

const SOURCE = 'annexe 6, introduction ; contrat-type, article 2.1';

export const COH_02 = definirControle({
  code: 'COH-02',
  titre: 'Objectif fondamental sans action',
  exigence: 'Chaque objectif fondamental porte au moins une action rédigée au plan.',
  pourquoi: 'Les signataires s’engagent à réaliser des actions concourant à la réalisation de chaque objectif.',
  gravite: 'alerte',
  source: SOURCE,
  limites: 'Un objectif absent du plan relève de STR-02. Le renvoi à une fiche action vaut action.',
  correction: 'aucune',
  exige: ['plan'],
  cede: ['FIN-04'],
  controler: ({ plan }) => ({
    nonVerifies: colonnesDuPlanAbsentes(plan, ['actions']),
    constats: OBJECTIFS.filter(({ numero, fondamental }) => fondamental && plan.objectif(numero) && plan.actions(numero).length === 0).flatMap(({ numero }) => {
      const cellule = plan.premiereAction(numero);
      if (!cellule) return [];
      return [constat({
        code: 'COH-02', gravite: 'alerte', source: SOURCE,
        emplacement: cellule.emplacement,
        objectif: numero,
        message: `${nommer(numero)} : aucune action n’est rédigée au plan pour cet objectif fondamental.`,
        suite: 'Rédiger au moins une action, ou renvoyer à sa fiche action.',
      })];
    }),
  }),
});
