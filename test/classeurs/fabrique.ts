/**
 * Fabrique de classeurs d'essai : un .xlsx complet et valable, à partir de feuilles décrites
 * simplement.
 *
 * ```ts
 * fabriquerClasseur([{ nom: 'Plan', lignes: [['Objectif', 'Total'], ['1', { formule: '=SUM(A1:A3)', valeur: 6 }]] }]);
 * fabriquerClasseur([{ nom: 'Plan', cellules: { D7: 409, D10: { valeur: 0.2, format: '0.0%' } }, fusions: ['A1:B1'] }]);
 * ```
 */
import { strToU8, zipSync } from 'fflate';
import type { Erreur, Valeur, Visibilite } from '../../src/classeur/instantane';
import { partiesDuClasseur } from './parties';

export interface CelluleFabriquee {
  /** Constante, ou valeur enregistrée de la formule (absente : aucune valeur en cache). */
  readonly valeur?: Valeur;
  /** Formule anglaise, avec son « = ». */
  readonly formule?: string;
  /** Plage de la formule matricielle dont cette cellule est l'ancre. */
  readonly matrice?: string;
  /** Code de format (« General » par défaut). */
  readonly format?: string;
  /** Vrai par défaut. */
  readonly verrouillee?: boolean;
}

/** `null` : cellule absente du fichier ; `{}` : cellule présente, vide. */
export type ContenuFabrique = null | number | string | boolean | Erreur | CelluleFabriquee;

export interface TableauFabrique {
  readonly nom: string;
  readonly plage: string;
  readonly lignesEnTete?: 0 | 1;
  /** Noms de colonnes, tels que dans la ligne d'en-tête (« Colonne1 »… par défaut). */
  readonly colonnes?: readonly string[];
}

export interface FeuilleFabriquee {
  readonly nom: string;
  /** Rangées à partir de A1. */
  readonly lignes?: readonly (readonly ContenuFabrique[])[];
  /** Cellules par adresse A1 ; l'emportent sur `lignes`. */
  readonly cellules?: Readonly<Record<string, ContenuFabrique>>;
  readonly visibilite?: Visibilite;
  readonly protegee?: boolean;
  readonly fusions?: readonly string[];
  readonly tableaux?: readonly TableauFabrique[];
  readonly lignesMasquees?: readonly number[];
  readonly colonnesMasquees?: readonly number[];
  readonly largeurs?: Readonly<Record<number, number>>;
  readonly hauteurs?: Readonly<Record<number, number>>;
  readonly figees?: { readonly lignes: number; readonly colonnes: number };
}

export interface NomFabrique {
  readonly nom: string;
  readonly formule: string;
  /** Rang de la feuille (0 pour la première) d'un nom local. */
  readonly feuille?: number;
  readonly masque?: boolean;
}

export interface OptionsFabrique {
  readonly noms?: readonly NomFabrique[];
  readonly dates1904?: boolean;
  /** Textes dans sharedStrings.xml (par défaut), ou dans la cellule. */
  readonly chaines?: 'partagees' | 'en_ligne';
  /** Dernière main sur les parties avant le zip (ajout, remplacement, suppression). */
  readonly retoucher?: (parties: Parties) => void;
}

/** Parties d'un paquet, dans l'ordre où elles seront rangées. */
export type Parties = Record<string, string | Uint8Array>;

/** Le .xlsx entier. */
export function fabriquerClasseur(feuilles: readonly FeuilleFabriquee[], options: OptionsFabrique = {}): Uint8Array {
  const parties: Parties = partiesDuClasseur(feuilles, options);
  options.retoucher?.(parties);
  return zipper(parties);
}

/** Zippe des parties ; `niveau` 0 les range sans les compresser. */
export function zipper(parties: Readonly<Parties>, niveau: 0 | 6 = 6): Uint8Array {
  const octets: Record<string, Uint8Array> = {};
  for (const [chemin, contenu] of Object.entries(parties)) {
    octets[chemin] = typeof contenu === 'string' ? strToU8(contenu) : contenu;
  }
  return zipSync(octets, { level: niveau, mtime: new Date(2021, 0, 1) });
}
