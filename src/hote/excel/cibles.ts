/** Le plan, vu d'Excel : ce qui vise une feuille existante, ce qui vise une feuille à créer. */
import { nomNouvelle } from '../../corrections/plan';
import type { Ecriture, PlanEcritures } from '../../corrections/plan';

export function ecrituresExistantes({ ecritures }: PlanEcritures): Ecriture[] {
  return ecritures.filter(({ feuille }) => nomNouvelle(feuille) === null);
}

/** Écritures par feuille, dans l'ordre du plan. */
export function parFeuille(ecritures: readonly Ecriture[]): ReadonlyMap<string, readonly Ecriture[]> {
  const groupes = new Map<string, Ecriture[]>();
  for (const ecriture of ecritures) {
    const groupe = groupes.get(ecriture.feuille) ?? [];
    groupe.push(ecriture);
    groupes.set(ecriture.feuille, groupe);
  }
  return groupes;
}
