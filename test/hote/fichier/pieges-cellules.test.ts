/** Un piège par cas : formes que prennent les cellules chez Excel, LibreOffice, openpyxl et d'autres. */
import { type FeuilleBrute, contenus, lireBrut } from './aide';

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
