/** Le dépôt de fichiers, n'importe où dans la page. */
import { useEffect, useRef, useState } from 'react';
import { sourcesDuDepot, type Source } from '../lot/sources';

function porteFichiers({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

/** Rend vrai tant que des fichiers survolent la page. */
export function useDepot(surDepot: (sources: readonly Source[]) => void, surPanne: (erreur: unknown) => void): boolean {
  const [survol, poser] = useState(false);
  const suites = useRef({ surDepot, surPanne });
  useEffect(() => { suites.current = { surDepot, surPanne }; });

  useEffect(() => {
    // Chaque élément traversé annonce une entrée et une sortie : on les compte.
    let profondeur = 0;
    const entrer = (evenement: DragEvent) => {
      if (!porteFichiers(evenement)) return;
      profondeur += 1;
      poser(true);
    };
    const sortir = (evenement: DragEvent) => {
      if (!porteFichiers(evenement)) return;
      profondeur = Math.max(0, profondeur - 1);
      if (profondeur === 0) poser(false);
    };
    const survoler = (evenement: DragEvent) => { if (porteFichiers(evenement)) evenement.preventDefault(); };
    const deposer = (evenement: DragEvent) => {
      if (!evenement.dataTransfer || !porteFichiers(evenement)) return;
      evenement.preventDefault();
      profondeur = 0;
      poser(false);
      sourcesDuDepot(evenement.dataTransfer).then((sources) => { suites.current.surDepot(sources); }, (erreur: unknown) => { suites.current.surPanne(erreur); });
    };
    const ecoutes = { dragenter: entrer, dragleave: sortir, dragover: survoler, drop: deposer } as const;
    for (const [nom, ecoute] of Object.entries(ecoutes)) window.addEventListener(nom as 'drop', ecoute);
    return () => { for (const [nom, ecoute] of Object.entries(ecoutes)) window.removeEventListener(nom as 'drop', ecoute); };
  }, []);
  return survol;
}
