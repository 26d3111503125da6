/**
 * Géométrie d'un graphique de cible : des années en abscisse, une mesure en ordonnée, la cible
 * nationale en repère. Pure, en unités du dessin (un pixel à 296 px de large).
 */
import { formatNombre, formatTaux } from '../../classeur/nombres';
import type { Bloc } from '../../classeur/dossier';
import type { VueCible } from '../../moteur/vues/cibles';
import type { PointCible, SerieCible } from '../../moteur/vues/cibles-series';

export const LARGEUR = 296;
export const HAUTEUR = 160;
const MARGES = { gauche: 44, droite: 22, haut: 18, bas: 20 } as const;
/** Air laissé au-dessus de la plus grande valeur. */
const AIR = 1.12;

export interface PointTrace {
  readonly x: number;
  readonly y: number;
  readonly texte: string;
  readonly bloc: Bloc;
  /** Où écrire la valeur : au-dessus du point le plus haut d'une année, au-dessous des autres. */
  readonly yTexte: number;
}

export interface SerieTracee {
  readonly nom: string;
  /** Points du diagnostic et des cibles, reliés. */
  readonly visee: readonly PointTrace[];
  /** Niveaux d'atteinte, à part. */
  readonly atteinte: readonly PointTrace[];
}

export interface Repere {
  readonly y: number;
  readonly texte: string;
  readonly yTexte: number;
}

export interface Trace {
  readonly annees: readonly { readonly x: number; readonly annee: number }[];
  readonly series: readonly SerieTracee[];
  /** Zéro. */
  readonly base: number;
  readonly seuil: Repere | null;
  /** Haut de la fourchette, quand la cible nationale en est une. */
  readonly haut: Repere | null;
  readonly gauche: number;
  readonly droite: number;
}

function anneesDe(series: readonly SerieCible[]): readonly number[] {
  return [...new Set(series.flatMap(({ points }) => points.map(({ annee }) => annee)))].sort((a, b) => a - b);
}

const HAUTEUR_TEXTE = 12;

/** Remonte un texte qu'un trait de repère barrerait. */
export function eviterLigne(y: number, traits: readonly number[]): number {
  return [...traits].sort((a, b) => b - a).reduce((place, trait) => (trait <= place + 2 && trait >= place - HAUTEUR_TEXTE ? trait - 4 : place), y);
}

/** Le point le plus haut de chaque année, toutes séries confondues. */
function sommetsDe(series: readonly SerieCible[]): ReadonlySet<PointCible> {
  const parAnnee = new Map<number, PointCible>();
  for (const point of series.flatMap(({ points }) => points)) {
    const connu = parAnnee.get(point.annee);
    if (point.valeur !== null && (!connu || point.valeur > (connu.valeur ?? 0))) parAnnee.set(point.annee, point);
  }
  return new Set(parAnnee.values());
}

/** Le graphique d'une cible ; `null` si rien n'est renseigné. */
export function tracer({ series, seuil, haut, mesure }: Pick<VueCible, 'series' | 'seuil' | 'haut' | 'mesure'>): Trace | null {
  const valeurs = series.flatMap(({ points }) => points.flatMap(({ valeur }) => (valeur === null ? [] : [valeur])));
  if (valeurs.length === 0) return null;
  const sommet = Math.max(...valeurs, seuil ?? 0, haut ?? 0) * AIR || 1;
  const base = HAUTEUR - MARGES.bas;
  const gauche = MARGES.gauche;
  const droite = LARGEUR - MARGES.droite;
  const annees = anneesDe(series);
  const pas = annees.length > 1 ? (droite - gauche - 24) / (annees.length - 1) : 0;
  const xDe = (annee: number) => gauche + 12 + annees.indexOf(annee) * pas;
  const yDe = (valeur: number) => base - (Math.max(0, valeur) / sommet) * (base - MARGES.haut);
  const formater = mesure === 'taux' ? formatTaux : formatNombre;
  // Deux repères proches écartent leurs textes : le haut au-dessus de son trait, le bas au-dessous.
  const repere = (valeur: number | null, decalage: number): Repere | null =>
    valeur === null ? null : { y: yDe(valeur), texte: formater(valeur), yTexte: yDe(valeur) + 4 + decalage };
  const sommets = sommetsDe(series);
  const traits = [seuil, haut].filter((valeur) => valeur !== null).map(yDe);
  // Un point juste sous un repère s'écrit dessous, s'il est seul : écrit au-dessus, il semblerait l'atteindre.
  const ecrire = (y: number) => {
    const dessus = eviterLigne(y - 8, traits);
    return dessus !== y - 8 && series.length === 1 && y + 18 <= base - 3 ? y + 18 : dessus;
  };
  const points = (serie: SerieCible, garder: (bloc: Bloc) => boolean): PointTrace[] =>
    serie.points.flatMap((point) => {
      const { bloc, annee, valeur, texte } = point;
      if (valeur === null || !garder(bloc)) return [];
      const y = yDe(valeur);
      return [{ x: xDe(annee), y, texte, bloc, yTexte: sommets.has(point) ? ecrire(y) : Math.min(y + 18, base - 3) }];
    });
  return {
    annees: annees.map((annee) => ({ annee, x: xDe(annee) })),
    series: series.map((serie) => ({
      nom: serie.nom,
      visee: points(serie, (bloc) => bloc !== 'atteinte'),
      atteinte: points(serie, (bloc) => bloc === 'atteinte'),
    })),
    base, gauche, droite, seuil: repere(seuil, haut === null ? 0 : 6), haut: repere(haut, -4),
  };
}

/** Chemin SVG d'une suite de points. */
export function chemin(points: readonly PointTrace[]): string {
  return points.map(({ x, y }, rang) => `${rang === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join(' ');
}
