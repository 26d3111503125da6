/** Des constats qui se disent une fois : le même contrôle, la même suite à donner, dans la même feuille. */
import type { Constat } from '../controles/constat';

export type Semblables = readonly [Constat, ...Constat[]];

/** En deçà, chaque constat se lit en entier. */
const MINIMUM = 3;

/** Groupe, dans l'ordre de leur premier constat, ceux qui ont même contrôle et même suite. */
export function regrouperSemblables(constats: readonly Constat[]): readonly Semblables[] {
  const groupes = new Map<string, [Constat, ...Constat[]]>();
  for (const constat of constats) {
    const cle = `${constat.code}|${constat.suite}`;
    const groupe = groupes.get(cle);
    if (groupe) groupe.push(constat);
    else groupes.set(cle, [constat]);
  }
  return [...groupes.values()].flatMap((groupe) => (groupe.length >= MINIMUM ? [groupe] : groupe.map((seul): [Constat] => [seul])));
}
