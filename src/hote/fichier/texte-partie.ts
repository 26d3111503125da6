/** Une partie XML en texte, et son retour en octets sans rien perdre. */
import { strFromU8, strToU8 } from 'fflate';
import type { Archive } from './archive';
import { concatener, lirePartie } from './decompression';
import { formeNonLue } from './refus';

const MARQUE_UTF8 = new Uint8Array([0xef, 0xbb, 0xbf]);
/** Un autre codage déclaré : même sans accent aujourd'hui, un « é » écrit en UTF-8 s'y lirait « Ã© ». */
const AUTRE_CODAGE = /^<\?xml[^>]*?\sencoding\s*=\s*(["'])(?!utf-8\1)/i;

export interface TextePartie {
  /** Sans marque d'ordre des octets. */
  readonly texte: string;
  readonly marque: boolean;
}

/** Texte d'une partie. Lève `ErreurHote` si elle n'est pas en UTF-8 : la récrire l'abîmerait. */
export function lireTextePartie(archive: Archive, chemin: string): TextePartie {
  const octets = lirePartie(archive, chemin);
  const marque = MARQUE_UTF8.every((octet, rang) => octets[rang] === octet);
  const texte = strFromU8(marque ? octets.subarray(MARQUE_UTF8.length) : octets);
  // Sans caractère de remplacement, le décodage n'a rien perdu.
  const perdu = texte.includes('\uFFFD') && !memes(encoderTexte({ texte, marque }), octets);
  if (perdu || (!marque && AUTRE_CODAGE.test(texte))) {
    throw formeNonLue(`la partie « ${chemin} » n’est pas écrite en UTF-8`);
  }
  return { texte, marque };
}

export function encoderTexte({ texte, marque }: TextePartie): Uint8Array {
  const octets = strToU8(texte);
  return marque ? concatener([MARQUE_UTF8, octets]) : octets;
}

function memes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((octet, rang) => octet === b[rang]);
}
