/** Index d'un instantané pour l'évaluation : feuilles et noms par leur nom, bornes lues. */
import type { Feuille, Instantane, Plage, Valeur } from '../classeur/instantane';
import { analyser, type Analyse } from './analyse';
import { NonEvaluable, type Reference } from './resultats';

export interface Classeur {
  readonly instantane: Instantane;
  readonly feuille: (nom: string) => Feuille | undefined;
  readonly feuilleParId: (id: string) => Feuille | undefined;
  /** Définition d'un nom, le nom local à la feuille l'emportant. */
  readonly nom: (nom: string, feuille: Feuille) => Analyse | undefined;
  /** Analyse mémorisée d'une formule. */
  readonly analyser: (formule: string) => Analyse;
  /** Dernière ligne et dernière colonne de tout le classeur : bornes des colonnes entières. */
  readonly derniereLigne: number;
  readonly derniereColonne: number;
}

export function indexer(instantane: Instantane): Classeur {
  const parNom = new Map(instantane.feuilles.map((feuille) => [feuille.nom.toLowerCase(), feuille]));
  const parId = new Map(instantane.feuilles.map((feuille) => [feuille.id, feuille]));
  const noms = new Map(instantane.noms.map(({ nom, feuille, formule }) => [cleNom(nom, feuille), formule]));
  const analyses = new Map<string, Analyse>();
  const analyserUneFois = (formule: string) => {
    const connue = analyses.get(formule) ?? analyser(formule);
    analyses.set(formule, connue);
    return connue;
  };
  return {
    instantane,
    analyser: analyserUneFois,
    feuille: (nom) => parNom.get(nom.toLowerCase()),
    feuilleParId: (id) => parId.get(id),
    nom: (nom, feuille) => {
      const formule = noms.get(cleNom(nom, feuille.id)) ?? noms.get(cleNom(nom, null));
      return formule === undefined ? undefined : analyserUneFois(`=${formule}`);
    },
    derniereLigne: Math.max(1, ...instantane.feuilles.map((feuille) => feuille.derniereLigne)),
    derniereColonne: Math.max(1, ...instantane.feuilles.map((feuille) => feuille.derniereColonne)),
  };
}

function cleNom(nom: string, feuille: string | null): string {
  return `${feuille ?? ''}\u0000${nom.toLowerCase()}`;
}

/** Au-delà, une plage n'est plus matérialisée cellule par cellule. */
const CELLULES_MAX = 200_000;

/** Accès aux cellules : celles du classeur, ou des opérandes tirés au hasard à leur place. */
export interface Lecture {
  /** Valeur d'une cellule ; lève `NonEvaluable`. */
  readonly lire: (feuille: Feuille, ligne: number, colonne: number) => Valeur;
  /** Cellules non vides d'une feuille, sans ordre. */
  readonly cellules: (feuille: Feuille) => Iterable<{ readonly ligne: number; readonly colonne: number }>;
}

/** Valeurs d'une plage, ligne par ligne, bornée à la partie utile du classeur. */
export function lireMatrice(plage: Reference, classeur: Classeur, { lire }: Lecture): Valeur[][] {
  const { feuille, ligne, colonne } = plage;
  const derniereLigne = Math.max(ligne, Math.min(plage.derniereLigne, classeur.derniereLigne));
  const derniereColonne = Math.max(colonne, Math.min(plage.derniereColonne, classeur.derniereColonne));
  refuserSiTronquee(plage);
  if ((derniereLigne - ligne + 1) * (derniereColonne - colonne + 1) > CELLULES_MAX) {
    throw new NonEvaluable('une plage est trop grande pour être calculée', 'limite');
  }
  return Array.from({ length: derniereLigne - ligne + 1 }, (_, rangLigne) =>
    Array.from({ length: derniereColonne - colonne + 1 }, (_vide, rangColonne) =>
      lire(feuille, ligne + rangLigne, colonne + rangColonne)));
}

/** Une plage plus petite est parcourue case par case ; une plus grande, par les cellules de sa feuille. */
const CASES_MAX = 50_000;

/** Visite les valeurs d'une plage, de haut en bas ; les cellules vides peuvent être sautées. */
export function visiterPlage(plage: Reference, { lire, cellules }: Lecture, visiter: (valeur: Valeur, ligne: number, colonne: number) => void): void {
  refuserSiTronquee(plage);
  const { feuille } = plage;
  const derniereLigne = Math.min(plage.derniereLigne, feuille.derniereLigne);
  const derniereColonne = Math.min(plage.derniereColonne, feuille.derniereColonne);
  if ((derniereLigne - plage.ligne + 1) * (derniereColonne - plage.colonne + 1) <= CASES_MAX) {
    for (let ligne = plage.ligne; ligne <= derniereLigne; ligne += 1) {
      for (let colonne = plage.colonne; colonne <= derniereColonne; colonne += 1) visiter(lire(feuille, ligne, colonne), ligne, colonne);
    }
    return;
  }
  const presentes = [...cellules(feuille)].filter(({ ligne, colonne }) =>
    ligne >= plage.ligne && ligne <= derniereLigne && colonne >= plage.colonne && colonne <= derniereColonne);
  presentes.sort((a, b) => a.ligne - b.ligne || a.colonne - b.colonne);
  for (const { ligne, colonne } of presentes) visiter(lire(feuille, ligne, colonne), ligne, colonne);
}

const dernieresLues = new WeakMap<Feuille, number>();

/** Dernière ligne effectivement lue d'une feuille tronquée. */
function derniereLue(feuille: Feuille): number {
  let derniere = dernieresLues.get(feuille);
  if (derniere === undefined) {
    derniere = 0;
    for (const { ligne } of feuille.cellules.values()) derniere = Math.max(derniere, ligne);
    dernieresLues.set(feuille, derniere);
  }
  return derniere;
}

export function refuserSiTronquee(plage: Pick<Reference, 'feuille' | 'derniereLigne'>): void {
  if (plage.feuille.tronquee && plage.derniereLigne > derniereLue(plage.feuille)) {
    throw new NonEvaluable(`la feuille « ${plage.feuille.nom} » est trop longue pour avoir été lue en entier`, 'limite');
  }
}

/** Cellules communes à deux plages d'une même feuille. */
export function croiser(a: Reference, b: Plage): Reference | null {
  const ligne = Math.max(a.ligne, b.ligne);
  const colonne = Math.max(a.colonne, b.colonne);
  const derniereLigne = Math.min(a.derniereLigne, b.derniereLigne);
  const derniereColonne = Math.min(a.derniereColonne, b.derniereColonne);
  return ligne > derniereLigne || colonne > derniereColonne ? null : { ...a, ligne, colonne, derniereLigne, derniereColonne };
}
