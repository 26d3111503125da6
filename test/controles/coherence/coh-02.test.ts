import { COH_02 } from '../../../src/controles/coherence/coh-02';
import { auPlan, eprouver, poser, sansColonnesPlan, sansFeuille, sansObjectif, vider } from '../aide';

const action = auPlan(10, 'actions');

eprouver(COH_02, [
  { nom: 'conforme', attendus: [] },
  { nom: 'aucune action', modifs: [vider(action)], attendus: [{ ou: action, gravite: 'alerte', objectif: 10, message: ['aucune action n’est rédigée au plan pour cet objectif fondamental'], suite: /renvoyer à sa fiche action/, correction: null, source: /annexe 6/ }] },
  { nom: '« Action n°12 : » seul', modifs: [poser(action, 'Action n°12 :')], attendus: [{ ou: action, gravite: 'alerte' }] },
  { nom: 'renvoi à une fiche', modifs: [poser(action, 'cf. fiche action n° 12')], attendus: [] },
  { nom: 'action d’une autre année', modifs: [vider(action), poser(auPlan(10, 'actions 2'), 'Participation')], attendus: [] },
  { nom: 'facultatif : pas concerné', modifs: [vider(auPlan(22, 'actions'))], attendus: [] },
  { nom: 'objectif absent du plan : STR-02', modifs: [sansObjectif('plan', 9)], attendus: [] },
  { nom: 'colonnes d’actions absentes', modifs: [sansColonnesPlan('actions 1', 'actions 2', 'actions 3')], attendus: [], nonVerifies: [/aucune colonne d’actions/] },
  { nom: 'plan absent', modifs: [sansFeuille('plan')], attendus: [], statut: 'non_verifiable', nonVerifies: [/plan d’action/] },
]);
