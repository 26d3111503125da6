/** Les axes de la grille : positions, rangs masqués, rangs figés, défilement. */
import { creerAxe, debut, etendue, figesTenables, rangA, rangVisible, taille, voisinVisible } from '../../../src/page/grille/axe';
import { defilementPour, voirColonnes } from '../../../src/page/grille/defilement';
import { reunir } from '../../../src/page/grille/composer';

/** Cinq rangs de 10, 20, 0 (masqué), 40 et 50 pixels. */
const AXE = creerAxe(5, (rang) => [10, 20, 0, 40, 50][rang - 1]!);

test('positions et étendue', () => {
  expect([1, 2, 3, 4, 5].map((rang) => debut(AXE, rang))).toEqual([0, 10, 30, 30, 70]);
  expect(taille(AXE, 4)).toBe(40);
  expect(etendue(AXE)).toBe(120);
});

test.each([[0, 1], [9, 1], [10, 2], [29, 2], [30, 4], [69, 4], [70, 5], [500, 5]])('à %i px, le rang %i', (position, rang) => {
  expect(rangA(AXE, position)).toBe(rang);
});

test('le masqué se saute', () => {
  expect(voisinVisible(AXE, 2, 1)).toBe(4);
  expect(voisinVisible(AXE, 4, -1)).toBe(2);
  expect(voisinVisible(AXE, 5, 1)).toBe(5);
  expect(rangVisible(AXE, 3)).toBe(4);
  expect(rangVisible(creerAxe(2, (rang) => (rang === 1 ? 10 : 0)), 2)).toBe(1);
  expect(reunir(AXE, [{ premier: 1, dernier: 2 }, { premier: 2, dernier: 4 }, { premier: 5, dernier: 9 }])).toEqual([1, 2, 4, 5]);
});

test.each([
  ['tout tient', 3, 100, { premier: 1, dernier: 3 }],
  ['seul le dernier tient', 2, 25, { premier: 2, dernier: 2 }],
  ['rien ne tient', 2, 15, { premier: 3, dernier: 2 }],
  ['rien de figé', 0, 100, { premier: 1, dernier: 0 }],
  ['plus figé que la feuille', 9, 1000, { premier: 1, dernier: 5 }],
])('rangs figés : %s', (_, figes, place, attendu) => {
  expect(figesTenables(AXE, figes, place)).toEqual(attendu);
});

test('les colonnes figées du classeur officiel gardent l’indicateur, pas tout l’écran', () => {
  const colonnes = creerAxe(10, (rang) => [187, 327, 369, 117, 82, 82, 82, 82, 82, 82][rang - 1]!);
  expect(voirColonnes(colonnes, 3, { x: 0, y: 0, largeur: 880, hauteur: 600 }).figes).toEqual({ premier: 3, dernier: 3 });
  expect(voirColonnes(colonnes, 3, { x: 0, y: 0, largeur: 350, hauteur: 600 }).figes).toEqual({ premier: 4, dernier: 3 });
});

describe('amener un rang dans la fenêtre', () => {
  const axe = creerAxe(100, () => 20);
  const figes = { premier: 4, dernier: 5 };
  test.each([
    ['déjà visible', 10, 100, 100],
    ['au-dessous', 40, 0, 600],
    ['au-dessus, derrière les figés', 10, 400, 140],
    ['figé lui-même', 5, 400, 400],
    ['avant les figés', 1, 400, 0],
    ['tout en bas', 100, 0, 1800],
  ])('%s', (_, rang, defilement, attendu) => {
    expect(defilementPour(axe, rang, rang, defilement, 200, figes)).toBe(attendu);
  });

  test('une fusion plus haute que la fenêtre se montre depuis son début', () => {
    expect(defilementPour(axe, 20, 60, 0, 200, { premier: 1, dernier: 0 })).toBe(380);
  });
});
