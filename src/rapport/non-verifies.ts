/** Ce qui n'a pas pu être vérifié, regroupé par raison : une raison se dit une fois. */
import { formatA1 } from '../classeur/adresse';
import type { CodeControle } from '../controles/codes';
import type { Rapport } from '../moteur/rapport';

export interface GroupeNonVerifie {
  readonly raison: string;
  readonly codes: readonly CodeControle[];
  /** Cellules concernées, avec leur feuille (« Tableau de bord · D12 ») ; vide : la feuille ou le classeur. */
  readonly cellules: readonly string[];
}

export function regrouperNonVerifies({ controles, feuilles }: Pick<Rapport, 'controles' | 'feuilles'>): readonly GroupeNonVerifie[] {
  const noms = new Map(feuilles.map(({ id, nom }) => [id, nom]));
  const groupes = new Map<string, { codes: Set<CodeControle>; cellules: Set<string> }>();
  for (const { code, nonVerifies } of controles) {
    for (const { raison, emplacement } of nonVerifies) {
      const groupe = groupes.get(raison) ?? { codes: new Set(), cellules: new Set() };
      groupe.codes.add(code);
      if (emplacement) groupe.cellules.add(`${noms.get(emplacement.feuille) ?? emplacement.feuille} · ${formatA1(emplacement.ligne, emplacement.colonne)}`);
      groupes.set(raison, groupe);
    }
  }
  return Array.from(groupes, ([raison, { codes, cellules }]) => ({ raison, codes: [...codes], cellules: [...cellules] }));
}
