import { STR_07 } from '../../../src/controles/structure/str-07';
import { auPlan, base, eprouver, libelleObjectif, poser, sansFeuille } from '../aide';

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

test('un bloc sans libellé se dit par sa ligne, jamais par un libellé vide', () => {
  const { dossier } = base();
  const anomalie = { nature: 'objectif_inconnu', ligne: 12, colonne: 2, texte: ' ', objectif: null, indicateur: null, candidats: [] } as const;
  const { constats } = STR_07.controler({ dossier: { ...dossier, plan: { ...dossier.plan!, anomalies: [anomalie] } } } as never);
  expect(constats.map(({ message }) => message)).toEqual(['La ligne 12 de la feuille « Plan d\'action » n’a pas de libellé d’objectif : elle n’a été rattachée à aucun.']);
});
