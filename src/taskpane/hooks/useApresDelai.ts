/** Vrai quand `actif` dure depuis plus de `delai` ms : un chargement bref ne clignote pas. */
import { useEffect, useState } from 'react';

export function useApresDelai(actif: boolean, delai: number): boolean {
  const [ecoule, poser] = useState(false);
  useEffect(() => {
    if (!actif) return undefined;
    const minuterie = setTimeout(() => { poser(true); }, delai);
    return () => {
      clearTimeout(minuterie);
      poser(false);
    };
  }, [actif, delai]);
  return actif && ecoule;
}
