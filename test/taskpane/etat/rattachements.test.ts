import type { RattachementManuel } from '../../../src/classeur/rattachements';
import { choisir, decrire, retirer, trouver } from '../../../src/taskpane/etat/rattachements';

const FEUILLE: RattachementManuel = { type: 'feuille', feuille: 'PA v2', nature: 'plan' };
const LIGNE: RattachementManuel = { type: 'indicateur', texte: 'Nb d’entretiens', code: 'o1-entretiens-cd' };
const COLONNE: RattachementManuel = { type: 'moment', feuille: 'TDB', colonne: 7, bloc: 'cible', annee: 2022 };

test.each<[string, RattachementManuel, number]>([
  ['une autre feuille pour le même rôle remplace', { ...FEUILLE, feuille: 'PA v3' }, 3],
  ['une feuille pour l’autre rôle s’ajoute', { ...FEUILLE, nature: 'tableau' }, 4],
  ['le même libellé, à la casse près, remplace', { ...LIGNE, texte: 'NB D’ENTRETIENS', code: 'o1-naissances' }, 3],
  ['une autre colonne pour la même année remplace', { ...COLONNE, colonne: 8 }, 3],
  ['une autre année s’ajoute', { ...COLONNE, annee: 2021 }, 4],
])('%s', (_, choisi, total) => {
  const apres = choisir([FEUILLE, LIGNE, COLONNE], choisi);
  expect(apres).toHaveLength(total);
  expect(trouver(apres, choisi)).toEqual(choisi);
});

test('retirer vise la chose, pas la valeur', () => {
  expect(retirer([FEUILLE, LIGNE], { ...FEUILLE, feuille: 'autre' })).toEqual([LIGNE]);
  expect(trouver([LIGNE], FEUILLE)).toBeNull();
});

test.each<[RattachementManuel, string]>([
  [FEUILLE, 'Feuille « PA v2 » : plan d’action'],
  [LIGNE, '« Nb d’entretiens » : entretiens du 4e mois (DREES / CD)'],
  [COLONNE, 'Feuille « TDB », colonne G : cible 2022'],
  [{ type: 'colonne_plan', feuille: 'PA', colonne: 8, role: 'etat' }, 'Feuille « PA », colonne H : financement de l’Etat'],
  [{ type: 'objectif', texte: 'CRIP', numero: 6 }, '« CRIP » : Objectif 6 – évaluation des IP en trois mois (CRIP)'],
])('%j se dit', (rattachement, attendu) => {
  expect(decrire(rattachement)).toBe(attendu);
});
