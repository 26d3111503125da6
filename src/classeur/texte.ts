/**
 * Mise en forme des libellés avant comparaison : deux libellés qui ne diffèrent que par la casse,
 * les accents, les espaces, les apostrophes, la ponctuation ou un numéro en tête sont le même.
 */
import { memoriserTexte } from '../referentiel/memoire-texte';

const ACCENTS = /[\u0300-\u036f]/g;
/** Traits d'union conditionnels et espaces sans chasse : invisibles, ils ne coupent pas un mot. */
const INVISIBLES = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const HORS_MOTS = /[^a-z0-9%]+/g;

/** Minuscules sans accents, mots séparés par une espace : « L’EPP, dès 2020 » → `'l epp des 2020'`. */
export const normaliser = memoriserTexte((texte) =>
  texte
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(INVISIBLES, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(HORS_MOTS, ' ')
    .trim(),
);

/** Clé d'un libellé : sa forme normalisée, espaces comprises (« pré-natales » et « prénatales » n'en font qu'une). */
export const cleLibelle = memoriserTexte((texte) => normaliser(texte).replace(/ /g, ''));

/** « Objectif fondamental n° 12 : », « 12. », « O12 – », « (12) » : le numéro, et ce qui le suit. */
const NUMERO_EN_TETE =
  /^[\s(•*–—-]*(?:objectifs?(?:\s+(?:fondamenta[lux]+|facultatifs?|op[ée]rationnels?|strat[ée]giques?))?|obj\.?|of?)?[\s(]*(?:n\s*[°ºo]\s*)?(\d{1,2})(?:\s*[.):\-–—/]+\s*|\s+(?=[\p{L}"«])|\s*$)/iu;
/** Numérotation à plusieurs niveaux (« 1.2.3 ») : un plan de document, pas le numéro d'un objectif. */
const NUMEROTATION = /^[\s(]*\d{1,2}(?:[.-]\d{1,2})+(?:\s*[.):\-–—]+\s*|\s+(?=\D))/u;
const INTITULE_SEUL = /^\s*(?:objectifs?|indicateurs?)\s*:\s*/i;

/** Sépare un numéro en tête : « 12. Renforcer… » → `{ numero: 12, reste: 'Renforcer…' }`. */
export function separerNumero(texte: string): { readonly numero: number | null; readonly reste: string } {
  const niveaux = NUMEROTATION.exec(texte);
  if (niveaux) return { numero: null, reste: texte.slice(niveaux[0].length) };
  const trouve = NUMERO_EN_TETE.exec(texte);
  if (!trouve) return { numero: null, reste: texte.replace(INTITULE_SEUL, '') };
  return { numero: Number(trouve[1]), reste: texte.slice(trouve[0].length) };
}
