/** Les cases dessinées : écarts, fusions vues en partie, colonnes collées, débordements. */
import { composerLigne, largeurDebordement, type Composition } from '../../../src/page/grille/composer';
import { vueEssai } from './feuille';

const COLONNE = 64;
const composition = (lignes: readonly number[], colonnes: readonly number[], figees = { premier: 1, dernier: 0 }): Composition => ({ lignes, colonnes, colonnesFigees: figees });

test('les colonnes hors de vue laissent un écart', () => {
  const vue = vueEssai({ cellules: { A1: 'a', H1: 'h' } });
  expect(composerLigne(vue, 1, composition([1], [1, 4, 5])).map(({ colonne, ecart }) => [colonne, ecart])).toEqual([[1, 0], [4, 2 * COLONNE], [5, 0]]);
});

test('une fusion se dessine une fois, à la taille de sa plage', () => {
  const vue = vueEssai({ cellules: { A1: 'titre', H9: 1 }, fusions: ['B2:D3'] });
  const tout = composition([1, 2, 3], [1, 2, 3, 4, 5]);
  expect(composerLigne(vue, 2, tout).find(({ colonne }) => colonne === 2)).toMatchObject({ ligne: 2, largeur: 3 * COLONNE, hauteur: 40 });
  expect(composerLigne(vue, 2, tout).map(({ colonne }) => colonne)).toEqual([1, 2, 5]);
  expect(composerLigne(vue, 3, tout).map(({ colonne, ecart }) => [colonne, ecart])).toEqual([[1, 0], [5, 3 * COLONNE]]);
});

test('une fusion dont l’ancre est hors de vue se montre là où elle commence à se voir', () => {
  const vue = vueEssai({ cellules: { A1: 'x', C30: 1 }, fusions: ['A2:A20'] });
  const [premiere] = composerLigne(vue, 10, composition([10, 11, 12], [1, 2]));
  expect(premiere).toMatchObject({ ligne: 2, colonne: 1, hauteur: 11 * 20 });
  expect(composerLigne(vue, 11, composition([10, 11, 12], [1, 2])).map(({ colonne }) => colonne)).toEqual([2]);
});

test('une colonne figée est collée ; une fusion qui en sort ne l’est pas', () => {
  const vue = vueEssai({ cellules: { A1: 'x', H3: 1 }, fusions: ['B2:E2'] });
  const figee = composition([1, 2], [1, 2, 3, 4, 5], { premier: 2, dernier: 2 });
  expect(composerLigne(vue, 1, figee).map(({ collee }) => collee)).toEqual([null, 0, null, null, null]);
  expect(composerLigne(vue, 2, figee).map(({ collee }) => collee)).toEqual([null, null]);
});

test('un texte déborde jusqu’à la première voisine occupée', () => {
  const vue = vueEssai({ cellules: { A1: 'long titre', D1: 'b', A2: 'seul', A3: 'x' }, fusions: ['B3:C3'] });
  expect(largeurDebordement(vue, 1, 1)).toBe(3 * COLONNE);
  expect(largeurDebordement(vue, 2, 1)).toBe(6 * COLONNE);
  expect(largeurDebordement(vue, 3, 1)).toBe(COLONNE);
});
