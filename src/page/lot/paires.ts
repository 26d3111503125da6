/** Les départements d'un lot donnés en deux fichiers : le tableau de bord d'un côté, le plan d'action de l'autre. */
import { apparier, cheminReuni } from '../../consolidation/appariement';
import { accorder } from '../../rapport/mots';
import type { Examen } from '../travail/ouvrier';
import type { Travail } from './examiner';
import type { Source } from './sources';

export interface Paire {
  readonly departement: { readonly code: string; readonly nom: string };
  /** Chemins du tableau de bord et du plan d'action. */
  readonly chemins: readonly [string, string];
}

/** Ce qui se réunit sans deviner : un seul tableau et un seul plan pour un département. */
export function pairesDe(examens: ReadonlyMap<string, Examen>): readonly Paire[] {
  const moities = [...examens.values()].flatMap(({ moitie }) => moitie ?? []);
  return apparier(moities).flatMap(({ paire, moities: [premiere] }) => (paire && premiere?.departement ? [{ departement: premiere.departement, chemins: paire }] : []));
}

/** Au-delà, leurs noms ne se liraient plus. */
const NOMMES_MAX = 3;

export function direPaires(paires: readonly Paire[]): string {
  const noms = paires.map(({ departement: { nom, code } }) => `${nom} (${code})`);
  const qui = paires.length > NOMMES_MAX ? accorder(paires.length, 'département') : noms.join(', ');
  return `${qui} : le tableau de bord et le plan d’action sont dans deux fichiers. Réunis, ils sont contrôlés ensemble, comme un seul classeur.`;
}

export function travailDe({ departement: { code }, chemins }: Paire, sources: readonly Source[]): Travail {
  const lire = async (chemin: string) => ({ nom: chemin, octets: await sources.find((source) => source.chemin === chemin)!.lire() });
  return { chemin: cheminReuni(chemins), examiner: async (ouvrier) => ouvrier.examinerEnsemble(await lire(chemins[0]), await lire(chemins[1]), code) };
}
