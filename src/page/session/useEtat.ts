/** L'état d'une séance, suivi par un écran. */
import { useSyncExternalStore } from 'react';
import type { Source } from './etat';

export function useEtat<Etat>({ lire, abonner }: Source<Etat>): Etat {
  return useSyncExternalStore(abonner, lire);
}
