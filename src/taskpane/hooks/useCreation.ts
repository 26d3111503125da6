/** « Créer les feuilles officielles » : la tâche, chargée à la demande. */
import { useCallback } from 'react';
import type { Hote } from '../../hote/port';
import type { ClasseurLu, Controleur } from './useControle';
import { davance } from '../communs/a-la-demande';
import type { Creation } from '../controle/creer-feuilles';

const chargerCreation = davance(() => import('../controle/creer-feuilles'));

export interface CreationFeuilles {
  /** Ajoute les annexes vierges au classeur lu. Ne lève pas : un refus se rend. */
  readonly creer: (lu: ClasseurLu, departement: string | null) => Promise<Creation>;
  /** Faux : l'hôte n'ajoute que les textes et les formules. */
  readonly miseEnForme: boolean;
}

export interface OptionsCreation {
  readonly hote: Hote;
  readonly controleur: Controleur;
  readonly surEcriture: () => void;
}

export function useCreation({ hote, controleur, surEcriture }: OptionsCreation): CreationFeuilles {
  const creer = useCallback(async (lu: ClasseurLu, departement: string | null) => {
    const { creerFeuilles } = await chargerCreation();
    const creation = await creerFeuilles(lu, departement, { hote, controleur });
    surEcriture();
    return creation;
  }, [hote, controleur, surEcriture]);
  return { creer, miseEnForme: hote.insererFeuilles !== undefined };
}
