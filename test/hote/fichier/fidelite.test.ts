/** Ce qui n'est pas visé reste identique, octet pour octet ; ce qui l'est se relit tel qu'écrit. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { formatA1 } from '../../../src/classeur/adresse';
import { type Cellule, type Instantane, celluleDe } from '../../../src/classeur/instantane';
import { type Contenu, type Ecriture, isFormule } from '../../../src/corrections/plan';
import { type Archive, ouvrirArchive } from '../../../src/hote/fichier/archive';
import { octetsCompresses } from '../../../src/hote/fichier/decompression';
import { retoucher } from '../../../src/hote/fichier/ecrire';
import { lireClasseur } from '../../../src/hote/fichier/lire';
import { lireTextePartie } from '../../../src/hote/fichier/texte-partie';
import { contenuDe } from '../../../src/hote/fichier/verifier-plan';
import { fabriquerClasseur } from '../../classeurs/fabrique';
import { relations } from '../../classeurs/parties';
import { FEUILLE, classeurBrut, ecriture, octetsDe } from './aide';
import { zipBrut } from './zip-brut';

const EXEMPLES = join(__dirname, '../../../exemples');
const RECALCUL = 'xl/workbook.xml';

/** Empreinte de chaque entrée : données compressées, date, CRC, dans l'ordre. */
function empreintes(archive: Archive): [chemin: string, empreinte: string][] {
  return archive.entrees.map((entree) => {
    const fiche = archive.octets.subarray(entree.fiche.debut, entree.fiche.fin);
    return [entree.chemin, `${Buffer.from(fiche.subarray(4, 42)).toString('hex')} ${Buffer.from(octetsCompresses(archive, entree)).toString('base64')}`];
  });
}

function partiesChangees(avant: Uint8Array, apres: Uint8Array): string[] {
  const [avantes, apresees] = [empreintes(ouvrirArchive(avant)), empreintes(ouvrirArchive(apres))];
  expect(apresees.map(([chemin]) => chemin)).toEqual(avantes.map(([chemin]) => chemin));
  return avantes.filter(([, empreinte], rang) => empreinte !== apresees[rang]![1]).map(([chemin]) => chemin);
}

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

/** Adresses des cellules qui diffèrent, en tout ou partie. */
function ecarts(avant: Instantane, apres: Instantane): string[] {
  expect(apres.feuilles.map(({ cellules, ...reste }) => reste)).toEqual(avant.feuilles.map(({ cellules, ...reste }) => reste));
  return avant.feuilles.flatMap((feuille, rang) => {
    const autre = apres.feuilles[rang]!;
    const cles = [...new Set([...feuille.cellules.keys(), ...autre.cellules.keys()])];
    return cles.filter((cle) => JSON.stringify(feuille.cellules.get(cle)) !== JSON.stringify(autre.cellules.get(cle))).map((cle) => `${feuille.nom}!${formatA1(Math.floor(cle / 16384), (cle % 16384) + 1)}`);
  });
}

test('une archive écrite en flux (descripteurs, commentaire, octets en tête) est recopiée telle quelle', () => {
  const parties = ouvrirArchive(classeurBrut({ donnees: '<row r="1"><c r="A1"><v>1</v></c></row>' }));
  const entrees = parties.entrees.map(({ chemin }) => ({ chemin, octets: Buffer.from(lireTextePartie(parties, chemin).texte), descripteur: true }));
  const octets = zipBrut(entrees, 'commentaire');
  const sortie = octetsDe(retoucher(octets, { ecritures: [ecriture('A1', { valeur: 1 }, { valeur: 2 })] }));
  expect(partiesChangees(octets, sortie).sort()).toEqual([RECALCUL, FEUILLE]);
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

const contenu: fc.Arbitrary<Contenu> = fc.oneof(
  fc.record({ valeur: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0), fc.boolean(), fc.constant(null), fc.string({ unit: 'binary', maxLength: 10 })) }),
  fc.record({ formule: fc.constantFrom('=A1+1', '=IF(A1="",0,IFS(B2>1,"é"))', "='Autre & feuille'!B3*2") }),
);
const place = fc.record({ ligne: fc.integer({ min: 1, max: 12 }), colonne: fc.integer({ min: 1, max: 12 }) });

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
  const feuille = origine.feuilles[0]!;
  fc.assert(
    fc.property(fc.uniqueArray(fc.record({ place, contenu }), { minLength: 1, maxLength: 12, selector: ({ place: p }) => p.ligne * 100 + p.colonne }), (tirees) => {
      const ecritures = tirees.map(({ place: { ligne, colonne }, contenu: apres }): Ecriture => ({ feuille: FEUILLE, ligne, colonne, avant: contenuDe(celluleDe(feuille, ligne, colonne))!, apres, raison: '' }));
      const sortie = octetsDe(retoucher(RICHE, { ecritures }));
      const relue = lireClasseur(sortie, { nom: null });
      const visees = new Set(ecritures.map(({ ligne, colonne }) => `F!${formatA1(ligne, colonne)}`));
      const bornes = ({ derniereLigne, derniereColonne, ...reste }: Instantane['feuilles'][number]) => reste;
      const neutre = (instantane: Instantane): Instantane => ({ ...instantane, feuilles: instantane.feuilles.map((f) => ({ ...bornes(f), derniereLigne: 0, derniereColonne: 0 })) });
      expect(ecarts(neutre(origine), neutre(relue)).filter((adresse) => !visees.has(adresse))).toEqual([]);
      for (const { ligne, colonne, apres } of ecritures) {
        const lue: Cellule | undefined = celluleDe(relue.feuilles[0]!, ligne, colonne);
        expect(contenuDe(lue)).toEqual(apres);
        if (isFormule(apres)) expect(lue?.valeur).toBeNull();
      }
      expect(partiesChangees(RICHE, sortie).every((chemin) => chemin === FEUILLE || chemin === RECALCUL)).toBe(true);
    }),
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
