/** Positions dans une feuille : adresses écrites, ou déduites de l'ordre (`r` est facultatif). */
import { endommage } from './refus';
import type { Attributs } from './xml';

export const LIGNES_MAX = 1_048_576;
export const COLONNES_MAX = 16_384;

/** Suit les lignes et les cellules d'une feuille dans l'ordre du document. */
export interface Curseur {
  ligne: number;
  colonne: number;
  /** La ligne en cours n'a pas d'attribut `r` : ses cellules peuvent la nommer. */
  implicite: boolean;
}

export function avancerLigne(curseur: Curseur, { r }: Attributs): void {
  curseur.implicite = r === undefined;
  curseur.ligne = borner(curseur.implicite ? curseur.ligne + 1 : Number(r), LIGNES_MAX);
  curseur.colonne = 0;
}

export function avancerCellule(curseur: Curseur, { r }: Attributs): void {
  curseur.colonne = borner(r === undefined ? curseur.colonne + 1 : colonneDe(r), COLONNES_MAX);
  if (curseur.implicite && r !== undefined) curseur.ligne = borner(Number(r.replace(/^\D+/, '')), LIGNES_MAX);
}

/** Numéro de colonne d'une adresse A1 : « AB12 » → 28. */
function colonneDe(adresse: string): number {
  let colonne = 0;
  for (let i = 0; i < adresse.length; i++) {
    const code = adresse.charCodeAt(i) & 0xdf;
    if (code < 65 || code > 90) break;
    colonne = colonne * 26 + code - 64;
  }
  return colonne;
}

function borner(numero: number, max: number): number {
  if (Number.isInteger(numero) && numero >= 1 && numero <= max) return numero;
  throw endommage('une cellule y porte une adresse impossible');
}
