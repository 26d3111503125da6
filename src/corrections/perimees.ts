/**
 * Formules qui dépendent des cellules écrites : leur valeur enregistrée ne vaudra plus, et l'hôte
 * fichier l'efface. Une plage, un nom ou une référence structurée comptent ; ce qu'on ne sait pas
 * suivre (INDIRECT, DECALER, formule illisible) est tenu pour dépendant.
 */
import type { Emplacement } from '../classeur/adresse';
import type { Feuille, Instantane } from '../classeur/instantane';
import type { PlanEcritures } from './plan';
import { indexer, type Classeur } from '../formules/classeur';
import { parcourir, type Noeud, type NoeudPlage } from '../formules/noeuds';

const IMPREVISIBLES = new Set(['INDIRECT', 'OFFSET']);

interface Formule extends Emplacement {
  readonly feuilleLue: Feuille;
  /** `null` : la formule ne se lit pas. */
  readonly noeuds: readonly Noeud[] | null;
}

function noeudsDe(classeur: Classeur, feuille: Feuille, formule: string): readonly Noeud[] | null {
  const { noeud } = classeur.analyser(formule);
  if (!noeud) return null;
  const trouves: Noeud[] = [];
  parcourir(noeud, (element) => {
    trouves.push(element);
    const definition = element.type === 'nom' ? classeur.nom(element.nom, feuille)?.noeud : null;
    if (definition) parcourir(definition, (interne) => trouves.push(interne));
  });
  return trouves;
}

function couvre(plage: NoeudPlage, { feuilleLue }: Formule, cible: Emplacement, classeur: Classeur): boolean {
  const feuille = plage.feuille === null ? feuilleLue : classeur.feuille(plage.feuille);
  if (feuille?.id !== cible.feuille) return false;
  return cible.ligne >= (plage.ligne ?? 1) && cible.ligne <= (plage.derniereLigne ?? Infinity)
    && cible.colonne >= (plage.colonne ?? 1) && cible.colonne <= (plage.derniereColonne ?? Infinity);
}

function depend(formule: Formule, cible: Emplacement, classeur: Classeur): boolean {
  return formule.noeuds === null || formule.noeuds.some((noeud) => {
    if (noeud.type === 'plage') return couvre(noeud, formule, cible, classeur);
    return noeud.type === 'tableau' || noeud.type === 'jonction' || (noeud.type === 'appel' && IMPREVISIBLES.has(noeud.fonction));
  });
}

const cle = ({ feuille, ligne, colonne }: Emplacement) => `${feuille}!${String(ligne)},${String(colonne)}`;

function formulesDe(instantane: Instantane, classeur: Classeur): Formule[] {
  return instantane.feuilles.flatMap((feuilleLue) =>
    [...feuilleLue.cellules.values()].flatMap(({ ligne, colonne, formule }) =>
      formule === null ? [] : [{ feuille: feuilleLue.id, ligne, colonne, feuilleLue, noeuds: noeudsDe(classeur, feuilleLue, formule) }]));
}

/** Formules atteintes, de proche en proche, par un changement des cellules données. */
export function dependantes(instantane: Instantane, changees: readonly Emplacement[]): readonly Emplacement[] {
  const classeur = indexer(instantane);
  let restantes = formulesDe(instantane, classeur);
  const atteintes = new Map<string, Emplacement>();
  let front: readonly Emplacement[] = changees;
  while (front.length > 0) {
    const touchees = restantes.filter((formule) => front.some((cible) => depend(formule, cible, classeur)));
    restantes = restantes.filter((formule) => !touchees.includes(formule));
    for (const { feuille, ligne, colonne } of touchees) atteintes.set(cle({ feuille, ligne, colonne }), { feuille, ligne, colonne });
    front = touchees;
  }
  for (const ecrite of changees) atteintes.delete(cle(ecrite));
  return [...atteintes.values()];
}

/** Le plan, avec les formules dont la valeur enregistrée ne vaudra plus. */
export function avecPerimees(plan: PlanEcritures, instantane: Instantane): PlanEcritures {
  return plan.perimees ? plan : { ...plan, perimees: dependantes(instantane, plan.ecritures) };
}
