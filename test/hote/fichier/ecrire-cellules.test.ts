/** Ce qu'une retouche change dans le XML d'une feuille, au caractère près. */
import type { Contenu, Ecriture } from '../../../src/corrections/plan';
import { retoucher } from '../../../src/hote/fichier/ecrire';
import { ouvrirArchive } from '../../../src/hote/fichier/archive';
import { lireTextePartie } from '../../../src/hote/fichier/texte-partie';
import { lireClasseur } from '../../../src/hote/fichier/lire';
import type { Parties } from '../../classeurs/fabrique';
import { FEUILLE, type FeuilleBrute, classeurBrut, contenus, ecriture, octetsDe, premiere } from './aide';

interface Cas extends FeuilleBrute {
  readonly nom: string;
  readonly ecritures: readonly (readonly [adresse: string, avant: Contenu, apres: Contenu])[];
  /** Ce que deviennent `donnees`, `avant` et `apres`. */
  readonly attendu: Omit<FeuilleBrute, 'retoucher' | 'chaines'>;
}

const VIDE: Contenu = { valeur: null };
const v = (valeur: null | number | string | boolean): Contenu => ({ valeur });
const f = (formule: string): Contenu => ({ formule });

const CAS: readonly Cas[] = [
  {
    nom: 'nombre, en gardant style et attributs inconnus, sans les métadonnées de valeur',
    donnees: '<row r="1"><c r="A1" s="0" ph="1" t="s" vm="2" cm="1"><v>0</v></c><c r="B1" s="0"><v>2</v></c></row>',
    chaines: '<si><t>2 657</t></si>',
    ecritures: [['A1', v('2 657'), v(2657.5)]],
    attendu: { donnees: '<row r="1"><c r="A1" s="0" ph="1"><v>2657.5</v></c><c r="B1" s="0"><v>2</v></c></row>' },
  },
  {
    nom: 'texte en ligne, avec espaces au bord, caractères interdits et échappements littéraux',
    donnees: '<row r="1"><c r="A1"/><c r="B1"><v>1</v></c></row>',
    ecritures: [['A1', VIDE, v(' <é> & "q"\r\u0001_x0041_ ')], ['B1', v(1), v('sûr')]],
    attendu: { donnees: '<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> &lt;é&gt; &amp; &quot;q&quot;_x000D__x0001__x005F_x0041_ </t></is></c><c r="B1" t="inlineStr"><is><t>sûr</t></is></c></row>' },
  },
  {
    nom: 'booléen, formule sans valeur en cache, effacement qui garde la cellule stylée',
    donnees: '<row r="1"><c r="A1" s="0"><v>1</v></c><c r="B1" s="0" t="str"><f>A1</f><v>x</v></c><c r="C1" s="0" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>',
    ecritures: [['A1', v(1), v(true)], ['B1', f('=A1'), f('=IFERROR(A1/"&",0)')], ['C1', f('=1/0'), VIDE]],
    attendu: { donnees: '<row r="1"><c r="A1" s="0" t="b"><v>1</v></c><c r="B1" s="0"><f>IFERROR(A1/&quot;&amp;&quot;,0)</f></c><c r="C1" s="0"/></row>' },
  },
  {
    nom: 'fonction récente écrite avec le préfixe que le fichier exige',
    donnees: '<row r="1"><c r="A1"><v>1</v></c></row>',
    ecritures: [['A1', v(1), f('=IFS(B1>1,"IFS(",TRUE,SUM(C1))')]],
    attendu: { donnees: '<row r="1"><c r="A1"><f>_xlfn.IFS(B1&gt;1,&quot;IFS(&quot;,TRUE,SUM(C1))</f></c></row>' },
  },
  {
    nom: 'cellules absentes insérées à leur place, au style de la ligne ou de la colonne ; spans et dimension étendus',
    avant: '<dimension ref="B2:D3"/><cols><col min="1" max="2" style="0"/></cols>',
    donnees: '<row r="2" spans="2:4" s="0" customFormat="1"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row><row r="3" spans="2:4" s="9"><c r="D3"><v>3</v></c></row>',
    ecritures: [['E2', VIDE, v(5)], ['C2', VIDE, v(4)], ['A3', VIDE, v(6)], ['C3', VIDE, v(7)]],
    attendu: {
      avant: '<dimension ref="A2:E3"/><cols><col min="1" max="2" style="0"/></cols>',
      donnees: '<row r="2" spans="2:5" s="0" customFormat="1"><c r="B2"><v>1</v></c><c r="C2" s="0"><v>4</v></c><c r="D2"><v>2</v></c><c r="E2" s="0"><v>5</v></c></row><row r="3" spans="1:4" s="9"><c r="A3" s="0"><v>6</v></c><c r="C3"><v>7</v></c><c r="D3"><v>3</v></c></row>',
    },
  },
  {
    nom: 'lignes absentes insérées dans l’ordre, au début, au milieu, à la fin ; ligne vide ouverte',
    donnees: '<row r="3"/><row r="5"><c r="A5"><v>5</v></c></row>',
    ecritures: [['B9', VIDE, v(9)], ['A1', VIDE, v(1)], ['A4', VIDE, v(4)], ['C2', VIDE, v(2)], ['B3', VIDE, v(3)]],
    attendu: { donnees: '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="C2"><v>2</v></c></row><row r="3"><c r="B3"><v>3</v></c></row><row r="4"><c r="A4"><v>4</v></c></row><row r="5"><c r="A5"><v>5</v></c></row><row r="9"><c r="B9"><v>9</v></c></row>' },
  },
  {
    nom: 'positions implicites : ce qui suit une insertion garde sa place',
    donnees: '<row><c><v>1</v></c></row><row r="5"><c r="B5"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>',
    ecritures: [['A5', VIDE, v(10)], ['B1', VIDE, v(11)], ['C5', v(3), v(30)], ['A3', VIDE, v(12)]],
    attendu: { donnees: '<row><c><v>1</v></c><c r="B1"><v>11</v></c></row><row r="3"><c r="A3"><v>12</v></c></row><row r="5"><c r="A5"><v>10</v></c><c r="B5"><v>2</v></c><c><v>30</v></c></row><row><c><v>4</v></c></row>' },
  },
  {
    nom: 'insertion devant une cellule et une ligne aux positions implicites',
    donnees: '<row r="2"><c r="A2"><v>1</v></c></row><row><c r="C3"><v>2</v></c></row><row><c><v>3</v></c></row>',
    ecritures: [['A1', VIDE, v(9)], ['B3', VIDE, v(8)]],
    attendu: { donnees: '<row r="1"><c r="A1"><v>9</v></c></row><row r="2"><c r="A2"><v>1</v></c></row><row><c r="B3"><v>8</v></c><c r="C3"><v>2</v></c></row><row><c><v>3</v></c></row>' },
  },
  {
    nom: 'effacer une cellule absente ne laisse pas de trace',
    donnees: '<row r="2"><c r="A2"><v>1</v></c></row>',
    ecritures: [['B2', VIDE, VIDE], ['A9', VIDE, VIDE], ['A2', v(1), v(2)]],
    attendu: { donnees: '<row r="2"><c r="A2"><v>2</v></c></row>' },
  },
  {
    nom: 'le reste de la feuille, commentaires et extensions compris, ne bouge pas',
    avant: '<!-- <c r="A1"/> --><sheetPr/>',
    donnees: '\n <row r="1">\n  <c r="A1"><v>1</v></c><!-- é😀 --><c r=\'B1\' ><v>2</v></c>\n </row>\n',
    apres: '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>A1&gt;0</formula></cfRule></conditionalFormatting>',
    ecritures: [['B1', v(2), v(3)]],
    attendu: {
      avant: '<!-- <c r="A1"/> --><sheetPr/>',
      donnees: '\n <row r="1">\n  <c r="A1"><v>1</v></c><!-- é😀 --><c r=\'B1\'><v>3</v></c>\n </row>\n',
      apres: '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>A1&gt;0</formula></cfRule></conditionalFormatting>',
    },
  },
  {
    nom: 'maître d’une formule partagée : les autres membres gardent leur formule, leur valeur et leurs attributs',
    donnees:
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="0"><f t="shared" ref="B1:B3" si="4">A1*$A$1</f><v>1</v></c></row><row r="2"><c r="B2" s="0"><f t="shared" ca="1" si="4"/><v>2</v></c></row><row r="3"><c r="B3" t="str"><f t="shared" si="4"></f><v>x</v></c><c r="C3"><f t="shared" si="5" ref="C3:C4">D3</f></c></row><row r="4"><c r="C4"><f t="shared" si="5"/></c></row>',
    ecritures: [['B1', f('=A1*$A$1'), v(7)]],
    attendu: {
      donnees:
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="0"><v>7</v></c></row><row r="2"><c r="B2" s="0"><f ca="1">A2*$A$1</f><v>2</v></c></row><row r="3"><c r="B3" t="str"><f>A3*$A$1</f><v>x</v></c><c r="C3"><f t="shared" si="5" ref="C3:C4">D3</f></c></row><row r="4"><c r="C4"><f t="shared" si="5"/></c></row>',
    },
  },
  {
    nom: 'simple membre d’une formule partagée : le groupe reste',
    donnees: '<row r="1"><c r="B1"><f t="shared" ref="B1:B3" si="0">A1</f></c></row><row r="2"><c r="B2"><f t="shared" si="0"/></c></row><row r="3"><c r="B3"><f t="shared" si="0"/></c></row>',
    ecritures: [['B2', f('=A2'), v(7)]],
    attendu: { donnees: '<row r="1"><c r="B1"><f t="shared" ref="B1:B3" si="0">A1</f></c></row><row r="2"><c r="B2"><v>7</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/></c></row>' },
  },
  {
    nom: 'maître et membre récrits ensemble, fonction récente préfixée dans les autres',
    donnees: '<row r="1"><c r="B1"><f t="shared" ref="B1:B3" si="0">_xlfn.IFS(A1&gt;0,1)</f></c></row><row r="2"><c r="B2"><f t="shared" si="0"/></c></row><row r="3"><c r="B3"><f t="shared" si="0"/></c></row>',
    ecritures: [['B1', f('=IFS(A1>0,1)'), f('=IFS(A1>0,2)')], ['B2', f('=IFS(A2>0,1)'), VIDE]],
    attendu: { donnees: '<row r="1"><c r="B1"><f>_xlfn.IFS(A1&gt;0,2)</f></c></row><row r="2"><c r="B2"/></row><row r="3"><c r="B3"><f>_xlfn.IFS(A3&gt;0,1)</f></c></row>' },
  },
];

