/** Un classeur qui porte des centaines de constats. */
import { cleCellule, type Cellule, type Instantane } from '../../../src/classeur/instantane';

/** Ajoute au plan d'action des objectifs locaux à montants en texte : un constat par ligne au moins. */
export function grossir(instantane: Instantane, lignes: number): Instantane {
  return {
    ...instantane,
    feuilles: instantane.feuilles.map((feuille) => {
      if (!/plan/i.test(feuille.nom)) return feuille;
      const cellules = new Map(feuille.cellules);
      const poser = (ligne: number, colonne: number, valeur: Cellule['valeur']) => cellules.set(cleCellule(ligne, colonne), { ligne, colonne, valeur, formule: null, format: 'General', verrouillee: true });
      for (let rang = 0; rang < lignes; rang++) {
        const ligne = feuille.derniereLigne + 2 + rang;
        poser(ligne, 2, `Objectif local ${String(rang + 1)} : soutenir les assistants familiaux du territoire`);
        poser(ligne, 3, `Action ${String(rang + 1)}`);
        poser(ligne, 7, `${String(rang + 1)} 000 €`);
      }
      return { ...feuille, cellules, derniereLigne: feuille.derniereLigne + 2 + lignes };
    }),
  };
}
