/**
 * Ce qu'on demande à Excel, et en combien d'échanges.
 *
 * Une annexe tient dans la fenêtre (A1:T120) : deux échanges suffisent. Une feuille plus grande
 * demande le troisième, en blocs qui restent sous les 5 Mo qu'Excel admet par échange.
 */

import { PLAFOND_LIGNES } from '../../classeur/instantane';
import type { Plage } from '../../classeur/instantane';

/** Une annexe compte moins de cent lignes et une douzaine de colonnes. */
export const FENETRE: Plage = { ligne: 1, colonne: 1, derniereLigne: 120, derniereColonne: 20 };

/** Cellules par échange : environ 140 octets chacune (valeur, type, formule, format, verrou), 3,5 Mo. */
export const CELLULES_PAR_ECHANGE = 25_000;

/** Une feuille n'est jamais lue à moins de lignes que cela, si larges que soient les autres. */
const LIGNES_MINIMUM = 300;

/** Au-delà, une feuille n'est ni l'annexe 5.2 ni la 5.3. */
const COLONNES_MAXIMUM = 256;

/** Étendue des valeurs d'une feuille, à relire en entier ou presque. */
export interface Besoin {
  readonly derniereLigne: number;
  readonly derniereColonne: number;
}

export function depasseFenetre({ derniereLigne, derniereColonne }: Besoin): boolean {
  return derniereLigne > FENETRE.derniereLigne || derniereColonne > FENETRE.derniereColonne;
}

/** Zone lue d'une grande feuille : `PLAFOND_LIGNES` au plus, moins quand plusieurs se partagent l'échange. */
export function zoneLue({ derniereLigne, derniereColonne }: Besoin, grandes: number, cellules: number): Plage {
  const colonnes = Math.min(derniereColonne, COLONNES_MAXIMUM);
  const part = Math.max(LIGNES_MINIMUM, Math.floor(cellules / grandes / colonnes));
  return { ligne: 1, colonne: 1, derniereLigne: Math.min(derniereLigne, PLAFOND_LIGNES, part), derniereColonne: colonnes };
}

/** Découpe une zone en bandes de lignes d'au plus `cellules` cellules. */
export function bandes(zone: Plage, cellules: number): Plage[] {
  const hauteur = Math.max(1, Math.floor(cellules / zone.derniereColonne));
  const nombre = Math.ceil(zone.derniereLigne / hauteur);
  return Array.from({ length: nombre }, (_, rang) => ({
    ...zone,
    ligne: rang * hauteur + 1,
    derniereLigne: Math.min(zone.derniereLigne, (rang + 1) * hauteur),
  }));
}

function nombreCellules(plage: Plage): number {
  return (plage.derniereLigne - plage.ligne + 1) * (plage.derniereColonne - plage.colonne + 1);
}

/** Range des lectures en échanges successifs, chacun sous le plafond (une lecture seule peut l'atteindre). */
export function echanges<T extends { readonly plage: Plage }>(lectures: readonly T[], cellules: number): T[][] {
  const rendus: T[][] = [];
  let reste = 0;
  for (const lecture of lectures) {
    const taille = nombreCellules(lecture.plage);
    if (taille > reste || rendus.length === 0) {
      rendus.push([]);
      reste = cellules;
    }
    rendus[rendus.length - 1]!.push(lecture);
    reste -= taille;
  }
  return rendus;
}

