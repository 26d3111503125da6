/** Ce qu'on relit d'une feuille avant d'y écrire : demandes, précisions, résultat. */
import { contient, formatA1, formatPlage } from '../../classeur/adresse';
import { isErreur } from '../../classeur/instantane';
import type { Plage } from '../../classeur/instantane';
import type { Contenu } from '../../corrections/plan';
import { boiteDe, boites } from './boites';
import type { Place } from './boites';
import type { Capacites } from './capacites';
import { plageExcel, zonesDe } from './feuille';
import { formuleLue, valeurLue } from './valeurs';

export interface CelluleRelue {
  /** `null` : une erreur constante, qu'aucun plan ne sait attendre. */
  readonly contenu: Contenu | null;
  readonly format: string;
  readonly verrouillee: boolean;
  /** Tableau structuré qui contient la cellule. */
  readonly tableau: string | null;
  readonly enMatrice: boolean;
  readonly fusion: Plage | null;
}

export interface FeuilleRelue {
  readonly nom: string;
  readonly protegee: boolean;
  /** Vrai si la mise en forme est permise (feuille libre, ou protection qui l'autorise). */
  readonly formatsPermis: boolean;
  cellule(ligne: number, colonne: number): CelluleRelue;
}

interface BoiteDemandee {
  readonly plage: Plage;
  readonly contenu: Excel.Range;
  readonly verrous: OfficeExtension.ClientResult<Excel.CellProperties[][]>;
  readonly tableaux: Excel.TableScopedCollection;
}

export interface RelectureDemandee {
  readonly feuille: Excel.Worksheet;
  readonly places: readonly Place[];
  readonly boites: readonly BoiteDemandee[];
  readonly fusions: readonly Excel.RangeAreas[];
}

/** Où sont les tableaux, quelles cellules sont des matrices : demandé seulement s'il y en a. */
export interface Precisions {
  readonly tableaux: readonly { readonly nom: string; readonly plage: Excel.Range }[];
  readonly matrices: readonly { readonly place: Place; readonly cellule: Excel.Range }[];
}

function demanderBoite(feuille: Excel.Worksheet, plage: Plage, { matrices }: Capacites): BoiteDemandee {
  const contenu = feuille.getRange(formatPlage(plage));
  contenu.load(`values,valueTypes,formulas,numberFormat${matrices ? ',savedAsArray,hasSpill' : ''}`);
  const tableaux = contenu.getTables(false);
  tableaux.load('items/name');
  return { plage, contenu, verrous: contenu.getCellProperties({ format: { protection: true } }), tableaux };
}

/** @param parCellule vrai si Excel a renoncé à rendre d'un coup les fusions du rectangle (il en admet 512). */
export function demanderRelecture(feuille: Excel.Worksheet, places: readonly Place[], capacites: Capacites, parCellule: boolean): RelectureDemandee {
  feuille.load('name,protection/protected,protection/options');
  const plages = parCellule ? places.map((place) => boiteDe([place])) : [boiteDe(places)];
  const fusions = capacites.fusions ? plages.map((plage) => feuille.getRange(formatPlage(plage)).getMergedAreasOrNullObject()) : [];
  for (const zones of fusions) zones.load('address');
  return { feuille, places, boites: boites(places).map((plage) => demanderBoite(feuille, plage, capacites)), fusions };
}

export function demanderPrecisions(demandee: RelectureDemandee, { matrices }: Capacites): Precisions {
  const { feuille, places, boites: lues } = demandee;
  const tableaux = lues.flatMap((boite) => boite.tableaux.items).map((tableau) => {
    const plage = tableau.getRange();
    plage.load('rowIndex,columnIndex,rowCount,columnCount');
    return { nom: tableau.name, plage };
  });
  const douteuses = matrices ? lues.filter(({ contenu }) => contenu.savedAsArray !== false || contenu.hasSpill !== false) : [];
  const visees = places.filter(({ ligne, colonne }) => douteuses.some(({ plage }) => contient(plage, ligne, colonne)));
  const demanderMatrice = (place: Place) => {
    const cellule = feuille.getRange(formatA1(place.ligne, place.colonne));
    cellule.load('savedAsArray,hasSpill');
    return { place, cellule };
  };
  return { tableaux, matrices: visees.map(demanderMatrice) };
}

function contenuRelu({ values, valueTypes, formulas }: Excel.Range, i: number, j: number): Contenu | null {
  const brute: unknown = values[i]![j];
  const type = String(valueTypes[i]![j]);
  const formule = formuleLue(formulas[i]![j], brute, type);
  if (formule !== null) return { formule };
  const valeur = valeurLue(brute, type, null);
  return isErreur(valeur) ? null : { valeur };
}

function celluleRelue(demandee: RelectureDemandee, precisions: Precisions, fusions: readonly Plage[], place: Place): CelluleRelue {
  const { ligne, colonne } = place;
  const { plage, contenu, verrous } = demandee.boites.find((boite) => contient(boite.plage, ligne, colonne))!;
  const [i, j] = [ligne - plage.ligne, colonne - plage.colonne];
  const tableau = precisions.tableaux.find((candidat) => contient(plageExcel(candidat.plage), ligne, colonne));
  const matrice = precisions.matrices.find((candidate) => candidate.place.ligne === ligne && candidate.place.colonne === colonne);
  return {
    contenu: contenuRelu(contenu, i, j),
    format: String(contenu.numberFormat[i]![j]),
    verrouillee: verrous.value[i]?.[j]?.format?.protection?.locked !== false,
    tableau: tableau?.nom ?? null,
    enMatrice: matrice !== undefined && (matrice.cellule.savedAsArray || matrice.cellule.hasSpill),
    fusion: fusions.find((fusion) => contient(fusion, ligne, colonne)) ?? null,
  };
}

export function feuilleRelue(demandee: RelectureDemandee, precisions: Precisions): FeuilleRelue {
  const { feuille, fusions } = demandee;
  const protegee = feuille.protection.protected;
  const zones = fusions.flatMap((lues) => (lues.isNullObject ? [] : zonesDe(lues.address)));
  return {
    nom: feuille.name,
    protegee,
    formatsPermis: !protegee || feuille.protection.options?.allowFormatCells === true,
    cellule: (ligne, colonne) => celluleRelue(demandee, precisions, zones, { ligne, colonne }),
  };
}