test.each(CAS)('$nom', ({ ecritures, attendu, ...brute }) => {
  const octets = octetsDe(retoucher(classeurBrut(brute), { ecritures: ecritures.map(([adresse, avant, apres]) => ecriture(adresse, avant, apres)) }));
  const texte = lireTextePartie(ouvrirArchive(octets), FEUILLE).texte;
  const voulu = lireTextePartie(ouvrirArchive(classeurBrut({ ...brute, ...attendu })), FEUILLE).texte;
  expect(texte).toBe(voulu);
});

test('feuille sans aucune ligne, ou préfixée « x: »', () => {
  const plan = { ecritures: [ecriture('B2', VIDE, v('été')), ecriture('A1', VIDE, f('=B2'))] };
  for (const prefixe of ['', 'x:']) {
    const octets = classeurBrut({
      retoucher: (parties) => {
        parties[FEUILLE] = `<${prefixe}worksheet xmlns${prefixe ? ':x' : ''}="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><${prefixe}sheetData/></${prefixe}worksheet>`;
      },
    });
    const lue = premiere(lireClasseur(octetsDe(retoucher(octets, plan)), { nom: null }));
    expect(contenus(lue, 'A1', 'B2')).toEqual({ A1: ['=B2', null], B2: 'été' });
  }
});

