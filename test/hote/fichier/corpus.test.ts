/** Le corpus riche : ce qu'il doit contenir y est, quelques retouches l'épargnent, et le comparateur voit les dégâts. */
import { lireClasseur } from '../../../src/hote/fichier/lire';
import { creerHasard } from '../../classeurs/lot';
import { comparerFeuille, type Voulu } from './corpus/comparer-feuille';
import { comparerPaquets, lireOrigine } from './corpus/comparer-paquet';
import { engendrerCorpus } from './corpus/corpus';
import { CT_WORKBOOK, CT_WORKSHEET } from './corpus/ordre';
import { compter } from './corpus/relire-ailleurs';
import { retoucherAuHasard } from './corpus/retoucher-au-hasard';
import { NATURES } from './corpus/tirage';
import { voirFeuille } from './corpus/vue-feuille';
import { descendants, lireArbre, lireParties, texteDe } from './corpus/xml';

const CORPUS = engendrerCorpus();
const RICHES = CORPUS.filter(({ nom }) => nom.startsWith('riche-'));

test.each(RICHES)('$nom : tout ce qui peut se perdre y est', ({ nom, octets }) => {
  expect(compter(octets)).toMatchObject({ images: 1, graphiques: 1, commentaires: 3, validations: 2, conditionnelles: 4, liens: 2, tableaux: 1, protegees: nom.includes('anomalies') ? 1 : 0 });
  const { feuilles } = lireClasseur(octets, { nom });
  const classeur = lireArbre(lireOrigine(octets).texte('xl/workbook.xml'));
  expect(descendants(classeur, 'definedName').map(({ attributs }) => attributs.name)).toEqual(['_xlnm.Print_Titles', '_xlnm.Print_Area', 'Naissances', 'Seuil', 'Ailleurs']);
  expect(feuilles.at(-1)).toMatchObject({ nom: 'Annexe & postes', matrices: [{ ligne: 2, colonne: 5 }], tableaux: [{ nom: 'Postes' }] });
  const chemins = lireParties(octets).map(({ chemin }) => chemin);
  for (const chemin of ['xl/calcChain.xml', 'xl/externalLinks/externalLink1.xml', 'xl/threadedComments/threadedComment1.xml', 'customXml/item1.xml', 'xl/sharedStrings.xml']) expect(chemins).toContain(chemin);
  const partages = lireParties(octets).filter(({ chemin }) => chemin.includes('worksheets/sheet')).flatMap((partie) => [...voirFeuille(texteDe(partie)).maitres.keys()]);
  expect(partages.length).toBeGreaterThan(5);
});

test.each(RICHES)('$nom : valable, éléments dans l’ordre', ({ octets }) => {
  for (const partie of lireParties(octets).filter(({ chemin }) => /^xl\/(workbook|worksheets\/[^/]+)\.xml$/.test(chemin))) {
    const racine = lireArbre(texteDe(partie));
    const ordre: readonly string[] = racine.nom === 'workbook' ? CT_WORKBOOK : CT_WORKSHEET;
    const rangs = racine.enfants.filter(({ nom }) => !nom.includes(':')).map(({ nom }) => ordre.indexOf(nom));
    expect(rangs).toEqual([...rangs].sort((a, b) => a - b));
    expect(rangs).not.toContain(-1);
  }
});

test.each(CORPUS)('$nom : deux retouches de chaque nature, aucun changement non voulu', ({ nom, octets }) => {
  const sujet = { octets, origine: lireOrigine(octets), instantane: lireClasseur(octets, { nom }) };
  const hasard = creerHasard(87);
  for (const nature of [...NATURES, ...NATURES]) {
    const { ecarts } = retoucherAuHasard(hasard, sujet, nature);
    expect([nature, ecarts]).toEqual([nature, []]);
  }
});

const FEUILLE = (lignes: string, autour = '') => `<worksheet><dimension ref="A1:B2"/><cols><col min="2" max="2" style="4"/></cols><sheetData>${lignes}</sheetData>${autour}</worksheet>`;
const AVANT = FEUILLE('<row r="1" spans="1:2"><c r="A1" s="1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">A1*2</f><v>2</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>4</v></c></row>');
const rien: Voulu = { ecrites: new Map(), perimees: new Set() };
const ecrire = (adresse: string, valeur: number): Voulu => ({ ...rien, ecrites: new Map([[adresse, { valeur }]]) });

test.each<[string, avant: RegExp | string, apres: string, Voulu, ecarts: readonly string[]]>([
  ['rien', '', '', rien, []],
  ['une valeur voisine', '<v>1</v>', '<v>2</v>', rien, ['A1 a changé']],
  ['un style perdu', ' s="1"><v>1</v>', '><v>9</v>', ecrire('A1', 9), ['A1 n’a plus ses attributs']],
  ['une autre valeur que la voulue', '<v>1</v>', '<v>8</v>', ecrire('A1', 9), ['A1 ne porte pas']],
  ['une écriture oubliée', '', '', ecrire('C9', 9), ['C9 n’a pas été écrite']],
  ['un maître récrit sans défaire son groupe', /<f t="shared" ref[^/]*<\/f><v>2/, '<v>9', ecrire('B1', 9), ['B2 a changé']],
  ['une formule étendue de travers', /<f t="shared" ref.*$/s, '<v>9</v></c></row><row r="2"><c r="B2"><f>A1*2</f><v>4</v></c></row></sheetData></worksheet>', ecrire('B1', 9), ['B2 a changé']],
  ['une formule étendue', /<f t="shared" ref.*$/s, '<v>9</v></c></row><row r="2"><c r="B2"><f>A2*2</f><v>4</v></c></row></sheetData></worksheet>', ecrire('B1', 9), []],
  ['une ligne de trop', '</sheetData>', '<row r="3"/></sheetData>', rien, ['la ligne 3 est apparue']],
  ['un blanc entre deux lignes', '</row><row', '</row>\n<row', rien, ['ce qui entoure']],
  ['le décor', '</worksheet>', '<drawing/></worksheet>', rien, ['ce qui entoure']],
  ['une cellule hors bornes et sans le style de sa colonne', '</sheetData>', '<row r="3"><c r="B3"><v>9</v></c></row></sheetData>', ecrire('B3', 9), ['B3 n’a plus ses attributs', 'B3 est hors des bornes']],
])('le comparateur voit : %s', (_, avant, apres, voulu, ecarts) => {
  const trouves = comparerFeuille(voirFeuille(AVANT), voirFeuille(AVANT.replace(avant, apres)), voulu);
  expect(trouves).toHaveLength(ecarts.length);
  trouves.forEach((trouve, rang) => { expect(trouve).toContain(ecarts[rang]); });
});

test('le comparateur voit une partie changée, perdue ou ajoutée', () => {
  const origine = lireOrigine(RICHES[0]!.octets);
  const [autre, meme] = [RICHES[3]!.octets, RICHES[0]!.octets];
  const attendu = { feuilles: new Map(), ajoutees: [], recalcul: false };
  expect(comparerPaquets(origine, meme, attendu)).toEqual([]);
  expect(comparerPaquets(origine, autre, attendu)).toContain('xl/worksheets/sheet1.xml n’est plus identique octet pour octet');
  expect(comparerPaquets(origine, CORPUS.at(-1)!.octets, attendu)[0]).toMatch(/^parties :/);
});
