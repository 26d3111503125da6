/**
 * L'en-tête d'une feuille : une ou deux lignes (parfois trois), décalées, fusionnées ou non. On rend,
 * par colonne, ses textes propres de haut en bas et ceux que les colonnes de gauche lui prêtent.
 */
import type { Plage } from './instantane';
import type { Grille } from './grille';
import { normaliser } from './texte';

export interface TitreColonne {
  readonly colonne: number;
  /** Textes normalisés propres à la colonne (valeur ou fusion), de haut en bas. */
  readonly propres: readonly string[];
  /** Textes normalisés de toutes les lignes d'en-tête, report de la gauche compris. */
  readonly tous: readonly string[];
  /** Texte d'origine, pour les messages. */
  readonly libelle: string;
  /** Année lue dans les textes propres, sinon reportée de la gauche sur la ligne des blocs. */
  readonly annee: number | null;
}

/** Hauteur maximale d'un en-tête au-dessus de la première ligne de contenu. */
const HAUTEUR_MAX = 4;
const ANNEE = /\b(20[0-4]\d)\b/;

export function anneeDe(texte: string): number | null {
  const trouve = ANNEE.exec(texte);
  return trouve ? Number(trouve[1]) : null;
}

/**
 * Lignes d'en-tête : en remontant depuis la première ligne de contenu jusqu'à la ligne qui porte
 * l'intitulé cherché (« Objectif », « Indicateur »…).
 */
export function lignesEnTete(grille: Grille, premiereLigne: number, isIntitule: (texte: string) => boolean): readonly number[] {
  const dessus = grille.lignes.filter((ligne) => ligne < premiereLigne).slice(-HAUTEUR_MAX);
  const debut = dessus.findIndex((ligne) => grille.colonnes.some((colonne) => isIntitule(normaliser(grille.texte(ligne, colonne)))));
  return debut < 0 ? dessus.slice(-2) : dessus.slice(debut);
}

/** Textes d'une ligne d'en-tête : propre à chaque colonne, et reporté de la gauche là où rien n'est écrit. */
function lireLigne(grille: Grille, ligne: number, colonnes: readonly number[]) {
  let report = '';
  return colonnes.map((colonne) => {
    const ancre = grille.ancre(ligne, colonne);
    const texte = grille.texte(ancre.ligne, ancre.colonne);
    if (texte !== '') report = texte;
    return { propre: texte, reporte: texte === '' ? report : '' };
  });
}

export function lireEnTete(grille: Grille, lignes: readonly number[]): readonly TitreColonne[] {
  const { colonnes } = grille;
  const rangees = lignes.map((ligne) => lireLigne(grille, ligne, colonnes));
  return colonnes.map((colonne, rang) => {
    const cellules = rangees.map((rangee) => rangee[rang]!);
    // Une fusion verticale donne deux fois le même texte : on ne le garde qu'une fois.
    const propres = [...new Set(cellules.map(({ propre }) => propre).filter((texte) => texte !== ''))];
    const tous = [...new Set(cellules.map(({ propre, reporte }) => propre || reporte).filter((texte) => texte !== ''))];
    const annee = propres.map(anneeDe).find((lue) => lue !== null) ?? (propres.length > 0 ? (tous.map(anneeDe).find((lue) => lue !== null) ?? null) : null);
    return { colonne, propres: propres.map(normaliser), tous: tous.map(normaliser), libelle: propres.join(' '), annee };
  });
}

export function plageEnTete(grille: Grille, lignes: readonly number[], premiereLigne: number): Plage {
  return {
    ligne: lignes[0] ?? Math.max(1, premiereLigne - 1),
    derniereLigne: lignes[lignes.length - 1] ?? Math.max(1, premiereLigne - 1),
    colonne: grille.colonnes[0] ?? 1,
    derniereColonne: grille.colonnes[grille.colonnes.length - 1] ?? 1,
  };
}
