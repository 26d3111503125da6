/**
 * COH-04 — Objectif 19 : certains projets sont transmis à la DGCS pour avis.
 * Source : annexe 6, objectif 19 (placement à domicile, mesure intégrée et modulable).
 */
import { projetsATransmettre, SOURCE_PROJETS_A_TRANSMETTRE } from '../../referentiel/actions';
import { colonnesDuPlanAbsentes } from '../absence';
import { definirControle } from '../controle';
import { constat, grandeurTexte, nommer } from '../fabrique';

const OBJECTIF = 19;

export const COH_04 = definirControle({
  code: 'COH-04',
  titre: 'Projets à transmettre pour avis',
  exigence: 'Un projet de placement à domicile ou de mesure intégrée et modulable est transmis à la DGCS pour avis technique.',
  pourquoi: 'Ces projets portent des enjeux juridiques et de qualité d’accompagnement que la DGCS souhaite suivre.',
  gravite: 'info',
  source: SOURCE_PROJETS_A_TRANSMETTRE.texte,
  limites: 'Ne sait pas si la transmission a été faite.',
  correction: 'aucune',
  exige: ['plan'],
  controler: ({ plan }) => {
    const actions = plan.actions(OBJECTIF);
    return {
      sansObjet: actions.length === 0,
      nonVerifies: colonnesDuPlanAbsentes(plan, ['actions']),
      constats: actions.flatMap(({ cellule, texte }) => {
        const projets = projetsATransmettre(texte);
        if (projets.length === 0) return [];
        return [constat({
          code: 'COH-04', gravite: 'info', source: SOURCE_PROJETS_A_TRANSMETTRE.texte,
          emplacement: cellule.emplacement,
          objectif: OBJECTIF,
          message: `${nommer(OBJECTIF)} : l’action évoque ${projets.map(({ terme }) => `« ${terme} »`).join(' et ')}.`,
          suite: 'Transmettre le projet à la DGCS (dgcs-contrats-enfance@social.gouv.fr) pour avis technique, si ce n’est pas fait.',
          trouve: grandeurTexte(projets[0]!.extrait),
        })];
      }),
    };
  },
});
