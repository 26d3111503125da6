/** Le constat ouvert, même résolu depuis, et ses voisins dans la liste affichée. */
import { useEffect, useMemo, useRef } from 'react';
import { useVolet } from '../contexte';
import type { ConstatMontre } from '../etat/constats';
import { ordre } from '../etat/filtre';
import { voisins, type Voisins } from '../etat/navigation';

export interface ConstatOuvert {
  /** `null` si son identité n'est plus connue. */
  readonly montre: ConstatMontre | null;
  /** Faux : il n'apparaît plus au dernier contrôle. */
  readonly present: boolean;
  readonly voisins: Voisins;
  /** Nombre de constats affichés. */
  readonly total: number;
}

export function useConstatOuvert(id: string): ConstatOuvert {
  const { constats, groupes, controle: { connus } } = useVolet();
  const ids = useMemo(() => ordre(groupes).map((montre) => montre.id), [groupes]);
  const dernierRang = useRef(0);
  const trouves = voisins(ids, id, dernierRang.current);
  useEffect(() => { if (trouves.rang !== null) dernierRang.current = trouves.rang; });

  const dernier = useRef<ConstatMontre | null>(null);
  const present = constats.find((montre) => montre.id === id);
  useEffect(() => { if (present) dernier.current = present; });
  const disparu = connus.find((connu) => connu.id === id);
  const souvenir = dernier.current?.id === id ? dernier.current : null;
  const montre = present ?? souvenir ?? (disparu ? { ...disparu, decision: null, nouveau: false } : null);
  return { montre, present: present !== undefined, voisins: trouves, total: ids.length };
}
