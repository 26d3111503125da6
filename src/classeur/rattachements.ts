/**
 * Rattachements faits à la main dans le volet, pour un modèle local que le repérage n'a pas
 * reconnu. Les lignes et colonnes se désignent par leur texte : elles survivent aux insertions.
 */
import type { CodeIndicateur } from '../referentiel/indicateurs';
import type { NumeroObjectif } from '../referentiel/objectifs';
import type { Bloc } from './dossier';

export type RoleColonnePlan = 'objectif' | 'actions' | 'partenaires' | 'departement' | 'etat' | 'total' | 'modalites';

export type RattachementManuel =
  | { readonly type: 'feuille'; readonly feuille: string; readonly nature: 'tableau' | 'plan' }
  | { readonly type: 'objectif'; readonly texte: string; readonly numero: NumeroObjectif }
  | { readonly type: 'indicateur'; readonly texte: string; readonly code: CodeIndicateur }
  | { readonly type: 'moment'; readonly feuille: string; readonly colonne: number; readonly bloc: Bloc; readonly annee: number }
  | { readonly type: 'colonne_plan'; readonly feuille: string; readonly colonne: number; readonly role: RoleColonnePlan };
