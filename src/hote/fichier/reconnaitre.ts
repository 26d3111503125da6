/** Reconnaître, avant de lire, ce qu'un utilisateur a pu déposer à la place d'un classeur .xlsx. */
import { ErreurHote } from '../port';
import { type Archive, trouverPartie } from './archive';
import { lirePartie } from './decompression';

/** En-têtes des fichiers qu'on dépose par mégarde, en latin-1. */
const SIGNATURES: readonly (readonly [debut: string, nature: string])[] = [
  ['%PDF', 'un document PDF'],
  ['{\\rtf', 'un document de traitement de texte (RTF)'],
  ['\u0089PNG', 'une image'],
  ['\u00ff\u00d8\u00ff', 'une image'],
  ['GIF8', 'une image'],
  ['7z\u00bc\u00af', 'une archive 7-Zip'],
  ['Rar!', 'une archive RAR'],
  ['\u001f\u008b', 'une archive gzip'],
];

const DEMANDE = "Ouvrez le classeur d’origine dans votre tableur et enregistrez-le au format .xlsx (Fichier, Enregistrer sous, Classeur Excel).";

/** Lève `ErreurHote` si les premiers octets ne sont pas ceux d'une archive ZIP. */
export function verifierSignature(octets: Uint8Array, nom: string | null): void {
  if (octets.length === 0) {
    throw new ErreurHote('vide', "Ce fichier est vide (0 octet) : la copie ou le téléchargement n’a sans doute pas abouti. Reprenez le fichier d’origine.");
  }
  const debut = latin1(octets.subarray(0, 1024));
  if (debut.startsWith('PK')) return;
  if (debut.startsWith('\u00d0\u00cf\u0011\u00e0')) throw refusOle(octets);
  const signature = SIGNATURES.find(([attendu]) => debut.startsWith(attendu));
  if (signature) throw nonClasseur(signature[1]);
  throw refusTexte(debut, nom);
}

/** Les fichiers chiffrés et les .xls de 1997-2003 partagent le même contenant (OLE). */
function refusOle(octets: Uint8Array): ErreurHote {
  if (contientFlux(octets, 'EncryptedPackage')) {
    return new ErreurHote('chiffre', "Ce classeur est protégé par un mot de passe d’ouverture : l’outil ne peut pas le lire. Ouvrez-le dans votre tableur et enregistrez-le en .xlsx sans mot de passe.");
  }
  if (contientFlux(octets, 'WordDocument')) return nonClasseur('un document Word 97-2003 (.doc)');
  return new ErreurHote('format', "Ce fichier est un classeur Excel 97-2003 (.xls), ou un fichier protégé par un mot de passe : l’outil ne lit pas ces formats. Ouvrez-le dans votre tableur et enregistrez-le en .xlsx sans mot de passe.");
}

/** Vrai si le contenant OLE a un flux de ce nom (noms en UTF-16, dans des secteurs de place libre). */
function contientFlux(octets: Uint8Array, nom: string): boolean {
  const attendu = [...nom].flatMap((lettre) => [lettre.charCodeAt(0), 0]);
  let debut = octets.indexOf(attendu[0]!);
  while (debut >= 0 && !attendu.every((octet, i) => octets[debut + i] === octet)) debut = octets.indexOf(attendu[0]!, debut + 1);
  return debut >= 0;
}

function refusTexte(debut: string, nom: string | null): ErreurHote {
  const texte = debut.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '').split('\u0000').join('').trimStart().toLowerCase();
  if (/^(?:<!doctype html|<html|<head|<body|<table|<meta)/.test(texte)) return nonClasseur("une page web enregistrée sous un nom de classeur");
  if (texte.startsWith('<?xml') || texte.startsWith('<')) return nonClasseur('un fichier XML');
  if (isTexte(texte)) {
    const csv = /\.csv$/i.test(nom ?? '') || /[;,\t]/.test(texte.split('\n')[0] ?? '');
    return nonClasseur(csv ? 'un fichier texte (CSV)' : 'un fichier texte');
  }
  return new ErreurHote('format', `Ce fichier n’est pas un classeur .xlsx, ou il est endommagé dès son début. ${DEMANDE}`);
}

/** Pas de caractère de commande, hors tabulations et fins de ligne. */
function isTexte(texte: string): boolean {
  // eslint-disable-next-line no-control-regex -- c'est précisément eux qu'on cherche
  return texte !== '' && !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(texte);
}

/** Lève `ErreurHote` si l'archive n'est pas un classeur .xlsx ; `principale` : partie que désigne le paquet. */
export function verifierPaquet(archive: Archive, principale: string): void {
  const existe = (chemin: string): boolean => trouverPartie(archive, chemin) !== undefined;
  if (existe('mimetype')) throw refusOpenDocument(archive);
  if (existe('xl/workbook.bin') || principale.endsWith('.bin')) throw autreFormat('un classeur binaire Excel (.xlsb)');
  if (existe('Index/Document.iwa')) throw autreFormat('un classeur Numbers');
  if (existe(principale) && !principale.startsWith('word/') && !principale.startsWith('ppt/')) return;
  if (existe('word/document.xml')) throw nonClasseur('un document Word (.docx)');
  if (existe('ppt/presentation.xml')) throw nonClasseur('une présentation PowerPoint (.pptx)');
  if (!existe('[Content_Types].xml')) throw nonClasseur("une archive ZIP. Si elle contient le classeur, extrayez-le d’abord");
}

function refusOpenDocument(archive: Archive): ErreurHote {
  const type = latin1(lirePartie(archive, 'mimetype').subarray(0, 200));
  if (type.includes('spreadsheet')) return autreFormat('un classeur OpenDocument (.ods)');
  return nonClasseur(type.includes('opendocument') ? 'un document OpenDocument' : 'une archive ZIP');
}

const autreFormat = (nature: string): ErreurHote =>
  new ErreurHote('format', `Ce fichier est ${nature} : l’outil ne lit que le format .xlsx. ${DEMANDE}`);

const nonClasseur = (nature: string): ErreurHote =>
  new ErreurHote('format', `Ce fichier n’est pas un classeur .xlsx : c’est ${nature}. ${DEMANDE}`);

/** Quelques octets, un caractère chacun. */
function latin1(octets: Uint8Array): string {
  return String.fromCharCode(...octets);
}
