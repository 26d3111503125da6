/** Vue d'une feuille pour le repérage : textes, valeurs recalculées au besoin, fusions résolues. */
import { celluleDe, cleCellule, isVide, type Feuille, type Plage, type Valeur } from './instantane';

/** Donne la valeur d'une cellule ; le moteur y branche le recalcul des formules. */
export type LireValeur = (feuille: Feuille, ligne: number, colonne: number) => Valeur;

/** Valeur laissée dans le fichier, sans recalcul. */
export const valeurEnregistree: LireValeur = (feuille, ligne, colonne) => celluleDe(feuille, ligne, colonne)?.valeur ?? null;

export interface TexteLu {
  readonly ligne: number;
  readonly colonne: number;
  readonly texte: string;
}

export interface Grille {
  readonly feuille: Feuille;
  /** Texte affichable d'une cellule (nombre compris), '' si elle est vide. */
  texte(ligne: number, colonne: number): string;
  valeur(ligne: number, colonne: number): Valeur;
  /** Cellule qui porte la valeur : le coin haut gauche de la fusion, ou la cellule elle-même. */
  ancre(ligne: number, colonne: number): { readonly ligne: number; readonly colonne: number };
  fusion(ligne: number, colonne: number): Plage | null;
  isVide(ligne: number, colonne: number): boolean;
  /** Lignes portant une valeur ou une formule, de haut en bas. */
  readonly lignes: readonly number[];
  /** Colonnes portant une valeur ou une formule, de gauche à droite. */
  readonly colonnes: readonly number[];
  /** Premiers textes de la feuille, tels qu'enregistrés (formules non recalculées). */
  readonly textes: readonly TexteLu[];
}

/** Une fusion de colonnes entières ne sert ni d'en-tête ni de libellé : on borne ce qu'on indexe. */
const FUSION_MAX = { lignes: 500, colonnes: 100 };

function indexerFusions(fusions: readonly Plage[]): ReadonlyMap<number, Plage> {
  const index = new Map<number, Plage>();
  for (const plage of fusions) {
    const fin = Math.min(plage.derniereLigne, plage.ligne + FUSION_MAX.lignes);
    const droite = Math.min(plage.derniereColonne, plage.colonne + FUSION_MAX.colonnes);
    for (let ligne = plage.ligne; ligne <= fin; ligne++) {
      for (let colonne = plage.colonne; colonne <= droite; colonne++) index.set(cleCellule(ligne, colonne), plage);
    }
  }
  return index;
}

interface Occupation {
  readonly lignes: readonly number[];
  readonly colonnes: readonly number[];
}

function occuper({ cellules }: Feuille): Occupation {
  const lignes = new Set<number>();
  const colonnes = new Set<number>();
  for (const { ligne, colonne, valeur, formule } of cellules.values()) {
    if (valeur === null && formule === null) continue;
    lignes.add(ligne);
    colonnes.add(colonne);
  }
  const croissant = (ensemble: Set<number>) => [...ensemble].sort((a, b) => a - b);
  return { lignes: croissant(lignes), colonnes: croissant(colonnes) };
}

/** Les annexes comptent quelques centaines de textes : une feuille étrangère n'est pas lue au-delà. */
const TEXTES_MAX = 2000;

function lireTextes({ cellules }: Feuille): readonly TexteLu[] {
  const textes: TexteLu[] = [];
  for (const { ligne, colonne, valeur } of cellules.values()) {
    if (typeof valeur !== 'string' || valeur === '') continue;
    textes.push({ ligne, colonne, texte: valeur.trim() });
    if (textes.length === TEXTES_MAX) break;
  }
  return textes;
}

/** Calcul fait à la première demande, et une seule fois. */
function paresseux<V>(calculer: () => V): () => V {
  let fait: { readonly valeur: V } | null = null;
  return () => (fait ??= { valeur: calculer() }).valeur;
}

export function creerGrille(feuille: Feuille, lire: LireValeur): Grille {
  const fusions = paresseux(() => indexerFusions(feuille.fusions));
  const occupation = paresseux(() => occuper(feuille));
  const textes = paresseux(() => lireTextes(feuille));
  const valeur = (ligne: number, colonne: number) => lire(feuille, ligne, colonne);
  const fusion = (ligne: number, colonne: number) => fusions().get(cleCellule(ligne, colonne)) ?? null;
  return {
    feuille,
    valeur,
    fusion,
    texte: (ligne, colonne) => {
      const lue = valeur(ligne, colonne);
      return typeof lue === 'string' ? lue.trim() : typeof lue === 'number' ? String(lue) : '';
    },
    ancre: (ligne, colonne) => fusion(ligne, colonne) ?? { ligne, colonne },
    isVide: (ligne, colonne) => celluleDe(feuille, ligne, colonne)?.formule == null && isVide(valeur(ligne, colonne)),
    get lignes() { return occupation().lignes; },
    get colonnes() { return occupation().colonnes; },
    get textes() { return textes(); },
  };
}

/** La même feuille, réduite à une bande de lignes : deux tableaux l'un sous l'autre se lisent à part. */
export function restreindre(grille: Grille, depuis: number, jusqua: number): Grille {
  const dedans = (ligne: number) => ligne >= depuis && ligne <= jusqua;
  const textes = grille.textes.filter(({ ligne }) => dedans(ligne));
  return { ...grille, lignes: grille.lignes.filter(dedans), colonnes: grille.colonnes, textes };
}

/** Texte d'une cellule, report des fusions compris. */
export function texteFusionne(grille: Grille, ligne: number, colonne: number): string {
  const { ligne: l, colonne: c } = grille.ancre(ligne, colonne);
  return grille.texte(l, c);
}