test('valeurs périmées effacées sur demande, sans toucher à leur formule', () => {
  const octets = classeurBrut({
    donnees: '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="0" t="str"><f>A1&amp;""</f><v>1</v></c><c r="C1"><f t="shared" ref="C1:C2" si="0">A1*2</f><v>2</v></c><c r="D1"><v>9</v></c></row><row r="2"><c r="C2" t="n"><f t="shared" si="0"/><v>0</v></c><c r="D2"><f>1</f><v>1</v></c></row>',
  });
  const perimees = [[1, 2], [1, 3], [2, 3], [1, 4], [7, 7]].map(([ligne, colonne]) => ({ feuille: FEUILLE, ligne: ligne!, colonne: colonne! }));
  const sortie = octetsDe(retoucher(octets, { ecritures: [ecriture('A1', v(1), v(2))], perimees }));
  expect(lireTextePartie(ouvrirArchive(sortie), FEUILLE).texte).toContain(
    '<row r="1"><c r="A1"><v>2</v></c><c r="B1" s="0"><f>A1&amp;""</f></c><c r="C1"><f t="shared" ref="C1:C2" si="0">A1*2</f></c><c r="D1"><v>9</v></c></row><row r="2"><c r="C2"><f t="shared" si="0"/></c><c r="D2"><f>1</f><v>1</v></c></row>',
  );
});

