/**
 * Seconde chance : une formule qui passe par d'autres cellules (recopie d'un dénominateur, feuille
 * de données) est juste si, par les formules du classeur, elle revient au rapport attendu.
 */
import { celluleDe, cleCellule, type Feuille, type Valeur } from '../classeur/instantane';
import { essayer, type Essai } from './banc';
import { proches, type ContexteTaux, type Couple } from './identification';
import { plageDe, type Noeud } from './noeuds';
import { essaiDe } from './essai-taux';
import { aleatoire, type Tirage } from './tirages';

export interface Equivalence {
  readonly nature: 'juste' | 'centuple';
  readonly couple: Couple;
}

export function equivaut(noeud: Noeud, contexte: ContexteTaux): Equivalence | null {
  for (const horsTableau of [tirerAilleurs, undefined]) {
    for (const couple of contexte.couples) {
      const facteur = facteurCommun(noeud, couple, contexte, horsTableau);
      if (facteur === 1 || facteur === 100) return { nature: facteur === 1 ? 'juste' : 'centuple', couple };
    }
  }
  return null;
}

/** Facteur entre la formule et le rapport, si c'est le même (1 ou 100) sur tous les tirages. */
function facteurCommun(noeud: Noeud, couple: Couple, contexte: ContexteTaux, horsTableau: Essai['horsTableau']): number | null {
  let commun: number | null = null;
  for (const tirage of contexte.tirages) {
    const attendu = essayer(essaiSouple(division(couple, contexte), contexte, tirage, horsTableau)).valeur;
    const obtenu = essayer(essaiSouple(noeud, contexte, tirage, horsTableau)).valeur;
    if (typeof attendu !== 'number' || typeof obtenu !== 'number' || attendu === 0) return null;
    const facteur = proches(obtenu, attendu) ? 1 : proches(obtenu, 100 * attendu) ? 100 : null;
    if (facteur === null || (commun !== null && commun !== facteur)) return null;
    commun = facteur;
  }
  return commun;
}

/** Ne remplace que les constantes et les cellules vides du tableau : ses formules gardent leur rôle. */
function essaiSouple(noeud: Noeud, contexte: ContexteTaux, tirage: Tirage, horsTableau: Essai['horsTableau']): Essai {
  return essaiDe(noeud, contexte, tirage, {
    horsTableau,
    valeurs: (ligne, colonne) => {
      const formule = celluleDe(contexte.feuille, ligne, colonne)?.formule ?? null;
      return formule === null ? tirage.get(cleCellule(ligne, colonne)) : undefined;
    },
  });
}

/** Nombres et vides des autres cellules : tirés de leur place, toujours les mêmes. */
function tirerAilleurs(feuille: Feuille, ligne: number, colonne: number, valeur: Valeur): Valeur | undefined {
  if (valeur !== null && typeof valeur !== 'number') return undefined;
  return Math.round(1000 + 99_000 * aleatoire(cleCellule(ligne, colonne) + 31 * feuille.nom.length)());
}

function division({ ligneNumerateur, ligneDenominateur }: Couple, { moment }: ContexteTaux): Noeud {
  return { type: 'binaire', operateur: '/', gauche: plageDe(ligneNumerateur, moment.colonne), droite: plageDe(ligneDenominateur, moment.colonne) };
}
