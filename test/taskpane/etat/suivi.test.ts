import type { Constat } from '../../../src/controles/constat';
import { suivre, type ConstatSuivi } from '../../../src/taskpane/etat/suivi';
import { alerte } from '../../decisions/constats';

const en = (ligne: number) => ({ emplacement: { feuille: 'tdb', ligne, colonne: 7 } });
const depart = (...constats: readonly Constat[]): readonly ConstatSuivi[] => suivre([], constats, 1).suivis;
const ids = (suivis: readonly ConstatSuivi[]) => suivis.map(({ id }) => id);

test('au premier contrôle, chacun la sienne', () => {
  expect(ids(depart(alerte(), alerte({ objectif: 4 })))).toEqual(['constat-1', 'constat-2']);
});

test.each<[string, readonly Constat[], readonly Constat[], readonly string[]]>([
  ['rien n’a changé', [alerte()], [alerte()], ['constat-1']],
  ['la ligne s’est déplacée', [alerte()], [alerte(en(40))], ['constat-1']],
  ['la valeur a changé au même endroit', [alerte()], [alerte({ ecart: '3 points' })], ['constat-1']],
  ['la valeur et la ligne ont changé', [alerte()], [alerte({ ecart: '3 points', ...en(40) })], ['constat-1']],
  ['un autre sujet', [alerte()], [alerte({ annee: 2021 })], ['constat-2']],
  ['l’ordre s’inverse', [alerte(), alerte({ objectif: 4 })], [alerte({ objectif: 4 }), alerte()], ['constat-2', 'constat-1']],
  ['le premier de deux semblables est résolu', [alerte(en(7)), alerte(en(8))], [alerte(en(8))], ['constat-2']],
  ['deux semblables descendent d’une ligne', [alerte(en(7)), alerte(en(8))], [alerte(en(8)), alerte(en(9))], ['constat-2', 'constat-1']],
  ['un semblable de plus', [alerte(en(7))], [alerte(en(7)), alerte(en(8))], ['constat-1', 'constat-2']],
  ['au même endroit l’emporte sur le premier venu', [alerte({ ...en(7), ecart: 'a' }), alerte({ ...en(8), ecart: 'b' })], [alerte({ ...en(8), ecart: 'c' })], ['constat-2']],
  ['tout est résolu', [alerte()], [], []],
])('%s', (_, avant, apres, attendus) => {
  expect(ids(suivre(depart(...avant), apres, avant.length + 1).suivis)).toEqual(attendus);
});

test('deux constats n’ont jamais la même identité', () => {
  const avant = depart(...[7, 8, 9].map((ligne) => alerte(en(ligne))));
  const apres = suivre(avant, [5, 8, 8, 30, 31].map((ligne) => alerte(en(ligne))), 4);
  expect(new Set(ids(apres.suivis)).size).toBe(5);
  expect(apres.suivant).toBe(6);
});
