/**
 * Une cause, un constat : un constat cède quand un contrôle auquel le sien cède le pas en a déjà un
 * sur la même cause (catalogue, « Une cause, un constat »).
 */
import type { CodeControle } from '../controles/codes';
import type { Constat } from '../controles/constat';
import type { ControleEnregistre } from '../controles/controle';

export type Cession = Pick<ControleEnregistre, 'code' | 'cede' | 'cedeSi'>;

function parCause(constats: readonly Constat[]): ReadonlyMap<string, readonly Constat[]> {
  const index = new Map<string, Constat[]>();
  for (const constat of constats) {
    for (const cause of constat.causes) {
      const voisins = index.get(cause);
      if (voisins) voisins.push(constat);
      else index.set(cause, [constat]);
    }
  }
  return index;
}

export function arbitrer(constats: readonly Constat[], registre: readonly Cession[]): readonly Constat[] {
  const cessions = new Map<CodeControle, Cession>(registre.map((cession) => [cession.code, cession]));
  const index = parCause(constats);
  return constats.filter((constat) => {
    const { cede = [], cedeSi = () => true } = cessions.get(constat.code) ?? {};
    const voisins = cede.length === 0 ? [] : constat.causes.flatMap((cause) => index.get(cause) ?? []);
    return !voisins.some((autre) => cede.includes(autre.code) && cedeSi(constat, autre));
  });
}
