/** Enregistrer dans le classeur, puis recontrôler : réussite ou échec, l'utilisateur le sait. */
import { useCallback, useState } from 'react';
import type { Donnees } from '../../decisions/donnees';
import { useVolet } from '../contexte';
import { panneDe } from '../etat/panne';

export interface Enregistrement {
  readonly enCours: boolean;
  /** Rend vrai si c'est enregistré. */
  readonly enregistrer: (operation: (donnees: Donnees) => Donnees, reussite: string) => Promise<boolean>;
}

export function useEnregistrer(): Enregistrement {
  const { modifier, lancer, confirmer } = useVolet();
  const [enCours, occuper] = useState(false);
  const enregistrer = useCallback(async (operation: (donnees: Donnees) => Donnees, reussite: string) => {
    occuper(true);
    try {
      await modifier(operation);
      confirmer(reussite);
      lancer();
      return true;
    } catch (erreur) {
      confirmer(`Rien n’a été enregistré. ${panneDe(erreur).message}`, 'echec');
      return false;
    } finally {
      occuper(false);
    }
  }, [modifier, lancer, confirmer]);
  return { enCours, enregistrer };
}
