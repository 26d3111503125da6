import { COH_04 } from '../../../src/controles/coherence/coh-04';
import { auPlan, eprouver, poser, sansColonnesPlan, sansFeuille, type Cas } from '../aide';

const action = auPlan(19, 'actions');

eprouver(COH_04, [
  { nom: 'conforme : objectif 19 sans action', attendus: [], statut: 'sans_objet' },
  ...['Développer le placement à domicile', 'Placement éducatif à domicile', 'Expérimenter une mesure intégrée et modulable'].map((texte): Cas => ({
    nom: texte, modifs: [poser(action, texte)],
    attendus: [{ ou: action, gravite: 'info', objectif: 19, message: ['l’action évoque'], suite: /dgcs-contrats-enfance@social\.gouv\.fr/, correction: null, source: /objectif 19/ }],
  })),
  { nom: 'les deux dans une action : un constat', modifs: [poser(action, 'Placement à domicile et mesure intégrée et modulable')], attendus: [{ ou: action, gravite: 'info', message: ['« placement à domicile » et « mesure intégrée et modulable »'] }] },
  { nom: 'autre chose', modifs: [poser(action, 'Accompagnement renforcé à domicile')], attendus: [], statut: 'conforme' },
  { nom: 'dans un autre objectif', modifs: [poser(auPlan(22, 'actions'), 'Placement à domicile')], attendus: [], statut: 'sans_objet' },
  { nom: 'colonnes d’actions absentes', modifs: [sansColonnesPlan('actions 1', 'actions 2', 'actions 3')], attendus: [], nonVerifies: [/aucune colonne d’actions/] },
  { nom: 'plan absent', modifs: [sansFeuille('plan')], attendus: [], statut: 'non_verifiable', nonVerifies: [/plan d’action/] },
]);
