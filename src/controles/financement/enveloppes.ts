/** Quelle enveloppe de l'Etat paie chaque ligne du plan (annexe 4). */
import { objectifDe, type Enveloppe, type NumeroObjectif } from '../../referentiel/objectifs';
import type { CelluleLue } from '../lecture-cellule';
import type { LecturePlan } from '../lecture-plan';

export interface LigneFinancee {
  readonly etat: CelluleLue;
  readonly enveloppes: readonly Enveloppe[];
}

/**
 * Part de l'Etat de chaque ligne d'un objectif et son enveloppe. Un objectif à source unique la
 * garde quoi qu'écrive la modalité (FIN-03 juge la modalité) ; l'objectif 24 suit la sienne, ligne
 * par ligne, celle du dessus valant jusqu'à la suivante.
 */
export function enveloppesParLigne(plan: LecturePlan, numero: NumeroObjectif): readonly LigneFinancee[] {
  const { enveloppes } = objectifDe(numero);
  const montants = plan.montants(numero, 'etat');
  if (enveloppes.length === 1) return montants.map((etat) => ({ etat, enveloppes }));
  const modalites = plan.modalites(numero);
  return montants.map((etat) => {
    const dessus = modalites.filter(({ cellule, texte }) => texte !== '' && cellule.emplacement.ligne <= etat.emplacement.ligne);
    const citees = dessus[dessus.length - 1]?.lue.enveloppes.filter((enveloppe) => enveloppes.includes(enveloppe)) ?? [];
    return { etat, enveloppes: citees.length > 0 ? citees : enveloppes };
  });
}
