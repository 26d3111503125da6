/** Rend la main au navigateur, le temps qu'il peigne et traite les clics en attente. */
export function pause(): Promise<void> {
  return new Promise((resoudre) => { setTimeout(resoudre, 0); });
}
