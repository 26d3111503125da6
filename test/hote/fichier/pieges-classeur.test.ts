/** Un piège par cas : formes que prennent le paquet, ses relations et ses noms. */
import { lireClasseur } from '../../../src/hote/fichier/lire';
import { fabriquerClasseur } from '../../classeurs/fabrique';
import { relations } from '../../classeurs/parties';
import { FEUILLE, cellule, classeurBrut, contenus, lireBrut, premiere } from './aide';

test('le préfixe de namespace « x: » ne change rien', () => {
  const prefixer = (xml: string): string => xml.replace(/<(\/?)([a-zA-Z])/g, '<$1x:$2').replace('xmlns=', 'xmlns:x=');
  const octets = fabriquerClasseur(
    [{ nom: 'F', lignes: [['texte', 12, { formule: '=B1*2', valeur: 24, format: '0.0%', verrouillee: false }]], fusions: ['A2:B2'], protegee: true }],
    {
      noms: [{ nom: 'Total', formule: 'F!$B$1' }],
      retoucher(parties) {
        for (const chemin of [FEUILLE, 'xl/workbook.xml', 'xl/styles.xml', 'xl/sharedStrings.xml']) {
          parties[chemin] = prefixer(String(parties[chemin]).replace(/^<\?xml.*\?>\n/, ''));
        }
      },
    },
  );
  const instantane = lireClasseur(octets, { nom: null });
  const feuille = premiere(instantane);
  expect(contenus(feuille, 'A1', 'B1', 'C1')).toEqual({ A1: 'texte', B1: 12, C1: ['=B1*2', 24] });
  expect(cellule(feuille, 'C1')).toMatchObject({ format: '0.0%', verrouillee: false });
  expect([feuille.fusions.length, feuille.protegee, instantane.noms.length]).toEqual([1, true, 1]);
});

test.each([
  ['absolues', '/xl/worksheets/sheet1.xml'],
  ['relatives à détours', './../xl/worksheets/sheet1.xml'],
  ['à casse différente', 'Worksheets/Sheet1.xml'],
  ['codées', 'worksheets/sheet%31.xml'],
])('relations %s', (_, cible) => {
  const octets = classeurBrut({
    donnees: '<row r="1"><c r="A1"><v>7</v></c></row>',
    retoucher: (parties) => {
      parties['xl/_rels/workbook.xml.rels'] = relations([['worksheet', cible]]);
    },
  });
  const feuille = premiere(lireClasseur(octets, { nom: null }));
  expect([feuille.id, contenus(feuille, 'A1')]).toEqual([FEUILLE, { A1: 7 }]);
});

test('forme stricte (ISO 29500) : autres espaces de noms et types de relations', () => {
  const octets = fabriquerClasseur([{ nom: 'F', lignes: [['texte', 1]] }], {
    retoucher(parties) {
      for (const chemin of Object.keys(parties).filter((nom) => nom !== '[Content_Types].xml')) {
        parties[chemin] = String(parties[chemin])
          .replaceAll('http://schemas.openxmlformats.org/officeDocument/2006', 'http://purl.oclc.org/ooxml/officeDocument')
          .replaceAll('http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main');
      }
    },
  });
  expect(contenus(premiere(lireClasseur(octets, { nom: null })), 'A1', 'B1')).toEqual({ A1: 'texte', B1: 1 });
});

test('partie en UTF-16', () => {
  const octets = classeurBrut({
    donnees: '<row r="1"><c r="A1" t="inlineStr"><is><t>été</t></is></c></row>',
    retoucher: (parties) => {
      const texte = String(parties[FEUILLE]).replace('UTF-8', 'UTF-16');
      parties[FEUILLE] = new Uint8Array([0xff, 0xfe, ...Buffer.from(texte, 'utf16le')]);
    },
  });
  expect(contenus(premiere(lireClasseur(octets, { nom: null })), 'A1')).toEqual({ A1: 'été' });
});

