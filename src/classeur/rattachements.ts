/**
 * Rattachements faits à la main dans le volet, pour un modèle local que le repérage n'a pas
 * reconnu. Les lignes et colonnes se désignent par leur texte : elles survivent aux insertions.
 */
import type { CodeIndicateur } from '../referentiel/indicateurs';
import type { NumeroObjectif } from '../referentiel/objectifs';
import type { Bloc } from './dossier';
import { normaliser } from './texte';

export type RoleColonnePlan = 'objectif' | 'actions' | 'partenaires' | 'departement' | 'etat' | 'total' | 'modalites';

export type RattachementManuel =
  | { readonly type: 'feuille'; readonly feuille: string; readonly nature: 'tableau' | 'plan' }
  | { readonly type: 'objectif'; readonly texte: string; readonly numero: NumeroObjectif }
  | { readonly type: 'indicateur'; readonly texte: string; readonly code: CodeIndicateur }
  | { readonly type: 'moment'; readonly feuille: string; readonly colonne: number; readonly bloc: Bloc; readonly annee: number }
  | { readonly type: 'colonne_plan'; readonly feuille: string; readonly colonne: number; readonly role: RoleColonnePlan };

type De<T extends RattachementManuel['type']> = Extract<RattachementManuel, { type: T }>;

export interface RattachementsFeuille {
  /** Par texte normalisé d'un libellé. */
  readonly objectifs: ReadonlyMap<string, NumeroObjectif>;
  readonly indicateurs: ReadonlyMap<string, CodeIndicateur>;
  readonly moments: readonly De<'moment'>[];
  readonly colonnesPlan: readonly De<'colonne_plan'>[];
}

/** Rattachements qui valent pour une feuille : libellés de toutes, colonnes de la sienne. */
export function rattachementsDe(manuels: readonly RattachementManuel[], feuille: string): RattachementsFeuille {
  const de = <T extends RattachementManuel['type']>(type: T) => manuels.filter((manuel): manuel is De<T> => manuel.type === type);
  return {
    objectifs: new Map(de('objectif').map(({ texte, numero }) => [normaliser(texte), numero] as const)),
    indicateurs: new Map(de('indicateur').map(({ texte, code }) => [normaliser(texte), code] as const)),
    moments: de('moment').filter((manuel) => manuel.feuille === feuille),
    colonnesPlan: de('colonne_plan').filter((manuel) => manuel.feuille === feuille),
  };
}
