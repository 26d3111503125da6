/** De la cellule au constat : ouvre le premier constat de la cellule désignée hors du volet. */
import { useEffect, useRef, type Dispatch } from 'react';
import type { Emplacement } from '../../classeur/adresse';
import type { ConstatMontre } from '../etat/constats';
import type { ActionNavigation } from '../etat/navigation';

export function useCelluleDesignee(cellule: Emplacement | null, constats: readonly ConstatMontre[], naviguer: Dispatch<ActionNavigation>): void {
  const traitee = useRef<Emplacement | null>(null);
  useEffect(() => {
    if (cellule === null || traitee.current === cellule) return;
    const trouve = constats.find(({ constat: { emplacement } }) =>
      emplacement?.feuille === cellule.feuille && emplacement.ligne === cellule.ligne && emplacement.colonne === cellule.colonne);
    if (constats.length > 0) traitee.current = cellule;
    if (trouve) naviguer({ type: 'ouvrir', id: trouve.id });
  }, [cellule, constats, naviguer]);
}
