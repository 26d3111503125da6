/** Recherche d'une valeur dans une ligne ou une colonne. */
import { isErreur, type Valeur } from '../../classeur/instantane';
import { comparer } from '../conversions';
import type { Environnement } from '../environnement';
import { NonEvaluable, type Resultat } from '../resultats';
import { contientJoker, suivreMotif } from './joker';
import { tableDe } from './table';

/** `inferieur`, `superieur` : à défaut d'égalité, la valeur la plus proche de ce côté ; `joker` : `*` et `?`. */
export type Mode = 'exact' | 'joker' | 'inferieur' | 'superieur';
export type Serie = { readonly taille: number; readonly lire: (rang: number) => Valeur };

export function serieDe(resultat: Resultat, env: Environnement): Serie | null {
  const table = tableDe(resultat, env);
  if (table.lignes > 1 && table.colonnes > 1) return null;
  return table.colonnes === 1
    ? { taille: table.lignes, lire: (rang) => table.lire(rang, 1) }
    : { taille: table.colonnes, lire: (rang) => table.lire(1, rang) };
}

function comparateur(cherche: Valeur, mode: Mode): (valeur: Valeur) => boolean {
  if (mode === 'joker' && typeof cherche === 'string' && contientJoker(cherche)) {
    const suit = suivreMotif(cherche);
    return (valeur) => typeof valeur === 'string' && suit(valeur);
  }
  return (valeur) => valeur !== null && memeType(valeur, cherche) && comparer(valeur, cherche) === 0;
}

/** Rang (depuis 1) d'une valeur dans une série, 0 si elle n'y est pas. */
export function chercher(cherche: Valeur, serie: Serie, mode: Mode, depuisLaFin = false): number {
  const egal = comparateur(cherche, mode);
  let voisin = 0;
  for (let pas = 1; pas <= serie.taille; pas += 1) {
    const rang = depuisLaFin ? serie.taille + 1 - pas : pas;
    const valeur = serie.lire(rang);
    if (egal(valeur)) return rang;
    if (mode === 'exact' || mode === 'joker' || valeur === null || !memeType(valeur, cherche)) continue;
    const ordre = comparer(valeur, cherche);
    if ((mode === 'inferieur' ? ordre < 0 : ordre > 0) && (voisin === 0 || plusProche(valeur, serie.lire(voisin), mode))) voisin = rang;
  }
  return voisin;
}

function plusProche(valeur: Valeur, autre: Valeur, mode: Mode): boolean {
  const ordre = comparer(valeur, autre);
  return mode === 'inferieur' ? ordre > 0 : ordre < 0;
}

function memeType(a: Valeur, b: Valeur): boolean {
  return typeof a === typeof (b ?? 0) && !isErreur(a);
}

/**
 * Recherche approchée de RECHERCHEV et d'EQUIV : Excel y procède par dichotomie, donc sur une série
 * triée ; le résultat sur une série qui ne l'est pas n'est pas reproduit.
 */
export function chercherTrie(cherche: Valeur, serie: Serie, croissant: boolean): number {
  let dernier = 0;
  let precedente: Valeur = null;
  for (let rang = 1; rang <= serie.taille; rang += 1) {
    const valeur = serie.lire(rang);
    if (valeur === null || !memeType(valeur, cherche)) continue;
    if (precedente !== null && (croissant ? comparer(valeur, precedente) < 0 : comparer(valeur, precedente) > 0)) {
      throw new NonEvaluable('une recherche approchée porte sur une liste non triée');
    }
    precedente = valeur;
    const ordre = comparer(valeur, cherche);
    if (croissant ? ordre <= 0 : ordre >= 0) dernier = rang;
  }
  return dernier;
}
