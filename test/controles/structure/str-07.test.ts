import { STR_07 } from '../../../src/controles/structure/str-07';
import { auPlan, eprouver, libelleObjectif, poser, sansFeuille } from '../aide';

const local = 'Améliorer la santé environnementale des tout-petits';

eprouver(STR_07, [
  { nom: 'conforme', attendus: [] },
  { nom: 'modèle vierge', base: 'vierge', attendus: [] },
  {
    nom: 'objectif local au plan', modifs: [poser(libelleObjectif(26, 'plan'), local), poser(auPlan(26, 'etat'), 1000)],
    attendus: [{ ou: libelleObjectif(26, 'plan'), gravite: 'info', objectif: null, message: [`L’objectif « ${local} »`, 'n’est pas un des 26 objectifs', 'compté dans le TOTAL seulement'], suite: /relève du FIR/, correction: null, source: /annexe 4/ }],
  },
  { nom: 'objectif local au tableau', modifs: [poser(libelleObjectif(18, 'tableau'), local)], attendus: [{ ou: libelleObjectif(18, 'tableau'), gravite: 'info', message: [/objectif local\.$/] }] },
  { nom: 'plan absent', modifs: [sansFeuille('plan')], attendus: [], nonVerifies: [/plan d’action/] },
]);
