import { affectation, formuleLue, isReinterpretable, valeurLue } from '../../../src/hote/excel/valeurs';

test.each([
  ['une erreur en français', '#VALEUR!', 'Error', null, { erreur: '#VALUE!' }],
  ['une erreur inconnue', '#BUSY!', 'Error', null, { erreur: '#VALUE!' }],
  ['un texte qui a la forme d’une erreur', '#N/A', 'String', null, '#N/A'],
  ['une constante vide', '', 'Empty', null, null],
  ['une constante chaîne vide', '', 'String', null, null],
  ['une formule chaîne vide', '', 'String', '=""', ''],
  ['un entier', 3, 'Integer', null, 3],
  ['un type riche', 'France', 'RichValue', null, 'France'],
])('valeur lue : %s', (_nom, brute, type, formule, attendue) => {
  expect(valeurLue(brute, type, formule)).toEqual(attendue);
});

test.each([
  ['=A1', 5, 'Double', '=A1'],
  ['=A1', '=A1', 'String', null],
  ['=A1', 'x', 'String', '=A1'],
  [5, 5, 'Double', null],
  ['', '', 'Empty', null],
])('formule lue : %s', (formule, brute, type, attendue) => {
  expect(formuleLue(formule, brute, type)).toBe(attendue);
});

test.each(['ND', 'n/a', 'programme 304', 'Part des 3-4 ans', 'Objectif 1 : repérer', 'FIR', '1er juin', 'à compléter', ''])('« %s » ne risque rien', (texte) => {
  expect(isReinterpretable(texte)).toBe(false);
  expect(affectation({ valeur: texte })).toBe(texte);
});

test.each(['12', '3 867', '1,5', '12 %', '12 €', '1e5', '12/05/2020', '3-4', 'mai 2020', '12h30', '=x', '-', "'x", 'VRAI', 'false', '#REF!', '@moi'])(
  '« %s » se protège',
  (texte) => {
    expect(affectation({ valeur: texte })).toBe(`'${texte}`);
  },
);

test.each([
  [{ formule: '=SUM(A1:A3)' }, '=SUM(A1:A3)'],
  [{ valeur: null }, ''],
  [{ valeur: 0 }, 0],
  [{ valeur: false }, false],
])('affectation de %o', (contenu, attendue) => {
  expect(affectation(contenu)).toBe(attendue);
});
