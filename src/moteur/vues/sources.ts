/** La source de financement d'un objectif : ce que le plan écrit, et ce que l'annexe 4 admet. */
import type { Emplacement } from '../../classeur/adresse';
import { releveDe } from '../../controles/financement/modalites';
import type { LecturePlan } from '../../controles/lecture-plan';
import { objectifDe, type NumeroObjectif } from '../../referentiel/objectifs';

export interface SourceLue {
  /** Modalités telles qu'écrites ; vide si rien n'est écrit. */
  readonly ecrite: string;
  /** Complément de « relève » : « du FIR », « de l’ONDAM médico-social ou du programme 304 ». */
  readonly releve: string;
  /** Le plan cite une enveloppe que l'annexe 4 n'admet pas pour cet objectif. */
  readonly interdite: boolean;
  readonly emplacement: Emplacement | null;
}

export function sourceDe(plan: LecturePlan, numero: NumeroObjectif): SourceLue {
  const { enveloppes } = objectifDe(numero);
  const modalites = plan.modalites(numero);
  return {
    ecrite: [...new Set(modalites.map(({ texte }) => texte).filter((texte) => texte !== ''))].join(' ; '),
    releve: releveDe(enveloppes),
    interdite: modalites.some(({ lue }) => lue.enveloppes.some((citee) => !enveloppes.includes(citee))),
    emplacement: modalites[0]?.cellule.emplacement ?? null,
  };
}
