/**
 * COH-05 — Un objectif que l'Etat finance porte un calendrier.
 * Source : annexe 6, introduction (le plan « fait apparaître notamment le calendrier prévisionnel de
 * mise en œuvre des actions cofinancées »).
 */
import { texteFusionne } from '../../classeur/grille';
import { OBJECTIFS, type NumeroObjectif } from '../../referentiel/objectifs';
import { colonnesDuPlanAbsentes } from '../absence';
import { definirControle } from '../controle';
import { constat, nommer } from '../fabrique';
import type { LecturePlan } from '../lecture-plan';

const SOURCE = 'annexe 6, introduction';

/** Au calendrier, tout vaut marque (« X », « T1 », une date), sauf ce qui dit l'absence. */
const SANS_MARQUE = /^(?:[-–—0/]*|non|nd|nc|n\/a|sans objet|à définir|a definir)$/i;

/** Une action placée dans une année, ou une année marquée du calendrier. */
function aUnCalendrier(plan: LecturePlan, numero: NumeroObjectif): boolean {
  const { forme, colonnes } = plan.plan;
  if (forme === 'annees') return plan.actions(numero).length > 0;
  const lignes = plan.objectif(numero)?.lignes ?? [];
  return lignes.some((ligne) => [...colonnes.annees.values()].some((colonne) => !SANS_MARQUE.test(texteFusionne(plan.grille, ligne, colonne))));
}

export const COH_05 = definirControle({
  code: 'COH-05',
  titre: 'Calendrier absent',
  exigence: 'Un objectif que l’Etat finance a une action placée dans une année, ou une année marquée au calendrier.',
  pourquoi: 'Le plan fait apparaître le calendrier prévisionnel des actions cofinancées.',
  gravite: 'info',
  source: SOURCE,
  limites: 'Le détail du calendrier est dans la fiche action.',
  correction: 'aucune',
  exige: ['plan'],
  cede: ['FIN-04'],
  controler: ({ plan }) => {
    const finances = OBJECTIFS.filter(({ numero }) => plan.etatFinance(numero));
    return {
      sansObjet: finances.length === 0,
      nonVerifies: [
        ...colonnesDuPlanAbsentes(plan, ['etat', 'actions']),
        ...(plan.plan.colonnes.annees.size === 0 ? [{ emplacement: null, raison: 'les colonnes d’années du plan sont introuvables' }] : []),
      ],
      constats: finances.filter(({ numero }) => plan.plan.colonnes.annees.size > 0 && !aUnCalendrier(plan, numero)).flatMap(({ numero }) => {
        const cellule = plan.premiereAction(numero);
        if (!cellule) return [];
        return [constat({
          code: 'COH-05', gravite: 'info', source: SOURCE,
          emplacement: cellule.emplacement,
          objectif: numero,
          message: `${nommer(numero)} : l’Etat finance cet objectif, et aucune année n’est indiquée pour ses actions.`,
          suite: 'Marquer au calendrier les années de mise en œuvre.',
        })];
      }),
    };
  },
});
