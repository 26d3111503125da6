/** Écrire dans des classeurs tordus mais lisibles : ce qui n'est pas visé se relit tel qu'il était. */
import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { formatA1 } from '../../../src/classeur/adresse';
import { lireClasseur } from '../../../src/hote/fichier/lire';
import { ouvrirArchive } from '../../../src/hote/fichier/archive';
import { retoucher } from '../../../src/hote/fichier/ecrire';
import { lireTextePartie } from '../../../src/hote/fichier/texte-partie';
import { type Contenu, identiteNouvelle } from '../../../src/corrections/plan';
import { type Parties, fabriquerClasseur } from '../../classeurs/fabrique';
import { relations } from '../../classeurs/parties';
import { FEUILLE, type FeuilleBrute, cellule, classeurBrut, contenus, ecriture, octetsDe, premiere, refusDe } from './aide';
import { retouches, verifierRetouche } from './comparer';
import { zipBrut } from './zip-brut';

const v = (valeur: null | number | string | boolean): Contenu => ({ valeur });
const f = (formule: string): Contenu => ({ formule });
const VIDE = v(null);

/** Feuilles tirées au hasard. */
const RUNS = 150;

interface Cas extends FeuilleBrute {
  readonly nom: string;
  readonly ecritures: readonly (readonly [adresse: string, avant: Contenu, apres: Contenu])[];
  /** Ce qu'on relit : les cellules écrites, et toutes celles qui ne devaient pas bouger. */
  readonly attendu: Readonly<Record<string, unknown>>;
  /** Fragments que le XML de la feuille doit porter. */
  readonly xml?: readonly string[];
}

