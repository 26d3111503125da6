/**
 * Un département en deux fichiers, le tableau de bord d'un côté, le plan d'action de l'autre. On ne
 * devine pas : un tableau et un plan du même département vont ensemble, tout autre compte se dit.
 */
import type { Instantane } from '../classeur/instantane';
import { analyser, type Analyse } from '../moteur/analyser';
import { reunir } from '../moteur/reunir';
import { accorder } from '../rapport/mots';

/** Un classeur qui ne porte qu'une des deux feuilles. */
export interface Moitie {
  readonly chemin: string;
  readonly nature: 'tableau' | 'plan';
  readonly departement: { readonly code: string; readonly nom: string } | null;
}

export interface Groupe {
  readonly code: string | null;
  /** Chemins du tableau de bord et du plan à réunir ; `null` : chacun se contrôle seul. */
  readonly paire: readonly [string, string] | null;
  readonly moities: readonly Moitie[];
  /** Pourquoi rien n'a été réuni, en une phrase. */
  readonly raison: string | null;
}

/** Un département en deux fichiers, analysé comme un seul ; il se lit dans l'ensemble, ou à défaut c'est celui (`code`) qui a servi à apparier. */
export function analyserEnsemble(tableau: Instantane, plan: Instantane, code: string, departement: string | null = null): Analyse {
  const ensemble = reunir(tableau, plan);
  const analyse = analyser(ensemble, { departement });
  return analyse.rapport.departement?.code === code ? analyse : analyser(ensemble, { departement: code });
}

/** Chemin d'un dossier en deux fichiers. */
export const cheminReuni = ([tableau, plan]: readonly [string, string]): string => `${tableau} + ${plan}`;

export function moitieDe(chemin: string, { dossier: { tableau, plan }, rapport: { departement } }: Analyse): Moitie | null {
  if ((tableau === null) === (plan === null)) return null;
  return { chemin, nature: tableau ? 'tableau' : 'plan', departement };
}

const NOMS = { tableau: 'tableau de bord', plan: 'plan d’action' } as const;

function grouper(code: string, moities: readonly Moitie[]): Groupe {
  const tableaux = moities.filter(({ nature }) => nature === 'tableau');
  const plans = moities.filter(({ nature }) => nature === 'plan');
  if (tableaux.length === 1 && plans.length === 1) return { code, moities, paire: [tableaux[0]!.chemin, plans[0]!.chemin], raison: null };
  const { nom } = moities[0]!.departement!;
  const chemins = moities.map(({ chemin }) => chemin).join(', ');
  const raison = moities.length === 1
    ? `${chemins} : aucun ${NOMS[moities[0]!.nature === 'tableau' ? 'plan' : 'tableau']} à apparier pour ${nom} (${code}) ; il est contrôlé seul.`
    : `${nom} (${code}) : ${accorder(tableaux.length, 'tableau de bord', 'tableaux de bord')} et ${accorder(plans.length, 'plan d’action', 'plans d’action')} (${chemins}), on ne sait pas lesquels vont ensemble ; chacun est contrôlé seul. Ne gardez qu’un fichier de chaque.`;
  return { code, moities, paire: null, raison };
}

/** Groupes dans l'ordre des départements rencontrés ; l'ordre des fichiers d'un département est indifférent. */
export function apparier(moities: readonly Moitie[]): readonly Groupe[] {
  const parCode = new Map<string, Moitie[]>();
  for (const moitie of moities) {
    if (moitie.departement) parCode.set(moitie.departement.code, [...(parCode.get(moitie.departement.code) ?? []), moitie]);
  }
  const inconnues = moities.filter(({ departement }) => departement === null);
  return [
    ...[...parCode].map(([code, groupe]) => grouper(code, groupe)),
    ...inconnues.map((moitie): Groupe => ({
      code: null, paire: null, moities: [moitie],
      raison: `${moitie.chemin} : département non reconnu, ce ${NOMS[moitie.nature]} n’a pas été apparié ; il est contrôlé seul. Écrivez le département dans le titre ou dans le nom du fichier, ou donnez --departement.`,
    })),
  ];
}
