/** Ce que portent les cellules d'une colonne, pour dire son rôle quand son intitulé ne suffit pas. */
import type { Grille } from './grille';
import { lireValeur } from './nombres';

/** Ce que portent les cellules d'une colonne, sous l'en-tête. */
export interface ContenuColonne {
  readonly nombres: number;
  /** Textes qui ne se lisent pas comme un nombre. */
  readonly textes: number;
  /** Textes assez longs pour être rédigés. */
  readonly rediges: number;
}

/** Un texte plus court qu'une phrase est une marque (« X », « T1 2020 »). */
const REDIGE = 20;

/** Lit le contenu d'une colonne, de la première ligne de contenu à la dernière de la feuille. */
export function lireContenu(grille: Grille, premiereLigne: number): (colonne: number) => ContenuColonne {
  const lignes = grille.lignes.filter((ligne) => ligne >= premiereLigne);
  return (colonne) => {
    let [nombres, textes, rediges] = [0, 0, 0];
    for (const ligne of lignes) {
      const valeur = grille.valeur(ligne, colonne);
      if (typeof valeur === 'number' || (typeof valeur === 'string' && lireValeur(valeur, 'General').nature === 'nombre')) nombres++;
      else if (typeof valeur === 'string' && valeur.trim() !== '') {
        textes++;
        if (valeur.trim().length >= REDIGE) rediges++;
      }
    }
    return { nombres, textes, rediges };
  };
}