const CAS: readonly Cas[] = [
  {
    nom: 'cellules sans r : la première, une du milieu et la dernière se récrivent à leur place',
    donnees: '<row r="2"><c s="0"><v>1</v></c><c t="str"><f>A2&amp;""</f><v>1</v></c><c><v>3</v></c><c t="b"><v>1</v></c></row>',
    ecritures: [['A2', v(1), v('un')], ['C2', v(3), f('=A1')], ['D2', v(true), v(4)]],
    attendu: { A2: 'un', B2: ['=A2&""', '1'], C2: ['=A1', null], D2: 4 },
    xml: ['<c s="0" t="inlineStr"><is><t>un</t></is></c><c t="str">'],
  },
  {
    nom: 'lignes sans r, dont des vides : une ligne s’insère sans décaler les suivantes',
    donnees: '<row><c><v>1</v></c></row><row/><row><c/><c><v>3</v></c></row><row r="9"><c><v>9</v></c></row><row><c><v>10</v></c></row>',
    ecritures: [['A2', VIDE, v(2)], ['A3', VIDE, v(30)], ['B6', VIDE, v(6)], ['C10', VIDE, v(11)]],
    attendu: { A1: 1, A2: 2, A3: 30, B3: 3, B6: 6, A9: 9, A10: 10, C10: 11 },
  },
  {
    nom: 'lignes sans r nommées par leurs cellules : une ligne s’insère entre elles',
    donnees: '<row><c r="B7"><v>7</v></c></row><row><c r="B9"><v>9</v></c><c><v>99</v></c></row>',
    ecritures: [['A8', VIDE, v(8)], ['A9', VIDE, v(90)], ['A7', VIDE, v(70)]],
    attendu: { A7: 70, B7: 7, A8: 8, A9: 90, B9: 9, C9: 99 },
  },
  {
    nom: 'cellule vide et stylée, seule ou ouverte : la valeur entre dans le style, jamais une seconde cellule',
    donnees: '<row r="1"><c r="A1" s="1"/><c r="B1" s="1"></c><c r="C1" s="1" t="s"/><c r="D1" s="1"><v></v></c></row>',
    ecritures: [['A1', VIDE, v(1)], ['B1', VIDE, v(2)], ['C1', VIDE, v('c')], ['D1', VIDE, v(false)]],
    attendu: { A1: 1, B1: 2, C1: 'c', D1: false },
    xml: ['<c r="A1" s="1"><v>1</v></c><c r="B1" s="1"><v>2</v></c><c r="C1" s="1" t="inlineStr"><is><t>c</t></is></c><c r="D1" s="1" t="b"><v>0</v></c>'],
  },
  {
    nom: 'dimension fausse (trop petite, hors de la feuille) : étendue, jamais rétrécie',
    avant: '<dimension ref="C3"/>',
    donnees: '<row r="1"><c r="A1"><v>1</v></c></row><row r="30"><c r="Z30"><v>2</v></c></row>',
    ecritures: [['B20', VIDE, v(5)]],
    attendu: { A1: 1, B20: 5, Z30: 2 },
    xml: ['<dimension ref="B3:C20"/>'],
  },
  { nom: 'dimension vide ou absurde : laissée', avant: '<dimension ref=""/>', donnees: '<row r="1"/>', ecritures: [['B2', VIDE, v(5)]], attendu: { B2: 5 }, xml: ['<dimension ref=""/>'] },
  {
    nom: 'sheetData vide',
    ecritures: [['C3', VIDE, v('x')], ['A1', VIDE, f('=C3')]],
    attendu: { A1: ['=C3', null], C3: 'x' },
    xml: ['<sheetData><row r="1"><c r="A1"><f>C3</f></c></row><row r="3"><c r="C3" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'],
  },
  {
    nom: 'valeurs t="str", "e", "b", "d", "n", inlineStr : remplacées sans garder leur type, les voisines intactes',
    donnees: '<row r="1"><c r="A1" t="str"><v>x</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="d"><v>2019-12-31</v></c><c r="E1" t="n"><v>1e3</v></c><c r="F1" t="inlineStr"><is><r><t>ri</t></r><r><t>che</t></r></is></c><c r="G1" t="d"><v>2019-12-31</v></c><c r="H1" t="e"><v>#N/A</v></c></row>',
    ecritures: [['A1', v('x'), v(1)], ['B1', f('=1/0'), v(2)], ['C1', v(true), v('oui')], ['D1', v(43830), v(5)], ['E1', v(1000), f('=G1')], ['F1', v('riche'), v(true)]],
    attendu: { A1: 1, B1: 2, C1: 'oui', D1: 5, E1: ['=G1', null], F1: true, G1: 43830, H1: { erreur: '#N/A' } },
    xml: ['<c r="D1"><v>5</v></c>', '<c r="G1" t="d"><v>2019-12-31</v></c>'],
  },
  {
    nom: 'maître d’un groupe partagé sans r, membres implicites, plage annoncée fausse',
    donnees: '<row r="2"><c><v>1</v></c><c><f t="shared" ref="B2" si="0">A2*2</f><v>2</v></c></row><row><c><v>3</v></c><c><f t="shared" si="0"/><v>6</v></c></row><row><c><v>5</v></c><c s="0" t="n"><f t="shared" si="0"/><v>10</v></c></row>',
    ecritures: [['B2', f('=A2*2'), v(7)]],
    attendu: { A2: 1, B2: 7, A3: 3, B3: ['=A3*2', 6], A4: 5, B4: ['=A4*2', 10] },
  },
  {
    nom: 'deux groupes réemploient le même numéro : seul le premier maître compte, comme à la lecture',
    donnees: '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">C1</f></c><c r="B1"><f t="shared" ref="B1" si="0">D1*9</f></c></row><row r="2"><c r="A2"><f t="shared" si="0"/></c></row>',
    ecritures: [['A1', f('=C1'), v(1)]],
    attendu: { A1: 1, B1: ['=D1*9', null], A2: ['=C2', null] },
  },
  {
    nom: 'retours CRLF, tabulations, commentaires et instructions entre les balises',
    donnees: '\r\n\t<row r="1">\r\n\t\t<!-- <c r="Z9"/> --><c\r\n r="A1"\r\n\ts="0" >\r\n<v>1</v>\r\n</c><?pi <c?>\r\n<c r="B1"><v>2</v></c></row>\r\n',
    ecritures: [['A1', v(1), v(10)], ['C1', VIDE, v(3)]],
    attendu: { A1: 10, B1: 2, C1: 3 },
    xml: ['<!-- <c r="Z9"/> -->', '<?pi <c?>'],
  },
  {
    nom: 'adresses en minuscules, attributs entre apostrophes contenant un chevron',
    donnees: "<row r='1' x='a&gt;b'><c r='a1' ph='1 > 0'><v>1</v></c><c r='c1'><v>3</v></c></row>",
    ecritures: [['A1', v(1), v(9)], ['B1', VIDE, v(2)]],
    attendu: { A1: 9, B1: 2, C1: 3 },
    xml: ["ph='1 > 0'"],
  },
];

