import { FIN_04 } from '../../../src/controles/financement/fin-04';
import { OBJECTIFS } from '../../../src/referentiel/objectifs';
import { auPlan, eprouver, poser, sansColonnesPlan, sansFeuille, vider, type Cas } from '../aide';

const action = auPlan(7, 'actions');
const sans = [vider(action)];
const alerte = { ou: action, gravite: 'alerte' as const, objectif: 7 as const };

const pasUneAction = ['', 'Action n°1 :', 'Action 1 –', '•', '-', 'ND', 'à compléter', 'néant'];
const uneAction = ['Extension du protocole', 'Action n°1 : Extension du protocole', 'cf. fiche action n° 3', '• Formation croisée'];

eprouver(FIN_04, [
  { nom: 'conforme', attendus: [] },
  { nom: 'aucune action', modifs: sans, attendus: [{ ...alerte, message: ['l’Etat finance cet objectif (40 000 €) sans qu’aucune action y soit rédigée'], suite: /Rédiger l’action financée/, correction: null, source: /article 2\.2\.1/ }] },
  ...pasUneAction.map((texte): Cas => ({ nom: `« ${texte} » n’est pas une action`, modifs: [poser(action, texte)], attendus: [alerte] })),
  ...uneAction.map((texte): Cas => ({ nom: `« ${texte} » est une action`, modifs: [poser(action, texte)], attendus: [] })),
  { nom: 'une action d’une autre année suffit', modifs: [...sans, poser(auPlan(7, 'actions 3'), 'Extension du protocole')], attendus: [] },
  { nom: 'une action sur une autre ligne suffit', modifs: [vider(auPlan(6, 'actions')), poser(auPlan(6, 'actions', 1), 'Formation')], attendus: [] },
  { nom: 'objectif à plusieurs lignes : la première est désignée', modifs: [vider(auPlan(6, 'actions')), vider(auPlan(6, 'actions', 1))], attendus: [{ ou: auPlan(6, 'actions'), gravite: 'alerte', message: ['(135 000 €)'] }] },
  { nom: 'l’Etat n’apporte rien : COH-02 seul', modifs: [...sans, poser(auPlan(7, 'etat'), 0)], attendus: [] },
  { nom: 'part de l’Etat illisible : on ne sait pas', modifs: [...sans, poser(auPlan(7, 'etat'), 'à voir')], attendus: [] },
  { nom: 'facultatif financé', modifs: [poser(auPlan(17, 'etat'), 25000)], attendus: [{ ou: auPlan(17, 'actions'), gravite: 'alerte', objectif: 17 }] },
  { nom: 'plan à calendrier : Moselle', base: 'moselle', modifs: sans, attendus: [alerte] },
  { nom: 'rien de financé', modifs: OBJECTIFS.map(({ numero }) => vider(auPlan(numero, 'etat'))).concat(vider(auPlan(6, 'etat', 1))), attendus: [], statut: 'sans_objet' },
  { nom: 'colonne Etat absente', modifs: [sansColonnesPlan('etat')], attendus: [], nonVerifies: [/« Etat »/] },
  { nom: 'colonnes d’actions absentes', modifs: [sansColonnesPlan('actions 1', 'actions 2', 'actions 3')], attendus: [], nonVerifies: [/aucune colonne d’actions/] },
  { nom: 'plan absent', modifs: [sansFeuille('plan')], attendus: [], statut: 'non_verifiable', nonVerifies: [/plan d’action/] },
]);
