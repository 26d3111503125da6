/** RECHERCHEV, RECHERCHEX, EQUIV, INDEX… */
import { isErreur } from '../../classeur/instantane';
import type { Fonction } from './fonction';
import { versBooleen, versNombre } from '../conversions';
import { depenser, grille, matrice, seul, type Environnement } from '../environnement';
import { isMultiple, isReference, ND, NonEvaluable, REF, VALEUR, type Resultat } from '../resultats';
import { libre } from './aides';
import { chercher, chercherTrie, serieDe, type Mode, type Serie } from './chercher';
import { depasse, tableDe } from './table';

const equiv: Fonction = libre(2, 3, ([cherche, plage, type], env) => {
  const valeur = seul(cherche!, env);
  const sens = type === undefined ? 1 : versNombre(seul(type, env));
  const serie = serieDe(plage!, env);
  if (isErreur(valeur)) return valeur;
  if (typeof sens !== 'number') return sens;
  if (!serie) return ND;
  const rang = sens === 0 ? chercher(valeur, serie, 'joker') : chercherTrie(valeur, serie, sens > 0);
  return rang === 0 ? ND : rang;
});

/** RECHERCHEV (`enColonne`) et RECHERCHEH. */
function rechercheTable(enColonne: boolean): Fonction {
  return libre(3, 4, ([cherche, plage, indice, approche], env) => {
    const valeur = seul(cherche!, env);
    const rang = versNombre(seul(indice!, env));
    const approchee = approche === undefined ? true : versBooleen(seul(approche, env));
    if (isErreur(valeur)) return valeur;
    if (typeof rang !== 'number') return rang;
    if (typeof approchee !== 'boolean') return approchee;
    const place = Math.trunc(rang);
    if (place < 1) return VALEUR;
    if (depasse(plage!, enColonne ? 1 : place, enColonne ? place : 1)) return REF;
    const table = tableDe(plage!, env);
    const serie: Serie = enColonne
      ? { taille: table.lignes, lire: (ligne) => table.lire(ligne, 1) }
      : { taille: table.colonnes, lire: (colonne) => table.lire(1, colonne) };
    const trouve = approchee ? chercherTrie(valeur, serie, true) : chercher(valeur, serie, 'joker');
    if (trouve === 0) return ND;
    return (enColonne ? table.lire(trouve, place) : table.lire(place, trouve)) ?? 0;
  });
}

const index: Fonction = libre(2, 3, ([plage, ligne, colonne], env) => {
  if (!isMultiple(plage!) && isErreur(plage!)) return plage;
  const [l, c] = [ligne!, colonne ?? null].map((resultat) => versNombre(seul(resultat, env)));
  if (typeof l !== 'number') return l!;
  if (typeof c !== 'number') return c!;
  const table = tableDe(plage!, env);
  const seule = colonne === undefined && (isReference(plage!) ? plage.ligne === plage.derniereLigne : table.lignes === 1);
  const [rang, place] = seule ? [1, Math.trunc(l)] : [Math.trunc(l), colonne === undefined && table.colonnes === 1 ? 1 : Math.trunc(c)];
  if (rang < 0 || place < 0) return VALEUR;
  return depasse(plage!, rang, place) ? REF : table.extraire(rang, place);
});

const recherche: Fonction = libre(2, 3, ([cherche, plage, resultat], env) => {
  const valeur = seul(cherche!, env);
  if (isErreur(valeur)) return valeur;
  const serie = serieDe(plage!, env);
  const retour = resultat === undefined ? serie : serieDe(resultat, env);
  if (!serie || !retour) throw new NonEvaluable('la forme matricielle de RECHERCHE n’est pas calculée');
  const rang = chercherTrie(valeur, serie, true);
  return rang === 0 ? ND : retour.lire(rang) ?? 0;
});

const MODES: Readonly<Record<string, Mode>> = { '0': 'exact', '-1': 'inferieur', '1': 'superieur', '2': 'joker' };