test.each(CAS)('$nom', ({ ecritures, attendu, xml = [], ...brute }) => {
  const sortie = octetsDe(retoucher(classeurBrut(brute), { ecritures: ecritures.map(([adresse, avant, apres]) => ecriture(adresse, avant, apres)) }));
  expect(contenus(premiere(lireClasseur(sortie, { nom: null })), ...Object.keys(attendu))).toEqual(attendu);
  const { texte } = lireTextePartie(ouvrirArchive(sortie), FEUILLE);
  for (const fragment of xml) expect(texte).toContain(fragment);
});

test.each<readonly [string, string]>([
  ['deux fois la même ligne', '<row r="2"><c r="A2"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>'],
  ['deux fois la même cellule', '<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>2</v></c></row>'],
  ['cellules en désordre', '<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c></row>'],
  ['lignes en désordre', '<row r="3"><c r="A3"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>'],
])('%s : on n’y écrit pas au jugé', (_nom, donnees) => {
  const octets = classeurBrut({ donnees });
  const valeur = cellule(premiere(lireClasseur(octets, { nom: null })), 'A2')!.valeur as number;
  expect(refusDe(() => retoucher(octets, { ecritures: [ecriture('A2', v(valeur), v(9))] })).motif).toBe('illisible');
});

/** Une feuille au hasard : lignes et cellules avec ou sans r, vides stylées, types mêlés, groupe partagé. */
const feuilleTordue: fc.Arbitrary<string> = fc.array(
  fc.record({
    saut: fc.integer({ min: 0, max: 2 }),
    r: fc.boolean(),
    cellules: fc.array(fc.record({ saut: fc.integer({ min: 0, max: 2 }), r: fc.boolean(), forme: fc.constantFrom('<v>1</v>', '', 'b', 'str', 'e', 'd', 'is', 'f', 'partagee') }), { maxLength: 5 }),
  }),
  { maxLength: 6 },
).map((lignes) => {
  let numero = 0;
  let maitre = false;
  return lignes.map((ligne) => {
    numero += 1 + (ligne.r ? ligne.saut : 0);
    let colonne = 0;
    const cellules = ligne.cellules.map((c) => {
      colonne += 1 + (c.r ? c.saut : 0);
      const r = c.r ? ` r="${formatA1(numero, colonne)}"` : '';
      const partagee = maitre ? '<f t="shared" si="0"/><v>4</v>' : '<f t="shared" ref="A1:Z9" si="0">$A$1+A1</f><v>4</v>';
      maitre ||= c.forme === 'partagee';
      const formes: Readonly<Record<string, string>> = {
        '': `<c${r} s="1"/>`, b: `<c${r} t="b"><v>1</v></c>`, str: `<c${r} t="str"><v>x</v></c>`, e: `<c${r} t="e"><f>1/0</f><v>#DIV/0!</v></c>`,
        d: `<c${r} t="d"><v>2019-12-31</v></c>`, is: `<c${r} t="inlineStr"><is><t>é</t></is></c>`, f: `<c${r}><f>A1*2</f><v>2</v></c>`, partagee: `<c${r}>${partagee}</c>`,
      };
      return formes[c.forme] ?? `<c${r}>${c.forme}</c>`;
    });
    return `<row${ligne.r ? ` r="${numero}"` : ''}>${cellules.join('')}</row>`;
  }).join('');
});

