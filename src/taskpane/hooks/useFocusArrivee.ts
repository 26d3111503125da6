/**
 * À l'ouverture d'un écran, si l'élément qui avait le focus a disparu avec l'écran précédent, le
 * pose sur un repère du nouveau. Un focus qui est ailleurs (onglets, classeur, grille) n'est pas
 * déplacé.
 */
import { useEffect, useRef } from 'react';
import { isFocusPerdu, poserFocus } from '../communs/focus';

/** `ids` : repères par préférence ; vide : aucun, à la première ouverture du volet par exemple. */
export function useFocusArrivee(...ids: readonly string[]): void {
  const voulus = useRef(ids);
  useEffect(() => { if (isFocusPerdu()) poserFocus(...voulus.current); }, []);
}
