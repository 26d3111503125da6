/** Les quatre engagements de la Stratégie et les « conditions pour y parvenir » (engagement transverse). */
import { source, type Source } from './source';

export type CodeEngagement = 'e1' | 'e2' | 'e3' | 'e4' | 'conditions';

export interface Engagement {
  readonly code: CodeEngagement;
  /** Bandeau des annexes 5.2 et 5.3. */
  readonly libelle: string;
  readonly variantes: readonly string[];
  readonly source: Source;
}

export const ENGAGEMENTS: readonly Engagement[] = [
  { code: 'e1', libelle: 'Engagement 1 : Agir le plus précocement possible pour répondre aux besoins des enfants et de leurs familles', variantes: [], source: source('annexe 2 ; annexe 5.2') },
  { code: 'e2', libelle: 'Engagement 2 : Sécuriser les parcours des enfants protégés et prévenir les ruptures', variantes: [], source: source('annexe 2 ; annexe 5.2') },
  { code: 'e3', libelle: "Engagement 3 : Donner aux enfants les moyens d'agir et garantir leurs droits", variantes: [], source: source('annexe 2 ; annexe 5.2') },
  { code: 'e4', libelle: "Engagement 4 : Préparer leur avenir et sécuriser leur vie d'adulte", variantes: [], source: source('annexe 2 ; annexe 5.2') },
  { code: 'conditions', libelle: 'Conditions pour y parvenir', variantes: ['Engagement transverse : Renforcer la gouvernance et la formation'], source: source('annexe 5.2 ; annexe 2 (engagement transverse)') },
];
