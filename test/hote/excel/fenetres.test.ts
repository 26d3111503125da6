import { bandes, echanges, zoneLue } from '../../../src/hote/excel/fenetres';
import { boites } from '../../../src/hote/excel/boites';

const plage = (derniereLigne: number, derniereColonne: number, ligne = 1) => ({ ligne, colonne: 1, derniereLigne, derniereColonne });

test.each([
  ['une feuille seule, peu large : le plafond de lignes', { derniereLigne: 1_000_000, derniereColonne: 10 }, 1, plage(2_000, 10)],
  ['large : ce que tient un échange', { derniereLigne: 5_000, derniereColonne: 50 }, 1, plage(500, 50)],
  ['très large : colonnes bornées, 300 lignes quand même', { derniereLigne: 5_000, derniereColonne: 9_000 }, 1, plage(300, 256)],
  ['plusieurs grandes : l’échange se partage', { derniereLigne: 5_000, derniereColonne: 10 }, 5, plage(500, 10)],
  ['petite : en entier', { derniereLigne: 150, derniereColonne: 12 }, 9, plage(150, 12)],
])('zone lue — %s', (_nom, besoin, grandes, attendue) => {
  expect(zoneLue(besoin, grandes, 25_000)).toEqual(attendue);
});

test('des bandes couvrent la zone, sans recouvrement', () => {
  expect(bandes(plage(300, 256), 25_000).map(({ ligne, derniereLigne }) => [ligne, derniereLigne])).toEqual([[1, 97], [98, 194], [195, 291], [292, 300]]);
});

test('les échanges restent sous le plafond, sans rien perdre', () => {
  const lectures = [10, 20, 30, 40, 50].map((lignes) => ({ plage: plage(lignes, 1) }));
  expect(echanges(lectures, 60).map((echange) => echange.map((lecture) => lecture.plage.derniereLigne))).toEqual([[10, 20, 30], [40], [50]]);
  expect(echanges([], 60)).toEqual([]);
});

test('des cellules éparses se relisent en petits rectangles', () => {
  const places = [{ ligne: 1, colonne: 1 }, { ligne: 9_000, colonne: 700 }, { ligne: 2, colonne: 3 }];
  expect(boites(places)).toEqual([
    { ligne: 1, colonne: 1, derniereLigne: 1, derniereColonne: 1 },
    { ligne: 2, colonne: 3, derniereLigne: 2, derniereColonne: 3 },
    { ligne: 9_000, colonne: 700, derniereLigne: 9_000, derniereColonne: 700 },
  ]);
  expect(boites(places.slice(0, 1))).toHaveLength(1);
  expect(boites([places[0]!, places[2]!])).toEqual([{ ligne: 1, colonne: 1, derniereLigne: 2, derniereColonne: 3 }]);
});
