/** Valeurs montrées par la grille : celles d'un Excel français, sur les codes que portent les classeurs. */
import { isErreur, type Valeur } from '../../../src/classeur/instantane';
import { afficher } from '../../../src/page/formats/afficher';

const FINE = '\u202f';
const CAS: readonly (readonly [Valeur, string, string])[] = [
  [null, 'General', ''],
  ['ND', 'General', 'ND'],
  ['ND', '0.0%', 'ND'],
  ['Total', '0;-0;0;"« "@" »"', '« Total »'],
  [true, 'General', 'VRAI'],
  [{ erreur: '#VALUE!' }, '0', '#VALEUR!'],
  [{ erreur: '#DIV/0!' }, 'General', '#DIV/0!'],
  [0, 'General', '0'],
  [3406, 'General', '3406'],
  [0.1 + 0.2, 'General', '0,3'],
  [1 / 3, 'General', '0,3333333333'],
  [-12.5, 'General', '-12,5'],
  [409, '0', '409'],
  [0.5, '0', '1'],
  [2.5, '0', '3'],
  [-0.4, '0', '0'],
  [3406, '#,##0', `3${FINE}406`],
  [1234567.891, '#,##0.00', `1${FINE}234${FINE}567,89`],
  [0, '#,##0', '0'],
  [0, '#', ''],
  [5, '000', '005'],
  [12.5, '0.##', '12,5'],
  [12, '0.##', '12,'],
  [12.345, '0.0#', '12,35'],
  [0.1753, '0.0%', '17,5%'],
  [0.175, '0%', '18%'],
  [0.2, '0 %', '20 %'],
  [0.00285, '0.00%', '0,29%'],
  [60000, '#,##0 "€"', `60${FINE}000 €`],
  [60000, '#,##0\\ [$€-40C]', `60${FINE}000 €`],
  [-60000, '#,##0 "€"', `-60${FINE}000 €`],
  [-5, '0;(0)', '(5)'],
  [0, '0;-0;"néant"', 'néant'],
  [12, ';;;', ''],
  [1500000, '0.0,,"M€"', '1,5M€'],
  [65000, '#,##0,"k€"', '65k€'],
  [1234, '0.00E+00', '1,23E+03'],
  [0.00012, '0.0E+00', '1,2E-04'],
  [120, '[>=100]"cent et plus";0', 'cent et plus'],
  [12, '[>=100]"cent et plus";0', '12'],
  [1234, '_-* #,##0.00_-', `1${FINE}234,00`],
  [555190000, '00" "00" "00" "00" "00', '05 55 19 00 00'],
  [44105, 'dd/mm/yyyy', '01/10/2020'],
  [44105, 'd mmmm yyyy', '1 octobre 2020'],
  [44105, '[$-40C]d-mmm-yy;@', '1-oct.-20'],
  [44105, 'dddd', 'jeudi'],
  [44105.75, 'hh:mm', '18:00'],
  [44105.5104166667, 'h:mm:ss', '12:15:00'],
  [44105.75, 'h:mm AM/PM', '6:00 PM'],
  [1.5, '[h]:mm', '36:00'],
  [0.25, '[hh]:mm', '06:00'],
  [1, 'd/m/yyyy', '1/1/1900'],
  [61, 'd/m/yyyy', '1/3/1900'],
  [-1, 'dd/mm/yyyy', '#####'],
  [12.5, '0'.repeat(300), '12,5'],
];

test.each(CAS)('%p en « %s » se montre « %s »', (valeur, code, attendu) => {
  expect(afficher(valeur, code)).toBe(attendu);
});

test('le calendrier de 1904 décale les dates de 1 462 jours', () => {
  expect(afficher(42643, 'dd/mm/yyyy', true)).toBe('01/10/2020');
});

test('aucune valeur de la table n’est une erreur oubliée', () => {
  for (const [valeur, , attendu] of CAS) if (isErreur(valeur)) expect(attendu.startsWith('#')).toBe(true);
});