test('des feuilles tordues tirées au hasard : chaque cellule écrite se relit, aucune autre ne change', () => {
  fc.assert(fc.property(feuilleTordue, retouches(8), (donnees, tirees) => {
    const octets = classeurBrut({ donnees });
    const origine = lireClasseur(octets, { nom: null });
    verifierRetouche(octets, origine, premiere(origine), tirees);
  }), { numRuns: RUNS });
});

const MARQUE = '\uFEFF';

test('une marque UTF-8 en tête de chaque partie : toutes la gardent, une feuille s’ajoute', () => {
  const octets = classeurBrut({
    donnees: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
    chaines: '<si><t>é</t></si>',
    retoucher(parties) {
      for (const [chemin, contenu] of Object.entries(parties)) if (typeof contenu === 'string') parties[chemin] = MARQUE + contenu;
    },
  });
  const neuve = identiteNouvelle('Sources');
  const sortie = octetsDe(retoucher(octets, { ecritures: [ecriture('A1', v('é'), v('à')), ecriture('A1', VIDE, v('x'), neuve)], nouvellesFeuilles: ['Sources'] }));
  const relu = lireClasseur(sortie, { nom: null });
  expect(relu.feuilles.map((feuille) => [feuille.nom, cellule(feuille, 'A1')?.valeur])).toEqual([['F', 'à'], ['Sources', 'x']]);
  const archive = ouvrirArchive(sortie);
  const marquees = ouvrirArchive(octets).entrees.map(({ chemin }) => lireTextePartie(archive, chemin).marque);
  expect(marquees.every(Boolean)).toBe(true);
});

describe('noms de feuilles difficiles', () => {
  const nom = "L'an <1> & \"l’été\"";
  test('une feuille existante, visée et citée dans une formule', () => {
    const octets = fabriquerClasseur([{ nom, cellules: { A1: 1, B1: { formule: "='L''an <1> & \"l’été\"'!A1+1", valeur: 2 } } }, { nom: 'Autre', cellules: { A1: 3 } }]);
    const [id, autre] = lireClasseur(octets, { nom: null }).feuilles.map((feuille) => feuille.id) as [string, string];
    const formule = `='L''an <1> & "l’été"'!A1*2`;
    const sortie = octetsDe(retoucher(octets, { ecritures: [ecriture('A1', v(1), v(5), id), ecriture('A1', v(3), f(formule), autre)] }));
    const relu = lireClasseur(sortie, { nom: null });
    expect(relu.feuilles.map((feuille) => feuille.nom)).toEqual([nom, 'Autre']);
    expect(cellule(relu.feuilles[1]!, 'A1')?.formule).toBe(formule);
    expect(cellule(relu.feuilles[0]!, 'B1')?.formule).toBe("='L''an <1> & \"l’été\"'!A1+1");
  });

  test('une feuille ajoutée', () => {
    const octets = fabriquerClasseur([{ nom: 'F', cellules: { A1: 1 } }]);
    const ajoutee = "Sources d'été & <fin>";
    const sortie = octetsDe(retoucher(octets, { ecritures: [ecriture('A1', VIDE, v(2), identiteNouvelle(ajoutee))], nouvellesFeuilles: [ajoutee] }));
    expect(lireClasseur(sortie, { nom: null }).feuilles.map((feuille) => feuille.nom)).toEqual(['F', ajoutee]);
  });
});

