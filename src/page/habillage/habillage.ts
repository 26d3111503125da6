/** L'habillage d'un classeur : ce que l'instantané ne dit pas, mais que l'œil attend (polices, fonds, alignements, bordures). */

export interface StyleCellule {
  readonly gras: boolean;
  readonly italique: boolean;
  readonly souligne: boolean;
  readonly barre: boolean;
  /** Taille en points. */
  readonly taille: number;
  /** « #rrggbb » ; `null` : celle du thème de la page. */
  readonly couleur: string | null;
  readonly fond: string | null;
  readonly horizontal: 'gauche' | 'centre' | 'droite' | null;
  readonly vertical: 'haut' | 'centre' | 'bas';
  /** Retour à la ligne automatique. */
  readonly renvoi: boolean;
  readonly retrait: number;
  readonly bordures: { readonly haut: boolean; readonly droite: boolean; readonly bas: boolean; readonly gauche: boolean };
}

export interface Habillage {
  readonly styles: readonly StyleCellule[];
  /** Rang du style de chaque cellule, par feuille puis par `cleCellule`. */
  readonly cellules: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

export const TAILLE_PAR_DEFAUT = 11;

export const STYLE_NU: StyleCellule = {
  gras: false, italique: false, souligne: false, barre: false, taille: TAILLE_PAR_DEFAUT, couleur: null, fond: null,
  horizontal: null, vertical: 'bas', renvoi: false, retrait: 0,
  bordures: { haut: false, droite: false, bas: false, gauche: false },
};

export const HABILLAGE_VIDE: Habillage = { styles: [STYLE_NU], cellules: new Map() };

/** Style d'une cellule ; nu si le fichier n'en dit rien. */
export function styleDe({ styles, cellules }: Habillage, feuille: string, cle: number): StyleCellule {
  return styles[cellules.get(feuille)?.get(cle) ?? 0] ?? STYLE_NU;
}
