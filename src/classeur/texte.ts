/**
 * Mise en forme des libellés avant comparaison : deux libellés qui ne diffèrent que par la casse,
 * les accents, les espaces, les apostrophes, la ponctuation ou un numéro en tête sont le même.
 */

const ACCENTS = /[\u0300-\u036f]/g;
const HORS_MOTS = /[^a-z0-9%]+/g;
const NUMERO_EN_TETE = /^\s*(?:objectifs?(?:\s+(?:fondamental|facultatif))?|obj\.?|of?)?\s*(?:n\s*[°ºo]\s*)?(\d{1,2})(?:\s*[.):\-–—]+\s*|\s+(?=\p{L})|\s*$)/iu;

/** Minuscules sans accents, mots séparés par une espace : « L’EPP, dès 2020 » → `'l epp des 2020'`. */
export function normaliser(texte: string): string {
  return texte
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[’']/g, ' ')
    .normalize('NFD')
    .replace(ACCENTS, '')
    .replace(HORS_MOTS, ' ')
    .trim();
}

/** Sépare un numéro en tête : « 12. Renforcer… » → `{ numero: 12, reste: 'Renforcer…' }`. */
export function separerNumero(texte: string): { readonly numero: number | null; readonly reste: string } {
  const trouve = NUMERO_EN_TETE.exec(texte);
  if (!trouve) return { numero: null, reste: texte };
  return { numero: Number(trouve[1]), reste: texte.slice(trouve[0].length) };
}

/** Formes équivalentes d'un même terme, ramenées à celle des annexes, pour le rapprochement tolérant. */
const EQUIVALENCES: readonly (readonly [RegExp, string])[] = [
  [/\b(pre|post) (?=natal|nataux)/g, '$1'],
  [/\bprenataux\b/g, 'prenatal'],
  [/\bpostnataux\b/g, 'postnatal'],
  [/\b(?:entretiens?) prenatals? precoces?\b|\bepp\b/g, 'entretiens 4e mois'],
  [/\b4 ?eme\b|\bquatrieme\b/g, '4e'],
  [/\bvisites? (?:a )?domiciles?\b/g, 'vad'],
  [/\binformations? preoccupantes?\b/g, 'ip'],
  [/\b(?:techniciens?|travailleurs?) (?:de l|en) intervention sociale et familiale\b/g, 'tisf'],
  [/\bprotection maternelle et infantile\b/g, 'pmi'],
  [/\bobservatoires? departementa(?:l|ux) de (?:la )?protection de l enfance\b/g, 'odpe'],
  [/\bmineurs? non accompagnes?\b/g, 'mna'],
  [/\bconseil departemental\b/g, 'cd'],
  [/\btrois mois\b/g, '3 mois'],
  [/\bmoins de (?=3 mois)|\bsous (?=3 mois)|\bdans (?:les|un delai de) (?=3 mois)/g, 'sous '],
  [/^nb\b|^nbre\b|^effectif\b/g, 'nombre'],
  [/^(?:pourcentage|proportion|taux|%)(?= )/g, 'part'],
  [/\b0 6 ans\b/g, '0 a 6 ans'],
];

/** Libellé normalisé, synonymes ramenés aux termes des annexes. */
export function normaliserTermes(texte: string): string {
  let resultat = normaliser(texte);
  for (const [motif, terme] of EQUIVALENCES) resultat = resultat.replace(motif, terme);
  return resultat;
}

const MOTS_VIDES = new Set(
  'a au aux avec ayant d dans de des du elle en et la le les l leur un une ou par pour qu que qui s se selon sur est etre ce cette n y'.split(' '),
);

/** Mots porteurs de sens, au singulier : « les enfants visités » → `['enfant', 'visite']`. */
export function motsCles(libelleNormalise: string): readonly string[] {
  return libelleNormalise
    .split(' ')
    .filter((mot) => mot !== '' && !MOTS_VIDES.has(mot))
    .map((mot) => (mot.length > 3 ? mot.replace(/(?:e?s|x)$/, '') : mot).replace(/e$/, ''));
}
