/** Mesures à chaud, en alternant les travaux comparés pour qu'ils subissent le même bruit. */

export interface Duree {
  /** Millisecondes. */
  readonly mediane: number;
  /** Ce que donne la machine quand rien ne la dérange (2e centile). */
  readonly calme: number;
}

function quantile(triees: readonly number[], part: number): number {
  return triees[Math.floor(triees.length * part)]!;
}

function chronometrer(faire: () => unknown): number {
  const debut = performance.now();
  faire();
  return performance.now() - debut;
}

/** Durée de chaque travail, dans l'ordre donné. */
export function comparer(travaux: readonly (() => unknown)[], { chauffe = 400, tours = 400 } = {}): readonly Duree[] {
  for (let tour = 0; tour < chauffe; tour += 1) for (const faire of travaux) faire();
  const durees = travaux.map((): number[] => []);
  for (let tour = 0; tour < tours; tour += 1) travaux.forEach((faire, rang) => durees[rang]!.push(chronometrer(faire)));
  return durees.map((releves) => {
    const triees = releves.sort((a, b) => a - b);
    return { mediane: quantile(triees, 0.5), calme: quantile(triees, 0.02) };
  });
}

/** Mémoire vive du tas, en Mo, après ramassage (`node --expose-gc`). */
export function memoireVive(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1024 / 1024;
}
