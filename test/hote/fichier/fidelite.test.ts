/** Ce qui n'est pas visé reste identique, octet pour octet ; ce qui l'est se relit tel qu'écrit. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { formatA1 } from '../../../src/classeur/adresse';
import type { Ecriture } from '../../../src/corrections/plan';
import { ouvrirArchive } from '../../../src/hote/fichier/archive';
import { retoucher } from '../../../src/hote/fichier/ecrire';
import { lireClasseur } from '../../../src/hote/fichier/lire';
import { lireTextePartie } from '../../../src/hote/fichier/texte-partie';
import { contenuDe } from '../../../src/hote/fichier/verifier-plan';
import { fabriquerClasseur } from '../../classeurs/fabrique';
import { relations } from '../../classeurs/parties';
import { FEUILLE, classeurBrut, ecriture, octetsDe } from './aide';
import { RECALCUL, ecarts, partiesChangees, retouches, verifierRetouche } from './comparer';
import { zipBrut } from './zip-brut';

const EXEMPLES = join(__dirname, '../../../exemples');

test.each(readdirSync(EXEMPLES).filter((nom) => nom.endsWith('.xlsx')))('%s : une cellule écrite, une feuille et le classeur changés', (nom) => {
  const octets = new Uint8Array(readFileSync(join(EXEMPLES, nom)));
  const instantane = lireClasseur(octets, { nom });
  const feuille = instantane.feuilles.at(-1)!;
  const cellule = [...feuille.cellules.values()].find(({ valeur, formule }) => typeof valeur === 'number' && formule === null) ?? [...feuille.cellules.values()][0]!;
  const avant = contenuDe(cellule)!;
  const sortie = octetsDe(retoucher(octets, { ecritures: [ecriture(formatA1(cellule.ligne, cellule.colonne), avant, { valeur: 123.25 }, feuille.id)] }));
  // Les classeurs d'openpyxl demandent déjà le recalcul.
  const attendues = nom.includes('libreoffice') ? [RECALCUL, feuille.id] : [feuille.id];
  expect(partiesChangees(octets, sortie).sort()).toEqual(attendues.sort());
  expect(ecarts(instantane, lireClasseur(sortie, { nom }))).toEqual([`${feuille.nom}!${formatA1(cellule.ligne, cellule.colonne)}`]);
  const texteAvant = lireTextePartie(ouvrirArchive(octets), feuille.id).texte;
  const texteApres = lireTextePartie(ouvrirArchive(sortie), feuille.id).texte;
  const sansCellule = (texte: string): string => texte.replace(new RegExp(`<c r="${formatA1(cellule.ligne, cellule.colonne)}"[^>]*>.*?</c>`), '');
  expect(sansCellule(texteApres)).toBe(sansCellule(texteAvant));
});

test('une archive écrite en flux (descripteurs, commentaire, octets en tête) est recopiée telle quelle', () => {
  const parties = ouvrirArchive(classeurBrut({ donnees: '<row r="1"><c r="A1"><v>1</v></c></row>' }));
  const entrees = parties.entrees.map(({ chemin }) => ({ chemin, octets: Buffer.from(lireTextePartie(parties, chemin).texte), descripteur: true }));
  const octets = zipBrut(entrees, 'commentaire');
  const sortie = octetsDe(retoucher(octets, { ecritures: [ecriture('A1', { valeur: 1 }, { valeur: 2 })] }));
  expect(partiesChangees(octets, sortie).sort()).toEqual([RECALCUL, FEUILLE]);
  // Les entrées récrites disent leurs tailles d’avance : plus de descripteur.
  const avecDescripteur = ouvrirArchive(sortie).entrees.filter(({ drapeaux }) => drapeaux & 8).map(({ chemin }) => chemin);
  expect(avecDescripteur).toEqual(parties.entrees.map(({ chemin }) => chemin).filter((chemin) => chemin !== FEUILLE && chemin !== RECALCUL));
  const debutFeuille = ouvrirArchive(octets).entrees.find(({ chemin }) => chemin === RECALCUL)!.decalage;
  expect(Buffer.from(sortie.subarray(0, debutFeuille))).toEqual(Buffer.from(octets.subarray(0, debutFeuille)));
  expect(Buffer.from(sortie.subarray(-11)).toString()).toBe('commentaire');
});

test('la chaîne de calcul part avec sa relation et son type ; rien d’autre ne part', () => {
  const octets = classeurBrut({
    donnees: '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>',
    retoucher(parties) {
      parties['xl/calcChain.xml'] = '<calcChain xmlns="x"><c r="A1" i="1"/></calcChain>';
      parties['xl/_rels/workbook.xml.rels'] = relations([['worksheet', 'worksheets/sheet1.xml'], ['calcChain', 'calcChain.xml'], ['styles', 'styles.xml'], ['sharedStrings', 'sharedStrings.xml']]);
      parties['[Content_Types].xml'] = String(parties['[Content_Types].xml']).replace('</Types>', '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>');
    },
  });
  const avant = ouvrirArchive(octets);
  const apres = ouvrirArchive(octetsDe(retoucher(octets, { ecritures: [ecriture('A1', { formule: '=1+1' }, { valeur: 2 })] })));
  expect(apres.entrees.map(({ chemin }) => chemin)).toEqual(avant.entrees.map(({ chemin }) => chemin).filter((chemin) => chemin !== 'xl/calcChain.xml'));
  for (const chemin of ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels']) {
    expect(lireTextePartie(apres, chemin).texte).toBe(lireTextePartie(avant, chemin).texte.replace(/<(?:Override|Relationship) [^>]*calcChain[^>]*\/>/, ''));
  }
});

test.each([
  ['<calcPr calcId="191029"/>', '<calcPr calcId="191029" fullCalcOnLoad="1"/>'],
  ['<calcPr calcId="1" fullCalcOnLoad="0" calcMode="manual"></calcPr>', '<calcPr calcId="1" fullCalcOnLoad="1" calcMode="manual"></calcPr>'],
  ['<calcPr fullCalcOnLoad="true"/>', '<calcPr fullCalcOnLoad="true"/>'],
  ['', '<calcPr fullCalcOnLoad="1"/>'],
  ['<definedNames><definedName name="a">1</definedName></definedNames><oleSize ref="A1"/>', '<definedNames><definedName name="a">1</definedName></definedNames><calcPr fullCalcOnLoad="1"/><oleSize ref="A1"/>'],
])('recalcul demandé à l’ouverture : %s', (avant, apres) => {
  const octets = classeurBrut({ retoucher: (p) => (p[RECALCUL] = String(p[RECALCUL]).replace('<calcPr calcId="191029"/>', avant)) });
  const sortie = ouvrirArchive(octetsDe(retoucher(octets, { ecritures: [ecriture('A1', { valeur: null }, { valeur: 1 })] })));
  expect(lireTextePartie(sortie, RECALCUL).texte).toBe(lireTextePartie(ouvrirArchive(octets), RECALCUL).texte.replace(avant || '</workbook>', apres + (avant ? '' : '</workbook>')));
});

/** Formules partagées sur trois colonnes, constantes, cellules vides, lignes absentes. */
const RICHE = fabriquerClasseur([{ nom: 'F', cellules: { A1: 'un', B2: 2, F6: {}, L12: true } }, { nom: 'Autre & feuille', lignes: [[1]] }], {
  retoucher(parties) {
    const membre = (ligne: number): string =>
      `<row r="${ligne}" spans="1:9">${['C', 'D', 'E'].map((lettre, rang) => `<c r="${lettre}${ligne}"><f t="shared" ${ligne === 7 ? `ref="${lettre}7:${lettre}9" ` : ''}si="${rang}"${ligne === 7 ? `>A${7}*$B$2+${lettre}$1</f>` : '/>'}<v>0</v></c>`).join('')}<c r="I${ligne}" t="s"><v>0</v></c></row>`;
    parties[FEUILLE] = String(parties[FEUILLE]).replace('<row r="12"', `${membre(7)}${membre(8)}${membre(9)}<row r="12"`);
  },
});

test('des retouches tirées au hasard : chaque cellule écrite se relit, aucune autre ne change', () => {
  const origine = lireClasseur(RICHE, { nom: null });
  fc.assert(
    fc.property(retouches(12), (tirees) => verifierRetouche(RICHE, origine, origine.feuilles[0]!, tirees)),
    { numRuns: 300 },
  );
});

test('défaire une retouche rend au classeur son contenu', () => {
  const premiere: Ecriture = ecriture('C7', { formule: '=A7*$B$2+C$1' }, { valeur: 5 });
  const retour: Ecriture = { ...premiere, avant: premiere.apres, apres: premiere.avant };
  const sortie = octetsDe(retoucher(octetsDe(retoucher(RICHE, { ecritures: [premiere] })), { ecritures: [retour] }));
  const [avant, apres] = [RICHE, sortie].map((octets) => [...lireClasseur(octets, { nom: null }).feuilles[0]!.cellules.values()].map(({ ligne, colonne, formule }) => [ligne, colonne, formule]));
  expect(apres).toEqual(avant);
});
