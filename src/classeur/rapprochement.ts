/**
 * Rapprochement d'un libellé saisi avec un libellé officiel, sans pari. Un candidat n'est retenu que
 * si le libellé dit assez de lui, et si aucun mot du libellé ne plaide pour un autre. Deux candidats
 * que rien ne départage sont rendus comme ambigus.
 */
import type { Candidat, Famille, LibelleLu, Note } from './famille';

export type Rapprochement<T> =
  | { readonly etat: 'trouve'; readonly candidat: Candidat<T>; readonly score: number }
  | { readonly etat: 'ambigu'; readonly candidats: readonly Candidat<T>[] }
  | { readonly etat: 'inconnu' };

export interface OptionsRapprochement<T> {
  /** Seuls candidats admis ; par défaut, tous. */
  readonly admis?: (cible: T) => boolean;
  /** Candidats déjà rapprochés d'un autre libellé : ce que rien ne distingue d'eux ne leur revient plus. */
  readonly isPris?: (cible: T) => boolean;
  /** Vrai si autre chose que le libellé désigne le candidat : il peut être très abrégé. */
  readonly abrege?: boolean;
}

/** Un libellé retouché garde l'essentiel de l'officiel, et n'y ajoute pas grand-chose. */
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

function suffit<T>({ poids }: LibelleLu<T>, { expliquee, retrouvee }: Note<T>, abrege: boolean): boolean {
  if (expliquee >= RETOUCHE.expliquee && retrouvee >= RETOUCHE.retrouvee) return true;
  const seuils = abrege ? RETROUVEE_ABREGE : RETROUVEE;
  return expliquee >= ABREGE && retrouvee >= (poids.length > 1 ? seuils.deuxMots : seuils.unMot);
}

/** Ce que comptent « Nombre de… » et « Part de… » se lit aux traits, pas aux mots. */
const MESURES = new Set(['nombr', 'part']);

/** L'officiel de `a` tient dans celui de `b`, qui dit quelque chose de plus : « retours », « retours accompagnés ». */
function tientDans<T>(a: Candidat<T>, b: Candidat<T>): boolean {
  const hors = (x: Candidat<T>, y: Candidat<T>) => [...x.formes[0]!].filter((mot) => !MESURES.has(mot) && !y.mots.has(mot));
  return hors(a, b).length === 0 && hors(b, a).length > 0;
}

type Issue = 'gagne' | 'egal' | 'perd';

/** Ce que le libellé dit pour `a` contre `b` : les mots que l'un a et que l'autre n'a pas. */
function departager<T>({ poids }: LibelleLu<T>, a: Note<T>, b: Note<T>, isPris: boolean): Issue {
  let [pourA, pourB] = [0, 0];
  for (let rang = 0; rang < poids.length; rang++) {
    if (a.presents[rang] === b.presents[rang]) continue;
    if (a.presents[rang]) pourA += poids[rang]!;
    else pourB += poids[rang]!;
  }
  if (pourB > 0) return pourA >= AVANTAGE * pourB ? 'gagne' : 'perd';
  if (pourA > 0 || b.contredit) return 'gagne';
  if (isPris) return a.expliquee >= ABREGE ? 'gagne' : 'egal';
  return a.expliquee >= SANS_MARQUE && a.retrouvee >= RETOUCHE.retrouvee && tientDans(a.candidat, b.candidat) ? 'gagne' : 'egal';
}

/** Issue d'un candidat contre tous les autres : il suffit qu'un seul l'emporte pour qu'il perde. */
function affronter<T>(lu: LibelleLu<T>, note: Note<T>, { admis, isPris }: Required<Pick<OptionsRapprochement<T>, 'admis' | 'isPris'>>): Issue {
  const { candidat } = note;
  let issue: Issue = 'gagne';
  for (const autre of lu.notes) {
    const rival = autre.candidat;
    if (rival === candidat || (rival.jumeau === candidat.jumeau && !admis(rival.cible))) continue;
    const contre = departager(lu, note, autre, isPris(rival.cible));
    if (contre === 'perd') return 'perd';
    if (contre === 'egal') issue = 'egal';
  }
  return issue;
}

/** Rapproche un libellé des candidats d'une famille ; l'ordre des candidats ne compte pas. */
export function rapprocher<T>(texte: string, famille: Famille<T>, { admis = () => true, isPris = () => false, abrege = false }: OptionsRapprochement<T> = {}): Rapprochement<T> {
  const lu = famille.lire(texte);
  const libre = ({ cible }: Candidat<T>) => admis(cible) && !isPris(cible);
  const issues = lu.notes
    .filter((note) => !note.contredit && libre(note.candidat) && suffit(lu, note, abrege))
    .map((note) => ({ note, issue: affronter(lu, note, { admis, isPris }) }));
  const gagnant = issues.find(({ issue }) => issue === 'gagne')?.note;
  if (gagnant) return { etat: 'trouve', candidat: gagnant.candidat, score: (gagnant.expliquee + gagnant.retrouvee) / 2 };
  const voisin = lu.voisin();
  if (voisin) return libre(voisin) ? { etat: 'trouve', candidat: voisin, score: 1 } : { etat: 'inconnu' };
  const egaux = issues.filter(({ issue }) => issue === 'egal').map(({ note }) => note.candidat);
  return egaux.length > 0 ? { etat: 'ambigu', candidats: egaux } : { etat: 'inconnu' };
}
