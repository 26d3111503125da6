/** Une plage ou une matrice vue comme une table, lue case par case. */
import type { Valeur } from '../../classeur/instantane';
import { depenser, type Environnement } from '../environnement';
import { isMatrice, isReference, type Resultat } from '../resultats';

export interface Table {
  readonly lignes: number;
  readonly colonnes: number;
  /** Ligne et colonne comptées depuis 1. */
  readonly lire: (ligne: number, colonne: number) => Valeur;
  /** Partie de la table, référence si la table en est une. `0` : toute la hauteur ou la largeur. */
  readonly extraire: (ligne: number, colonne: number) => Resultat;
}

export function tableDe(resultat: Resultat, env: Environnement): Table {
  if (isReference(resultat)) {
    const { feuille, ligne: l0, colonne: c0 } = resultat;
    // Les lignes au-delà de la partie utile sont vides : inutile de les parcourir.
    const lignes = Math.max(1, Math.min(resultat.derniereLigne, env.classeur.derniereLigne) - l0 + 1);
    const colonnes = Math.max(1, Math.min(resultat.derniereColonne, env.classeur.derniereColonne) - c0 + 1);
    return {
      lignes, colonnes,
      lire: (ligne, colonne) => {
        depenser(env.budget, 1);
        return env.lecture.lire(feuille, l0 + ligne - 1, c0 + colonne - 1);
      },
      extraire: (ligne, colonne) => ({
        ...resultat,
        ligne: ligne === 0 ? l0 : l0 + ligne - 1,
        derniereLigne: ligne === 0 ? resultat.derniereLigne : l0 + ligne - 1,
        colonne: colonne === 0 ? c0 : c0 + colonne - 1,
        derniereColonne: colonne === 0 ? resultat.derniereColonne : c0 + colonne - 1,
      }),
    };
  }
  const valeurs = isMatrice(resultat) ? resultat.valeurs : [[resultat]];
  return {
    lignes: valeurs.length,
    colonnes: valeurs[0]!.length,
    lire: (ligne, colonne) => valeurs[ligne - 1]?.[colonne - 1] ?? null,
    extraire: (ligne, colonne) => {
      const rangees = ligne === 0 ? valeurs : [valeurs[ligne - 1]!];
      const extrait = colonne === 0 ? rangees : rangees.map((rangee) => [rangee[colonne - 1]!]);
      return extrait.length === 1 && extrait[0]!.length === 1 ? extrait[0]![0]! : { type: 'matrice', valeurs: extrait };
    },
  };
}

/** Vrais indices dans la table, au-delà de la partie utile compris. */
export function depasse(resultat: Resultat, ligne: number, colonne: number): boolean {
  if (isReference(resultat)) return ligne > resultat.derniereLigne - resultat.ligne + 1 || colonne > resultat.derniereColonne - resultat.colonne + 1;
  const valeurs = isMatrice(resultat) ? resultat.valeurs : [[resultat]];
  return ligne > valeurs.length || colonne > valeurs[0]!.length;
}
