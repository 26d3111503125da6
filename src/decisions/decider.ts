/** Prendre, lever et retrouver une décision. Fonctions pures. */
import type { Constat, Justification } from '../controles/constat';
import type { Decision, Donnees } from './donnees';
import { cleConstat, cleDecision, cleSujet, empreinteDe } from './empreinte';

/** Longueurs gardées : une justification tient en quelques phrases. */
export const MOTIF_MAX = 2000;
export const AUTEUR_MAX = 120;

/** Un bloquant se corrige : seules les alertes et les informations s'ignorent avec un motif. */
export function isJustifiable({ gravite }: Constat): boolean {
  return gravite !== 'bloquant';
}

/** Ce qui manque à une justification, en clair ; `null` si elle est complète. */
export function manqueA({ motif, auteur }: Pick<Justification, 'motif' | 'auteur'>): { readonly motif: string | null; readonly auteur: string | null } | null {
  const manque = {
    motif: motif.trim() === '' ? 'Écrivez le motif : il sera lu par le relecteur du contrat.' : null,
    auteur: auteur.trim() === '' ? 'Indiquez qui prend cette décision.' : null,
  };
  return manque.motif === null && manque.auteur === null ? null : manque;
}

/** Décision qui vaut pour chaque constat, dans le même ordre ; `null` : aucune. */
export function deciderChacun(constats: readonly Constat[], decisions: readonly Decision[]): readonly (Decision | null)[] {
  const parCle = new Map(decisions.map((decision) => [cleDecision(decision), decision]));
  return constats.map((constat) => (isJustifiable(constat) ? (parCle.get(cleConstat(constat)) ?? null) : null));
}

/**
 * Décisions annulées d'elles-mêmes : leur sujet est toujours en cause, mais avec une autre valeur.
 * Une décision dont le constat a disparu n'est pas du nombre : il n'y a plus rien à justifier.
 */
export function decisionsTombees(constats: readonly Constat[], decisions: readonly Decision[]): readonly Decision[] {
  const prises = deciderChacun(constats, decisions);
  const valables = new Set(prises);
  const enCause = new Set(constats.filter((_, rang) => prises[rang] === null).map(cleSujet));
  return decisions.filter((decision) => !valables.has(decision) && enCause.has(cleSujet(decision)));
}

/**
 * Ignore un constat avec un motif. Une décision tombée du même sujet laisse sa place.
 * Lève si le constat est bloquant ou la justification incomplète : l'écran ne doit pas le permettre.
 */
export function ignorer(donnees: Donnees, constat: Constat, { motif, auteur, date }: Justification, constats: readonly Constat[]): Donnees {
  if (!isJustifiable(constat)) throw new Error('Un point bloquant ne s’ignore pas : il se corrige.');
  if (manqueA({ motif, auteur })) throw new Error('Une justification a un motif et un auteur.');
  const { code, objectif, indicateur, annee, message } = constat;
  const decision: Decision = {
    code, objectif, indicateur, annee, empreinte: empreinteDe(constat), date,
    motif: motif.trim().slice(0, MOTIF_MAX), auteur: auteur.trim().slice(0, AUTEUR_MAX), objet: message,
  };
  const vivantes = new Set(constats.map(cleConstat));
  const gardees = donnees.decisions.filter(
    (autre) => cleDecision(autre) !== cleDecision(decision) && (cleSujet(autre) !== cleSujet(decision) || vivantes.has(cleDecision(autre))),
  );
  return { ...donnees, decisions: [...gardees, decision] };
}

export function lever(donnees: Donnees, decision: Decision): Donnees {
  const cle = cleDecision(decision);
  return { ...donnees, decisions: donnees.decisions.filter((autre) => cleDecision(autre) !== cle) };
}
