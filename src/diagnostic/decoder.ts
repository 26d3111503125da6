/**
 * Du fichier texte à ses caractères : UTF-8 (avec ou sans BOM), UTF-16 (« Texte Unicode » d'Excel),
 * et à défaut Windows-1252, l'encodage des CSV qu'enregistre un Excel français.
 */

/** Caractères de Windows-1252 de 0x80 à 0x9F ; les autres sont ceux d'Unicode. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const REMPLACEMENT = 0xfffd;

export type Encodage = 'UTF-8' | 'UTF-16' | 'Windows-1252';

function deWindows(octets: Uint8Array): string {
  return Array.from(octets, (octet) => (octet >= 0x80 && octet < 0xa0 ? WINDOWS.charAt(octet - 0x80) : String.fromCharCode(octet))).join('');
}

function deUtf16(octets: Uint8Array, petitBoutiste: boolean): string {
  const morceaux: string[] = [];
  for (let i = 0; i + 1 < octets.length; i += 2) morceaux.push(String.fromCharCode(petitBoutiste ? octets[i]! | (octets[i + 1]! << 8) : (octets[i]! << 8) | octets[i + 1]!));
  return morceaux.join('');
}

/** Suite d'un caractère de plusieurs octets ; `REMPLACEMENT` si elle n'est pas de l'UTF-8. */
function lireSuite(octets: Uint8Array, debut: number, longueur: number): number {
  let code = octets[debut]! & (0xff >> (longueur + 1));
  for (let rang = 1; rang < longueur; rang++) {
    const suite = octets[debut + rang];
    if (suite === undefined || (suite & 0xc0) !== 0x80) return REMPLACEMENT;
    code = (code << 6) | (suite & 0x3f);
  }
  const minimum = [0, 0, 0x80, 0x800, 0x10000][longueur]!;
  return code < minimum || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? REMPLACEMENT : code;
}

/** Texte UTF-8, ou `null` si un octet n'en est pas : le fichier est alors d'un autre encodage. */
function deUtf8(octets: Uint8Array, debut: number): string | null {
  const morceaux: string[] = [];
  for (let i = debut; i < octets.length; ) {
    const octet = octets[i]!;
    const longueur = octet < 0x80 ? 1 : octet >= 0xc2 && octet < 0xe0 ? 2 : octet >= 0xe0 && octet < 0xf0 ? 3 : octet >= 0xf0 && octet < 0xf5 ? 4 : 0;
    const code = longueur === 0 ? REMPLACEMENT : longueur === 1 ? octet : lireSuite(octets, i, longueur);
    if (code === REMPLACEMENT) return null;
    morceaux.push(String.fromCodePoint(code));
    i += longueur;
  }
  return morceaux.join('');
}

/** Décode un fichier texte ; ne lève pas : tout octet est un caractère de Windows-1252. */
export function decoderTexte(octets: Uint8Array): { readonly texte: string; readonly encodage: Encodage } {
  const [a, b, c] = octets;
  if (a === 0xff && b === 0xfe) return { texte: deUtf16(octets.subarray(2), true), encodage: 'UTF-16' };
  if (a === 0xfe && b === 0xff) return { texte: deUtf16(octets.subarray(2), false), encodage: 'UTF-16' };
  const utf8 = deUtf8(octets, a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0);
  return utf8 === null ? { texte: deWindows(octets), encodage: 'Windows-1252' } : { texte: utf8, encodage: 'UTF-8' };
}
