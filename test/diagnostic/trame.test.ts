/** La trame dans toutes ses formes : titres, sans titres, en colonnes, dans un classeur ; et ses refus. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8 } from 'fflate';
import { ErreurTrame } from '../../src/diagnostic/erreur';
import { montrerCase } from '../../src/diagnostic/grille-trame';
import { lireTrame, type ContenuTrame, type OptionsTrame, type Trame } from '../../src/diagnostic/trame';
import { lireClasseur } from '../../src/hote/fichier/lire';
import { fabriquerClasseur, type FeuilleFabriquee } from '../classeurs/fabrique';

const OPTIONS: OptionsTrame = { nom: 'trame.csv', departement: '87', annee: 2019 };
const lire = (contenu: ContenuTrame, options: Partial<OptionsTrame> = {}) => lireTrame(contenu, { ...OPTIONS, ...options });
const texte = (contenu: string) => lire({ texte: contenu });
const classeur = (...feuilles: FeuilleFabriquee[]) => lire({ instantane: lireClasseur(fabriquerClasseur(feuilles), { nom: 'trame.xlsx' }) });

/** « libellé = valeur (source, millésime) », lignes vides comprises. */
const resumer = ({ lignes }: Trame) => lignes.map(({ libelle, valeur, source, millesime }) => `${libelle} = ${montrerCase(valeur)}${source || millesime ? ` (${source}, ${millesime})` : ''}`);

const EN_TITRES = "Objectif;Indicateur;Valeur 2019;Source;Millésime\n6;Nombre d'IP entrantes;1 124;CRIP;2019\n6;Nombre d'IP évaluées;;;\n18;Nombre de places en villages d'enfants;ND;CD;\n";
const LUE = ["Nombre d'IP entrantes = 1\u202f124 (CRIP, 2019)", "Nombre d'IP évaluées = ", "Nombre de places en villages d'enfants = ND (CD, )"];

test.each<readonly [string, ContenuTrame]>([
  ['point-virgule', { texte: EN_TITRES }],
  ['virgule', { texte: EN_TITRES.replaceAll(';', ',') }],
  ['tabulations', { texte: EN_TITRES.replaceAll(';', '\t') }],
  ['UTF-8 avec BOM', { octets: Uint8Array.from([0xef, 0xbb, 0xbf, ...strToU8(EN_TITRES)]) }],
  ['Windows-1252', { octets: Uint8Array.from(EN_TITRES, (lettre) => lettre.charCodeAt(0)) }],
  ['fins de ligne Windows', { texte: EN_TITRES.replaceAll('\n', '\r\n') }],
  ['lignes de présentation au-dessus', { texte: `Trame de diagnostic 2019\n\n${EN_TITRES}` }],
  ['titres en capitales, autrement nommés', { texte: EN_TITRES.replace('Objectif;Indicateur;Valeur 2019;Source;Millésime', 'N° OBJECTIF;LIBELLÉ DE L’INDICATEUR;DIAGNOSTIC;SOURCE DE LA DONNÉE;ANNÉE') }],
  ['classeur', { instantane: lireClasseur(fabriquerClasseur([{ nom: 'T', lignes: EN_TITRES.trim().split('\n').map((ligne) => ligne.split(';').map((champ) => (champ === '1 124' ? 1124 : champ || null))) }]), { nom: null }) }],
])('une ligne par indicateur, %s', (_, contenu) => {
  const trame = lire(contenu);
  expect(trame).toMatchObject({ forme: 'lignes', departement: null });
  expect(resumer(trame)).toEqual(LUE);
});

test('les lignes se nomment comme dans le fichier', () => {
  expect(texte(`titre\n\n${EN_TITRES}`).lignes.map(({ place, rang }) => [place, rang])).toEqual([['ligne 4', 0], ['ligne 5', 1], ['ligne 6', 2]]);
});

test('parmi plusieurs années, celle du diagnostic', () => {
  const trame = texte("Indicateur;2018;2019;2020\nNombre d'IP entrantes;10;11;12\n");
  expect(resumer(trame)).toEqual(["Nombre d'IP entrantes = 11"]);
  expect(resumer(lire({ texte: "Indicateur;2018;2019;2020\nNombre d'IP entrantes;10;11;12\n" }, { annee: 2020 }))).toEqual(["Nombre d'IP entrantes = 12"]);
  expect(() => lire({ texte: "Indicateur;2017;2018\nNombre d'IP entrantes;10;11\n" })).toThrow(/Plusieurs colonnes de la trame peuvent porter les valeurs 2019 \(« 2017 », « 2018 », ligne 1\)/);
});

