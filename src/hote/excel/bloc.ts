/** Un bloc de cellules : ce qu'on en charge, et ce qu'on en tire une fois l'échange fait. */
import { formatPlage } from '../../classeur/adresse';
import { cleCellule } from '../../classeur/instantane';
import type { Cellule, Plage } from '../../classeur/instantane';
import { formuleLue, valeurLue } from './valeurs';

const FORMAT_STANDARD = 'General';

/** Demandes en attente d'un `sync`. */
export interface BlocDemande {
  readonly plage: Plage;
  /** Partie occupée du bloc ; objet nul s'il est vide. */
  readonly occupee: Excel.Range;
  readonly verrous: OfficeExtension.ClientResult<Excel.CellProperties[][]>;
  readonly lignes: OfficeExtension.ClientResult<Excel.RowProperties[]>;
  readonly colonnes: OfficeExtension.ClientResult<Excel.ColumnProperties[]>;
}

/**
 * Les verrous et les masques se demandent sur le rectangle entier, qui existe toujours : on
 * n'appelle aucune méthode sur un objet peut-être nul. `locales` : demander aussi les formules telles
 * qu'Excel les affiche, utiles aux seules annexes.
 */
export function demanderBloc(feuille: Excel.Worksheet, plage: Plage, { locales }: { readonly locales: boolean }): BlocDemande {
  const rectangle = feuille.getRange(formatPlage(plage));
  const occupee = rectangle.getUsedRangeOrNullObject(true);
  occupee.load(`values,valueTypes,formulas${locales ? ',formulasLocal' : ''},numberFormat,rowIndex,columnIndex`);
  return {
    plage,
    occupee,
    verrous: rectangle.getCellProperties({ format: { protection: true } }),
    lignes: rectangle.getRowProperties({ rowHidden: true }),
    colonnes: rectangle.getColumnProperties({ columnHidden: true }),
  };
}

export interface BlocLu {
  readonly cellules: readonly Cellule[];
  readonly lignesMasquees: readonly number[];
  readonly colonnesMasquees: readonly number[];
}

function isVerrouillee(verrous: readonly (readonly Excel.CellProperties[])[], ligne: number, colonne: number): boolean {
  return verrous[ligne]?.[colonne]?.format?.protection?.locked !== false;
}

function celluleLue({ occupee, verrous, plage }: BlocDemande, i: number, j: number): Cellule {
  const ligne = occupee.rowIndex + i + 1;
  const colonne = occupee.columnIndex + j + 1;
  const brute: unknown = occupee.values[i]![j];
  const type = String(occupee.valueTypes[i]![j]);
  const formule = formuleLue(occupee.formulas[i]![j], brute, type);
  return {
    ligne,
    colonne,
    valeur: valeurLue(brute, type, formule),
    formule,
    format: String(occupee.numberFormat[i]![j] ?? FORMAT_STANDARD),
    verrouillee: isVerrouillee(verrous.value, ligne - plage.ligne, colonne - plage.colonne),
  };
}

/** Chaque formule du bloc et ce qu'Excel en affiche, dans sa langue. */
export function formulesLocalesDe({ occupee }: BlocDemande): (readonly [anglaise: string, locale: string])[] {
  if (occupee.isNullObject) return [];
  return occupee.formulas.flatMap((rangee: readonly unknown[], i: number) =>
    rangee.flatMap((brute, j) => {
      const formule = formuleLue(brute, occupee.values[i]![j], String(occupee.valueTypes[i]![j]));
      return formule === null ? [] : [[formule, String(occupee.formulasLocal[i]![j])] as const];
    }),
  );
}

/** Une cellule compte si elle porte une valeur, une formule ou un style (format, déverrouillage). */
function isPresente({ valeur, formule, format, verrouillee }: Cellule): boolean {
  return valeur !== null || formule !== null || format !== FORMAT_STANDARD || !verrouillee;
}

function cellulesLues(bloc: BlocDemande): Cellule[] {
  if (bloc.occupee.isNullObject) return [];
  return bloc.occupee.values.flatMap((rangee: readonly unknown[], i: number) =>
    rangee.map((_, j) => celluleLue(bloc, i, j)).filter(isPresente),
  );
}

export function lireBloc(bloc: BlocDemande): BlocLu {
  const { plage, lignes, colonnes } = bloc;
  return {
    cellules: cellulesLues(bloc),
    lignesMasquees: lignes.value.flatMap(({ rowHidden }, i) => (rowHidden === true ? [plage.ligne + i] : [])),
    colonnesMasquees: colonnes.value.flatMap(({ columnHidden }, j) => (columnHidden === true ? [plage.colonne + j] : [])),
  };
}

/** Cellules de plusieurs blocs, par clé. */
export function indexer(blocs: readonly BlocLu[]): Map<number, Cellule> {
  return new Map(blocs.flatMap(({ cellules }) => cellules).map((cellule) => [cleCellule(cellule.ligne, cellule.colonne), cellule]));
}
