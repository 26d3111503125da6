/** Mesures à chaud : médianes, en alternant les travaux comparés pour qu'ils subissent le même bruit. */

export interface Travail {
  readonly nom: string;
  readonly faire: () => unknown;
}

function mediane(durees: readonly number[]): number {
  const triees = [...durees].sort((a, b) => a - b);
  return triees[Math.floor(triees.length / 2)]!;
}

function chronometrer(faire: () => unknown): number {
  const debut = performance.now();
  faire();
  return performance.now() - debut;
}

/** Durée médiane de chaque travail, en millisecondes, dans l'ordre donné. */
export function comparer(travaux: readonly Travail[], { chauffe = 400, tours = 300 } = {}): readonly number[] {
  for (let tour = 0; tour < chauffe; tour += 1) for (const { faire } of travaux) faire();
  const durees = travaux.map((): number[] => []);
  for (let tour = 0; tour < tours; tour += 1) travaux.forEach(({ faire }, rang) => durees[rang]!.push(chronometrer(faire)));
  return durees.map(mediane);
}

/** Mémoire vive du tas, en Mo, après ramassage (`node --expose-gc`). */
export function memoireVive(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1024 / 1024;
}
