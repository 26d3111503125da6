/** Les constats d'un rapport, rangés comme ils se lisent : les mêmes groupes en texte et en page. */
import type { Constat } from '../controles/constat';
import { nommer } from '../controles/fabrique';
import type { Rapport } from '../moteur/rapport';
import { OBJECTIFS, objectifDe, type NumeroObjectif } from '../referentiel/objectifs';

const GRAVITES = ['bloquant', 'alerte', 'info'] as const;

export interface Groupe {
  readonly titre: string;
  readonly constats: readonly Constat[];
}

const parGravite = (a: Constat, b: Constat) => GRAVITES.indexOf(a.gravite) - GRAVITES.indexOf(b.gravite);

function nommerGroupe(numero: NumeroObjectif, retenu: boolean): string {
  const nature = objectifDe(numero).fondamental ? 'fondamental' : retenu ? 'facultatif, retenu' : 'facultatif, non retenu';
  return `${nommer(numero)} (${nature})`;
}

/** Constats rangés par objectif, dans l'ordre des annexes ; dans un objectif, le plus grave d'abord. */
export function grouper({ constats, objectifs }: Rapport): readonly Groupe[] {
  const trier = (garder: (constat: Constat) => boolean) => constats.filter(garder).sort(parGravite);
  const retenus = new Set(objectifs.filter(({ retenu }) => retenu).map(({ numero }) => numero));
  return [
    { titre: 'Ensemble du classeur', constats: trier(({ objectif, indicateur }) => objectif === null && indicateur === null) },
    ...OBJECTIFS.map(({ numero }) => ({ titre: nommerGroupe(numero, retenus.has(numero)), constats: trier(({ objectif }) => objectif === numero) })),
    { titre: nommer(null), constats: trier(({ objectif, indicateur }) => objectif === null && indicateur !== null) },
  ].filter((groupe) => groupe.constats.length > 0);
}
