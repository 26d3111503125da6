/** SOMME.SI, NB.SI.ENS, MOYENNE.SI… : sommes et comptes sous critères. */
import { isErreur, type Erreur, type Valeur } from '../../classeur/instantane';
import type { Fonction } from './fonction';
import { visiterPlage } from '../classeur';
import { depenser, etaler, type Environnement } from '../environnement';
import { fini, isReference, VALEUR, type Reference, type Resultat } from '../resultats';
import { ARGUMENTS_MAX, libre, sommer } from './aides';
import { lireCritere, type Critere } from './criteres';
import { moyenne } from './statistiques';

interface Condition {
  readonly plage: Reference;
  readonly critere: Critere;
}

type Resumer = (nombres: readonly number[]) => Valeur;

function memesDimensions(a: Reference, b: Reference): boolean {
  return a.derniereLigne - a.ligne === b.derniereLigne - b.ligne && a.derniereColonne - a.colonne === b.derniereColonne - b.colonne;
}

/** Nombres de `plage` dont les cellules de même rang satisfont toutes les conditions. */
function retenus(plage: Reference, conditions: readonly Condition[], env: Environnement): number[] | Erreur {
  const nombres: number[] = [];
  let erreur: Erreur | null = null;
  visiterPlage(plage, env.lecture, (valeur, ligne, colonne) => {
    depenser(env.budget, conditions.length);
    if (typeof valeur !== 'number' && !isErreur(valeur)) return;
    const garde = conditions.every(({ plage: autre, critere }) =>
      critere(env.lecture.lire(autre.feuille, autre.ligne + ligne - plage.ligne, autre.colonne + colonne - plage.colonne)));
    if (!garde) return;
    if (typeof valeur === 'number') nombres.push(valeur);
    else erreur ??= valeur;
  });
  return erreur ?? nombres;
}

function resumer(plage: Reference, conditions: readonly Condition[], env: Environnement, calculer: Resumer): Valeur {
  const nombres = retenus(plage, conditions, env);
  return Array.isArray(nombres) ? calculer(nombres) : nombres;
}

/** SOMME.SI(plage; critère; [plage à sommer]) : la plage à sommer prend les dimensions de la première. */
function aUnCritere(calculer: Resumer): Fonction {
  return libre(2, 3, ([plage, critere, cible], env) => {
    if (!isReference(plage!)) return VALEUR;
    const sommee = cible === undefined ? plage : isReference(cible) ? redimensionner(cible, plage) : null;
    if (!sommee) return VALEUR;
    return etaler([critere!], env, ([brut]) => resumer(sommee, [{ plage, critere: lireCritere(brut!) }], env, calculer));
  });
}

function redimensionner(cible: Reference, modele: Reference): Reference {
  return {
    ...cible,
    derniereLigne: cible.ligne + modele.derniereLigne - modele.ligne,
    derniereColonne: cible.colonne + modele.derniereColonne - modele.colonne,
  };
}

/** Conditions d'une suite « plage, critère, plage, critère… » ; `null` : mal formée. */
function lireConditions(operandes: readonly Resultat[], criteres: readonly Valeur[]): Condition[] | null {
  const conditions: Condition[] = [];
  for (let rang = 0; rang < criteres.length; rang += 1) {
    const plage = operandes[2 * rang]!;
    if (!isReference(plage) || (conditions[0] && !memesDimensions(conditions[0].plage, plage))) return null;
    conditions.push({ plage, critere: lireCritere(criteres[rang]!) });
  }
  return conditions;
}

/** Étale les critères (rangs impairs) : SOMME(SOMME.SI.ENS(…; {"a";"b"})). */
function avecCriteres(operandes: readonly Resultat[], env: Environnement, calculer: (conditions: readonly Condition[]) => Valeur): Resultat {
  const criteres = operandes.filter((_, rang) => rang % 2 === 1);
  if (operandes.length % 2 === 1) return VALEUR;
  return etaler(criteres, env, (valeurs) => {
    const conditions = lireConditions(operandes, valeurs);
    return conditions ? calculer(conditions) : VALEUR;
  });
}

function aPlusieursCriteres(calculer: Resumer): Fonction {
  return libre(3, ARGUMENTS_MAX, ([plage, ...suite], env) => {
    if (!isReference(plage!)) return VALEUR;
    return avecCriteres(suite, env, (conditions) =>
      (memesDimensions(plage, conditions[0]!.plage) ? resumer(plage, conditions, env, calculer) : VALEUR));
  });
}

/** Cases où toutes les conditions tiennent, cellules vides comprises. */
function compter(conditions: readonly Condition[], env: Environnement): number {
  const modele = conditions[0]!.plage;
  const largeur = modele.derniereColonne - modele.colonne + 1;
  const examinees = new Set<number>();
  let satisfaites = 0;
  for (const { plage } of conditions) {
    visiterPlage(plage, env.lecture, (valeur, ligne, colonne) => {
      const rang = (ligne - plage.ligne) * largeur + colonne - plage.colonne;
      if (valeur === null || examinees.has(rang)) return;
      depenser(env.budget, conditions.length);
      examinees.add(rang);
      if (conditions.every(({ plage: autre, critere }) =>
        critere(env.lecture.lire(autre.feuille, autre.ligne + ligne - plage.ligne, autre.colonne + colonne - plage.colonne)))) satisfaites += 1;
    });
  }
  const cases = (modele.derniereLigne - modele.ligne + 1) * largeur;
  return conditions.every(({ critere }) => critere(null)) ? cases - examinees.size + satisfaites : satisfaites;
}

const somme: Resumer = (nombres) => fini(sommer(nombres));
const extreme = (choisir: (...nombres: number[]) => number): Resumer => (nombres) => nombres.reduce((a, b) => choisir(a, b), nombres[0] ?? 0);
const compte = libre(2, ARGUMENTS_MAX, (operandes, env) => avecCriteres(operandes, env, (conditions) => compter(conditions, env)));

export const CONDITIONS: Readonly<Record<string, Fonction>> = {
  SUMIF: aUnCritere(somme),
  AVERAGEIF: aUnCritere(moyenne),
  COUNTIF: { ...compte, max: 2 },
  SUMIFS: aPlusieursCriteres(somme),
  AVERAGEIFS: aPlusieursCriteres(moyenne),
  MAXIFS: aPlusieursCriteres(extreme(Math.max)),
  MINIFS: aPlusieursCriteres(extreme(Math.min)),
  COUNTIFS: compte,
};
