/** Suit une requête de média. */
import { useCallback, useSyncExternalStore } from 'react';

/** En deçà, la grille et le volet ne tiennent pas côte à côte. */
export const ETROIT = '(max-width: 699px)';

export function useMedia(requete: string): boolean {
  const abonner = useCallback((surChangement: () => void) => {
    const liste = window.matchMedia(requete);
    liste.addEventListener('change', surChangement);
    return () => { liste.removeEventListener('change', surChangement); };
  }, [requete]);
  return useSyncExternalStore(abonner, () => window.matchMedia(requete).matches);
}
