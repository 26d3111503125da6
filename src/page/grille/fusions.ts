/** Les fusions d'une feuille : quelle plage couvre une cellule, sans les parcourir toutes. */
import { contient } from '../../classeur/adresse';
import type { Plage } from '../../classeur/instantane';

export interface Fusions {
  /** Fusion qui couvre une cellule, ou `null`. */
  readonly de: (ligne: number, colonne: number) => Plage | null;
  /** Cellule qui porte la valeur : le coin haut gauche de la fusion, ou la cellule elle-même. */
  readonly ancre: (ligne: number, colonne: number) => { readonly ligne: number; readonly colonne: number };
}

/** Une fusion plus haute n'est plus rangée ligne par ligne. */
const HAUTEUR_INDEXEE = 5000;

export function indexerFusions(plages: readonly Plage[]): Fusions {
  const parLigne = new Map<number, Plage[]>();
  const hautes: Plage[] = [];
  for (const plage of plages) {
    if (plage.derniereLigne - plage.ligne > HAUTEUR_INDEXEE) {
      hautes.push(plage);
      continue;
    }
    for (let ligne = plage.ligne; ligne <= plage.derniereLigne; ligne += 1) {
      const liste = parLigne.get(ligne);
      if (liste) liste.push(plage);
      else parLigne.set(ligne, [plage]);
    }
  }
  const de = (ligne: number, colonne: number): Plage | null =>
    parLigne.get(ligne)?.find((plage) => contient(plage, ligne, colonne)) ?? hautes.find((plage) => contient(plage, ligne, colonne)) ?? null;
  return { de, ancre: (ligne, colonne) => de(ligne, colonne) ?? { ligne, colonne } };
}
