/** Un tableau de la consolidation : ses colonnes typées, ses valeurs brutes, et comment elles se lisent. */
import { formatMontant, formatNombre, formatTaux } from '../classeur/nombres';

export type FormatColonne = 'texte' | 'nombre' | 'taux' | 'euros';

export interface Colonne {
  readonly titre: string;
  readonly format: FormatColonne;
}

export interface Tableau {
  readonly nom: string;
  /** Comment lire le tableau, en une phrase. */
  readonly note: string;
  readonly colonnes: readonly Colonne[];
  readonly lignes: readonly (readonly (string | number | null)[])[];
}

/** Une valeur telle qu'elle se lit ; « – » : rien. */
export function montrerValeur(valeur: string | number | null, format: FormatColonne): string {
  if (valeur === null) return '–';
  if (typeof valeur === 'string') return valeur;
  if (format === 'taux') return formatTaux(valeur);
  return format === 'euros' ? formatMontant(valeur) : formatNombre(valeur);
}
