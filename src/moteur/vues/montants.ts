/** Les montants d'un objectif au plan d'action, additionnés sans compter deux fois une fusion. */
import type { Emplacement } from '../../classeur/adresse';
import { formatMontant } from '../../classeur/nombres';
import type { CelluleLue } from '../../controles/lecture-cellule';
import { montantConnu, type LecturePlan } from '../../controles/lecture-plan';

/** Un montant montrable. */
export interface Part {
  /** `null` : le montant n'est pas connu, et `texte` dit pourquoi. */
  readonly euros: number | null;
  /** « 60 000 € », « illisible », « non déterminé », « colonne introuvable ». */
  readonly texte: string;
  /** Première cellule du montant. */
  readonly emplacement: Emplacement | null;
}

export interface Parts {
  readonly departement: Part;
  readonly etat: Part;
  readonly partenaires: Part;
  /** Département + Etat + partenaires, calculé. */
  readonly total: Part;
  /** Total écrit au classeur pour ces lignes ; `null` : aucune colonne de total. */
  readonly inscrit: Part | null;
}

const part = (euros: number, emplacement: Emplacement | null): Part => ({ euros, texte: formatMontant(euros), emplacement });

function cellulesDe(plan: LecturePlan, lignes: readonly number[], colonnes: readonly number[]): readonly CelluleLue[] {
  const vues = new Set<string>();
  return colonnes
    .flatMap((colonne) => lignes.map((ligne) => plan.cellule(ligne, colonne)))
    .filter(({ adresse }) => !vues.has(adresse) && vues.add(adresse));
}

/** Pourquoi un montant n'est pas connu : ce n'est jamais un zéro. */
function direInconnu({ jugee, lecture }: CelluleLue): string {
  if (jugee.origine === 'inconnue') return 'non calculé';
  if (lecture.nature === 'non_determine') return 'non déterminé';
  return lecture.nature === 'nombre' && lecture.nombre < 0 ? 'négatif' : 'illisible';
}

function lirePart(cellules: readonly CelluleLue[]): Part {
  const emplacement = cellules[0]?.emplacement ?? null;
  const fautive = cellules.find((lue) => montantConnu(lue) === null);
  if (fautive) return { euros: null, texte: direInconnu(fautive), emplacement: fautive.emplacement };
  return part(cellules.reduce((total, lue) => total + (montantConnu(lue) ?? 0), 0), emplacement);
}

/** Somme de parts ; inconnue si l'une l'est. */
export function additionner(parts: readonly Part[]): Part {
  const fautive = parts.find(({ euros }) => euros === null);
  if (fautive) return { euros: null, texte: fautive.texte, emplacement: fautive.emplacement };
  return part(parts.reduce((total, { euros }) => total + (euros ?? 0), 0), null);
}

export function lireParts(plan: LecturePlan, lignes: readonly number[]): Parts {
  const { departement, etat, total, partenairesFinanciers } = plan.plan.colonnes;
  const enColonne = (colonne: number | null): Part =>
    colonne === null ? { euros: null, texte: 'colonne introuvable', emplacement: null } : lirePart(cellulesDe(plan, lignes, [colonne]));
  const parts = {
    departement: enColonne(departement),
    etat: enColonne(etat),
    partenaires: lirePart(cellulesDe(plan, lignes, partenairesFinanciers.map(({ colonne }) => colonne))),
  };
  return {
    ...parts,
    total: additionner([parts.departement, parts.etat, parts.partenaires]),
    inscrit: total === null ? null : enColonne(total),
  };
}
