/** Le plan, vu d'Excel : ce qui vise une feuille existante, ce qui vise une feuille à créer. */
import type { Ecriture, PlanEcritures } from '../../corrections/plan';

const PREFIXE_NOUVELLE = 'nouvelle:';

/** Nom d'une feuille à créer (`nouvelle:NOM`), ou `null` pour une feuille existante. */
export function nomNouvelle(feuille: string): string | null {
  return feuille.startsWith(PREFIXE_NOUVELLE) ? feuille.slice(PREFIXE_NOUVELLE.length) : null;
}

export function identiteNouvelle(nom: string): string {
  return PREFIXE_NOUVELLE + nom;
}

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
