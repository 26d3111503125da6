/** Une feuille prête à être montrée : textes, styles, axes, fusions. Calculée une fois par lecture. */
import { celluleDe, cleCellule, type Cellule, type Feuille, type Instantane, type Valeur } from '../../classeur/instantane';
import type { ValeurJugee } from '../../formules/valeurs';
import { afficher } from '../formats/afficher';
import { styleDe, type Habillage, type StyleCellule } from '../habillage/habillage';
import type { Jugements } from '../travail/ouvrier';
import { creerAxe, type Axe } from './axe';
import { indexerFusions, type Fusions } from './fusions';
import { hauteursDesLignes, largeurColonne } from './mesures';

export interface VueFeuille {
  readonly feuille: Feuille;
  readonly lignes: Axe;
  readonly colonnes: Axe;
  readonly fusions: Fusions;
  readonly style: (ligne: number, colonne: number) => StyleCellule;
  /** Valeur montrée : recalculée si elle a pu l'être, sinon celle du fichier. */
  readonly valeur: (ligne: number, colonne: number) => Valeur;
  /** Ce qu'on sait d'une formule qui ne se montre pas telle que le fichier la garde ; `null` sinon. */
  readonly jugement: (ligne: number, colonne: number) => ValeurJugee | null;
  readonly texte: (ligne: number, colonne: number) => string;
}

export interface OptionsVue {
  readonly instantane: Instantane;
  readonly jugements: Jugements;
  readonly habillage: Habillage;
  readonly echelle: number;
  /** Montrer aussi les lignes et colonnes masquées. */
  readonly masquees: boolean;
  /** Largeur moyenne d'un caractère de la police montrée, en part de sa taille. */
  readonly chasse?: number;
}

/** Colonnes et lignes montrées au moins, pour qu'une feuille presque vide ait l'air d'une feuille. */
const LIGNES_MIN = 10;
const COLONNES_MIN = 6;

/** Dernière ligne à montrer : d'une feuille tronquée, on ne montre que ce qui a été lu. */
export function derniereMontree(feuille: Feuille): number {
  if (!feuille.tronquee) return Math.max(LIGNES_MIN, feuille.derniereLigne);
  let derniere = LIGNES_MIN;
  for (const { ligne } of feuille.cellules.values()) derniere = Math.max(derniere, ligne);
  return derniere;
}

export function dresserVue(feuille: Feuille, { instantane, jugements, habillage, echelle, masquees, chasse }: OptionsVue): VueFeuille {
  const fusions = indexerFusions(feuille.fusions);
  const juges = jugements.get(feuille.id);
  const jugement = (ligne: number, colonne: number) => juges?.get(cleCellule(ligne, colonne)) ?? null;
  const valeurDe = (cellule: Cellule): Valeur => {
    const juge = jugement(cellule.ligne, cellule.colonne);
    return juge ? juge.valeur : cellule.valeur;
  };
  const texteDe = (cellule: Cellule) => afficher(valeurDe(cellule), cellule.format, instantane.dates1904);
  const style = (ligne: number, colonne: number) => styleDe(habillage, feuille.id, cleCellule(ligne, colonne));
  const derniere = derniereMontree(feuille);
  const largeur = (colonne: number) => (!masquees && feuille.colonnesMasquees.has(colonne) ? 0 : largeurColonne(feuille, colonne));
  const hauteurs = hauteursDesLignes(feuille, derniere, {
    style: (cle) => styleDe(habillage, feuille.id, cle),
    texte: texteDe,
    fusionnee: (ligne, colonne) => fusions.de(ligne, colonne) !== null,
    largeur, chasse,
  });
  const hauteur = (ligne: number) => (!masquees && feuille.lignesMasquees.has(ligne) ? 0 : hauteurs[ligne]!);
  return {
    feuille, fusions, style, jugement,
    lignes: creerAxe(derniere, (ligne) => Math.round(hauteur(ligne) * echelle)),
    colonnes: creerAxe(Math.max(COLONNES_MIN, feuille.derniereColonne), (colonne) => Math.round(largeur(colonne) * echelle)),
    valeur: (ligne, colonne) => {
      const cellule = celluleDe(feuille, ligne, colonne);
      return cellule ? valeurDe(cellule) : null;
    },
    texte: (ligne, colonne) => {
      const cellule = celluleDe(feuille, ligne, colonne);
      return cellule ? texteDe(cellule) : '';
    },
  };
}

/** Texte lu juste au-dessus (dernière ligne figée) et à gauche (dernière colonne figée) : ce qui nomme une cellule. */
export function intitules({ feuille: { figees }, fusions, texte }: VueFeuille, ligne: number, colonne: number): readonly string[] {
  const lire = (l: number, c: number): string => {
    const ancre = fusions.ancre(l, c);
    return texte(ancre.ligne, ancre.colonne).replace(/\s+/g, ' ').trim();
  };
  const aGauche = figees.colonnes > 0 && colonne > figees.colonnes && ligne > figees.lignes ? lire(ligne, figees.colonnes) : '';
  const auDessus = figees.lignes > 0 && ligne > figees.lignes ? lire(figees.lignes, colonne) : '';
  return [aGauche, auDessus].filter((intitule) => intitule !== '');
}