test('les cibles et les niveaux d’atteinte ne sont jamais un diagnostic', () => {
  expect(resumer(texte("Indicateur;Niveau cible 2020;Niveau d'atteinte 2020;Niveau des indicateurs en 2019 (diagnostic)\nNombre d'IP entrantes;1;2;3\n"))).toEqual(["Nombre d'IP entrantes = 3"]);
  expect(resumer(texte("Indicateur;Niveau cible;Niveau d'atteinte;Diagnostic\nNombre d'IP entrantes;1;2;3\n"))).toEqual(["Nombre d'IP entrantes = 3"]);
});

test('collée sans titres : libellé puis valeur, et source si elle suit', () => {
  expect(resumer(texte("Nombre d'IP entrantes\t1 124\nNombre de familles bénéficiaires\t83\n"))).toEqual(["Nombre d'IP entrantes = 1\u202f124", 'Nombre de familles bénéficiaires = 83']);
  expect(resumer(texte("1\tNombre d'IP entrantes\t1 124\tCRIP\t2019\n2\tNombre de familles bénéficiaires\t83\tTISF\t2018\n"))).toEqual(["Nombre d'IP entrantes = 1\u202f124 (CRIP, 2019)", 'Nombre de familles bénéficiaires = 83 (TISF, 2018)']);
  expect(resumer(texte("Nombre d'IP entrantes\t1 124"))).toEqual(["Nombre d'IP entrantes = 1\u202f124"]);
});

describe('une ligne par département, une colonne par indicateur', () => {
  const COLONNES = "Code;Département;Nombre d'IP entrantes;Nombre de familles bénéficiaires;Nombre d'enfants de 0 à 6 ans (source INSEE)\n57;Moselle;900;12;90 000\n87;Haute-Vienne;1 124;ND;25 100\nTotal;;2 024;12;115 100\n";

  test('la ligne du département', () => {
    const trame = texte(COLONNES);
    expect(trame).toMatchObject({ forme: 'colonnes', departement: '87' });
    expect(resumer(trame)).toEqual(["Nombre d'IP entrantes = 1\u202f124", 'Nombre de familles bénéficiaires = ND', "Nombre d'enfants de 0 à 6 ans (source INSEE) = 25\u202f100"]);
    expect(trame.lignes.map(({ place }) => place)).toEqual(['ligne 3, colonne C', 'ligne 3, colonne D', 'ligne 3, colonne E']);
  });

  test('nommé seul, ou par son code seul', () => {
    expect(resumer(texte("Territoire;Nombre d'IP entrantes\nHaute-Vienne;5\nCreuse;6\n"))).toEqual(["Nombre d'IP entrantes = 5"]);
    expect(resumer(texte("Code département;Nombre d'IP entrantes;Nombre d'IP évaluées\n23;1;2\n87;3;4\n"))).toEqual(["Nombre d'IP entrantes = 3", "Nombre d'IP évaluées = 4"]);
  });

  test('lignes « Source » et « Millésime »', () => {
    expect(resumer(texte("Département;Nombre d'IP entrantes;Nombre d'IP évaluées\nSource;CRIP;ASE\nMillésime;2019;2018\nHaute-Vienne;3;4\n"))).toEqual(["Nombre d'IP entrantes = 3 (CRIP, 2019)", "Nombre d'IP évaluées = 4 (ASE, 2018)"]);
  });

  test('sans département, une seule ligne de valeurs', () => {
    const titres = "Nombre d'IP entrantes;Nombre d'IP évaluées;Nombre de familles bénéficiaires\n";
    expect(resumer(texte(`${titres}3;4;5\n`))).toHaveLength(3);
    expect(() => texte(`${titres}3;4;5\n6;7;8\n`)).toThrow(/2 lignes de valeurs et aucune colonne « Département »/);
  });

  test('classeur, avec des codes devenus des nombres', () => {
    const trame = lire({ instantane: lireClasseur(fabriquerClasseur([{ nom: 'Lisez-moi', lignes: [['Trame 2019']] }, { nom: 'Données', lignes: [['Département', "Nombre d'IP entrantes"], [1, 10], [2, 20]] }]), { nom: null }) }, { departement: '02' });
    expect(resumer(trame)).toEqual(["Nombre d'IP entrantes = 20"]);
  });
});

