import { lireSaisie } from '../../../src/page/formats/saisie';
import type { Contenu } from '../../../src/corrections/plan';

const ADMISES: [string, string, Contenu, (string | null)?][] = [
  ['', 'General', { valeur: null }],
  ['   ', '0', { valeur: null }],
  ['409', 'General', { valeur: 409 }],
  ['3 406', 'General', { valeur: 3406 }],
  ['3\u202f406,5', '0', { valeur: 3406.5 }],
  ['-12,5', '0', { valeur: -12.5 }],
  ['12,', '0', { valeur: 12 }],
  [',5', '0', { valeur: 0.5 }],
  ['20 %', '0.0%', { valeur: 0.2 }, null],
  ['17,5%', '0.0%', { valeur: 0.175 }, null],
  ['20 %', 'General', { valeur: 0.2 }, '0%'],
  ['17,5 %', 'General', { valeur: 0.175 }, '0.00%'],
  ['20', '0.0%', { valeur: 0.2 }],
  ['17,5', '0%', { valeur: 0.175 }],
  ['0,2', '0%', { valeur: 0.2 }],
  ['65 000 €', '#,##0', { valeur: 65000 }],
  ['65 000 euros', '#,##0', { valeur: 65000 }],
  ['vrai', 'General', { valeur: true }],
  ['ND', '0.0%', { valeur: 'ND' }],
  ['12 34', '0', { valeur: '12 34' }],
  ['=', 'General', { valeur: '=' }],
  ['=SI(D9=0;"";D7/D9)', 'General', { formule: '=IF(D9=0,"",D7/D9)' }],
  ['=SOMME(A1:A3)*1,5', 'General', { formule: '=SUM(A1:A3)*1.5' }],
];

test.each(ADMISES)('« %s » dans une cellule « %s »', (saisie, format, contenu, formatPose = null) => {
  expect(lireSaisie(saisie, format)).toEqual({ contenu, format: formatPose });
});

test.each([
  ['12.5', /« 12,5 »/],
  ['12.5 %', /« 12,5 % »/],
  ['1/2', /date/],
  ['01/10/2020', /date/],
  ['=SI(', /ne se lit pas/],
  ['=D7/', /ne se lit pas/],
])('« %s » est refusée', (saisie, attendu) => {
  const lue = lireSaisie(saisie, 'General');
  expect('refus' in lue && lue.refus).toMatch(attendu);
});
