/**
 * Rapprochement d'un libellé saisi avec un libellé officiel, sans pari : un seul candidat nettement
 * meilleur que les autres, ou rien. Deux candidats proches sont rendus comme ambigus.
 */
import { distance } from 'fastest-levenshtein';
import { motsCles, normaliserTermes } from './texte';

export interface Candidat<T> {
  readonly cible: T;
  readonly officiel: string;
  /** Formes comparées (libellé et variantes), préparées par `preparer`. */
  readonly formes: readonly Forme[];
}

interface Forme {
  readonly termes: string;
  readonly mots: readonly string[];
  readonly traits: readonly string[];
}

export type Rapprochement<T> =
  | { readonly etat: 'trouve'; readonly candidat: Candidat<T>; readonly score: number }
  | { readonly etat: 'ambigu'; readonly candidats: readonly Candidat<T>[] }
  | { readonly etat: 'inconnu' };

/** En deçà, deux libellés ne parlent pas de la même chose. */
const SEUIL = 0.74;
/** Avance exigée sur le deuxième candidat. */
const MARGE = 0.07;
/** Mots porteurs de sens exigés pour reconnaître un libellé abrégé. */
const MOTS_ABREGE = 3;

/**
 * Traits qui s'excluent : un libellé « postnatal » n'est jamais le « prénatal », si proches que
 * soient les lettres. Un trait `seul` doit être présent des deux côtés ou d'aucun.
 */
const TRAITS: readonly { readonly groupe: string; readonly nom: string; readonly motif: RegExp; readonly seul?: true }[] = [
  { groupe: 'moment', nom: 'pre', motif: /\bprenatal/ },
  { groupe: 'moment', nom: 'post', motif: /\bpostnatal/ },
  { groupe: 'source', nom: 'snds', motif: /\bsnds\b/ },
  { groupe: 'source', nom: 'cd', motif: /\bdrees\b|\bcd\b/ },
  { groupe: 'mesure', nom: 'part', motif: /^part\b/ },
  { groupe: 'mesure', nom: 'nombre', motif: /^nombre\b/ },
  { groupe: 'auteur', nom: 'protocole', motif: /\bprotocole pluri/, seul: true },
  { groupe: 'delai', nom: '3-mois', motif: /\b3 mois\b/, seul: true },
  { groupe: 'flux', nom: 'entrantes', motif: /\bentrant/, seul: true },
  { groupe: 'suite', nom: 'accompagnement', motif: /\baccompagn/, seul: true },
  { groupe: 'parents', nom: 'parents-d-enfants', motif: /\bparents? d enfants?\b/, seul: true },
  { groupe: 'femmes', nom: 'femmes', motif: /(?<!sages? )\bfemmes?\b/, seul: true },
];

const SEULS = new Set(TRAITS.filter((trait) => trait.seul).map((trait) => trait.nom));
const GROUPES = new Map(TRAITS.map((trait) => [trait.nom, trait.groupe]));

export function preparer(texte: string): Forme {
  const termes = normaliserTermes(texte);
  const traits = TRAITS.filter(({ motif }) => motif.test(termes)).map(({ nom }) => nom);
  return { termes, mots: motsCles(termes), traits };
}

export function candidat<T>(cible: T, officiel: string, variantes: readonly string[] = []): Candidat<T> {
  return { cible, officiel, formes: [officiel, ...variantes].map(preparer) };
}

function sontContraires(a: Forme, b: Forme): boolean {
  const exclus = (x: Forme, y: Forme) =>
    x.traits.some((trait) => {
      if (y.traits.includes(trait)) return false;
      if (SEULS.has(trait)) return true;
      return y.traits.some((autre) => GROUPES.get(autre) === GROUPES.get(trait));
    });
  return exclus(a, b) || exclus(b, a);
}

/** Deux mots sont les mêmes à une faute de frappe près (deux pour les mots longs). */
function memeMot(a: string, b: string): boolean {
  if (a === b) return true;
  const longueur = Math.min(a.length, b.length);
  if (longueur < 5 || Math.abs(a.length - b.length) > 2) return false;
  return distance(a, b) <= (longueur >= 9 ? 2 : 1);
}

function score(a: Forme, b: Forme): number {
  if (a.termes === b.termes) return 1;
  const lettres = 1 - distance(a.termes, b.termes) / Math.max(a.termes.length, b.termes.length);
  const communs = a.mots.filter((mot) => b.mots.some((autre) => memeMot(mot, autre))).length;
  const partage = (2 * communs) / (a.mots.length + b.mots.length || 1);
  // Un libellé abrégé ne garde que des mots de l'officiel : on mesure ce qu'il en contient.
  const inclus = a.mots.length >= MOTS_ABREGE ? 0.9 * (communs / a.mots.length) : 0;
  return Math.max(lettres, partage, inclus);
}

function scoreCandidat<T>(forme: Forme, { formes }: Candidat<T>): number {
  let meilleur = 0;
  for (const officielle of formes) {
    if (!sontContraires(forme, officielle)) meilleur = Math.max(meilleur, score(forme, officielle));
  }
  return meilleur;
}

/** Rapproche un libellé d'une liste de candidats ; l'ordre des candidats ne compte pas. */
export function rapprocher<T>(texte: string, candidats: readonly Candidat<T>[]): Rapprochement<T> {
  const forme = preparer(texte);
  if (forme.mots.length === 0) return { etat: 'inconnu' };
  const notes = candidats
    .map((element) => ({ element, note: scoreCandidat(forme, element) }))
    .filter(({ note }) => note >= SEUIL)
    .sort((a, b) => b.note - a.note);
  const [premier, second] = notes;
  if (!premier) return { etat: 'inconnu' };
  if (second && premier.note - second.note < MARGE) {
    return { etat: 'ambigu', candidats: notes.filter(({ note }) => premier.note - note < MARGE).map(({ element }) => element) };
  }
  return { etat: 'trouve', candidat: premier.element, score: premier.note };
}
