import { ecrireCsv, EN_TETE_CONSTATS, lignesConstats, syntheseCsv } from '../../src/rapport/csv';
import { constat, rapport } from './aide';

const nu = (...cellules: readonly (string | number | null)[]) => ecrireCsv([cellules]).replace('\ufeff', '').replace(/\r\n$/, '');

test('BOM, points-virgules et CRLF', () => {
  expect(ecrireCsv([['é', 1], [null, 2]])).toBe('\ufeffé;1\r\n;2\r\n');
});

test.each([
  ['=1+1', "'=1+1"], ['+33', "'+33"], ['-2', "'-2"], ['@SOMME(A1)', "'@SOMME(A1)"], ['\t=1', "'\t=1"], ['\r=1', '"\'\r=1"'], ['\n=1', '"\'\n=1"'],
  ['a;b', '"a;b"'], ['dit "oui"', '"dit ""oui"""'], ['a\nb', '"a\nb"'], ['=a;b', '"\'=a;b"'], ['a=1', 'a=1'],
])('%j', (texte, attendu) => {
  expect(nu(texte)).toBe(attendu);
});

test.each([[0.25, '0,25'], [-1234.5, '-1234,5'], [5e-8, '0,00000005'], [1e15, '1000000000000000']])('nombre %d', (nombre, attendu) => {
  expect(nu(nombre)).toBe(attendu);
});

test('un classeur sans constat garde une ligne ; toutes les lignes ont la même largeur', () => {
  const largeurs = [rapport(), rapport({ constats: [constat(), constat({ feuille: null, emplacement: null })] })].flatMap((un) => lignesConstats(un, 'a.xlsx').map((ligne) => ligne.length));
  expect(largeurs).toEqual([EN_TETE_CONSTATS.length, EN_TETE_CONSTATS.length, EN_TETE_CONSTATS.length]);
});

test('synthèse : un illisible garde sa raison, sans zéro inventé', () => {
  expect(syntheseCsv([{ fichier: 'x.xlsx', verdict: 'illisible', erreur: 'Chiffré.' }]).split('\r\n')[1]).toBe('x.xlsx;;;Illisible;;;;;Chiffré.');
});
