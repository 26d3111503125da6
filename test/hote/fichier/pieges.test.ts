/** Un piège par cas : formes que prennent les fichiers d'Excel, de LibreOffice, d'openpyxl et d'autres. */
import { lireClasseur } from '../../../src/hote/fichier/lire';
import { fabriquerClasseur } from '../../classeurs/fabrique';
import { relations } from '../../classeurs/parties';
import { FEUILLE, type FeuilleBrute, cellule, classeurBrut, contenus, lireBrut, premiere } from './aide';

interface Cas {
  readonly nom: string;
  readonly brute: FeuilleBrute;
  /** Contenu attendu par adresse : valeur, ou [formule, valeur] ; `undefined` : cellule absente. */
  readonly attendu: Readonly<Record<string, unknown>>;
}

const si = (contenu: string): string => `<row r="1"><c r="A1" t="s"><v>0</v></c></row>${contenu}`;

const CAS: readonly Cas[] = [
  {
    nom: 'positions implicites : ni r de ligne, ni r de cellule',
    brute: { donnees: '<row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c><v>3</v></c><c r="E4"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row>' },
    attendu: { A1: 1, B1: 2, A4: 3, E4: 4, F4: 5, A5: 6, B4: undefined },
  },
  {
    nom: 'ligne sans r dont les cellules en ont un',
    brute: { donnees: '<row><c r="B7"><v>1</v></c></row><row><c r="B9"><v>2</v></c></row>' },
    attendu: { B7: 1, B9: 2, B1: undefined },
  },
  {
    nom: 'nombres : espaces autour, exposant, précision, texte sans type',
    brute: { donnees: '<row r="1"><c r="A1"><v> 12.5\n</v></c><c r="B1"><v>1.5E-3</v></c><c r="C1"><v>0.1</v></c><c r="D1"><v>abc</v></c><c r="E1" t="n"><v/></c></row>' },
    attendu: { A1: 12.5, B1: 0.0015, C1: 0.1, D1: 'abc', E1: null },
  },
  {
    nom: 'booléens',
    brute: { donnees: '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="b"><v>true</v></c></row>' },
    attendu: { A1: true, B1: false, C1: true },
  },
  {
    nom: 'erreurs, connues et inconnues',
    brute: { donnees: '<row r="1"><c r="A1" t="e"><v>#DIV/0!</v></c><c r="B1" t="e"><v>Err:502</v></c></row>' },
    attendu: { A1: { erreur: '#DIV/0!' }, B1: { erreur: '#VALUE!' } },
  },
  {
    nom: 'dates ISO (t="d") rendues en numéros de série',
    brute: { donnees: '<row r="1"><c r="A1" t="d"><v>2019-12-31</v></c><c r="B1" t="d"><v>2019-12-31T12:00:00Z</v></c><c r="C1" t="d"><v>06:00:00</v></c><c r="D1" t="d"><v>1900-01-01</v></c><c r="E1" t="d"><v>1900-03-01</v></c></row>' },
    attendu: { A1: 43830, B1: 43830.5, C1: 0.25, D1: 1, E1: 61 },
  },
  {
    nom: 'valeur en cache 0 ou texte vide, gardée telle quelle',
    brute: { donnees: '<row r="1"><c r="A1"><f>B1</f><v>0</v></c><c r="B1" t="str"><f>""</f><v></v></c><c r="C1" t="str"><f>IF(A1=0,"","x")</f><v/></c></row>' },
    attendu: { A1: ['=B1', 0], B1: ['=""', ''], C1: ['=IF(A1=0,"","x")', ''] },
  },
  {
    nom: 'formule sans valeur en cache',
    brute: { donnees: '<row r="1"><c r="A1"><f>SUM(B1:C1)</f></c><c r="B1"><f>C1</f><v></v></c></row>' },
    attendu: { A1: ['=SUM(B1:C1)', null], B1: ['=C1', null] },
  },
  {
    nom: 'formule vide : la valeur est une constante',
    brute: { donnees: '<row r="1"><c r="A1"><f/><v>5</v></c><c r="B1"><f></f><v>6</v></c></row>' },
    attendu: { A1: 5, B1: 6 },
  },
  {
    nom: 'formule déjà précédée de « = », ou découpée par des entités',
    brute: { donnees: '<row r="1"><c r="A1"><f>=B1+1</f></c><c r="B1"><f>IF(C1&lt;&gt;"",C1&amp;"é","")</f></c></row>' },
    attendu: { A1: ['=B1+1', null], B1: ['=IF(C1<>"",C1&"é","")', null] },
  },
  {
    nom: 'fonctions récentes lues sans leur préfixe',
    brute: { donnees: '<row r="1"><c r="A1"><f>_xlfn.IFS(B1&gt;1,"_xlfn.IFS(")</f></c></row>' },
    attendu: { A1: ['=IFS(B1>1,"_xlfn.IFS(")', null] },
  },
  {
    nom: 'formules partagées étendues, références mixtes et autre feuille',
    brute: { donnees: '<row r="2"><c r="B2"><f t="shared" ref="B2:C4" si="0">IF(A2=0,"",$A2/A$1*\'L\'\'an 1\'!A2)</f><v>1</v></c><c r="C2"><f t="shared" si="0"/><v>2</v></c></row><row r="4"><c r="B4"><f t="shared" si="0"/></c></row>' },
    attendu: {
      B2: ['=IF(A2=0,"",$A2/A$1*\'L\'\'an 1\'!A2)', 1],
      C2: ['=IF(B2=0,"",$A2/B$1*\'L\'\'an 1\'!B2)', 2],
      B4: ['=IF(A4=0,"",$A4/A$1*\'L\'\'an 1\'!A4)', null],
    },
  },
  {
    nom: 'formule partagée : membre avant son maître, classeur externe, membre à texte propre',
    brute: { donnees: '<row r="1"><c r="A1"><f t="shared" si="3"/></c></row><row r="2"><c r="A2"><f t="shared" ref="A1:A3" si="3">[1]Feuil1!B2+1</f></c></row><row r="3"><c r="A3"><f t="shared" si="3">B3*2</f></c></row>' },
    attendu: { A1: ['=[1]Feuil1!B1+1', null], A2: ['=[1]Feuil1!B2+1', null], A3: ['=B3*2', null] },
  },
  {
    nom: 'formule partagée dont une référence sort de la feuille',
    brute: { donnees: '<row r="1"><c r="B1"><f t="shared" si="0"/></c></row><row r="2"><c r="B2"><f t="shared" ref="B1:B2" si="0">A1</f></c></row>' },
    attendu: { B1: ['=#REF!', null], B2: ['=A1', null] },
  },
  {
    nom: 'texte en ligne : simple, mis en forme, sans la phonétique, vide',
    brute: {
      donnees:
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Simple</t></is></c><c r="B1" t="inlineStr"><is><r><rPr><b/></rPr><t>Gras</t></r><r><t xml:space="preserve"> suite</t></r><rPh sb="0" eb="1"><t>PHON</t></rPh></is></c><c r="C1" t="inlineStr"><is><t/></is></c></row>',
    },
    attendu: { A1: 'Simple', B1: 'Gras suite', C1: '' },
  },
  {
    nom: 'échappements _xHHHH_, y compris celui de l’échappement',
    brute: { donnees: '<row r="1"><c r="A1" t="inlineStr"><is><t>a_x000D_b</t></is></c><c r="B1" t="inlineStr"><is><t>_x005F_x000D_</t></is></c><c r="C1" t="str"><f>D1</f><v>_x0041_</v></c></row>' },
    attendu: { A1: 'a\rb', B1: '_x000D_', C1: ['=D1', 'A'] },
  },
  {
    nom: 'entités, CDATA et commentaires dans un texte',
    brute: { donnees: '<row r="1"><c r="A1" t="inlineStr"><is><t>d&#8217;un &amp; <![CDATA[<b>]]><!-- non -->fin</t></is></c></row>' },
    attendu: { A1: 'd’un & <b>fin' },
  },
  {
    nom: 'chaînes partagées : texte enrichi, phonétique, chaîne vide, rangs dans le désordre',
    brute: {
      donnees: '<row r="1"><c r="A1" t="s"><v>4</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>4</v></c></row>',
      chaines: '<si><t>zéro</t></si><si><t>jamais lue</t></si><si/><si><t>non plus</t></si><si><r><t>qua</t></r><r><t>tre</t></r><rPh sb="0" eb="1"><t>X</t></rPh><phoneticPr fontId="1"/></si>',
    },
    attendu: { A1: 'quatre', B1: 'zéro', C1: '', D1: 'quatre' },
  },
  {
    nom: 'chaînes partagées dans une table commentée',
    brute: { donnees: si(''), chaines: '<!-- <si><t>leurre</t></si> --><si><t>bonne</t></si>' },
    attendu: { A1: 'bonne' },
  },
  {
    nom: 'cellule vide mais stylée gardée, jusqu’à la colonne 256',
    brute: { donnees: '<row r="1"><c r="A1" s="0"/><c r="IV1" s="0"/><c r="IW1" s="0"/><c r="IX1"><v>1</v></c></row>' },
    attendu: { A1: null, IV1: null, IW1: undefined, IX1: 1 },
  },
  {
    nom: 'éléments étrangers (extensions) qui portent les mêmes noms locaux',
    brute: {
      donnees: '<row r="1"><c r="A1"><v>1</v><extLst><ext xmlns:x14="urn:x14"><x14:v>9</x14:v><x14:f>Z9</x14:f></ext></extLst></c></row>',
      apres: '<extLst><ext xmlns:xm="urn:xm"><xm:f>A1</xm:f><xm:mergeCell ref="A1:B2"/></ext></extLst>',
    },
    attendu: { A1: 1 },
  },
  {
    nom: '<dimension> démesurée ou fausse',
    brute: { avant: '<dimension ref="A1:XFD1048576"/>', donnees: '<row r="1"><c r="B1"><v>1</v></c></row>' },
    attendu: { B1: 1 },
  },
];

