/** De la cellule au constat : ouvre un constat de la cellule désignée hors du volet. */
import { useEffect, useRef, type Dispatch } from 'react';
import type { Emplacement } from '../../classeur/adresse';
import type { ConstatMontre } from '../etat/constats';
import type { ActionNavigation } from '../etat/navigation';

export interface CelluleDesignee extends Emplacement {
  /** Identité du constat voulu, si la cellule en a plusieurs ; à défaut, le premier. */
  readonly constat?: string;
}

export function useCelluleDesignee(cellule: CelluleDesignee | null, constats: readonly ConstatMontre[], naviguer: Dispatch<ActionNavigation>): void {
  const traitee = useRef<CelluleDesignee | null>(null);
  useEffect(() => {
    if (cellule === null || traitee.current === cellule) return;
    const siens = constats.filter(({ constat: { emplacement } }) =>
      emplacement?.feuille === cellule.feuille && emplacement.ligne === cellule.ligne && emplacement.colonne === cellule.colonne);
    const trouve = siens.find(({ id }) => id === cellule.constat) ?? siens[0];
    if (constats.length > 0) traitee.current = cellule;
    if (trouve) naviguer({ type: 'ouvrir', id: trouve.id });
  }, [cellule, constats, naviguer]);
}