function lireModes(mode: Resultat | undefined, sens: Resultat | undefined, env: Environnement): { mode: Mode; fin: boolean } {
  const choisi = MODES[String(versNombre(seul(mode ?? 0, env)))];
  const ordre = versNombre(seul(sens ?? 1, env));
  if (!choisi || (ordre !== 1 && ordre !== -1)) throw new NonEvaluable('ce mode de recherche n’est pas calculé');
  return { mode: choisi, fin: ordre === -1 };
}

const rechercheX: Fonction = libre(3, 6, ([cherche, plage, retour, sinon, mode, sens], env) => {
  const valeur = seul(cherche!, env);
  if (isErreur(valeur)) return valeur;
  const serie = serieDe(plage!, env);
  const table = tableDe(retour!, env);
  if (!serie) return VALEUR;
  const { mode: choisi, fin } = lireModes(mode, sens, env);
  const rang = chercher(valeur, serie, choisi, fin);
  if (rang === 0) return sinon === undefined || sinon === null ? ND : sinon;
  const verticale = tableDe(plage!, env).colonnes === 1;
  return verticale ? table.extraire(rang, table.colonnes === 1 ? 1 : 0) : table.extraire(table.lignes === 1 ? 1 : 0, rang);
});

const equivX: Fonction = libre(2, 4, ([cherche, plage, mode, sens], env) => {
  const valeur = seul(cherche!, env);
  if (isErreur(valeur)) return valeur;
  const serie = serieDe(plage!, env);
  if (!serie) return VALEUR;
  const { mode: choisi, fin } = lireModes(mode, sens, env);
  const rang = chercher(valeur, serie, choisi, fin);
  return rang === 0 ? ND : rang;
});

/** Lignes ou colonnes d'une plage énumérées au plus. */
const RANGS_MAX = 10_000;

/** LIGNE(), COLONNE() : de la référence, ou de la cellule ; une plage s'énumère en mode matriciel. */
function coordonnee(axe: 'ligne' | 'colonne'): Fonction {
  return libre(0, 1, ([operande], env) => {
    if (operande === undefined) return env.position[axe];
    if (!isReference(operande!)) return VALEUR;
    const dernier = axe === 'ligne' ? operande.derniereLigne : operande.derniereColonne;
    const nombre = dernier - operande[axe] + 1;
    if (!env.matriciel || nombre === 1) return operande[axe];
    if (nombre > RANGS_MAX) throw new NonEvaluable('une plage est trop grande pour être calculée', 'limite');
    depenser(env.budget, nombre);
    const rangs = Array.from({ length: nombre }, (_, rang) => operande[axe] + rang);
    return matrice(axe === 'ligne' ? rangs.map((rang) => [rang]) : [rangs]);
  });
}

function dimension(axe: 'lignes' | 'colonnes'): Fonction {
  return libre(1, 1, ([operande], env) => {
    if (isReference(operande!)) return axe === 'lignes' ? operande.derniereLigne - operande.ligne + 1 : operande.derniereColonne - operande.colonne + 1;
    const valeur = isMultiple(operande!) ? null : operande!;
    return valeur !== null && isErreur(valeur) ? valeur : tableDe(operande!, env)[axe];
  });
}

const transposer: Fonction = libre(1, 1, ([operande], env) => {
  const valeurs = grille(operande!, env);
  return matrice(valeurs[0]!.map((_, colonne) => valeurs.map((ligne) => ligne[colonne]!)));
});

export const RECHERCHE: Readonly<Record<string, Fonction>> = {
  MATCH: equiv,
  XMATCH: equivX,
  VLOOKUP: rechercheTable(true),
  HLOOKUP: rechercheTable(false),
  LOOKUP: recherche,
  XLOOKUP: rechercheX,
  INDEX: index,
  ROW: coordonnee('ligne'),
  COLUMN: coordonnee('colonne'),
  ROWS: dimension('lignes'),
  COLUMNS: dimension('colonnes'),
  TRANSPOSE: transposer,
};
