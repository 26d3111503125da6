/**
 * Rapprochement d'un libellé saisi avec un libellé officiel, sans pari. Un candidat n'est retenu que
 * si le libellé dit assez de lui, et si aucun mot du libellé ne plaide pour un autre. Deux candidats
 * que rien ne départage sont rendus comme ambigus.
 */
import { distance } from 'fastest-levenshtein';
import { memoriserTexte } from '../referentiel/memoire-texte';
import { cleLibelle } from './texte';
import { motsBruts, motsCles } from './termes';
import { changeQuantite, contredit, quantitesDe, TRAITS, traitsDe, type Traits } from './traits';

export interface Candidat<T> {
  readonly cible: T;
  readonly officiel: string;
  /** Libellé officiel et formes admises, lettre à lettre (voir `cleLibelle`). */
  readonly cles: readonly string[];
  /** Mots du libellé officiel, et de toutes les formes admises. */
  readonly formes: readonly ReadonlySet<string>[];
  readonly mots: ReadonlySet<string>;
  readonly traits: Traits;
  readonly quantites: ReadonlySet<string>;
  /** Candidats de même libellé (« enfants de 0 à 6 ans ») : ils ne se départagent pas par le texte. */
  readonly jumeau: string;
}

export interface Famille<T> {
  readonly candidats: readonly Candidat<T>[];
  readonly nature: keyof typeof TRAITS;
  readonly poids: (mot: string) => number;
  readonly lire: (texte: string) => Forme;
}

interface Forme {
  readonly mots: readonly string[];
  readonly traits: Traits;
  readonly quantites: readonly string[];
}

export type Rapprochement<T> =
  | { readonly etat: 'trouve'; readonly candidat: Candidat<T>; readonly score: number }
  | { readonly etat: 'ambigu'; readonly candidats: readonly Candidat<T>[] }
  | { readonly etat: 'inconnu' };

/** Part du libellé expliquée par l'officiel, et de l'officiel retrouvée dans le libellé, pour un libellé retouché. */
const RETOUCHE = { expliquee: 0.7, retrouvee: 0.7 };
/** Un libellé abrégé ne garde que des mots de l'officiel ; sans objectif connu, il doit en garder une bonne part. */
const ABREGE = 0.84;
const RETROUVEE = { deuxMots: 0.45, unMot: 0.6 };
/** Celui dont on connaît l'objectif peut n'en garder qu'un mot, s'il pèse. */
const RETROUVEE_ABREGE = { deuxMots: 0, unMot: 0.25 };
/** Un libellé qui tient dans un autre (« parents », « parents d'enfants ») doit être dit presque en entier. */
const SANS_MARQUE = 0.85;
/** Ce qui plaide pour un candidat doit peser deux fois ce qui plaide pour un autre. */
const AVANTAGE = 2;

interface Ebauche<T> {
  readonly cible: T;
  readonly officiel: string;
  readonly variantes: readonly string[];
  readonly jumeau: string;
  /** Traits que le libellé officiel sous-entend. */
  readonly sousEntendus?: readonly string[];
}

export function creerFamille<T>(nature: Famille<T>['nature'], ebauches: readonly Ebauche<T>[]): Famille<T> {
  const candidats = ebauches.map(({ cible, officiel, variantes, jumeau, sousEntendus = [] }): Candidat<T> => {
    const textes = [officiel, ...variantes];
    const formes = textes.flatMap((texte) => [new Set(motsCles(texte)), new Set(motsBruts(texte))]);
    return {
      cible, officiel, formes, jumeau,
      cles: textes.map(cleLibelle),
      mots: new Set(formes.flatMap((forme) => [...forme])),
      traits: new Set([...sousEntendus, ...textes.flatMap((texte) => [...traitsDe(texte, TRAITS[nature])])]),
      quantites: new Set(textes.flatMap(quantitesDe)),
    };
  });
  // Un mot rare distingue, un mot de tous les libellés ne dit rien.
  const frequence = (mot: string) => candidats.filter(({ mots }) => mots.has(mot)).length;
  const poids = memoriserTexte((mot) => Math.log(1 + candidats.length / (frequence(mot) || 2)));
  const lire = memoriserTexte((texte): Forme => ({ mots: motsCles(texte), traits: traitsDe(texte, TRAITS[nature]), quantites: quantitesDe(texte) }));
  return { candidats, nature, poids, lire };
}

function peser<T>({ poids }: Famille<T>, mots: Iterable<string>): number {
  let somme = 0;
  for (const mot of mots) somme += poids(mot);
  return somme;
}

interface Note<T> {
  readonly candidat: Candidat<T>;
  readonly expliquee: number;
  readonly retrouvee: number;
}

function noter<T>(famille: Famille<T>, { mots }: Forme, candidat: Candidat<T>): Note<T> {
  const expliquee = peser(famille, mots.filter((mot) => candidat.mots.has(mot))) / peser(famille, mots);
  const retrouvee = Math.max(...candidat.formes.map((forme) => peser(famille, [...forme].filter((mot) => mots.includes(mot))) / peser(famille, forme)));
  return { candidat, expliquee, retrouvee };
}

function suffit<T>({ mots }: Forme, { expliquee, retrouvee }: Note<T>, abrege: boolean): boolean {
  if (expliquee >= RETOUCHE.expliquee && retrouvee >= RETOUCHE.retrouvee) return true;
  const seuils = abrege ? RETROUVEE_ABREGE : RETROUVEE;
  return expliquee >= ABREGE && retrouvee >= (mots.length > 1 ? seuils.deuxMots : seuils.unMot);
}

