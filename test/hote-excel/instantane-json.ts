/** Un instantané en JSON et retour : les tables et les ensembles n'y passent pas seuls. */
import type { Instantane } from '../../src/classeur/instantane';

const TABLE = '$table';
const ENSEMBLE = '$ensemble';

export function ecrireInstantane(instantane: Instantane): string {
  return JSON.stringify(instantane, (_cle, valeur: unknown) => {
    if (valeur instanceof Map) return { [TABLE]: [...(valeur as Map<unknown, unknown>)] };
    return valeur instanceof Set ? { [ENSEMBLE]: [...(valeur as Set<unknown>)] } : valeur;
  });
}

export function lireInstantane(json: string): Instantane {
  return JSON.parse(json, (_cle, valeur: unknown) => {
    if (typeof valeur !== 'object' || valeur === null) return valeur;
    if (TABLE in valeur) return new Map(valeur[TABLE] as [unknown, unknown][]);
    return ENSEMBLE in valeur ? new Set(valeur[ENSEMBLE] as unknown[]) : valeur;
  }) as Instantane;
}
