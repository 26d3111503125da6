/** Les totaux du plan : ce que chacun doit additionner, et ce que valent ces montants. */
import { identifierLigneTotal, identifierTotaux, type TotalIdentifie } from '../../formules/totaux';
import { OBJECTIFS, type NumeroObjectif } from '../../referentiel/objectifs';
import { nombreLu, type CelluleLue } from '../lecture-cellule';
import type { LecturePlan } from '../lecture-plan';

export interface Total {
  readonly total: TotalIdentifie;
  readonly cellule: CelluleLue;
  readonly objectif: NumeroObjectif | null;
  /** Colonnes que le total additionne. */
  readonly colonnes: readonly number[];
}

/** Colonnes de montants : Département, Etat, partenaires ; jamais le total lui-même. */
function colonnesAdditionnees({ plan: { colonnes } }: LecturePlan): readonly number[] {
  return [colonnes.departement, colonnes.etat, ...colonnes.partenairesFinanciers.map(({ colonne }) => colonne)].filter((colonne) => colonne !== null);
}

/** Totaux des objectifs, des lignes locales, puis de la ligne TOTAL. */
export function totauxDuPlan(plan: LecturePlan): readonly Total[] {
  const { plan: lu, service } = plan;
  const additionnees = colonnesAdditionnees(plan);
  const decrire = (total: TotalIdentifie, objectif: NumeroObjectif | null, colonnes: readonly number[]): Total => ({ total, objectif, colonnes, cellule: plan.cellule(total.ligne, total.colonne) });
  const parObjectif = OBJECTIFS.flatMap(({ numero }) => {
    const lignes = plan.objectif(numero)?.lignes ?? [];
    return identifierTotaux({ plan: lu, service, lignes }).map((total) => decrire(total, numero, additionnees));
  });
  const locaux = lu.lignesLocales.flatMap((ligne) => identifierTotaux({ plan: lu, service, lignes: [ligne] }).map((total) => decrire(total, null, additionnees)));
  const ligneTotal = [...additionnees, ...(lu.colonnes.total === null ? [] : [lu.colonnes.total])].flatMap((colonne) => {
    const total = identifierLigneTotal({ plan: lu, service, colonne });
    return total ? [decrire(total, null, [colonne])] : [];
  });
  return [...parObjectif, ...locaux, ...ligneTotal];
}

/** Somme des montants lus que le total doit additionner ; `null` si l'un d'eux est illisible ou en erreur. */
export function sommeAttendue(plan: LecturePlan, { total: { lignes }, colonnes }: Total): number | null {
  const cellules = new Map(lignes.flatMap((ligne) => colonnes.map((colonne) => plan.cellule(ligne, colonne))).map((cellule) => [cellule.adresse, cellule]));
  let somme = 0;
  for (const cellule of cellules.values()) {
    if (cellule.lecture.nature === 'illisible' || cellule.lecture.nature === 'erreur') return null;
    somme += nombreLu(cellule) ?? 0;
  }
  return somme;
}
