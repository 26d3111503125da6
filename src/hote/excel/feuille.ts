/** Une feuille : ce qu'on en demande au second échange, et la `Feuille` qu'on en fait. */
import { formatPlage, parsePlage } from '../../classeur/adresse';
import type { Feuille, Plage, Tableau, Visibilite } from '../../classeur/instantane';
import { demanderBloc, indexer, lireBloc } from './bloc';
import type { BlocDemande } from './bloc';
import { FENETRE } from './fenetres';
import type { Besoin } from './fenetres';

/** Où chercher les cellules fusionnées : Excel renonce au-delà de 512 fusions. */
export type PorteeFusions = 'feuille' | 'fenetre' | 'aucune';

export interface FeuilleDemandee {
  readonly feuille: Excel.Worksheet;
  readonly etendue: Excel.Range;
  readonly bloc: BlocDemande;
  readonly fusions: Excel.RangeAreas | null;
  readonly volets: Excel.Range;
}

function demanderFusions(feuille: Excel.Worksheet, portee: PorteeFusions): Excel.RangeAreas | null {
  if (portee === 'aucune') return null;
  const ou = portee === 'feuille' ? feuille.getRange() : feuille.getRange(formatPlage(FENETRE));
  const fusions = ou.getMergedAreasOrNullObject();
  fusions.load('address');
  return fusions;
}

export function demanderFeuille(feuille: Excel.Worksheet, portee: PorteeFusions): FeuilleDemandee {
  const etendue = feuille.getUsedRangeOrNullObject(true);
  etendue.load('rowIndex,columnIndex,rowCount,columnCount');
  const volets = feuille.freezePanes.getLocationOrNullObject();
  volets.load('rowIndex,columnIndex,rowCount,columnCount');
  feuille.names.load('items/name,items/formula');
  return { feuille, etendue, bloc: demanderBloc(feuille, FENETRE, { locales: true }), fusions: demanderFusions(feuille, portee), volets };
}

/** Dernière ligne et dernière colonne occupées ; 0 pour une feuille vide. */
export function besoinDe({ etendue }: FeuilleDemandee): Besoin {
  if (etendue.isNullObject) return { derniereLigne: 0, derniereColonne: 0 };
  return {
    derniereLigne: etendue.rowIndex + etendue.rowCount,
    derniereColonne: etendue.columnIndex + etendue.columnCount,
  };
}

export function plageExcel(plage: Excel.Range): Plage {
  return {
    ligne: plage.rowIndex + 1,
    colonne: plage.columnIndex + 1,
    derniereLigne: plage.rowIndex + plage.rowCount,
    derniereColonne: plage.columnIndex + plage.columnCount,
  };
}

const ZONE = /(?:'(?:[^']|'')*'|[^'!,]+)!([^,]+)/g;

/** `"'Plan d''action'!A1:B2,'Plan d''action'!C3:C5"` → plages. */
export function zonesDe(adresses: string): Plage[] {
  return [...adresses.matchAll(ZONE)].flatMap(([, reference]) => parsePlage(reference!.trim()) ?? []);
}

const LIGNES_EXCEL = 1_048_576;
const COLONNES_EXCEL = 16_384;

/** Lignes et colonnes figées : figer des lignes rend des lignes entières, sans colonne figée. */
function figeesDe(volets: Excel.Range): Feuille['figees'] {
  if (volets.isNullObject) return { lignes: 0, colonnes: 0 };
  const { derniereLigne, derniereColonne } = plageExcel(volets);
  return {
    lignes: derniereLigne >= LIGNES_EXCEL ? 0 : derniereLigne,
    colonnes: derniereColonne >= COLONNES_EXCEL ? 0 : derniereColonne,
  };
}

const VISIBILITES: Readonly<Record<string, Visibilite>> = { Visible: 'visible', Hidden: 'masquee', VeryHidden: 'tres_masquee' };

/** `blocs` : la fenêtre, ou les bandes d'une grande feuille ; `lue` : la zone qu'ils couvrent. */
export function feuilleLue(
  demandee: FeuilleDemandee,
  blocs: readonly BlocDemande[],
  lue: Plage,
  tableaux: readonly Tableau[],
): Feuille {
  const { feuille, fusions } = demandee;
  const lus = blocs.map(lireBloc);
  const besoin = besoinDe(demandee);
  return {
    id: feuille.id,
    nom: feuille.name,
    visibilite: VISIBILITES[feuille.visibility] ?? 'visible',
    protegee: feuille.protection.protected,
    cellules: indexer(lus),
    fusions: fusions === null || fusions.isNullObject ? [] : zonesDe(fusions.address),
    ...(fusions === null ? { fusionsInconnues: true } : {}),
    // Excel ne dit pas où sont les matrices sans les demander cellule par cellule : `appliquer` le vérifie.
    matrices: [],
    tableaux,
    lignesMasquees: new Set(lus.flatMap(({ lignesMasquees }) => lignesMasquees)),
    colonnesMasquees: new Set(lus.flatMap(({ colonnesMasquees }) => colonnesMasquees)),
    largeurs: new Map(),
    hauteurs: new Map(),
    figees: figeesDe(demandee.volets),
    ...besoin,
    tronquee: besoin.derniereLigne > lue.derniereLigne || besoin.derniereColonne > lue.derniereColonne,
  };
}
