/** Parcours commun aux contrôles de structure : les deux feuilles, et celle qui manque. */
import type { Anomalie, Dossier, NatureAnomalie, PlanAction, TableauDeBord } from '../../classeur/dossier';
import type { Constat } from '../constat';
import type { Bilan } from '../controle';
import type { NonVerifie } from '../non-verifie';

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

/** Ce qu'une feuille absente empêche de vérifier : jamais `conforme` sur une feuille introuvable. */
export function feuillesAbsentes({ tableau, plan }: { readonly tableau: unknown; readonly plan: unknown }): readonly NonVerifie[] {
  const absence = (document: string): NonVerifie => ({ emplacement: null, raison: `${document} n’a pas été reconnu dans ce classeur` });
  return [...(tableau ? [] : [absence('le tableau de bord (annexe 5.2)')]), ...(plan ? [] : [absence('le plan d’action (annexe 5.3)')])];
}

/** Bilan d'un contrôle mené feuille par feuille. */
export function parFeuille(dossier: Dossier, controler: (feuille: FeuilleLue) => readonly Constat[]): Bilan {
  return { constats: feuillesLues(dossier).flatMap(controler), nonVerifies: feuillesAbsentes(dossier) };
}

export function anomaliesDe({ lue }: FeuilleLue, ...natures: readonly NatureAnomalie[]): readonly Anomalie[] {
  return lue.anomalies.filter(({ nature }) => natures.includes(nature));
}
