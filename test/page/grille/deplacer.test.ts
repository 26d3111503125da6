/** Le clavier dans la grille. */
import { parseA1, formatA1 } from '../../../src/classeur/adresse';
import { deplacer } from '../../../src/page/grille/deplacer';
import { vueEssai } from './feuille';

const VUE = vueEssai({ cellules: { A1: 'x', H40: 1 }, fusions: ['B2:D4'], retouches: { lignesMasquees: new Set([6]), colonnesMasquees: new Set([6]) } });
const touche = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false, altKey: false });

test.each([
  ['A1', 'ArrowRight', 'B1'],
  ['A1', 'ArrowUp', 'A1'],
  ['A1', 'ArrowLeft', 'A1'],
  ['A2', 'ArrowRight', 'B2'],
  ['B2', 'ArrowRight', 'E2'],
  ['B2', 'ArrowDown', 'B5'],
  ['C5', 'ArrowUp', 'B2'],
  ['A3', 'ArrowRight', 'B2'],
  ['A5', 'ArrowDown', 'A7'],
  ['E1', 'ArrowRight', 'G1'],
  ['H40', 'ArrowDown', 'H40'],
  ['E9', 'Home', 'A9'],
  ['E9', 'End', 'H9'],
  ['A1', 'PageDown', 'A12'],
  ['A30', 'PageUp', 'A20'],
])('de %s, %s mène à %s', (depart, key, arrivee) => {
  const vise = deplacer(VUE, parseA1(depart)!, touche(key), 200);
  expect(vise && formatA1(vise.ligne, vise.colonne)).toBe(arrivee);
});

test.each([
  ['E9', 'Home', 'A1'],
  ['A1', 'End', 'H40'],
  ['A7', 'ArrowDown', 'A40'],
  ['E9', 'ArrowLeft', 'A9'],
])('de %s, Ctrl + %s mène à %s', (depart, key, arrivee) => {
  const vise = deplacer(VUE, parseA1(depart)!, touche(key, true), 200);
  expect(vise && formatA1(vise.ligne, vise.colonne)).toBe(arrivee);
});

test.each(['Enter', 'a', 'F2', 'Tab', 'Escape'])('%s ne déplace pas', (key) => {
  expect(deplacer(VUE, { ligne: 1, colonne: 1 }, touche(key), 200)).toBeNull();
});

test('Alt + flèche appartient au navigateur', () => {
  expect(deplacer(VUE, { ligne: 1, colonne: 1 }, { ...touche('ArrowRight'), altKey: true }, 200)).toBeNull();
});
