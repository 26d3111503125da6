/** La navigation du volet. */
import { startTransition, useCallback, useReducer, type Dispatch } from 'react';
import { NAVIGATION_INITIALE, reduireNavigation, type ActionNavigation, type EtatNavigation } from '../etat/navigation';

/** Changements d'écran : l'ancien reste visible le temps que le nouveau se charge. */
const ECRANS: readonly ActionNavigation['type'][] = ['onglet', 'options', 'ouvrir', 'fermer'];

export function useNavigation(): readonly [EtatNavigation, Dispatch<ActionNavigation>] {
  const [navigation, envoyer] = useReducer(reduireNavigation, NAVIGATION_INITIALE);
  const naviguer = useCallback((action: ActionNavigation) => {
    if (ECRANS.includes(action.type)) startTransition(() => { envoyer(action); });
    else envoyer(action);
  }, []);
  return [navigation, naviguer];
}