test('calendrier 1904 : le dire, et y ramener les dates ISO', () => {
  const octets = fabriquerClasseur([{ nom: 'F' }], {
    dates1904: true,
    retoucher: (parties) => {
      parties[FEUILLE] = String(parties[FEUILLE]).replace('<sheetData>', '<sheetData><row r="1"><c r="A1" t="d"><v>1904-01-02</v></c><c r="B1"><v>5</v></c></row>');
    },
  });
  const instantane = lireClasseur(octets, { nom: null });
  expect([instantane.dates1904, contenus(premiere(instantane), 'A1', 'B1')]).toEqual([true, { A1: 1, B1: 5 }]);
});

test('les feuilles graphiques sont ignorées, sans décaler les noms locaux', () => {
  const octets = fabriquerClasseur([{ nom: 'A' }, { nom: 'Graphique' }, { nom: 'C' }], {
    noms: [
      { nom: 'local', formule: 'C!$A$1', feuille: 2 },
      { nom: 'perdu', formule: '1', feuille: 1 },
    ],
    retoucher(parties) {
      const cle = 'xl/_rels/workbook.xml.rels';
      parties[cle] = String(parties[cle]).replace('/worksheet" Target="worksheets/sheet2', '/chartsheet" Target="chartsheets/sheet2');
    },
  });
  const instantane = lireClasseur(octets, { nom: null });
  expect(instantane.feuilles.map((feuille) => feuille.nom)).toEqual(['A', 'C']);
  expect(instantane.noms).toEqual([{ nom: 'local', feuille: 'xl/worksheets/sheet3.xml', formule: 'C!$A$1' }]);
});

test('noms définis : globaux, locaux, masqués ; ceux de l’impression sont écartés', () => {
  const octets = fabriquerClasseur([{ nom: 'L’un & l’autre' }], {
    noms: [
      { nom: 'Taux', formule: "'L’un & l’autre'!$D$9" },
      { nom: 'Local', formule: 'SUM(A1:A3)', feuille: 0 },
      { nom: '_xlnm._FilterDatabase', formule: '#REF!', feuille: 0, masque: true },
      { nom: '_xlnm.Print_Area', formule: 'A1:B2', feuille: 0 },
      { nom: '_xlnm.Print_Titles', formule: '1:2', feuille: 0 },
    ],
  });
  expect(lireClasseur(octets, { nom: null }).noms).toEqual([
    { nom: 'Taux', feuille: null, formule: "'L’un & l’autre'!$D$9" },
    { nom: 'Local', feuille: FEUILLE, formule: 'SUM(A1:A3)' },
    { nom: '_xlnm._FilterDatabase', feuille: FEUILLE, formule: '#REF!' },
  ]);
});

test('matrices : la plage entière, l’ancre seule, la table de données', () => {
  const feuille = lireBrut({
    donnees:
      '<row r="1"><c r="A1"><f t="array" ref="A1:B2">C1:D2*2</f><v>2</v></c><c r="B1"><v>4</v></c><c r="D1" cm="1"><f t="array" ref="D1">_xlfn._xlws.SORT(A1:A2)</f><v>1</v></c><c r="F1"><f t="dataTable" ref="F1:F3" dt2D="0" r1="A1"/><v>3</v></c></row>',
  });
  expect(feuille.matrices).toEqual([
    { ligne: 1, colonne: 1, derniereLigne: 2, derniereColonne: 2 },
    { ligne: 1, colonne: 4, derniereLigne: 1, derniereColonne: 4 },
    { ligne: 1, colonne: 6, derniereLigne: 3, derniereColonne: 6 },
  ]);
  expect(contenus(feuille, 'A1', 'B1', 'D1', 'F1')).toEqual({ A1: ['=C1:D2*2', 2], B1: 4, D1: ['=SORT(A1:A2)', 1], F1: 3 });
});
