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

function suffit<T>({ mots }: LibelleLu<T>, { expliquee, retrouvee }: Note<T>, abrege: boolean): boolean {
  if (expliquee >= RETOUCHE.expliquee && retrouvee >= RETOUCHE.retrouvee) return true;
  const seuils = abrege ? RETROUVEE_ABREGE : RETROUVEE;
  return expliquee >= ABREGE && retrouvee >= (mots.length > 1 ? seuils.deuxMots : seuils.unMot);
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
function departager<T>({ peser }: Famille<T>, { mots }: LibelleLu<T>, { candidat: a, expliquee, retrouvee }: Note<T>, b: Candidat<T>, isPris: boolean): Issue {
  const pourA = peser(mots.filter((mot) => a.mots.has(mot) && !b.mots.has(mot)));
  const pourB = peser(mots.filter((mot) => b.mots.has(mot) && !a.mots.has(mot)));
  if (pourB > 0) return pourA >= AVANTAGE * pourB ? 'gagne' : 'perd';
  if (pourA > 0) return 'gagne';
  if (isPris) return expliquee >= ABREGE ? 'gagne' : 'egal';
  return tientDans(a, b) && expliquee >= SANS_MARQUE && retrouvee >= RETOUCHE.retrouvee ? 'gagne' : 'egal';
}

/** Rapproche un libellé des candidats d'une famille ; l'ordre des candidats ne compte pas. */
export function rapprocher<T>(texte: string, famille: Famille<T>, { admis = () => true, isPris = () => false, abrege = false }: OptionsRapprochement<T> = {}): Rapprochement<T> {
  const lu = famille.lire(texte);
  const libre = ({ cible }: Candidat<T>) => admis(cible) && !isPris(cible);
  const issues = lu.notes.filter((note) => libre(note.candidat) && suffit(lu, note, abrege)).map((note) => {
    const { candidat } = note;
    const autres = lu.notes.map((autre) => autre.candidat).filter((autre) => autre !== candidat && (autre.jumeau !== candidat.jumeau || admis(autre.cible)));
    const contre = autres.map((autre) => departager(famille, lu, note, autre, isPris(autre.cible)));
    return { note, issue: contre.includes('perd') ? 'perd' : contre.includes('egal') ? 'egal' : 'gagne' } as const;
  });
  const gagnant = issues.find(({ issue }) => issue === 'gagne')?.note;
  if (gagnant) return { etat: 'trouve', candidat: gagnant.candidat, score: (gagnant.expliquee + gagnant.retrouvee) / 2 };
  const voisin = lu.voisin();
  if (voisin) return libre(voisin) ? { etat: 'trouve', candidat: voisin, score: 1 } : { etat: 'inconnu' };
  const egaux = issues.filter(({ issue }) => issue === 'egal').map(({ note }) => note.candidat);
  return egaux.length > 0 ? { etat: 'ambigu', candidats: egaux } : { etat: 'inconnu' };
}
