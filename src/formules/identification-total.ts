/** Ce que calcule un total : le vocabulaire de l'identification, et l'essai d'une formule. */
import { celluleDe, cleCellule, type Valeur } from '../classeur/instantane';
import { essayer, type CelluleLue, type ResultatEssai } from './banc';
import type { Case, ContexteTotal } from './montants';
import type { Noeud } from './noeuds';
import type { MotifRefus } from './resultats';
import type { Tirage } from './tirages';

export type CauseTotal =
  | 'lignes_oubliees'
  | 'lignes_en_trop'
  /** Des lignes oubliées et d'autres en trop : une autre somme que la sienne. */
  | 'autres_lignes'
  | 'double_compte'
  /** Nombre écrit dans la formule, ajouté à la somme. */
  | 'nombre_ajoute'
  /** Multiplie ou retranche au lieu d'additionner. */
  | 'autre'
  | 'arrondi'
  | 'condition'
  | 'texte'
  | 'erreur'
  | 'circulaire';

export type IdentificationTotal =
  | { readonly nature: 'vide' }
  | { readonly nature: 'constante'; readonly valeur: Exclude<Valeur, null> }
  | { readonly nature: 'constante_cachee'; readonly valeur: Valeur; readonly description: string }
  | { readonly nature: 'juste' }
  | {
      readonly nature: 'faux';
      readonly cause: CauseTotal;
      readonly description: string;
      readonly oubliees: readonly Case[];
      readonly enTrop: readonly Case[];
      /** Vrai si les cellules oubliées ou en trop sont vides ou nulles : le total affiché est bon, pour l'instant. */
      readonly sansEffet: boolean;
    }
  | { readonly nature: 'non_evaluable'; readonly motif: MotifRefus; readonly raison: string };

interface Options {
  readonly noter?: (lue: CelluleLue) => void;
  readonly modifs?: ReadonlyMap<number, Valeur>;
  readonly arrondis?: 'appliques' | 'ignores';
  /** Vrai : seules les constantes et les cellules vides sont tirées, les formules du plan gardent leur rôle. */
  readonly formulesGardees?: boolean;
}

/** Résultat d'une formule de total sur un tirage, quelques cellules portant d'autres valeurs. */
export function essayerSomme(noeud: Noeud, { ligne, colonne }: Case, { classeur, feuille, cases }: ContexteTotal, tirage: Tirage, { noter, modifs, arrondis = 'ignores', formulesGardees = false }: Options = {}): ResultatEssai {
  return essayer({
    noeud, classeur, position: { feuille, ligne, colonne }, arrondis, noter, cles: cases,
    valeurs: (l, c) => {
      const cle = cleCellule(l, c);
      if (formulesGardees && (celluleDe(feuille, l, c)?.formule ?? null) !== null) return undefined;
      return modifs?.has(cle) ? modifs.get(cle) : tirage.get(cle);
    },
  });
}

export function faux(cause: CauseTotal, description: string, oubliees: readonly Case[] = [], enTrop: readonly Case[] = [], sansEffet = false): IdentificationTotal {
  return { nature: 'faux', cause, description, oubliees, enTrop, sansEffet };
}
