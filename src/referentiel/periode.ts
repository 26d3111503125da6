/**
 * La période d'un contrat est un paramètre : 2020-2022 pour la première vague, mais un
 * classeur 2021-2023 ou 2022-2024 se lit, sa dernière année cible étant l'horizon.
 */
import { source, type Source } from './source';

export interface Periode {
  /** Année du diagnostic (T0). */
  readonly diagnostic: number;
  /** Années cibles, croissantes ; la dernière est l'horizon. */
  readonly annees: readonly [number, ...number[]];
}

export const PERIODE_2020_2022: Periode = { diagnostic: 2019, annees: [2020, 2021, 2022] };

/** Nom du référentiel, montré avec chaque verdict. */
export const REFERENTIEL = 'cdppe-2020-2022';

export function horizon(periode: Periode): number {
  return periode.annees[periode.annees.length - 1]!;
}

export interface Vague {
  readonly annee: number;
  readonly texte: string;
  readonly source: Source;
}

/** Instructions successives (docs/decisions.md, « Vagues »). */
export const VAGUES: readonly Vague[] = [
  { annee: 2020, texte: 'première vague : 30 territoires, contrats 2020-2022, signature avant le 15 octobre 2020', source: source('circulaire DGCS/SD2B/DGS/SP1/2020/34', { date: '20 février 2020' }) },
  { annee: 2021, texte: 'deuxième vague : 40 territoires de plus, contrats 2021-2022, mêmes objectifs fondamentaux, signature avant le 30 septembre 2021', source: source('instruction DGCS/SD2B/DGS/SP1/2021/25', { date: '1er avril 2021' }) },
  { annee: 2022, texte: 'troisième vague : contrats 2022-2024 possibles', source: source('instruction DGCS/SD2B/DGS/SP1/2022/61', { date: '18 février 2022' }) },
  { annee: 2023, texte: 'quatrième vague', source: source('instruction DGS/SP1/DGCS/SD2B/2023/36', { date: '25 avril 2023' }) },
];
