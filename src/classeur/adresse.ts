/** Adresses A1 : lettres de colonnes, cellules, plages, noms de feuilles. */
import type { Plage } from './instantane';

/** Emplacement d'une cellule dans un classeur. `feuille` est l'identité stable de la feuille. */
export interface Emplacement {
  readonly feuille: string;
  readonly ligne: number;
  readonly colonne: number;
}

/** `lettresColonne(28)` → `'AB'`. */
export function lettresColonne(colonne: number): string {
  let reste = colonne;
  let lettres = '';
  while (reste > 0) {
    const rang = (reste - 1) % 26;
    lettres = String.fromCharCode(65 + rang) + lettres;
    reste = (reste - 1 - rang) / 26;
  }
  return lettres;
}

/** `numeroColonne('AB')` → `28` ; lettres majuscules ou minuscules. */
export function numeroColonne(lettres: string): number {
  let numero = 0;
  for (const lettre of lettres.toUpperCase()) numero = numero * 26 + lettre.charCodeAt(0) - 64;
  return numero;
}

/** `formatA1(7, 4)` → `'D7'`. */
export function formatA1(ligne: number, colonne: number): string {
  return lettresColonne(colonne) + String(ligne);
}

/** `parseA1('$D$7')` → `{ ligne: 7, colonne: 4 }` ; `null` si ce n'est pas une adresse de cellule. */
export function parseA1(adresse: string): { ligne: number; colonne: number } | null {
  const trouve = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(adresse);
  if (!trouve) return null;
  return { ligne: Number(trouve[2]), colonne: numeroColonne(trouve[1]!) };
}

/** `parsePlage('A4:B5')` → plage ; une cellule seule est une plage d'une cellule. */
export function parsePlage(reference: string): Plage | null {
  const [debut, fin] = reference.split(':');
  const a = parseA1(debut ?? '');
  const b = fin === undefined ? a : parseA1(fin);
  if (!a || !b) return null;
  return {
    ligne: Math.min(a.ligne, b.ligne),
    colonne: Math.min(a.colonne, b.colonne),
    derniereLigne: Math.max(a.ligne, b.ligne),
    derniereColonne: Math.max(a.colonne, b.colonne),
  };
}

export function formatPlage(plage: Plage): string {
  const debut = formatA1(plage.ligne, plage.colonne);
  const fin = formatA1(plage.derniereLigne, plage.derniereColonne);
  return debut === fin ? debut : `${debut}:${fin}`;
}

export function contient(plage: Plage, ligne: number, colonne: number): boolean {
  return (
    ligne >= plage.ligne &&
    ligne <= plage.derniereLigne &&
    colonne >= plage.colonne &&
    colonne <= plage.derniereColonne
  );
}
