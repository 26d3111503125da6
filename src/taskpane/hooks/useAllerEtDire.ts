/** Mener à une cellule et dire ce qu'il en est : au lecteur d'écran si c'est fait, à tous sinon. */
import { useCallback } from 'react';
import type { Emplacement } from '../../classeur/adresse';
import { useVolet } from '../contexte';

/** Rend vrai si la cellule est sélectionnée. */
export function useAllerEtDire(): (emplacement: Emplacement) => Promise<boolean> {
  const { aller, annoncer, confirmer } = useVolet();
  return useCallback(async (emplacement) => {
    const issue = await aller?.(emplacement);
    if (issue?.etat === 'selectionnee') annoncer(issue.texte);
    else if (issue?.etat === 'impossible') confirmer(issue.panne.message, 'echec');
    return issue?.etat === 'selectionnee';
  }, [aller, annoncer, confirmer]);
}