test('une marque UTF-8 en tête de feuille est gardée', () => {
  const octets = classeurBrut({
    donnees: '<row r="1"><c r="A1"><v>1</v></c></row>',
    retoucher: (parties) => (parties[FEUILLE] = `\uFEFF${String(parties[FEUILLE])}`),
  });
  const sortie = octetsDe(retoucher(octets, { ecritures: [ecriture('A1', v(1), v(2))] }));
  expect(lireTextePartie(ouvrirArchive(sortie), FEUILLE)).toMatchObject({ marque: true, texte: expect.stringContaining('<v>2</v>') });
});

test('une feuille qui n’est pas en UTF-8 se lit, mais ne se récrit pas', () => {
  const encoder = (encodage: 'utf16le' | 'latin1') => (parties: Parties) => {
    const marque = encodage === 'utf16le' ? [0xff, 0xfe] : [];
    parties[FEUILLE] = new Uint8Array([...marque, ...Buffer.from(String(parties[FEUILLE]), encodage)]);
  };
  const donnees = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="inlineStr"><is><t>é</t></is></c></row>';
  for (const encodage of ['utf16le', 'latin1'] as const) {
    const octets = classeurBrut({ donnees, retoucher: encoder(encodage) });
    expect(() => retoucher(octets, { ecritures: [ecriture('A1', v(1), v(2))] })).toThrow(/n’est pas écrite en UTF-8/);
  }
  const avecRemplacement = classeurBrut({ donnees: donnees.replace('é', '\uFFFD') });
  expect(retoucher(avecRemplacement, { ecritures: [ecriture('A1', v(1), v(2))] }).etat).toBe('applique');
});

test('les écritures rendues sont celles du plan, et un plan vide rend les octets reçus', () => {
  const octets = classeurBrut({ donnees: '<row r="1"><c r="A1"><v>1</v></c></row>' });
  const plan: { ecritures: Ecriture[] } = { ecritures: [ecriture('A1', v(1), v(2))] };
  expect(retoucher(octets, plan)).toMatchObject({ etat: 'applique', ecrites: [{ feuille: FEUILLE, ligne: 1, colonne: 1 }] });
  expect(octetsDe(retoucher(octets, { ecritures: [] }))).toBe(octets);
});
