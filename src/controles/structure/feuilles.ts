/** Parcours commun aux contrôles de structure : les deux feuilles, et celle qui manque. */
import type { Anomalie, Dossier, NatureAnomalie, PlanAction, TableauDeBord } from '../../classeur/dossier';
import { feuillesAbsentes } from '../absence';
import type { Constat } from '../constat';
import type { Bilan } from '../controle';

export interface FeuilleLue {
  readonly lue: TableauDeBord | PlanAction;
  readonly annexe: 'annexe 5.2' | 'annexe 5.3';
}

/** Feuilles reconnues, le tableau de bord d'abord. */
export function feuillesLues({ tableau, plan }: Dossier): readonly FeuilleLue[] {
  return [
    ...(tableau ? [{ lue: tableau, annexe: 'annexe 5.2' } as const] : []),
    ...(plan ? [{ lue: plan, annexe: 'annexe 5.3' } as const] : []),
  ];
}

/** Bilan d'un contrôle mené feuille par feuille. */
export function parFeuille(dossier: Dossier, controler: (feuille: FeuilleLue) => readonly Constat[]): Bilan {
  return { constats: feuillesLues(dossier).flatMap(controler), nonVerifies: feuillesAbsentes(dossier) };
}

export function anomaliesDe({ lue }: FeuilleLue, ...natures: readonly NatureAnomalie[]): readonly Anomalie[] {
  return lue.anomalies.filter(({ nature }) => natures.includes(nature));
}
