/** Mise en page d'un texte à largeur fixe. */
import type { Style } from './rapporteur';

export interface Page {
  readonly style: Style;
  readonly largeur: number;
}

/**
 * Caractères qu'un classeur pourrait glisser dans un terminal pour en changer l'affichage :
 * commandes (ESC…), sens d'écriture. Les espaces insécables restent.
 */
// eslint-disable-next-line no-control-regex -- c'est précisément eux qu'on ôte
const CARACTERES_DE_COMMANDE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g;

/** Espaces qu'une ligne ne coupe pas : avant « ; : ? ! » », après « « ». */
const ESPACES_FORTES = / (?=[;:?!»])|(?<=«) /g;
/** Tient leur place pendant la coupe ; un texte assaini n'en contient pas. */
const ESPACE_FORTE = '\u0000';

/** Texte sur une seule ligne, sans caractère de commande. */
export function assainir(texte: string): string {
  return texte.replace(CARACTERES_DE_COMMANDE, ' ').trim();
}

/**
 * Coupe un texte en lignes, aux espaces ordinaires seulement ; un mot trop long déborde.
 * `retrait` précède chaque ligne, `puce` remplace ses derniers caractères sur la première.
 */
export function couper(texte: string, { largeur, retrait = 0, puce = '' }: { largeur: number; retrait?: number; puce?: string }): readonly string[] {
  const place = Math.max(20, largeur - retrait);
  const lignes: string[] = [];
  let ligne = '';
  for (const mot of assainir(texte).replace(ESPACES_FORTES, ESPACE_FORTE).split(/ +/)) {
    if (ligne !== '' && ligne.length + 1 + mot.length > place) {
      lignes.push(ligne);
      ligne = mot;
    } else {
      ligne = ligne === '' ? mot : `${ligne} ${mot}`;
    }
  }
  lignes.push(ligne);
  const debut = (rang: number) => (rang === 0 ? ' '.repeat(retrait - puce.length) + puce : ' '.repeat(retrait));
  return lignes.map((contenu, rang) => debut(rang) + contenu.replaceAll(ESPACE_FORTE, ' '));
}
