/** Lecture d'une feuille (`sheetN.xml`) : cellules, fusions, colonnes, volets, protection. */
import { parsePlage } from '../../classeur/adresse';
import type { Plage } from '../../classeur/instantane';
import type { Archive, Entree } from './archive';
import { type DonneesLues, creerLecteurCellules } from './cellules-xml';
import type { Contexte } from './recolte';
import { idRelation } from './relations';
import { type Attributs, type Lecteur, isVrai, lireXml } from './xml';

export interface FeuilleLue extends DonneesLues {
  readonly fusions: readonly Plage[];
  readonly colonnes: readonly ColonnesLues[];
  readonly protegee: boolean;
  readonly figees: { readonly lignes: number; readonly colonnes: number };
  /** Identifiants de relation de ses tableaux structurés. */
  readonly tableaux: readonly string[];
}

/** Suite de colonnes de même largeur. */
export interface ColonnesLues {
  readonly premiere: number;
  readonly derniere: number;
  readonly largeur: number | null;
  readonly masquees: boolean;
}

/** Plus qu'aucune feuille faite par quelqu'un ; une feuille hostile en déclarerait des millions. */
const FUSIONS_MAX = 50_000;

const COLONNES_MAX = 16_384;

type Ecrivable<T> = { -readonly [K in keyof T]: T[K] };

export function lireFeuilleXml(archive: Archive, entree: Entree, contexte: Contexte): FeuilleLue {
  const cellules = creerLecteurCellules(contexte);
  const fusions: Plage[] = [];
  const colonnes: ColonnesLues[] = [];
  const tableaux: string[] = [];
  const autour = { protegee: false, figees: { lignes: 0, colonnes: 0 } };
  let dansDonnees = false;
  const lecteur: Lecteur = {
    ouvrir(nom, attributs) {
      if (dansDonnees) cellules.ouvrir(nom, attributs);
      else if (nom === 'sheetData') dansDonnees = true;
      else if (nom === 'mergeCell') ajouterFusion(fusions, attributs.ref);
      else if (nom === 'col') ajouterColonnes(colonnes, attributs);
      else if (nom === 'tablePart') tableaux.push(idRelation(attributs));
      else lireAutour(autour, nom, attributs);
    },
    fermer(nom) {
      if (nom === 'sheetData') dansDonnees = false;
      else if (dansDonnees) cellules.fermer(nom);
    },
    texte: (texte) => cellules.texte(texte),
    fini: () => cellules.fini(),
  };
  lireXml(archive, entree, lecteur);
  return { ...cellules.terminer(), fusions, colonnes, tableaux, ...autour };
}

function lireAutour(autour: Ecrivable<Pick<FeuilleLue, 'protegee' | 'figees'>>, nom: string, attributs: Attributs): void {
  if (nom === 'sheetProtection') autour.protegee = isVrai(attributs.sheet);
  else if (nom === 'pane' && attributs.state?.startsWith('frozen')) {
    autour.figees = { lignes: entier(attributs.ySplit), colonnes: entier(attributs.xSplit) };
  }
}

function ajouterFusion(fusions: Plage[], reference: string | undefined): void {
  const plage = parsePlage(reference ?? '');
  if (plage && fusions.length < FUSIONS_MAX) fusions.push(plage);
}

function ajouterColonnes(colonnes: ColonnesLues[], { min, max, width, hidden }: Attributs): void {
  if (colonnes.length >= COLONNES_MAX) return;
  const largeur = width === undefined ? null : Number(width);
  colonnes.push({ premiere: Math.max(1, entier(min)), derniere: entier(max), largeur, masquees: isVrai(hidden) });
}

function entier(texte: string | undefined): number {
  const nombre = Math.trunc(Number(texte ?? 0));
  return Number.isFinite(nombre) ? Math.max(0, nombre) : 0;
}
