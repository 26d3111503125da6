/** L'habillage lu dans les exemples, et la lisibilité des couleurs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleCellule } from '../../../src/classeur/instantane';
import { parseA1 } from '../../../src/classeur/adresse';
import { contraste, lireCouleur, lisible, THEME_OFFICE } from '../../../src/page/habillage/couleurs';
import { styleDe } from '../../../src/page/habillage/habillage';
import { lireHabillage } from '../../../src/page/habillage/lire';
import { fabriquerClasseur } from '../../classeurs/fabrique';

const EXEMPLES = join(__dirname, '../../../exemples');
const lire = (nom: string) => lireHabillage(readFileSync(join(EXEMPLES, nom)));
const cle = (adresse: string) => { const { ligne, colonne } = parseA1(adresse)!; return cleCellule(ligne, colonne); };

test('polices, fonds, alignements et bordures du classeur d’anomalies', () => {
  const habillage = lire('87-haute-vienne-anomalies.xlsx');
  const [feuille] = [...habillage.cellules.keys()];
  expect(styleDe(habillage, feuille!, cle('A1'))).toMatchObject({ gras: true, taille: 14, fond: null });
  expect(styleDe(habillage, feuille!, cle('A4'))).toMatchObject({ gras: true, fond: '#ddebf7', vertical: 'centre', renvoi: true, bordures: { haut: true, droite: true, bas: true, gauche: true } });
  expect(styleDe(habillage, feuille!, cle('Z99'))).toMatchObject({ gras: false, fond: null });
});

test('le même classeur réécrit par LibreOffice garde ses fonds', () => {
  const habillage = lire('87-haute-vienne-conforme-libreoffice.xlsx');
  const [feuille] = [...habillage.cellules.keys()];
  expect(styleDe(habillage, feuille!, cle('A4')).fond).toBe('#ddebf7');
});

test('un classeur sans style se lit', () => {
  const octets = fabriquerClasseur([{ nom: 'Feuil1', lignes: [['a']] }], { retoucher: (parties) => { delete parties['xl/styles.xml']; } });
  expect(lireHabillage(octets).styles).toHaveLength(1);
});

test.each([
  [{ rgb: 'FF1F4E79' }, '#1f4e79'],
  [{ rgb: '1F4E79' }, '#1f4e79'],
  [{ theme: '0' }, '#ffffff'],
  [{ theme: '1' }, '#000000'],
  [{ theme: '4', tint: '0.5' }, '#a2b9e2'],
  [{ theme: '4', tint: '-0.5' }, '#223962'],
  [{ indexed: '10' }, '#ff0000'],
  [{ indexed: '63' }, '#333333'],
  [{ indexed: '64' }, null],
  [{ auto: '1' }, null],
  [{ rgb: 'rouge' }, null],
])('couleur %j', (attributs, attendue) => {
  expect(lireCouleur(attributs, THEME_OFFICE)).toBe(attendue);
});

test('un texte reste lisible sur son fond', () => {
  expect(contraste('#000000', '#ffffff')).toBeCloseTo(21);
  expect(lisible('#ffffff', '#1f4e79')).toBe('#ffffff');
  expect(lisible('#ffff00', '#ffffff')).toBe('#000000');
  expect(lisible(null, '#1f4e79')).toBe('#ffffff');
});
