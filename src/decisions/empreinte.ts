/**
 * La clé d'une décision : code, objectif, indicateur, année, et l'empreinte de ce que le constat
 * montrait. L'adresse n'y est pas (une ligne insérée n'annule rien) ; toute valeur montrée y est
 * (un montant modifié annule la justification qui le visait).
 */
import type { Constat } from '../controles/constat';
import type { Decision, Sujet } from './donnees';

/** Adresses A1 citées dans un message : « D22 », « $G$45 ». */
const ADRESSES = /\$?\b[A-Z]{1,3}\$?[1-9]\d{0,6}\b/g;

/** Hachage cyrb53 : 53 bits, assez pour distinguer les valeurs d'une même cellule. */
function hacher(texte: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let rang = 0; rang < texte.length; rang++) {
    const code = texte.charCodeAt(rang);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

/** Deux hôtes ne calculent pas un quotient au dernier bit près : on ne garde que ce qui se lit. */
function stable(valeur: string | number | null | undefined): string | number | null {
  return typeof valeur === 'number' ? Number(valeur.toPrecision(12)) : (valeur ?? null);
}

/**
 * Empreinte de ce que montre un constat : valeur trouvée, valeur attendue, écart, message.
 * Deux constats qui ne diffèrent que par les adresses citées ont la même.
 */
export function empreinteDe({ trouve, attendu, ecart, message }: Constat): string {
  const montre = [stable(trouve?.valeur), trouve?.texte ?? null, stable(attendu?.valeur), attendu?.texte ?? null, ecart, message];
  return hacher(JSON.stringify(montre).replace(ADRESSES, '·'));
}

/** Clé du sujet : commune aux constats d'un même contrôle sur un même indicateur. */
export function cleSujet({ code, objectif, indicateur, annee }: Sujet): string {
  return [code, objectif ?? '', indicateur ?? '', annee ?? ''].join('|');
}

export function cleDecision(decision: Decision): string {
  return `${cleSujet(decision)}|${decision.empreinte}`;
}

export function cleConstat(constat: Constat): string {
  return `${cleSujet(constat)}|${empreinteDe(constat)}`;
}
