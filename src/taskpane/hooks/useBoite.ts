/** Une boîte de dialogue chargée à sa première ouverture, puis gardée montée (voir `dialogues/Boite`). */
import { useCallback, useState } from 'react';
import { elementActif } from '../communs/focus';

export interface EtatBoite {
  /** Vrai dès la première ouverture. */
  readonly montee: boolean;
  readonly ouverte: boolean;
  /** L'élément qui avait le focus à l'ouverture. */
  readonly ouvreur: HTMLElement | null;
}

const FERMEE: EtatBoite = { montee: false, ouverte: false, ouvreur: null };

export function useBoite(): EtatBoite & { readonly ouvrir: () => void; readonly fermer: () => void } {
  const [etat, poser] = useState(FERMEE);
  const ouvrir = useCallback(() => { poser({ montee: true, ouverte: true, ouvreur: elementActif() }); }, []);
  const fermer = useCallback(() => { poser((avant) => ({ ...avant, ouverte: false })); }, []);
  return { ...etat, ouvrir, fermer };
}
