/** Essais de formules de taux sur les tirages. */
import { cleCellule, type Valeur } from '../classeur/instantane';
import type { Essai } from './banc';
import type { ContexteTaux, Couple } from './identification';
import type { Noeud } from './noeuds';
import type { Tirage } from './tirages';

/** Essai d'une formule de taux sur un tirage, quelques cellules portant d'autres valeurs. */
export function essaiDe(noeud: Noeud, contexte: ContexteTaux, tirage: Tirage, options: Partial<Essai> & { readonly modifs?: ReadonlyMap<number, Valeur> } = {}): Essai {
  const { classeur, feuille, ligne, moment, cases } = contexte;
  const { modifs, ...autres } = options;
  return {
    noeud, classeur, position: { feuille, ligne, colonne: moment.colonne }, arrondis: 'ignores', cles: cases,
    valeurs: (l, c) => {
      const cle = cleCellule(l, c);
      return modifs?.has(cle) ? modifs.get(cle) : tirage.get(cle);
    },
    ...autres,
  };
}

/** Rapport d'un couple sur un tirage, dans la colonne de la formule. */
export function rapport({ ligneNumerateur, ligneDenominateur }: Couple, { moment }: ContexteTaux, tirage: Tirage): number {
  return tirage.get(cleCellule(ligneNumerateur, moment.colonne))! / tirage.get(cleCellule(ligneDenominateur, moment.colonne))!;
}

/** Rapport d'un couple sur chaque tirage. */
export function essaiRapport(couple: Couple, contexte: ContexteTaux): readonly number[] {
  return contexte.tirages.map((tirage) => rapport(couple, contexte, tirage));
}
