/** Où en est la page : chaque écran revient là d'où l'on venait. */
import { PAGE_INITIALE, reduirePage, type ActionPage, type EtatPage } from '../../../src/page/coque/ecran';
import type { Lot } from '../../../src/page/lot/lot';
import type { Session } from '../../../src/page/session/session';

const SESSION = { numero: 1 } as Session;
const LOT = { numero: 1 } as Lot;
const COMPARAISON = { type: 'montrer', ecran: { type: 'comparaison' } } as ActionPage;
const mener = (...actions: readonly ActionPage[]): EtatPage => actions.reduce(reduirePage, PAGE_INITIALE);
const classeur: ActionPage = { type: 'classeur', session: SESSION };
const lot: ActionPage = { type: 'lot', lot: LOT };
const retour: ActionPage = { type: 'retour' };

test.each<[string, readonly ActionPage[], EtatPage['ecran']['type']]>([
  ['classeur seul', [classeur, retour], 'accueil'],
  ['classeur d’un lot', [lot, classeur, retour], 'lot'],
  ['comparaison depuis un classeur', [classeur, COMPARAISON, retour], 'classeur'],
  ['comparaison depuis un lot', [lot, COMPARAISON, retour], 'lot'],
  ['lot', [lot, retour], 'accueil'],
  ['lot quitté, puis classeur', [lot, retour, classeur, retour], 'accueil'],
  ['lot déposé sur un classeur, puis comparaison', [classeur, lot, COMPARAISON, retour], 'lot'],
])('retour de : %s', (_, actions, ecran) => {
  expect(mener(...actions).ecran.type).toBe(ecran);
});

test('une attente efface la panne d’avant ; une panne met fin à l’attente et laisse l’écran', () => {
  const panne = { motif: 'illisible', message: 'Incomplet.', fichier: 'a.xlsx' } as const;
  const echoue = mener(classeur, { type: 'attendre', libelle: 'Lecture' }, { type: 'echouer', panne });
  expect(echoue).toMatchObject({ attente: null, panne, ecran: { type: 'classeur' } });
  expect(reduirePage(echoue, { type: 'attendre', libelle: 'Lecture' }).panne).toBeNull();
  expect(reduirePage(echoue, { type: 'oublier_panne' }).panne).toBeNull();
  expect(mener({ type: 'attendre', libelle: 'Lecture' }, { type: 'renoncer' }).attente).toBeNull();
});

test('quitter un classeur le lâche, un nouveau lot aussi', () => {
  expect(mener(lot, classeur, retour).session).toBeNull();
  expect(mener(classeur, lot).session).toBeNull();
});
