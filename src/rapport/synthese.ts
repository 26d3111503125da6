/** La synthèse d'un lot : une ligne par classeur, illisibles compris. */
import type { Rapport, Verdict } from '../moteur/rapport';
import { NOMS_VERDICTS } from './mots';

export type LigneSynthese =
  | {
      readonly fichier: string;
      readonly verdict: Verdict;
      readonly departement: { readonly code: string; readonly nom: string } | null;
      readonly compte: Rapport['compte'];
      /** Codes bloquants, du plus fréquent au moins fréquent. */
      readonly bloquants: readonly string[];
    }
  | { readonly fichier: string; readonly verdict: 'illisible'; readonly erreur: string };

function codesBloquants({ constats }: Rapport): readonly string[] {
  const comptes = new Map<string, number>();
  for (const { code, gravite } of constats) if (gravite === 'bloquant') comptes.set(code, (comptes.get(code) ?? 0) + 1);
  return [...comptes].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([code, nombre]) => (nombre > 1 ? `${code} × ${String(nombre)}` : code));
}

export function ligneSynthese(rapport: Rapport, fichier: string): LigneSynthese {
  const { departement, verdict, compte } = rapport;
  return { fichier, verdict, compte, departement: departement && { code: departement.code, nom: departement.nom }, bloquants: codesBloquants(rapport) };
}

export function titreVerdict(verdict: LigneSynthese['verdict']): string {
  return verdict === 'illisible' ? 'Illisible' : NOMS_VERDICTS[verdict];
}
