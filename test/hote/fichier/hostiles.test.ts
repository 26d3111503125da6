/**
 * Entrées hostiles ou déposées par mégarde. Chaque message est écrit en entier : c'est ce que lit
 * l'agent, il doit y trouver la cause et la suite à donner.
 */
import { Deflate, strToU8 } from 'fflate';
import type { MotifErreurHote } from '../../../src/hote/port';
import { lireClasseur } from '../../../src/hote/fichier/lire';
import { fabriquerClasseur, zipper } from '../../classeurs/fabrique';
import { FEUILLE, type FeuilleBrute, classeurBrut, refusDe } from './aide';
import { type EntreeBrute, changerFiche, zipBrut } from './zip-brut';

const BON = fabriquerClasseur([{ nom: 'F', lignes: [['a', 1]] }]);
const REENREGISTRER = 'Ouvrez le classeur d’origine dans votre tableur et enregistrez-le au format .xlsx (Fichier, Enregistrer sous, Classeur Excel).';
const REPARER = 'Rouvrez-le dans votre tableur, laissez-le réparer le fichier au besoin, puis enregistrez-le au format .xlsx.';
const ALLEGER = "Enregistrez dans un nouveau classeur les seules feuilles du contrat (tableau de bord et plan d’action), puis recommencez.";

const latin1 = (texte: string): Uint8Array => Uint8Array.from(texte, (lettre) => lettre.charCodeAt(0));
const ole = (flux: string): Uint8Array => latin1(`\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1${'\u0000'.repeat(600)}${[...flux].join('\u0000')}\u0000`);
const avecPartie = (chemin: string, contenu = '<x/>'): Uint8Array => zipper({ '[Content_Types].xml': '<Types/>', [chemin]: contenu });

interface Cas {
  readonly nom: string;
  readonly octets: Uint8Array;
  readonly fichier?: string;
  readonly motif: MotifErreurHote;
  readonly message: string;
}

const AUTRES_FICHIERS: readonly Cas[] = [
  { nom: 'fichier vide', octets: new Uint8Array(0), motif: 'vide', message: "Ce fichier est vide (0 octet) : la copie ou le téléchargement n’a sans doute pas abouti. Reprenez le fichier d’origine." },
  { nom: 'classeur chiffré', octets: ole('EncryptedPackage'), motif: 'chiffre', message: "Ce classeur est protégé par un mot de passe d’ouverture : l’outil ne peut pas le lire. Ouvrez-le dans votre tableur et enregistrez-le en .xlsx sans mot de passe." },
  { nom: '.xls de 1997-2003', octets: ole('Workbook'), motif: 'format', message: "Ce fichier est un classeur Excel 97-2003 (.xls), ou un fichier protégé par un mot de passe : l’outil ne lit pas ces formats. Ouvrez-le dans votre tableur et enregistrez-le en .xlsx sans mot de passe." },
  { nom: '.doc de 1997-2003', octets: ole('WordDocument'), motif: 'format', message: `Ce fichier n’est pas un classeur .xlsx : c’est un document Word 97-2003 (.doc). ${REENREGISTRER}` },
  { nom: 'CSV renommé', octets: strToU8('Département;Valeur\n87;12,5\n'), motif: 'format', message: `Ce fichier n’est pas un classeur .xlsx : c’est un fichier texte (CSV). ${REENREGISTRER}` },
  { nom: 'CSV en UTF-16 (Texte Unicode)', octets: new Uint8Array([0xff, 0xfe, ...Buffer.from('a\tb\n1\t2', 'utf16le')]), motif: 'format', message: `Ce fichier n’est pas un classeur .xlsx : c’est un fichier texte (CSV). ${REENREGISTRER}` },
  { nom: 'texte sans séparateur', octets: strToU8('Bonjour'), motif: 'format', message: `Ce fichier n’est pas un classeur .xlsx : c’est un fichier texte. ${REENREGISTRER}` },
  { nom: 'texte sans séparateur nommé .csv', octets: strToU8('Bonjour'), fichier: 'liste.CSV', motif: 'format', message: `Ce fichier n’est pas un classeur .xlsx : c’est un fichier texte (CSV). ${REENREGISTRER}` },
  { nom: 'page web', octets: strToU8('\uFEFF\n<!DOCTYPE html><html></html>'), motif: 'format', message: `Ce fichier n’est pas un classeur .xlsx : c’est une page web enregistrée sous un nom de classeur. ${REENREGISTRER}` },
  { nom: 'classeur XML 2003', octets: strToU8('<?xml version="1.0"?><Workbook/>'), motif: 'format', message: `Ce fichier n’est pas un classeur .xlsx : c’est un fichier XML. ${REENREGISTRER}` },
  { nom: 'PDF', octets: latin1('%PDF-1.7\n'), motif: 'format', message: `Ce fichier n’est pas un classeur .xlsx : c’est un document PDF. ${REENREGISTRER}` },
  { nom: 'octets quelconques', octets: new Uint8Array([1, 2, 3, 4, 0, 5]), motif: 'format', message: `Ce fichier n’est pas un classeur .xlsx, ou il est endommagé dès son début. ${REENREGISTRER}` },
  { nom: '.ods', octets: zipper({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }), motif: 'format', message: `Ce fichier est un classeur OpenDocument (.ods) : l’outil ne lit que le format .xlsx. ${REENREGISTRER}` },
  { nom: '.odt', octets: zipper({ mimetype: 'application/vnd.oasis.opendocument.text' }), motif: 'format', message: `Ce fichier n’est pas un classeur .xlsx : c’est un document OpenDocument. ${REENREGISTRER}` },
  { nom: '.xlsb', octets: avecPartie('xl/workbook.bin'), motif: 'format', message: `Ce fichier est un classeur binaire Excel (.xlsb) : l’outil ne lit que le format .xlsx. ${REENREGISTRER}` },
  { nom: '.docx', octets: avecPartie('word/document.xml'), motif: 'format', message: `Ce fichier n’est pas un classeur .xlsx : c’est un document Word (.docx). ${REENREGISTRER}` },
  { nom: '.pptx', octets: avecPartie('ppt/presentation.xml'), motif: 'format', message: `Ce fichier n’est pas un classeur .xlsx : c’est une présentation PowerPoint (.pptx). ${REENREGISTRER}` },
  { nom: 'archive ZIP', octets: zipper({ 'dossier/classeur.xlsx': 'x' }), motif: 'format', message: `Ce fichier n’est pas un classeur .xlsx : c’est une archive ZIP. Si elle contient le classeur, extrayez-le d’abord. ${REENREGISTRER}` },
];