function convient<T>({ nature }: Famille<T>, forme: Forme, candidat: Candidat<T>): boolean {
  return !contredit(forme.traits, candidat.traits, TRAITS[nature]) && !(nature === 'indicateurs' && changeQuantite(forme.quantites, candidat.quantites));
}

type Issue = 'gagne' | 'egal' | 'perd';

/** Ce que le libellé dit pour `a` contre `b` : les mots que l'un a et que l'autre n'a pas. */
function departager<T>(famille: Famille<T>, { mots }: Forme, note: Note<T>, b: Candidat<T>, isPris: boolean): Issue {
  const a = note.candidat;
  const pourA = peser(famille, mots.filter((mot) => a.mots.has(mot) && !b.mots.has(mot)));
  const pourB = peser(famille, mots.filter((mot) => b.mots.has(mot) && !a.mots.has(mot)));
  if (pourB > 0) return pourA >= AVANTAGE * pourB ? 'gagne' : 'perd';
  if (pourA > 0) return 'gagne';
  if (isPris) return note.expliquee >= ABREGE ? 'gagne' : 'egal';
  return tientDans(a, b) && note.expliquee >= SANS_MARQUE && note.retrouvee >= RETOUCHE.retrouvee ? 'gagne' : 'egal';
}

/** Ce que comptent « Nombre de… » et « Part de… » se lit aux traits, pas aux mots. */
const MESURES = new Set(['nombr', 'part']);

/** L'officiel de `a` tient dans celui de `b`, qui dit quelque chose de plus : « retours », « retours accompagnés ». */
function tientDans<T>(a: Candidat<T>, b: Candidat<T>): boolean {
  const hors = (x: Candidat<T>, y: Candidat<T>) => [...x.formes[0]!].filter((mot) => !MESURES.has(mot) && !y.mots.has(mot));
  return hors(a, b).length === 0 && hors(b, a).length > 0;
}

export interface OptionsRapprochement<T> {
  /** Seuls candidats admis ; par défaut, tous. */
  readonly admis?: (cible: T) => boolean;
  /** Candidats déjà rapprochés d'un autre libellé : ce que rien ne distingue d'eux ne leur revient plus. */
  readonly isPris?: (cible: T) => boolean;
  /** Vrai si autre chose que le libellé désigne le candidat : il peut être très abrégé. */
  readonly abrege?: boolean;
}

/** Rapproche un libellé des candidats d'une famille ; l'ordre des candidats ne compte pas. */
export function rapprocher<T>(texte: string, famille: Famille<T>, { admis = () => true, isPris = () => false, abrege = false }: OptionsRapprochement<T> = {}): Rapprochement<T> {
  const forme = famille.lire(texte);
  if (forme.mots.length === 0) return { etat: 'inconnu' };
  const rivaux = famille.candidats.filter((candidat) => convient(famille, forme, candidat));
  const libre = ({ cible }: Candidat<T>) => admis(cible) && !isPris(cible);
  const notes = rivaux.filter(libre).map((candidat) => noter(famille, forme, candidat)).filter((note) => suffit(forme, note, abrege));
  const issues = notes.map((note) => {
    const autres = rivaux.filter((autre) => autre !== note.candidat && (autre.jumeau !== note.candidat.jumeau || admis(autre.cible)));
    const contre = autres.map((autre) => departager(famille, forme, note, autre, isPris(autre.cible)));
    return { note, issue: contre.includes('perd') ? 'perd' : contre.includes('egal') ? 'egal' : 'gagne' } as const;
  });
  const gagnant = issues.find(({ issue }) => issue === 'gagne')?.note;
  if (gagnant) return { etat: 'trouve', candidat: gagnant.candidat, score: (gagnant.expliquee + gagnant.retrouvee) / 2 };
  const voisin = presqueExact(texte, famille, rivaux);
  if (voisin) return libre(voisin) ? { etat: 'trouve', candidat: voisin, score: 1 } : { etat: 'inconnu' };
  const egaux = issues.filter(({ issue }) => issue === 'egal').map(({ note }) => note.candidat);
  return egaux.length > 0 ? { etat: 'ambigu', candidats: egaux } : { etat: 'inconnu' };
}

/** Une faute pour douze lettres, deux au plus ; et trois de plus pour tout autre libellé. */
const FAUTES = { max: 2, lettres: 12, avance: 3 };

/** Le seul candidat dont le libellé ne diffère que par une ou deux lettres (jamais un chiffre). */
function presqueExact<T>(texte: string, { candidats }: Famille<T>, rivaux: readonly Candidat<T>[]): Candidat<T> | null {
  const cle = cleLibelle(texte);
  const chiffres = cle.replace(/\D/g, '');
  const ecart = ({ cles }: Candidat<T>) => Math.min(...cles.filter((autre) => Math.abs(autre.length - cle.length) <= FAUTES.max + FAUTES.avance).map((autre) => distance(cle, autre)));
  const [premier, second] = candidats.map((candidat) => ({ candidat, fautes: ecart(candidat) })).sort((a, b) => a.fautes - b.fautes);
  if (!premier || !rivaux.includes(premier.candidat) || premier.fautes > Math.min(FAUTES.max, Math.floor(cle.length / FAUTES.lettres))) return null;
  if (second && second.candidat.jumeau !== premier.candidat.jumeau && second.fautes < premier.fautes + FAUTES.avance) return null;
  return premier.candidat.cles.some((autre) => autre.replace(/\D/g, '') === chiffres) ? premier.candidat : null;
}