test.each(CAS)('$nom', ({ brute, attendu }) => {
  expect(contenus(lireBrut(brute), ...Object.keys(attendu))).toEqual(attendu);
});

test('les bornes de la feuille sont celles du contenu, ni de <dimension>, ni des styles', () => {
  const feuille = lireBrut({
    avant: '<dimension ref="A1:XFD1048576"/>',
    donnees: '<row r="3"><c r="B3"><v>1</v></c><c r="D3" s="0"/></row><row r="9"><c r="A9" s="0"/></row>',
  });
  expect([feuille.derniereLigne, feuille.derniereColonne, feuille.tronquee]).toEqual([3, 2, false]);
});

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

test('styles : formats intégrés, formats maison, verrou, style absent', () => {
  const octets = fabriquerClasseur([{ nom: 'F', cellules: { A1: { valeur: 1, format: '0.0%', verrouillee: false }, B1: { valeur: 2, format: '# ##0 "€"' }, C1: 3 } }], {
    retoucher(parties) {
      parties['xl/styles.xml'] = String(parties['xl/styles.xml']).replace('</cellXfs>', '<xf numFmtId="9"/><xf numFmtId="14"><protection hidden="1"/></xf></cellXfs>');
      parties[FEUILLE] = String(parties[FEUILLE]).replace('</row>', '<c r="D1" s="3"><v>4</v></c><c r="E1" s="4"><v>5</v></c><c r="F1" s="99"><v>6</v></c></row>');
    },
  });
  const feuille = premiere(lireClasseur(octets, { nom: null }));
  const styles = ['A1', 'B1', 'C1', 'D1', 'E1', 'F1'].map((adresse) => [cellule(feuille, adresse)?.format, cellule(feuille, adresse)?.verrouillee]);
  expect(styles).toEqual([['0.0%', false], ['# ##0 "€"', true], ['General', true], ['0%', true], ['m/d/yyyy', true], ['General', true]]);
});

