/** Quelles cases dessiner : les rangs visibles, les rangs figés, et les fusions qu'ils croisent. */
import type { Plage } from '../../classeur/instantane';
import { dansIntervalle, debut, fin, taille, type Axe, type Intervalle } from './axe';
import type { VueFeuille } from './vue';

/** Rangs à dessiner, dans l'ordre, sans ceux de taille nulle. */
export function reunir(axe: Axe, intervalles: readonly Intervalle[]): readonly number[] {
  const rangs = new Set<number>();
  for (const { premier, dernier } of intervalles) {
    for (let rang = Math.max(1, premier); rang <= Math.min(axe.dernier, dernier); rang += 1) if (taille(axe, rang) > 0) rangs.add(rang);
  }
  return [...rangs].sort((a, b) => a - b);
}

export interface CaseDessinee {
  /** Cellule qui porte la valeur. */
  readonly ligne: number;
  readonly colonne: number;
  /** Vide à laisser avant elle, depuis la case précédente, en pixels. */
  readonly ecart: number;
  readonly largeur: number;
  readonly hauteur: number;
  /** Position où la case reste collée à gauche ; `null` : elle défile. */
  readonly collee: number | null;
  readonly fusion: Plage | null;
}

export interface Composition {
  readonly lignes: readonly number[];
  readonly colonnes: readonly number[];
  readonly colonnesFigees: Intervalle;
}

/** Le premier rang dessiné d'une fusion : c'est là qu'elle se montre, même si son ancre est hors de vue. */
function premierDessine(rangs: readonly number[], depuis: number): number | undefined {
  return rangs.find((rang) => rang >= depuis);
}

function pixels(axe: Axe, de: number, a: number): number {
  return fin(axe, Math.min(a, axe.dernier)) - debut(axe, de);
}

/** Cases d'une ligne, de gauche à droite. */
export function composerLigne({ lignes, colonnes, fusions }: VueFeuille, ligne: number, composition: Composition): readonly CaseDessinee[] {
  const { colonnesFigees: figees } = composition;
  const cases: CaseDessinee[] = [];
  let curseur = 0;
  for (const colonne of composition.colonnes) {
    const fusion = fusions.de(ligne, colonne);
    const dessinee = !fusion || (premierDessine(composition.lignes, fusion.ligne) === ligne && premierDessine(composition.colonnes, fusion.colonne) === colonne);
    if (!dessinee) continue;
    const largeur = pixels(colonnes, colonne, fusion?.derniereColonne ?? colonne);
    const collable = dansIntervalle(figees, colonne) && (fusion?.derniereColonne ?? colonne) <= figees.dernier;
    cases.push({
      ligne: fusion?.ligne ?? ligne,
      colonne: fusion?.colonne ?? colonne,
      ecart: debut(colonnes, colonne) - curseur,
      largeur,
      hauteur: pixels(lignes, ligne, fusion?.derniereLigne ?? ligne),
      collee: collable ? debut(colonnes, colonne) - debut(colonnes, figees.premier) : null,
      fusion,
    });
    curseur = debut(colonnes, colonne) + largeur;
  }
  return cases;
}

/** Largeur où un texte peut déborder : sa case, et les cases vides qui la suivent. */
export function largeurDebordement({ colonnes, fusions, texte }: VueFeuille, ligne: number, colonne: number): number {
  let derniere = colonne;
  while (derniere < colonnes.dernier && texte(ligne, derniere + 1) === '' && !fusions.de(ligne, derniere + 1)) derniere += 1;
  return pixels(colonnes, colonne, derniere);
}
