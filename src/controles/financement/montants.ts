/** Toutes les cellules de montants du plan : parts, partenaires, totaux, ligne TOTAL comprise. */
import type { NumeroObjectif } from '../../referentiel/objectifs';
import type { CelluleLue } from '../lecture-cellule';
import type { LecturePlan } from '../lecture-plan';

export interface MontantDuPlan {
  readonly cellule: CelluleLue;
  /** `null` : ligne locale ou ligne TOTAL. */
  readonly objectif: NumeroObjectif | null;
  /** « Département », « Etat », « total », nom d'un partenaire. */
  readonly role: string;
  /** Somme d'autres montants : colonne « Total pour l'objectif », ou ligne TOTAL. */
  readonly isTotal: boolean;
}

export function montantsDuPlan({ plan, cellule }: LecturePlan): readonly MontantDuPlan[] {
  const { departement, etat, total, partenairesFinanciers } = plan.colonnes;
  const colonnes = [
    { colonne: departement, role: 'Département' },
    { colonne: etat, role: 'Etat' },
    ...partenairesFinanciers.map(({ colonne, libelle }) => ({ colonne, role: libelle })),
    { colonne: total, role: 'total' },
  ];
  const lignes = [
    ...[...plan.objectifs.values()].flatMap(({ numero, lignes: propres }) => propres.map((ligne) => ({ ligne, objectif: numero }))),
    ...plan.lignesLocales.map((ligne) => ({ ligne, objectif: null })),
    ...(plan.ligneTotal === null ? [] : [{ ligne: plan.ligneTotal, objectif: null }]),
  ];
  const vues = new Set<string>();
  return lignes
    .flatMap(({ ligne, objectif }) =>
      colonnes.flatMap(({ colonne, role }) => (colonne === null ? [] : [{ cellule: cellule(ligne, colonne), objectif, role, isTotal: colonne === total || ligne === plan.ligneTotal }])),
    )
    .filter(({ cellule: { adresse } }) => !vues.has(adresse) && vues.add(adresse));
}