test('classeur sans styles ni chaînes partagées', () => {
  const octets = classeurBrut({
    donnees: '<row r="1"><c r="A1" s="3"><v>1</v></c></row>',
    retoucher(parties) {
      delete parties['xl/styles.xml'];
      delete parties['xl/sharedStrings.xml'];
    },
  });
  expect(cellule(premiere(lireClasseur(octets, { nom: null })), 'A1')).toMatchObject({ valeur: 1, format: 'General', verrouillee: true });
});

test('feuille décrite en entier : masquages, tailles, volets, fusions, tableaux, protection', () => {
  const octets = fabriquerClasseur([
    {
      nom: 'Visible',
      lignes: [['a', 'b'], [1, 2], [3, 4]],
      fusions: ['A4:B5'],
      lignesMasquees: [2],
      colonnesMasquees: [3],
      largeurs: { 1: 26, 3: 8.5 },
      hauteurs: { 1: 30 },
      figees: { lignes: 1, colonnes: 2 },
      tableaux: [{ nom: 'Tableau1', plage: 'A1:B3' }, { nom: 'Sans', plage: 'D1:E3', lignesEnTete: 0 }],
      protegee: true,
    },
    { nom: 'Masquée', visibilite: 'masquee' },
    { nom: 'Enfouie', visibilite: 'tres_masquee' },
  ]);
  const [visible, masquee, enfouie] = lireClasseur(octets, { nom: 'x.xlsx' }).feuilles;
  expect(visible).toMatchObject({
    id: FEUILLE,
    nom: 'Visible',
    visibilite: 'visible',
    protegee: true,
    fusions: [{ ligne: 4, colonne: 1, derniereLigne: 5, derniereColonne: 2 }],
    lignesMasquees: new Set([2]),
    colonnesMasquees: new Set([3]),
    largeurs: new Map([[1, 26], [3, 8.5]]),
    hauteurs: new Map([[1, 30]]),
    figees: { lignes: 1, colonnes: 2 },
    tableaux: [
      { nom: 'Tableau1', plage: { ligne: 1, colonne: 1, derniereLigne: 3, derniereColonne: 2 }, lignesEnTete: 1 },
      { nom: 'Sans', plage: { ligne: 1, colonne: 4, derniereLigne: 3, derniereColonne: 5 }, lignesEnTete: 0 },
    ],
  });
  expect([masquee?.visibilite, enfouie?.visibilite]).toEqual(['masquee', 'tres_masquee']);
});

test('une protection déclarée mais inactive n’en est pas une ; un volet fendu ne fige rien', () => {
  const feuille = lireBrut({
    avant: '<sheetViews><sheetView><pane xSplit="1200" ySplit="900" state="split"/></sheetView></sheetViews>',
    apres: '<sheetProtection objects="1"/>',
  });
  expect([feuille.protegee, feuille.figees]).toEqual([false, { lignes: 0, colonnes: 0 }]);
});

test('colonnes décrites jusqu’à XFD : seules les premières sont gardées', () => {
  const feuille = lireBrut({ avant: '<cols><col min="3" max="16384" width="9" hidden="1"/></cols>', donnees: '<row r="1"><c r="A1"><v>1</v></c></row>' });
  expect([feuille.colonnesMasquees.size, feuille.colonnesMasquees.has(3), feuille.colonnesMasquees.has(257)]).toEqual([254, true, false]);
});
