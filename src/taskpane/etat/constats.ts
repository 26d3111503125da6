/** Ce que la liste montre d'un constat : son suivi, sa décision ; et le compte de tout cela. */
import type { Gravite } from '../../controles/constat';
import { deciderChacun } from '../../decisions/decider';
import type { Decision } from '../../decisions/donnees';
import type { ConstatSuivi } from './suivi';

export interface ConstatMontre extends ConstatSuivi {
  readonly decision: Decision | null;
  readonly nouveau: boolean;
}

export function montrer(suivis: readonly ConstatSuivi[], decisions: readonly Decision[], nouveaux: ReadonlySet<string>): readonly ConstatMontre[] {
  const prises = deciderChacun(suivis.map(({ constat }) => constat), decisions);
  return suivis.map((suivi, rang) => ({ ...suivi, decision: prises[rang] ?? null, nouveau: nouveaux.has(suivi.id) }));
}

export interface Compte {
  /** Constats sans décision, par gravité. */
  readonly parGravite: Readonly<Record<Gravite, number>>;
  /** Alertes justifiées : elles restent des réserves, comptées à part. */
  readonly justifiees: number;
  readonly informationsEcartees: number;
}

export function compter(constats: readonly ConstatMontre[]): Compte {
  const parGravite: Record<Gravite, number> = { bloquant: 0, alerte: 0, info: 0 };
  let justifiees = 0;
  let informationsEcartees = 0;
  for (const { constat: { gravite }, decision } of constats) {
    if (decision === null) parGravite[gravite]++;
    else if (gravite === 'alerte') justifiees++;
    else informationsEcartees++;
  }
  return { parGravite, justifiees, informationsEcartees };
}