describe('un classeur', () => {
  test('formules recalculées, pourcentages gardés comme tels', () => {
    expect(resumer(classeur({ nom: 'T', lignes: [['Indicateur', 'Valeur'], ["Nombre d'IP entrantes", { formule: '=10+B3' }], ["Nombre d'IP évaluées", 5]] }))).toEqual(["Nombre d'IP entrantes = 15", "Nombre d'IP évaluées = 5"]);
  });

  test('une feuille masquée n’est pas une trame', () => {
    expect(() => classeur({ nom: 'T', visibilite: 'masquee', lignes: [['Indicateur', 'Valeur'], ["Nombre d'IP entrantes", 5]] }, { nom: 'Autre', lignes: [['a']] })).toThrow(ErreurTrame);
  });

  test('un tableau de bord déjà rempli est une trame : sa colonne 2019, objectifs fusionnés compris', () => {
    const octets = new Uint8Array(readFileSync(join(__dirname, '../../exemples/87-haute-vienne-conforme.xlsx')));
    const trame = lire({ instantane: lireClasseur(octets, { nom: '87.xlsx' }) });
    const enfants = trame.lignes.filter(({ libelle }) => libelle.startsWith("Nombre d'enfants de 0 à 6 ans"));
    expect(enfants.map(({ objectif, valeur }) => [objectif.slice(0, 45), valeur.texte])).toEqual([["Permettre qu'à horizon 2022, au niveau nation", '25100'], ["Permettre qu'à horizon 2022, au niveau nation", '25100']]);
    expect(new Set(enfants.map(({ objectif }) => objectif)).size).toBe(2);
    expect(trame.lignes.find(({ libelle }) => libelle.startsWith('- AEMO'))?.objectif).toBe('');
    expect(trame.lignes.map(({ libelle }) => libelle)).not.toContain('Indicateur');
  });
});

describe('départements', () => {
  const DEUX = "Département;Indicateur;Valeur\n87;Nombre d'IP entrantes;1\n57;Nombre d'IP entrantes;2\n;Nombre d'IP évaluées;3\nFrance entière;Nombre d'IP entrantes;99\n";

  test('une ligne par indicateur et par département : celles du département, et celles qui n’en disent pas', () => {
    expect(resumer(lire({ texte: DEUX }, { departement: '57' }))).toEqual(["Nombre d'IP entrantes = 2", "Nombre d'IP évaluées = 3"]);
  });

  test.each<readonly [string, string | null, RegExp]>([
    ['le classeur ne dit pas le sien', null, /plusieurs départements \(Haute-Vienne \(87\), Moselle \(57\)\) et le classeur ne dit pas le sien/],
    ['ce n’est pas la bonne trame', '23', /aucune valeur pour Creuse \(23\), le département du classeur ; elle porte Haute-Vienne \(87\), Moselle \(57\)/],
  ])('%s', (_, departement, motif) => {
    expect(() => lire({ texte: DEUX }, { departement })).toThrow(motif);
  });

  test('un seul département, que le classeur ne dit pas : le sien', () => {
    expect(lire({ texte: "Département;Indicateur;Valeur\nMoselle;Nombre d'IP entrantes;2\n" }, { departement: null })).toMatchObject({ departement: '57' });
  });
});

test.each<readonly [string, ContenuTrame, RegExp]>([
  ['vide', { texte: '' }, /^Cette trame est vide\.$/],
  ['vide, en octets', { octets: new Uint8Array() }, /^Cette trame est vide\.$/],
  ['sans indicateur', { texte: 'Nom;Salaire\nDupont;1 200\n' }, /Aucun indicateur n’a été reconnu/],
  ['titres sans indicateur reconnu dessous', { texte: 'Indicateur;Valeur\nNombre de machins;3\n' }, /Aucun indicateur n’a été reconnu/],
  ['ancien classeur .xls', { octets: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]) }, /ancien classeur \.xls.*enregistrez-le en \.xlsx/],
  ['archive', { octets: Uint8Array.from([0x50, 0x4b, 3, 4]) }, /n’est pas un texte/],
  ['binaire', { octets: Uint8Array.from([0x61, 0, 0x62]) }, /n’est pas un texte/],
])('refus : %s', (_, contenu, motif) => {
  expect(() => lire(contenu)).toThrow(motif);
  expect(() => lire(contenu)).toThrow(ErreurTrame);
});
