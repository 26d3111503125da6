/** Cellules qu'une formule lit, pour savoir d'où vient une erreur et si elle sort du classeur. */
import { celluleDe, isErreur, type Feuille } from '../../classeur/instantane';
import { parcourir, type NoeudPlage } from '../../formules/noeuds';
import type { ServiceValeurs } from '../../formules/valeurs';

/** Au-delà, on ne cherche pas l'origine d'une erreur cellule par cellule. */
const CELLULES_MAX = 500;

function plagesLues(service: ServiceValeurs, formule: string): readonly NoeudPlage[] {
  const { noeud } = service.classeur.analyser(formule);
  const plages: NoeudPlage[] = [];
  if (noeud) parcourir(noeud, (element) => { if (element.type === 'plage') plages.push(element); });
  return plages;
}

function* cellulesDe({ ligne, colonne, derniereLigne, derniereColonne }: NoeudPlage, feuille: Feuille): Generator<{ ligne: number; colonne: number }> {
  const [l1, l2] = [ligne ?? 1, Math.min(derniereLigne ?? feuille.derniereLigne, feuille.derniereLigne)];
  const [c1, c2] = [colonne ?? 1, Math.min(derniereColonne ?? feuille.derniereColonne, feuille.derniereColonne)];
  for (let l = l1; l <= l2; l++) for (let c = c1; c <= c2; c++) yield { ligne: l, colonne: c };
}

/**
 * Vrai si la formule lit une cellule qui porte elle-même une erreur ou un texte saisi : son erreur
 * en est la conséquence, et c'est l'autre cellule qu'il faut corriger.
 */
export function isErreurPropagee(service: ServiceValeurs, feuille: Feuille, formule: string): boolean {
  let visitees = 0;
  for (const plage of plagesLues(service, formule)) {
    const cible = plage.feuille === null ? feuille : service.classeur.feuille(plage.feuille);
    if (!cible) continue;
    for (const { ligne, colonne } of cellulesDe(plage, cible)) {
      if (++visitees > CELLULES_MAX) return false;
      const { valeur } = service.valeur(cible.id, ligne, colonne);
      if (isErreur(valeur)) return true;
      if (typeof valeur === 'string' && valeur.trim() !== '' && celluleDe(cible, ligne, colonne)?.formule == null) return true;
    }
  }
  return false;
}

/** Vrai si la formule renvoie à un autre classeur (« [1]Feuil1!A1 »). */
export function isAutreClasseur(service: ServiceValeurs, formule: string): boolean {
  const { noeud } = service.classeur.analyser(formule);
  let ailleurs = false;
  if (noeud) parcourir(noeud, (element) => { if (element.type === 'refus' && element.motif === 'autre_classeur') ailleurs = true; });
  return ailleurs;
}
