/** Le haut des deux feuilles : titre, département, consigne. */
import { departementDe } from '../referentiel/departements';
import type { Chantier } from './chantier';

/** Première ligne de l'en-tête de colonnes, sur deux lignes, et première ligne du tableau. */
export const EN_TETE = { premiere: 4, derniere: 5 } as const;
export const PREMIERE_LIGNE = 6;

/** « Haute-Vienne (87) » ; `null` sans département, ou si le code est inconnu. */
function nommerDepartement(code: string | null): string | null {
  const departement = code === null ? undefined : departementDe(code);
  return departement ? `${departement.nom} (${departement.code})` : null;
}

/** Le nom du département s'écrit à droite de son étiquette : c'est là que la lecture le cherche. */
export function poserTete(chantier: Chantier, titre: string, departement: string | null): void {
  chantier.poser(1, 1, titre, 'titre');
  chantier.poser(2, 1, 'Département :', 'etiquette');
  chantier.poser(2, 2, nommerDepartement(departement), 'etiquette');
}
