/** Des constats qui se disent une fois : le même contrôle, la même suite à donner. */
import { REGISTRE } from '../controles/registre';
import type { Constat } from '../controles/constat';
import { messageSeul } from './texte-constat';

export interface Semblables {
  readonly titre: string;
  readonly constats: readonly [Constat, ...Constat[]];
  /** Ce qui distingue un constat du groupe : son objectif et son lieu. */
  readonly resumer: (constat: Constat, lieu: string) => string;
}

/** En deçà, chaque constat se lit en entier. */
const MINIMUM = 4;

const TITRES = new Map(REGISTRE.map(({ code, titre }) => [code, titre]));

function resumer(constat: Constat, lieu: string): string {
  const objet = constat.objectif === null ? messageSeul(constat) : `objectif ${String(constat.objectif)}`;
  return lieu === '' ? objet : `${objet}, ${lieu}`;
}

/** Regroupe, dans l'ordre de leur premier constat, ceux qui ont même contrôle et même suite. */
export function regrouperSemblables(constats: readonly Constat[]): readonly Semblables[] {
  const groupes = new Map<string, [Constat, ...Constat[]]>();
  for (const constat of constats) {
    const cle = `${constat.code}|${constat.suite}`;
    const groupe = groupes.get(cle);
    if (groupe) groupe.push(constat);
    else groupes.set(cle, [constat]);
  }
  return [...groupes.values()].flatMap((groupe) => {
    const assez = groupe.length >= MINIMUM ? [groupe] : groupe.map((seul): [Constat] => [seul]);
    return assez.map((reunis): Semblables => ({ titre: TITRES.get(reunis[0].code) ?? reunis[0].code, constats: reunis, resumer }));
  });
}
