/** Textes rendus comparables, et extraits montrables. */
import { memoriserTexte } from './memoire-texte';

const MARQUES = /[\u0300-\u036f]/g;
const INVISIBLES = /[\u200b-\u200d\u2060\ufeff]/g;

/**
 * Minuscules, sans accents, apostrophes droites, tirets simples, œ et æ défaits, espaces réunis :
 * `simplifier('  L’Évaluation des  œuvres ')` → `"l'evaluation des oeuvres"`. La ponctuation reste.
 */
export const simplifier = memoriserTexte((texte) =>
  texte
    .normalize('NFD')
    .replace(MARQUES, '')
    .replace(INVISIBLES, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim(),
);

/** Texte composé et sa forme simple, de même longueur : une position dans l'un vaut dans l'autre. */
export interface TexteAligne {
  readonly original: string;
  readonly simple: string;
}

/** Comme `simplifier`, sans changer la longueur (« œ », les espaces multiples et les sauts de ligne restent) : pour extraire. */
export const aligner = memoriserTexte((texte): TexteAligne => {
  const original = texte.normalize('NFC').replace(/[^\S\n]/g, ' ');
  let simple = '';
  for (let rang = 0; rang < original.length; rang += 1) simple += simplifierCaractere(original.charAt(rang));
  return { original, simple };
});

function simplifierCaractere(caractere: string): string {
  if (/[a-z0-9 ]/.test(caractere)) return caractere;
  if (/[’‘ʼ`´]/.test(caractere)) return "'";
  if (/[\u2010-\u2015\u2212]/.test(caractere)) return '-';
  return caractere.normalize('NFD').charAt(0).toLowerCase().charAt(0);
}

const CONTEXTE = 40;

/** Passage autour de [debut, fin[, coupé aux mots, avec « … » là où il manque du texte. */
export function extraire(texte: string, debut: number, fin: number): string {
  const avant = debut <= CONTEXTE ? 0 : texte.indexOf(' ', debut - CONTEXTE) + 1;
  const apres = fin + CONTEXTE >= texte.length ? texte.length : Math.max(fin, texte.lastIndexOf(' ', fin + CONTEXTE));
  const coeur = texte.slice(Math.min(avant, debut), apres).replace(/\s+/g, ' ').trim();
  return `${avant > 0 ? '… ' : ''}${coeur}${apres < texte.length ? ' …' : ''}`;
}
