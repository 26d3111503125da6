/**
 * FIN-04 — L'Etat ne finance que des actions décrites.
 * Source : annexe 4, I (« pour chaque action ou projet cofinancé […] une fiche action ») ;
 * contrat-type, article 2.2.1 (« pour la réalisation des actions listées dans le plan d'action »).
 */
import { formatMontant } from '../../classeur/nombres';
import { OBJECTIFS } from '../../referentiel/objectifs';
import { colonnesDuPlanAbsentes } from '../absence';
import { definirControle } from '../controle';
import { constat, nommer } from '../fabrique';

const SOURCE = 'contrat-type, article 2.2.1 ; annexe 4, I';

export const FIN_04 = definirControle({
  code: 'FIN-04',
  titre: 'Financement sans action',
  exigence: 'Un objectif que l’Etat finance porte au moins une action rédigée.',
  pourquoi: 'L’Etat finance la réalisation des actions listées au plan : sans action, rien ne fonde le versement.',
  gravite: 'alerte',
  source: SOURCE,
  limites: '« Action n°1 : » sans texte n’est pas une action. La fiche action elle-même n’est pas dans le classeur.',
  correction: 'aucune',
  exige: ['plan'],
  controler: ({ plan }) => {
    const finances = OBJECTIFS.filter(({ numero }) => plan.etatFinance(numero));
    return {
      sansObjet: finances.length === 0,
      nonVerifies: colonnesDuPlanAbsentes(plan, ['etat', 'actions']),
      constats: finances.filter(({ numero }) => plan.actions(numero).length === 0).flatMap(({ numero }) => {
        const cellule = plan.premiereAction(numero);
        if (!cellule) return [];
        const etat = plan.somme(numero, 'etat');
        return [constat({
          code: 'FIN-04', gravite: 'alerte', source: SOURCE,
          emplacement: cellule.emplacement,
          objectif: numero,
          message: `${nommer(numero)} : l’Etat finance cet objectif${etat === null ? '' : ` (${formatMontant(etat)})`} sans qu’aucune action y soit rédigée.`,
          suite: 'Rédiger l’action financée et joindre sa fiche action, ou retirer le montant.',
        })];
      }),
    };
  },
});