const ARCHIVES: readonly Cas[] = [
  { nom: 'zip tronqué au milieu', octets: BON.subarray(0, BON.length >> 1), motif: 'illisible', message: "Ce classeur est incomplet : la fin du fichier manque, la copie ou le téléchargement s’est sans doute interrompu. Reprenez le fichier d’origine (nouvelle copie, nouveau téléchargement ou nouvel envoi)." },
  { nom: 'deux octets', octets: BON.subarray(0, 2), motif: 'illisible', message: "Ce classeur est incomplet : la fin du fichier manque, la copie ou le téléchargement s’est sans doute interrompu. Reprenez le fichier d’origine (nouvelle copie, nouveau téléchargement ou nouvel envoi)." },
  { nom: 'début rogné', octets: new Uint8Array([...BON.subarray(0, 4), ...BON.subarray(400)]), motif: 'illisible', message: `Ce classeur est endommagé : la liste de ses parties est illisible. ${REPARER}` },
  { nom: 'entrée chiffrée', octets: changerFiche(BON, FEUILLE, { drapeaux: 1 }), motif: 'chiffre', message: "Ce classeur est protégé par un mot de passe d’archive : l’outil ne peut pas le lire. Enregistrez-le en .xlsx sans mot de passe, puis recommencez." },
  { nom: 'méthode de compression inconnue', octets: changerFiche(BON, FEUILLE, { methode: 12 }), motif: 'format', message: `Ce classeur ne peut pas être lu : il est compressé par une méthode inhabituelle. ${REPARER}` },
  { nom: 'ZIP64', octets: changerFiche(BON, FEUILLE, { taille: 0xffffffff }), motif: 'format', message: `Ce classeur ne peut pas être lu : il utilise la forme « ZIP64 », réservée aux très gros fichiers. ${REPARER}` },
  { nom: 'contenu altéré', octets: changerFiche(BON, FEUILLE, { crc: 1 }), motif: 'illisible', message: `Ce classeur est endommagé : le contenu de la partie « ${FEUILLE} » a été altéré. ${REPARER}` },
  { nom: 'taille annoncée fausse', octets: changerFiche(BON, FEUILLE, { taille: 3 }), motif: 'illisible', message: `Ce classeur est endommagé : le contenu de la partie « ${FEUILLE} » a été altéré. ${REPARER}` },
  { nom: 'en-tête local absent', octets: changerFiche(BON, FEUILLE, { decalage: 10 }), motif: 'illisible', message: `Ce classeur est endommagé : la partie « ${FEUILLE} » est introuvable. ${REPARER}` },
  { nom: 'partie plus longue que l’archive', octets: changerFiche(BON, FEUILLE, { tailleCompressee: 0x7fffffff }), motif: 'illisible', message: `Ce classeur est endommagé : la partie « ${FEUILLE} » est incomplète. ${REPARER}` },
  { nom: 'chemin qui sort de l’archive', octets: zipBrut([{ chemin: 'xl/../../etc/passwd', octets: strToU8('x') }]), motif: 'format', message: "Ce fichier n’est pas un classeur sûr : il contient une partie au chemin interdit (« xl/../../etc/passwd »). Ne l’ouvrez pas ; demandez un nouvel envoi à votre correspondant." },
  { nom: 'chemin absolu', octets: zipBrut([{ chemin: 'C:\\Windows\\x.xml', octets: strToU8('x') }]), motif: 'format', message: "Ce fichier n’est pas un classeur sûr : il contient une partie au chemin interdit (« C:\\Windows\\x.xml »). Ne l’ouvrez pas ; demandez un nouvel envoi à votre correspondant." },
  { nom: 'partie en double', octets: zipBrut([{ chemin: 'a.xml', octets: strToU8('x') }, { chemin: 'A.xml', octets: strToU8('y') }]), motif: 'illisible', message: `Ce classeur est endommagé : la partie « A.xml » y figure deux fois. ${REPARER}` },
];

