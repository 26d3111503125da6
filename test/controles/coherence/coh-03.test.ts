import { COH_03 } from '../../../src/controles/coherence/coh-03';
import { auPlan, eprouver, poser, sansFeuille, vider, type Cas } from '../aide';

type Numero = 6 | 7 | 8 | 10 | 11 | 20 | 23;
/** Une action qui n'évoque rien, ce qui manque alors, et une action qui évoque tout. */
const themes: readonly [objectif: Numero, gravite: 'alerte' | 'info', manque: string, complete: string][] = [
  [6, 'alerte', 'l’accès de la CRIP à des compétences médicales et l’accès de la CRIP à des compétences en santé mentale', 'Appui d’un médecin et d’un psychologue à la CRIP'],
  [7, 'alerte', 'l’association de la protection judiciaire de la jeunesse (PJJ), l’association de l’Éducation nationale et l’association des forces de l’ordre', 'Protocole étendu à la DTPJJ, à la DSDEN et à la gendarmerie'],
  [8, 'alerte', 'le volet « maîtrise des risques » du schéma et le plan de contrôle', 'Maîtrise des risques et plan de contrôle des établissements'],
  [10, 'alerte', 'la participation effective des enfants et des jeunes', 'Participation des jeunes à l’ODPE'],
  [11, 'info', 'l’exercice des missions de l’ODPE et la transmission des données', 'Missions de l’ODPE et transmission des données à l’ONPE'],
  [20, 'info', 'et non leur seul nombre', 'Soutien et accompagnement des tiers'],
  [23, 'info', 'l’honorabilité des bénévoles', 'Cahier des charges, vérification de l’honorabilité et supervision'],
];

eprouver(COH_03, [
  { nom: 'conforme : une information sur le parrainage', attendus: [{ ou: auPlan(23, 'actions'), gravite: 'info', objectif: 23, message: ['n’évoquent pas'], suite: /fiche action annexée/, correction: null, source: /annexe 6, objectif 23/ }] },
  ...themes.filter(([objectif]) => objectif !== 23).flatMap(([objectif, gravite, manque, complete]): Cas[] => [
    { nom: `objectif ${objectif} : rien d’évoqué`, modifs: [poser(auPlan(objectif, 'actions'), 'Divers')], attendus: [{ ou: auPlan(objectif, 'actions'), gravite, objectif, message: [manque], source: new RegExp(`objectif ${objectif}`) }] },
    { nom: `objectif ${objectif} : tout évoqué`, modifs: [poser(auPlan(objectif, 'actions'), complete)], attendus: [] },
  ]),
  { nom: 'évoqué dans une autre action du même objectif', modifs: [poser(auPlan(10, 'actions'), 'Divers'), poser(auPlan(10, 'actions 2'), 'Participation des jeunes')], attendus: [] },
  { nom: 'un seul des deux thèmes manque', modifs: [poser(auPlan(6, 'actions'), 'Appui d’un psychologue')], attendus: [{ ou: auPlan(6, 'actions'), gravite: 'alerte', message: [/n’évoquent pas l’accès de la CRIP à des compétences médicales\.$/] }] },
  { nom: 'sans action : d’autres contrôles parlent', modifs: [vider(auPlan(10, 'actions'))], attendus: [] },
  { nom: 'objectif sans thème', modifs: [poser(auPlan(22, 'actions'), 'Divers')], attendus: [] },
  { nom: 'plan absent', modifs: [sansFeuille('plan')], attendus: [], statut: 'non_verifiable', nonVerifies: [/plan d’action/] },
]);
