/** Les huit taux de l'annexe 5.2 : numérateurs admis et dénominateur. */
import type { CodeIndicateur } from './indicateurs';
import { source, type Source } from './source';

export type CodeTaux = 'o1-taux' | 'o2-taux' | 'o3-taux-pre' | 'o3-taux-post' | 'o4-taux' | 'o5-taux' | 'o6-taux' | 'o22-taux';

export interface Taux {
  readonly code: CodeTaux;
  /** Numérateurs admis, le premier étant celui de la source de référence (DREES / CD). */
  readonly numerateurs: readonly [CodeIndicateur, ...CodeIndicateur[]];
  readonly denominateur: CodeIndicateur;
  readonly source: Source;
}

const ANNEXE_5_2 = source('annexe 5.2');

export const TAUX: readonly Taux[] = [
  { code: 'o1-taux', numerateurs: ['o1-entretiens-cd', 'o1-entretiens-snds'], denominateur: 'o1-naissances', source: source('annexe 5.2 ; annexe 6, engagement 1 (double détermination DREES / CD et SNDS)') },
  { code: 'o2-taux', numerateurs: ['o2-bilans'], denominateur: 'o2-cohorte', source: ANNEXE_5_2 },
  { code: 'o3-taux-pre', numerateurs: ['o3-femmes-pre'], denominateur: 'o3-naissances', source: ANNEXE_5_2 },
  { code: 'o3-taux-post', numerateurs: ['o3-femmes-post'], denominateur: 'o3-naissances', source: ANNEXE_5_2 },
  { code: 'o4-taux', numerateurs: ['o4-enfants-vad'], denominateur: 'o4-enfants', source: ANNEXE_5_2 },
  { code: 'o5-taux', numerateurs: ['o5-enfants-vus'], denominateur: 'o5-enfants', source: ANNEXE_5_2 },
  { code: 'o6-taux', numerateurs: ['o6-evaluees-3-mois'], denominateur: 'o6-evaluees', source: source('annexe 6, objectif 6, note 3') },
  { code: 'o22-taux', numerateurs: ['o22-accompagnes'], denominateur: 'o22-retours', source: source('annexe 5.2 ; annexe 6, objectif 22') },
];

const PAR_CODE = new Map<string, Taux>(TAUX.map((taux) => [taux.code, taux]));

/** Définition d'un taux ; `undefined` si l'indicateur n'en est pas un. */
export function tauxDe(code: CodeIndicateur): Taux | undefined {
  return PAR_CODE.get(code);
}