test.each([...AUTRES_FICHIERS, ...ARCHIVES])('$nom', ({ octets, fichier, motif, message }) => {
  const refus = refusDe(() => lireClasseur(octets, { nom: fichier ?? null }));
  expect([refus.motif, refus.message]).toEqual([motif, message]);
});

const CONTENUS: readonly (FeuilleBrute & { readonly nom: string; readonly detail: string })[] = [
  { nom: 'XML mal formé', donnees: '<row r="1"><c></row>', detail: `la partie « ${FEUILLE} » est mal formée` },
  { nom: 'DOCTYPE', retoucher: (p) => (p['xl/styles.xml'] = '<!DOCTYPE a [<!ENTITY b "c">]><styleSheet/>'), detail: 'la partie « xl/styles.xml » contient une déclaration DOCTYPE, interdite dans un classeur' },
  { nom: 'DOCTYPE dans les chaînes', donnees: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>', retoucher: (p) => (p['xl/sharedStrings.xml'] = '<!DOCTYPE sst><sst><si><t>a</t></si></sst>'), detail: 'la partie « xl/sharedStrings.xml » contient une déclaration DOCTYPE, interdite dans un classeur' },
  { nom: 'entité inconnue', donnees: '<row r="1"><c r="A1" t="str"><v>&xxe;</v></c></row>', detail: `la partie « ${FEUILLE} » est mal formée` },
  { nom: 'éléments imbriqués à l’excès', apres: '<a>'.repeat(300) + '</a>'.repeat(300), detail: `la partie « ${FEUILLE} » est imbriquée à l’excès` },
  { nom: 'texte démesuré', donnees: `<row r="1"><c r="A1"><v>${'1'.repeat(12e6)}</v></c></row>`, detail: `la partie « ${FEUILLE} » contient un texte démesuré` },
  { nom: 'chaîne partagée démesurée', donnees: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>', chaines: `<si><t>${'1'.repeat(30e6)}</t></si>`, detail: 'la partie « xl/sharedStrings.xml » contient un texte démesuré' },
  { nom: 'colonne impossible', donnees: '<row r="1"><c r="XFE1"><v>1</v></c></row>', detail: 'une cellule y porte une adresse impossible' },
  { nom: 'ligne impossible', donnees: '<row r="1048577"><c><v>1</v></c></row>', detail: 'une cellule y porte une adresse impossible' },
  { nom: 'plus de lignes qu’une feuille n’en a', donnees: '<row/>'.repeat(1_048_577), detail: 'une cellule y porte une adresse impossible' },
  { nom: 'chaîne partagée absente', donnees: '<row r="1"><c r="A1" t="s"><v>7</v></c></row>', chaines: '<si><t>a</t></si>', detail: 'une cellule renvoie à un texte absent de la table des textes' },
  { nom: 'rang de chaîne illisible', donnees: '<row r="1"><c r="A1" t="s"><v>x</v></c></row>', chaines: '<si><t>a</t></si>', detail: 'une cellule renvoie à un texte absent de la table des textes' },
  { nom: 'table des textes absente', donnees: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>', retoucher: (p) => delete p['xl/sharedStrings.xml'], detail: 'la table des textes manque' },
  { nom: 'feuille absente', retoucher: (p) => delete p[FEUILLE], detail: 'le contenu de la feuille « F » manque' },
  { nom: 'partie principale absente', retoucher: (p) => delete p['xl/workbook.xml'], detail: 'sa partie principale (« xl/workbook.xml ») manque' },
  { nom: 'partie principale vide', retoucher: (p) => (p['xl/workbook.xml'] = ''), detail: 'la partie « xl/workbook.xml » est mal formée' },
];

test.each(CONTENUS)('contenu : $nom', ({ detail, ...brute }) => {
  const refus = refusDe(() => lireClasseur(classeurBrut(brute), { nom: null }));
  expect([refus.motif, refus.message]).toEqual(['illisible', `Ce classeur est endommagé : ${detail}. ${REPARER}`]);
});

test('deux feuilles sur la même partie', () => {
  const octets = fabriquerClasseur([{ nom: 'A' }, { nom: 'B' }], {
    retoucher: (p) => (p['xl/_rels/workbook.xml.rels'] = String(p['xl/_rels/workbook.xml.rels']).replace('sheet2', 'sheet1')),
  });
  expect(refusDe(() => lireClasseur(octets, { nom: null })).message).toContain('deux feuilles y désignent le même contenu');
});

test('partie principale d’un autre logiciel', () => {
  const octets = classeurBrut({ retoucher: (p) => (p['xl/workbook.xml'] = '<VisioDocument/>') });
  expect(refusDe(() => lireClasseur(octets, { nom: null })).message).toBe(`Ce classeur ne peut pas être lu : sa partie principale ne décrit pas un classeur. ${REPARER}`);
});

/** Un bloc deflate clos sur un octet entier : on peut en recopier plusieurs à la suite. */
function bloc(texte: string): Buffer {
  const morceaux: Uint8Array[] = [];
  const flux = new Deflate({ level: 9 }, (morceau) => morceaux.push(morceau));
  flux.push(strToU8(texte));
  flux.flush(true);
  return Buffer.concat(morceaux);
}

/** Flux deflate de `debut`, puis d'un motif répété 170 millions d'octets durant, préparé sans les écrire. */
function compresserBombe(debut: string, motif: string): Uint8Array {
  const repete = motif.repeat(Math.ceil(1e6 / motif.length));
  const dernier = new Uint8Array([3, 0]);
  return new Uint8Array(Buffer.concat([bloc(debut), ...new Array<Buffer>(Math.ceil(170e6 / repete.length)).fill(bloc(repete)), dernier]));
}

interface Bombe {
  readonly nom: string;
  readonly visee: string;
  readonly debut: string;
  readonly motif: string;
  readonly detail: string;
}

const BOMBES: readonly Bombe[] = [
  { nom: 'chaînes partagées', visee: 'xl/c.xml', debut: '<sst>', motif: '<si><t>x</t></si>', detail: "la partie « xl/c.xml » dépasse ce que l’outil accepte de décompresser" },
  { nom: 'lignes vides', visee: 'xl/s.xml', debut: '<worksheet><sheetData>', motif: '<row r="1"/>', detail: "la partie « xl/s.xml » compte trop d’éléments" },
];

test.each(BOMBES)('bombe ($nom) : la taille réelle est comptée, quoi qu’annonce l’archive', ({ visee, debut, motif, detail }) => {
  const partie = (chemin: string, contenu: string): EntreeBrute => ({ chemin, octets: strToU8(contenu) });
  const bombe = zipBrut([
    partie('xl/workbook.xml', '<workbook xmlns:r="r"><sheets><sheet name="F" r:id="a"/></sheets></workbook>'),
    partie('xl/_rels/workbook.xml.rels', '<Relationships><Relationship Id="a" Type="t/worksheet" Target="s.xml"/><Relationship Id="b" Type="t/sharedStrings" Target="c.xml"/></Relationships>'),
    ...(visee === 'xl/s.xml' ? [] : [partie('xl/s.xml', '<worksheet><sheetData><row><c t="s"><v>999999999</v></c></row></sheetData></worksheet>')]),
    { chemin: visee, octets: new Uint8Array(100), compresse: compresserBombe(debut, motif) },
  ]);
  expect(bombe.length).toBeLessThan(1e6);
  const refus = refusDe(() => lireClasseur(bombe, { nom: null }));
  expect([refus.motif, refus.message]).toEqual([
    'trop_grand',
    `Ce classeur est trop volumineux : ${detail}. ${ALLEGER}`,
  ]);
});
