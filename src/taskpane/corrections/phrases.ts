/** Les phrases des corrections. */
import { accorder } from '../../rapport/mots';
import type { BilanLot } from './lot';
import { decrireRaison, type IssueEcriture } from '../hooks/useCorrections';

/** « Corriger 12 cellules » ; sans rien de coché, le verbe seul. */
export function nommerAction(nombre: number): string {
  return nombre === 0 ? 'Corriger' : `Corriger ${accorder(nombre, 'cellule')}`;
}

/** Ce qu'un lot a fait, quand tout ce qui était coché est écrit. */
export function resumerLot({ plan, passes }: BilanLot, restantes: number): string {
  const faites = new Set(plan.ecritures.map(({ feuille, ligne, colonne }) => `${feuille}!${String(ligne)},${String(colonne)}`)).size;
  const enPasses = passes > 1 ? ` en ${String(passes)} passes` : '';
  const suite = restantes > 0 ? ` ${accorder(restantes, 'correction laissée de côté', 'corrections laissées de côté')}.` : '';
  return `${accorder(faites, 'cellule corrigée', 'cellules corrigées')}${enPasses}.${suite}`;
}

export interface Rejet {
  readonly titre: string;
  readonly raisons: readonly string[];
  readonly restantes: Extract<IssueEcriture, { etat: 'refusee' }>['restantes'];
}

/** Ce qui n'a pas pu se faire ; `null` si tout est fait. */
export function rejetDe({ plan, refus, echec, panne }: BilanLot): Rejet | null {
  const deja = plan.ecritures.length === 0 ? 'Rien n’a été écrit.' : `${accorder(plan.ecritures.length, 'cellule corrigée', 'cellules corrigées')} ; la suite a été refusée, et n’est pas écrite.`;
  if (echec) return { titre: 'L’écriture a échoué.', raisons: [echec.message], restantes: echec.restantes };
  if (refus.length > 0) return { titre: deja, raisons: refus.map(decrireRaison), restantes: [] };
  if (panne) return { titre: plan.ecritures.length === 0 ? 'Rien n’a été écrit.' : 'Les corrections sont écrites, mais pas recontrôlées.', raisons: [panne.message], restantes: [] };
  return null;
}
