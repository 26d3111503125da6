/** Feuilles ajoutées : déclarées partout où il faut, éléments dans l'ordre du schéma. */
import type { Contenu, Ecriture } from '../../../src/corrections/plan';
import { ouvrirArchive } from '../../../src/hote/fichier/archive';
import { retoucher } from '../../../src/hote/fichier/ecrire';
import { lireClasseur } from '../../../src/hote/fichier/lire';
import { lireTextePartie } from '../../../src/hote/fichier/texte-partie';
import { parcourir } from '../../../src/hote/fichier/retouches';
import { fabriquerClasseur } from '../../classeurs/fabrique';
import { contenus, ecriture, octetsDe } from './aide';
import { CT_WORKSHEET } from './corpus/ordre';

const NOUVELLE = 'nouvelle:Sources du diagnostic';

const poser = (adresse: string, apres: Contenu): Ecriture => ecriture(adresse, { valeur: null }, apres, NOUVELLE);
const ECRITURES = [
  poser('A1', { valeur: 'Cellule' }),
  poser('B1', { valeur: 'Valeur & source' }),
  poser('B2', { valeur: 3406 }),
  poser('A2', { valeur: "Naissances domiciliées dans le département, d'après l'état civil, au lieu de domicile de la mère" }),
  poser('C2', { formule: '=B2*2' }),
  poser('A3', { valeur: null }),
];
const PLAN = { ecritures: ECRITURES, nouvellesFeuilles: ['Sources du diagnostic'] };

const SIMPLE = fabriquerClasseur([{ nom: 'F', lignes: [[1]] }, { nom: 'G' }], { noms: [{ nom: 'local', formule: 'G!$A$1', feuille: 1 }] });

test('la feuille se relit, en dernier, et les autres n’ont pas bougé', () => {
  const lu = lireClasseur(octetsDe(retoucher(SIMPLE, PLAN)), { nom: null });
  const origine = lireClasseur(SIMPLE, { nom: null });
  expect(lu.feuilles.map(({ nom, id }) => [nom, id])).toEqual([['F', 'xl/worksheets/sheet1.xml'], ['G', 'xl/worksheets/sheet2.xml'], ['Sources du diagnostic', 'xl/worksheets/sheet3.xml']]);
  expect([lu.feuilles.slice(0, 2), lu.noms]).toEqual([origine.feuilles, origine.noms]);
  const neuve = lu.feuilles[2]!;
  expect(contenus(neuve, 'A1', 'B1', 'B2', 'C2', 'A3')).toEqual({ A1: 'Cellule', B1: 'Valeur & source', B2: 3406, C2: ['=B2*2', null], A3: undefined });
  expect([neuve.largeurs.get(1), neuve.largeurs.get(3), neuve.figees]).toEqual([60, 10, { lignes: 1, colonnes: 0 }]);
});

test('éléments dans l’ordre du schéma', () => {
  const texte = lireTextePartie(ouvrirArchive(octetsDe(retoucher(SIMPLE, PLAN))), 'xl/worksheets/sheet3.xml').texte;
  const enfants: string[] = [];
  let profondeur = 0;
  parcourir(texte, '', { ouvrir: ({ nom }) => void (profondeur++ === 1 && enfants.push(nom)), fermer: () => void profondeur-- });
  expect(enfants).toEqual(CT_WORKSHEET.filter((nom) => enfants.includes(nom)));
  expect(enfants).toEqual(['dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'pageMargins', 'pageSetup']);
});

test('déclarée dans le classeur, ses relations et les types, sans heurter ce qui existe', () => {
  const archive = ouvrirArchive(octetsDe(retoucher(SIMPLE, PLAN)));
  const lire = (chemin: string): string => lireTextePartie(archive, chemin).texte;
  expect(lire('xl/workbook.xml')).toContain('sheetId="3" r:id="rId5"/></sheets>');
  expect(lire('xl/_rels/workbook.xml.rels')).toContain('<Relationship Id="rId5" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet3.xml"/></Relationships>');
  expect(lire('[Content_Types].xml')).toContain('<Override PartName="/xl/worksheets/sheet3.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>');
});

test('en-tête en gras si le classeur a déjà un tel style ; sinon sans style, les styles intacts', () => {
  const avecGras = fabriquerClasseur([{ nom: 'F' }], {
    retoucher: (p) =>
      (p['xl/styles.xml'] = String(p['xl/styles.xml'])
        .replace('<fonts count="1">', '<fonts count="3"><font><b val="0"/></font><font><b/></font>')
        .replace('</cellXfs>', '<xf numFmtId="0" fontId="1" fillId="1" borderId="0"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0"/></cellXfs>')),
  });
  const feuille = (octets: Uint8Array): string => lireTextePartie(ouvrirArchive(octetsDe(retoucher(octets, PLAN))), octets === SIMPLE ? 'xl/worksheets/sheet3.xml' : 'xl/worksheets/sheet2.xml').texte;
  expect(feuille(avecGras)).toContain('<c r="A1" s="3" t="inlineStr">');
  expect(feuille(avecGras)).toContain('<c r="A2" t="inlineStr">');
  expect(feuille(SIMPLE)).toContain('<c r="A1" t="inlineStr">');
});

test('classeur sans fenêtre : pas de vue qui renverrait à rien', () => {
  const octets = fabriquerClasseur([{ nom: 'F' }], { retoucher: (p) => (p['xl/workbook.xml'] = String(p['xl/workbook.xml']).replace('<bookViews><workbookView/></bookViews>', '')) });
  expect(lireTextePartie(ouvrirArchive(octetsDe(retoucher(octets, PLAN))), 'xl/worksheets/sheet2.xml').texte).not.toContain('sheetView');
});

test('deux feuilles, dont une vide, ajoutées à un classeur préfixé', () => {
  const octets = fabriquerClasseur([{ nom: 'F' }], {
    retoucher(parties) {
      const prefixer = (xml: string): string => xml.replace(/^<\?xml.*\?>\n/, '').replace(/<(\/?)([a-zA-Z])/g, '<$1x:$2').replace('xmlns=', 'xmlns:x=');
      for (const chemin of ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', '[Content_Types].xml']) parties[chemin] = prefixer(String(parties[chemin]));
    },
  });
  const sortie = octetsDe(retoucher(octets, { ...PLAN, nouvellesFeuilles: ['Vide', 'Sources du diagnostic'] }));
  expect(lireClasseur(sortie, { nom: null }).feuilles.map(({ nom, cellules }) => [nom, cellules.size])).toEqual([['F', 0], ['Vide', 0], ['Sources du diagnostic', 5]]);
});
