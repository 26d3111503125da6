/** Écoute le classeur : le résultat se dit périmé aussitôt, et se recontrôle quand la saisie se calme. */
import { useEffect, useRef } from 'react';
import type { Hote } from '../../hote/port';

/** Calme attendu avant de recontrôler (ms). */
export const CALME_MS = 1500;

export interface OptionsEcoute {
  readonly hote: Hote;
  readonly surChangement: () => void;
  readonly surCalme: () => void;
  readonly surPanne: (erreur: unknown) => void;
}

export function useEcoute({ hote, surChangement, surCalme, surPanne }: OptionsEcoute): void {
  const suites = useRef({ surChangement, surCalme, surPanne });
  useEffect(() => { suites.current = { surChangement, surCalme, surPanne }; });

  useEffect(() => {
    if (!hote.ecouter) return undefined;
    let minuterie: ReturnType<typeof setTimeout> | undefined;
    const signaler = (erreur: unknown) => {
      suites.current.surPanne(erreur);
      return null;
    };
    const inscription = hote.ecouter(({ acheve = false }) => {
      suites.current.surChangement();
      clearTimeout(minuterie);
      minuterie = setTimeout(() => { suites.current.surCalme(); }, acheve ? 0 : CALME_MS);
    }).catch(signaler);
    return () => {
      clearTimeout(minuterie);
      void inscription.then((desinscrire) => desinscrire?.()).catch(signaler);
    };
  }, [hote]);
}