describe('chaîne de calcul', () => {
  const avec = (retouche: (parties: Parties) => void) =>
    classeurBrut({
      donnees: '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>',
      retoucher(parties) {
        parties['xl/calcChain.xml'] = '<calcChain xmlns="x"><c r="Z99" i="7"/></calcChain>';
        parties['[Content_Types].xml'] = String(parties['[Content_Types].xml']).replace('</Types>', '<Override PartName="/xl/CalcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>');
        parties['xl/_rels/workbook.xml.rels'] = relations([['worksheet', 'worksheets/sheet1.xml'], ['calcChain', '/xl/calcChain.xml'], ['styles', 'styles.xml'], ['sharedStrings', 'sharedStrings.xml']]);
        retouche(parties);
      },
    });
  const plan = { ecritures: [ecriture('A1', f('=1+1'), v(2))] };

  test('obsolète, visée en absolu, déclarée sous une autre casse : elle part avec tout ce qui la nomme', () => {
    const archive = ouvrirArchive(octetsDe(retoucher(avec(() => undefined), plan)));
    expect(archive.entrees.map(({ chemin }) => chemin).filter((chemin) => /calc/i.test(chemin))).toEqual([]);
    for (const chemin of ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels']) expect(lireTextePartie(archive, chemin).texte).not.toMatch(/calcchain/i);
  });

  test('déclarée mais absente du paquet : la retouche se fait, le classeur se relit', () => {
    const octets = avec((parties) => { delete parties['xl/calcChain.xml']; });
    expect(cellule(premiere(lireClasseur(octetsDe(retoucher(octets, plan)), { nom: null })), 'A1')).toMatchObject({ valeur: 2, formule: null });
  });
});

describe('formes d’archives', () => {
  const parties = (): { chemin: string; octets: Uint8Array }[] => {
    const archive = ouvrirArchive(classeurBrut({ donnees: '<row r="1"><c r="A1"><v>1</v></c></row>' }));
    return archive.entrees.map(({ chemin }) => ({ chemin, octets: strToU8(lireTextePartie(archive, chemin).texte) }));
  };
  const plan = { ecritures: [ecriture('A1', v(1), v(2))] };

  test('fin ZIP64 superflue (comptes ordinaires dans la fin) : lue, et laissée de côté à l’écriture', () => {
    const octets = zipBrut(parties());
    const { debutFin } = ouvrirArchive(octets);
    const fin64 = new Uint8Array(56 + 20);
    const vue = new DataView(fin64.buffer);
    vue.setUint32(0, 0x06064b50, true);
    vue.setUint32(4, 44, true);
    vue.setUint32(56, 0x07064b50, true);
    const avec = new Uint8Array([...octets.subarray(0, debutFin), ...fin64, ...octets.subarray(debutFin)]);
    const sortie = octetsDe(retoucher(avec, plan));
    expect(cellule(premiere(lireClasseur(sortie, { nom: null })), 'A1')?.valeur).toBe(2);
    expect(Buffer.from(sortie).includes(Buffer.from([0x50, 0x4b, 0x06, 0x07]))).toBe(false);
  });

  test('vrai ZIP64 : refusé en clair, à la lecture comme à l’écriture', () => {
    const octets = zipBrut(parties());
    new DataView(octets.buffer).setUint32(ouvrirArchive(octets).debutFin + 16, 0xffffffff, true);
    for (const faire of [() => lireClasseur(octets, { nom: null }), () => retoucher(octets, plan)]) expect(refusDe(faire)).toMatchObject({ motif: 'format', message: expect.stringContaining('ZIP64') });
  });

  test('écrite en flux (descripteurs), deux retouches de suite : le classeur se relit', () => {
    const octets = zipBrut(parties().map((entree) => ({ ...entree, descripteur: true })), 'x');
    const sortie = octetsDe(retoucher(octetsDe(retoucher(octets, plan)), { ecritures: [ecriture('A1', v(2), v(3))] }));
    expect(cellule(premiere(lireClasseur(sortie, { nom: null })), 'A1')?.valeur).toBe(3);
  });
});
