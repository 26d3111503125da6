/** Tailles d'Excel en pixels : largeurs en caractères, hauteurs en points, hauteurs laissées au tableur. */
import { cleCellule, type Cellule, type Feuille } from '../../classeur/instantane';
import { TAILLE_PAR_DEFAUT, type StyleCellule } from '../habillage/habillage';

/** Largeur d'un chiffre de la police ordinaire (Calibri 11), et marges d'une colonne, en pixels. */
const CHIFFRE = 7;
const MARGES = 5;
const LARGEUR_PAR_DEFAUT = 8.43;
export const HAUTEUR_PAR_DEFAUT = 20;
const PIXELS_PAR_POINT = 4 / 3;
/** Largeur moyenne d'un caractère de texte, en part de la taille de la police : celle de Calibri. */
export const CHASSE = 0.5;
const INTERLIGNE = 1.3;
/** Excel ne dépasse pas 409 points. */
const HAUTEUR_MAX = 545;

export function largeurColonne({ largeurs }: Feuille, colonne: number): number {
  const caracteres = largeurs.get(colonne) ?? LARGEUR_PAR_DEFAUT;
  return caracteres <= 0 ? 0 : Math.round(caracteres * CHIFFRE + MARGES);
}

/** Lignes que prend un texte renvoyé à la ligne dans une largeur, estimées sans le dessiner. */
export function lignesDeTexte(texte: string, largeur: number, points: number, chasse = CHASSE): number {
  const place = Math.max(1, Math.floor((largeur - MARGES) / (points * PIXELS_PAR_POINT * chasse)));
  return texte.split('\n').reduce((total, paragraphe) => {
    let lignes = 1;
    let pris = 0;
    for (const mot of paragraphe.split(' ')) {
      const suite = pris === 0 ? mot.length : pris + 1 + mot.length;
      if (suite <= place) pris = suite;
      else {
        lignes += (pris === 0 ? 0 : 1) + Math.floor((mot.length - 1) / place);
        pris = ((mot.length - 1) % place) + 1;
      }
    }
    return total + lignes;
  }, 0);
}

/** Hauteur que demande une cellule, si son fichier laisse au tableur celle de la ligne. */
export function hauteurCellule(texte: string, largeur: number, { renvoi, taille }: Pick<StyleCellule, 'renvoi' | 'taille'>, chasse = CHASSE): number {
  const lignes = renvoi ? lignesDeTexte(texte, largeur, taille, chasse) : 1;
  const minimum = taille > TAILLE_PAR_DEFAUT ? Math.ceil(taille * PIXELS_PAR_POINT * INTERLIGNE) : HAUTEUR_PAR_DEFAUT;
  return lignes === 1 ? minimum : Math.min(HAUTEUR_MAX, Math.max(minimum, Math.ceil(lignes * taille * PIXELS_PAR_POINT * INTERLIGNE) + 2));
}

export interface Mesureur {
  readonly style: (cle: number) => StyleCellule;
  readonly texte: (cellule: Cellule) => string;
  /** Vrai si la cellule est fusionnée : elle ne compte pas dans la hauteur de sa ligne. */
  readonly fusionnee: (ligne: number, colonne: number) => boolean;
  readonly largeur: (colonne: number) => number;
  /** Celle de la police montrée, si elle a pu se mesurer. */
  readonly chasse?: number;
}

/** Hauteurs des lignes : celles du fichier, à défaut celles que demande leur contenu. */
export function hauteursDesLignes(feuille: Feuille, derniere: number, { style, texte, fusionnee, largeur, chasse }: Mesureur): Float64Array {
  const hauteurs = new Float64Array(derniere + 1).fill(HAUTEUR_PAR_DEFAUT);
  for (const cellule of feuille.cellules.values()) {
    const { ligne, colonne } = cellule;
    if (ligne > derniere || feuille.hauteurs.has(ligne) || fusionnee(ligne, colonne)) continue;
    const demandee = hauteurCellule(texte(cellule), largeur(colonne), style(cleCellule(ligne, colonne)), chasse);
    hauteurs[ligne] = Math.max(hauteurs[ligne]!, demandee);
  }
  for (const [ligne, points] of feuille.hauteurs) if (ligne <= derniere) hauteurs[ligne] = Math.round(points * PIXELS_PAR_POINT);
  return hauteurs;
}

/** Échelles offertes, et celles que la page choisit d'elle-même, de la plus lisible à la plus petite. */
export const ECHELLES = [0.5, 0.75, 0.9, 1, 1.25, 1.5] as const;
const ECHELLES_AUTOMATIQUES = [1, 0.9, 0.75] as const;

/** La plus grande échelle où les colonnes figées laissent voir deux colonnes de plus ; la plus petite, sinon. */
export function echelleAjustee(feuille: Feuille, place: number): number {
  const largeur = Array.from({ length: feuille.figees.colonnes + 2 }, (_, rang) => largeurColonne(feuille, rang + 1)).reduce((somme, une) => somme + une, 0);
  return ECHELLES_AUTOMATIQUES.find((echelle) => largeur * echelle <= place) ?? ECHELLES_AUTOMATIQUES[2];
}
