/** Un modèle encore vierge n'est pas fautif : verdict propre, sans avalanche. */
import { analyser } from '../../src/moteur/analyser';
import { INDICATEURS } from '../../src/referentiel/indicateurs';
import { auPlan, classeur, indicateurLocal, libelleObjectif, poser, valeur, type Modif } from '../controles/aide';

/** Diagnostic 2019 de la Haute-Vienne, tel que la trame arrive préremplie. */
const prerempli: readonly Modif[] = INDICATEURS.filter(({ type }) => type !== 'taux').map(({ code, unite }) =>
  poser(valeur(code, 'diagnostic'), unite === 'naissances' ? 3406 : code === 'o4-enfants' || code === 'o5-enfants' ? 25100 : code.startsWith('o2-bilans-') ? 40 : 100));
const partiel: readonly Modif[] = [...prerempli, poser(valeur('o9-enfants', 'diagnostic'), null), poser(valeur('o3-vad-post-snds', 'diagnostic'), 'ND')];

const vierges: readonly (readonly [nom: string, modifs: readonly Modif[]])[] = [
  ['modèle officiel', []],
  ['diagnostic prérempli', prerempli],
  ['diagnostic prérempli en partie', partiel],
  ['cibles notées « à définir »', INDICATEURS.map(({ code }) => poser(valeur(code, 'cible 2022'), 'à définir'))],
  ['dénominateurs reportés par formule', [...prerempli, ...(['cible 2020', 'cible 2021', 'cible 2022'] as const).map((moment) => poser(valeur('o1-naissances', moment), { formule: '={o1-naissances@diagnostic}' }))]],
  ['sommes de semestres encore vides', [poser(valeur('o4-enfants-vad', 'atteinte 2020'), { formule: '=SUM(Y1:Z1)' })],],
  ['actions préimprimées', [poser(auPlan(1, 'actions'), 'Action n°1 :'), poser(auPlan(2, 'actions'), 'Action n°2 : à compléter')]],
  ['montants « à compléter », à zéro', [poser(auPlan(1, 'departement'), 'à compléter'), poser(auPlan(1, 'etat'), 0), poser(auPlan(2, 'etat'), '-')]],
  ['objectif local sans contenu', [poser(libelleObjectif(26, 'plan'), 'Objectif local à définir')]],
];

test.each(vierges)('à remplir : %s', (_, modifs) => {
  const { verdict, compte, constats, controles } = analyser(classeur(modifs, 'vierge')).rapport;
  expect(verdict).toBe('a_remplir');
  expect(constats.filter(({ code }) => !['STR-07'].includes(code)).map(({ code, message }) => [code, message])).toEqual([]);
  expect(compte.bloquant + compte.alerte).toBe(0);
  expect(controles.filter(({ statut }) => statut === 'erreur')).toEqual([]);
});

const commences: readonly (readonly [nom: string, modif: Modif])[] = [
  ['une cible', poser(valeur('o1-entretiens-cd', 'cible 2021'), 500)],
  ['une cible à zéro', poser(valeur('o14-enfants', 'cible 2021'), 0)],
  ['une cible illisible', poser(valeur('o14-enfants', 'cible 2021'), 'beaucoup')],
  ['une cible calculée du diagnostic', poser(valeur('o1-entretiens-cd', 'cible 2022'), { formule: '={o1-entretiens-cd@diagnostic}*2' })],
  ['une cible d’indicateur local', indicateurLocal(7, 'cible 2022', 12)],
  ['un niveau d’atteinte', poser(valeur('o1-entretiens-cd', 'atteinte 2020'), 500)],
  ['une action', poser(auPlan(1, 'actions'), 'Action n°1 : Développer l’entretien')],
  ['un montant', poser(auPlan(1, 'departement'), 5000)],
  ['un montant illisible', poser(auPlan(1, 'etat'), 'selon avenant')],
];

test.each(commences)('commencé : %s', (_, modif) => {
  expect(analyser(classeur([...prerempli, modif], 'vierge')).rapport.verdict).not.toBe('a_remplir');
});

test('un objectif local financé suffit à commencer', () => {
  const local = [poser(libelleObjectif(26, 'plan'), 'Objectif local de santé publique'), poser(auPlan(26, 'etat'), 5000)];
  expect(analyser(classeur(local, 'vierge')).rapport.verdict).not.toBe('a_remplir');
});

test('une valeur impossible du diagnostic prérempli se dit quand même', () => {
  const { verdict, constats } = analyser(classeur([...prerempli, poser(valeur('o9-enfants', 'diagnostic'), -3)], 'vierge')).rapport;
  expect([verdict, constats.map(({ code }) => code)]).toEqual(['a_remplir', ['IND-03']]);
});
