/**
 * Traits qui s'excluent : un libellé « postnatal » n'est jamais le « prénatal », si proches que
 * soient les lettres. On les cherche dans la forme réduite d'un libellé (voir `termes`).
 */
import { termes } from './termes';

interface Trait {
  readonly nom: string;
  readonly motif: RegExp;
  /** Traits d'un même groupe : deux valeurs différentes s'excluent. Sans groupe : le libellé officiel doit porter le trait. */
  readonly groupe?: string;
}

/** Ce qu'un libellé dit et que l'officiel ne dit pas en change le sens. */
const TRAITS_INDICATEURS: readonly Trait[] = [
  { groupe: 'moment', nom: 'pre', motif: /\bprenatal/ },
  { groupe: 'moment', nom: 'post', motif: /\bpostnatal/ },
  { groupe: 'source', nom: 'snds', motif: /\bsnds\b/ },
  { groupe: 'source', nom: 'cd', motif: /\bdrees\b/ },
  { groupe: 'mesure', nom: 'part', motif: /^part\b|\bpart$|\btaux\b/ },
  { groupe: 'mesure', nom: 'nombre', motif: /^nombr\b/ },
  { groupe: 'mesure', nom: 'delai', motif: /^delai|^dur\b|\b(?:delai|dur) moyen/ },
  { nom: 'protocole', motif: /\bprotocol pluri/ },
  { nom: '3 mois', motif: /\b3 mois\b/ },
  { nom: 'entrantes', motif: /\bentrant/ },
  { nom: 'accompagnement', motif: /\baccompagn/ },
  { nom: 'femmes', motif: /\bfemm\b/ },
  { nom: 'cumul', motif: /\bet d(?:es?|u)?\b/ },
  { nom: 'contraire', motif: /\bnon\b|\bsans\b|\bhor\b|\bplu (?:de?\b|\d)|\bau dela\b|\bsuperieur|\brefu|\bannul/ },
  { nom: 'autre acteur', motif: /\bliber|\bhopit|\bhospit|\bmaternit|\bcpam\b|\bcaf\b|\bassociat|\bgenerali/ },
];

/** Objectif 15 ou 16 : les parents, ou les parents d'enfants. */
const TRAITS_OBJECTIFS: readonly Trait[] = [{ nom: 'parents de', motif: /\bparent d\b(?! handicap)|\bparent (?:de )?enfant/ }];

export const TRAITS = { indicateurs: TRAITS_INDICATEURS, objectifs: TRAITS_OBJECTIFS } as const;

export type Traits = ReadonlySet<string>;

export function traitsDe(texte: string, traits: readonly Trait[]): Traits {
  const forme = termes(texte);
  return new Set(traits.filter(({ motif }) => motif.test(forme)).map(({ nom }) => nom));
}

/** Le libellé porte un trait que l'officiel ne porte pas (ou celui-ci en porte un autre du groupe). */
export function contredit(libelle: Traits, officiel: Traits, traits: readonly Trait[]): boolean {
  return traits.some(({ nom, groupe }) => {
    if (!libelle.has(nom) || officiel.has(nom)) return false;
    return groupe === undefined || traits.some((autre) => autre.groupe === groupe && officiel.has(autre.nom));
  });
}

/** Âges et durées cités : « 0 à 6 ans » → `['0 an', '6 an']`. */
export function quantitesDe(texte: string): readonly string[] {
  return [...termes(texte).matchAll(/\b(\d{1,2})e?(?: (?:a |et )?(\d{1,2}))? (ans?|mois|jour|semain)\b/g)].flatMap(([, un, deux, unite]) =>
    [un, deux].filter((nombre) => nombre !== undefined).map((nombre) => `${String(Number(nombre))} ${unite === 'ans' ? 'an' : unite!}`),
  );
}

/** Population de référence : la préciser ne change pas ce qui est compté. */
const REFERENCE = new Set(['0 an', '6 an']);

/** Un âge ou une durée que l'officiel ne dit pas compte autre chose : « enfants de 0 à 3 ans ». */
export function changeQuantite(libelle: readonly string[], officielles: ReadonlySet<string>): boolean {
  return libelle.some((quantite) => !officielles.has(quantite) && !REFERENCE.has(quantite));
}
