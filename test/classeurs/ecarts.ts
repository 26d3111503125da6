/** Ce qu'une retouche change à la lecture d'un classeur : à comparer à ce qu'elle devait changer. */
import type { Instantane } from '../../src/classeur/instantane';
import { lireComparable, type LectureComparable } from './lecture-comparable';

export interface Ecarts {
  readonly verdict: string;
  /** Valeurs qui ne se lisent plus pareil, ou plus du tout : « o1-taux cible 2021 ». */
  readonly valeurs: readonly string[];
  /** Codes et gravités des constats apparus, avec leur nombre : `{ 'STR-05 info': 2 }`. */
  readonly apparus: Readonly<Record<string, number>>;
  readonly disparus: Readonly<Record<string, number>>;
  readonly tableau: LectureComparable['tableau'];
  readonly plan: LectureComparable['plan'];
}

const lues = new WeakMap<Instantane, LectureComparable>();

function lire(instantane: Instantane): LectureComparable {
  const connue = lues.get(instantane) ?? lireComparable(instantane);
  lues.set(instantane, connue);
  return connue;
}

function compter(constats: readonly string[]): Record<string, number> {
  const comptes: Record<string, number> = {};
  for (const constat of constats) {
    const cle = constat.split(' ').slice(0, 2).join(' ');
    comptes[cle] = (comptes[cle] ?? 0) + 1;
  }
  return comptes;
}

/** Constats de `a` qui ne sont pas dans `b`, doublons compris. */
function moins(a: readonly string[], b: readonly string[]): readonly string[] {
  const reste = [...b];
  return a.filter((constat) => {
    const rang = reste.indexOf(constat);
    if (rang >= 0) reste.splice(rang, 1);
    return rang < 0;
  });
}

export function ecarts(avant: Instantane, apres: Instantane): Ecarts {
  const [reference, lue] = [lire(avant), lire(apres)];
  const cles = new Set([...Object.keys(reference.valeurs), ...Object.keys(lue.valeurs)]);
  return {
    verdict: lue.verdict,
    valeurs: [...cles].filter((cle) => JSON.stringify(reference.valeurs[cle]) !== JSON.stringify(lue.valeurs[cle])),
    apparus: compter(moins(lue.constats, reference.constats)),
    disparus: compter(moins(reference.constats, lue.constats)),
    tableau: lue.tableau,
    plan: lue.plan,
  };
}
