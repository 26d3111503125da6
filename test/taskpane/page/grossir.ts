/** Un classeur qui porte des centaines de constats : tous les chiffres du tableau de bord en texte. */
import { cleCellule, type Instantane } from '../../../src/classeur/instantane';

const PREMIERE_LIGNE = 7;
const COLONNES = [4, 5, 6, 7, 8, 9, 10];

export function grossir(instantane: Instantane): Instantane {
  return {
    ...instantane,
    feuilles: instantane.feuilles.map((feuille) => {
      if (!/tableau/i.test(feuille.nom)) return feuille;
      const cellules = new Map(feuille.cellules);
      for (let ligne = PREMIERE_LIGNE; ligne <= feuille.derniereLigne; ligne++) {
        for (const colonne of COLONNES) cellules.set(cleCellule(ligne, colonne), { ligne, colonne, valeur: `${String(ligne * colonne)} `, formule: null, format: 'General', verrouillee: true });
      }
      return { ...feuille, cellules };
    }),
  };
}
