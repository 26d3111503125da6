/**
 * COH-03 — Les engagements demandés par fiche action sont évoqués au plan.
 * Source : annexe 6, objectifs 6, 7, 8, 10, 11, 20 et 23.
 */
import { themesManquants, THEMES, type Theme } from '../../referentiel/actions';
import type { NumeroObjectif } from '../../referentiel/objectifs';
import { colonnesDuPlanAbsentes } from '../absence';
import type { Constat } from '../constat';
import { definirControle } from '../controle';
import { constat, nommer } from '../fabrique';
import type { LecturePlan } from '../lecture-plan';

const OBJECTIFS_A_THEMES: readonly NumeroObjectif[] = [...new Set(THEMES.map(({ objectif }) => objectif))];

function enumerer(themes: readonly Theme[]): string {
  const libelles = themes.map(({ libelle }) => libelle);
  return libelles.length < 2 ? libelles.join('') : `${libelles.slice(0, -1).join(', ')} et ${libelles[libelles.length - 1]!}`;
}

/** Un objectif, un constat : tous les engagements qu'aucune de ses actions n'évoque. */
function verifier(plan: LecturePlan, numero: NumeroObjectif): Constat[] {
  const actions = plan.actions(numero);
  const cellule = plan.premiereAction(numero);
  if (actions.length === 0 || !cellule) return [];
  const manquants = themesManquants(numero, actions.map(({ texte }) => texte).join('\n'));
  if (manquants.length === 0) return [];
  const gravite = manquants.some((theme) => theme.gravite === 'alerte') ? 'alerte' : 'info';
  return [constat({
    code: 'COH-03', gravite,
    source: [...new Set(manquants.map(({ source }) => source.texte))].join(' ; '),
    emplacement: cellule.emplacement,
    objectif: numero,
    message: `${nommer(numero)} : les actions du plan n’évoquent pas ${enumerer(manquants)}.`,
    suite: gravite === 'alerte'
      ? 'Compléter l’action, ou vérifier que la fiche action annexée porte cet engagement.'
      : 'Vérifier que la fiche action annexée traite ce point.',
  })];
}

export const COH_03 = definirControle({
  code: 'COH-03',
  titre: 'Engagement non évoqué',
  exigence: 'Les actions des objectifs 6, 7, 8, 10, 11, 20 et 23 évoquent les engagements que l’annexe 6 leur demande.',
  pourquoi: 'Pour ces objectifs, la circulaire demande que le président du conseil départemental s’engage sur des points précis.',
  gravite: 'alerte',
  graviteVariable: 'info pour les objectifs 11, 20 et 23',
  source: 'annexe 6, objectifs 6, 7, 8, 10, 11, 20 et 23',
  limites: 'Cherche des mots, avec tolérance : la fiche action, qui n’est pas dans le classeur, peut porter l’engagement. Seulement s’il y a une action.',
  correction: 'aucune',
  exige: ['plan'],
  controler: ({ plan }) => ({
    constats: OBJECTIFS_A_THEMES.flatMap((numero) => verifier(plan, numero)),
    nonVerifies: colonnesDuPlanAbsentes(plan, ['actions']),
    sansObjet: OBJECTIFS_A_THEMES.every((numero) => plan.actions(numero).length === 0),
  }),
});
