/** MAX, MOYENNE, NB, RANG… */
import { isErreur, type Valeur } from '../../classeur/instantane';
import type { Fonction } from './fonction';
import { versNombre } from '../conversions';
import { seul } from '../environnement';
import { DIV0, fini, isReference, ND, NOMBRE, VALEUR, type Resultat } from '../resultats';
import { ARGUMENTS_MAX, collecter, isNombres, libre, liste, sommer, visiter } from './aides';

function extreme(choisir: (a: number, b: number) => number): (nombres: readonly number[]) => Valeur {
  return (nombres) => (nombres.length === 0 ? 0 : nombres.reduce(choisir));
}

export function moyenne(nombres: readonly number[]): Valeur {
  return nombres.length === 0 ? DIV0 : fini(sommer(nombres) / nombres.length);
}

function mediane(nombres: readonly number[]): Valeur {
  if (nombres.length === 0) return NOMBRE;
  const tries = [...nombres].sort((a, b) => a - b);
  const milieu = tries.length >> 1;
  return tries.length % 2 === 1 ? tries[milieu]! : (tries[milieu - 1]! + tries[milieu]!) / 2;
}

/** Variance d'échantillon (`retrait` 1) ou de population (0). */
function variance(nombres: readonly number[], retrait: 0 | 1): number | null {
  if (nombres.length <= retrait) return null;
  const centre = sommer(nombres) / nombres.length;
  return sommer(nombres.map((nombre) => (nombre - centre) ** 2)) / (nombres.length - retrait);
}

function dispersion(retrait: 0 | 1, resumer: (variance: number) => number): Fonction {
  return liste((nombres) => {
    const calculee = variance(nombres, retrait);
    return calculee === null ? DIV0 : resumer(calculee);
  });
}

/** MAXA, MINA, MOYENNEA : dans une plage, un texte vaut 0 et VRAI vaut 1. */
function avecTextes(calculer: (nombres: readonly number[]) => Valeur): Fonction {
  return libre(1, ARGUMENTS_MAX, (operandes, env) => {
    const nombres: number[] = [];
    let erreur: Valeur = null;
    visiter(operandes, env, (valeur, provenance) => {
      if (valeur === null && provenance === 'plage') return;
      const nombre = provenance === 'plage' && typeof valeur === 'string' ? 0 : versNombre(valeur);
      if (typeof nombre === 'number') nombres.push(nombre);
      else erreur ??= nombre;
    });
    return erreur ?? calculer(nombres);
  });
}

function compter(compte: (valeur: Valeur, provenance: 'argument' | 'plage') => boolean): Fonction {
  return libre(1, ARGUMENTS_MAX, (operandes, env) => {
    let total = 0;
    visiter(operandes, env, (valeur, provenance) => { if (compte(valeur, provenance)) total += 1; });
    return total;
  });
}

function compterNombre(valeur: Valeur, provenance: 'argument' | 'plage'): boolean {
  if (typeof valeur === 'number') return true;
  return provenance === 'argument' && !isErreur(valeur) && typeof versNombre(valeur) === 'number';
}

/** NB.VIDE : la taille de la plage, moins ses cellules non vides. */
const compterVides: Fonction = libre(1, 1, ([operande], env) => {
  if (!isReference(operande!)) return VALEUR;
  let pleines = 0;
  visiter([operande], env, (valeur) => { if (valeur !== null && valeur !== '') pleines += 1; });
  return (operande.derniereLigne - operande.ligne + 1) * (operande.derniereColonne - operande.colonne + 1) - pleines;
});

function rangee(ordonner: (a: number, b: number) => number): Fonction {
  return libre(2, 2, ([operande, rang], env) => {
    const nombres = collecter([operande!], env);
    const place = versNombre(seul(rang!, env));
    if (!isNombres(nombres)) return nombres;
    if (typeof place !== 'number') return place;
    return [...nombres].sort(ordonner)[Math.ceil(place) - 1] ?? NOMBRE;
  });
}

const rang: Fonction = libre(2, 3, (operandes, env) => {
  const [nombre, ordre] = [operandes[0]!, operandes[2] ?? 0].map((operande: Resultat) => versNombre(seul(operande, env)));
  const nombres = collecter([operandes[1]!], env);
  if (!isNombres(nombres)) return nombres;
  if (typeof nombre !== 'number') return nombre!;
  if (typeof ordre !== 'number') return ordre!;
  if (!nombres.includes(nombre)) return ND;
  return 1 + nombres.filter((autre) => (ordre === 0 ? autre > nombre : autre < nombre)).length;
});

export const STATISTIQUES: Readonly<Record<string, Fonction>> = {
  MAX: liste(extreme((a, b) => Math.max(a, b))),
  MIN: liste(extreme((a, b) => Math.min(a, b))),
  MAXA: avecTextes(extreme((a, b) => Math.max(a, b))),
  MINA: avecTextes(extreme((a, b) => Math.min(a, b))),
  AVERAGE: liste(moyenne),
  AVERAGEA: avecTextes(moyenne),
  MEDIAN: liste(mediane),
  'STDEV.S': dispersion(1, Math.sqrt),
  STDEV: dispersion(1, Math.sqrt),
  'STDEV.P': dispersion(0, Math.sqrt),
  STDEVP: dispersion(0, Math.sqrt),
  'VAR.S': dispersion(1, (valeur) => valeur),
  VAR: dispersion(1, (valeur) => valeur),
  'VAR.P': dispersion(0, (valeur) => valeur),
  VARP: dispersion(0, (valeur) => valeur),
  COUNT: compter(compterNombre),
  COUNTA: compter((valeur, provenance) => provenance === 'argument' || valeur !== null),
  COUNTBLANK: compterVides,
  LARGE: rangee((a, b) => b - a),
  SMALL: rangee((a, b) => a - b),
  RANK: rang,
  'RANK.EQ': rang,
};
