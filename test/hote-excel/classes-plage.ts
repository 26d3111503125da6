/** Classes Range, RangeAreas, RangeFormat et FormatProtection. */
import { parsePlage } from '../../src/classeur/adresse';
import type { Plage } from '../../src/classeur/instantane';
import { objet } from './classe';
import type { Classe, Contexte } from './classe';
import { argumentInvalide, introuvable } from './erreurs';
import type { FeuilleEmulee } from './modele';
import * as p from './plage';
import type { CiblePlage } from './plage';
import { etendue, recalculer } from './releve';
import { TABLEAUX } from './classes-tableau';
import { EVENEMENT_CHANGEMENT, EVENEMENTS_CLASSEUR } from './evenements';

const A1_LIGNES = /^\$?(\d+):\$?(\d+)$/;
const A1_COLONNES = /^\$?([A-Z]+):\$?([A-Z]+)$/i;

/** Plage A1, lignes entières (`1:9`), colonnes entières (`A:C`), ou toute la feuille (absente). */
export function plageDemandee(reference: unknown): Plage {
  const entiere = { ligne: 1, colonne: 1, derniereLigne: p.LIGNES_MAX, derniereColonne: p.COLONNES_MAX };
  if (reference === null || reference === undefined || reference === '') return entiere;
  const texte = String(reference);
  const lignes = A1_LIGNES.exec(texte);
  if (lignes) return { ...entiere, ligne: Number(lignes[1]), derniereLigne: Number(lignes[2]) };
  const colonnes = A1_COLONNES.exec(texte);
  const bords = colonnes && parsePlage(`${colonnes[1]}1:${colonnes[2]}${p.LIGNES_MAX}`);
  const plage = bords ?? parsePlage(texte);
  if (!plage) throw argumentInvalide(`adresse ${texte}`);
  return plage;
}

function intersection(a: Plage, b: Plage): Plage | null {
  const plage = {
    ligne: Math.max(a.ligne, b.ligne),
    colonne: Math.max(a.colonne, b.colonne),
    derniereLigne: Math.min(a.derniereLigne, b.derniereLigne),
    derniereColonne: Math.min(a.derniereColonne, b.derniereColonne),
  };
  return plage.ligne > plage.derniereLigne || plage.colonne > plage.derniereColonne ? null : plage;
}

function changer(cible: CiblePlage, contexte: Contexte): void {
  recalculer(contexte.classeur);
  const message = { changeType: 'RangeEdited', source: 'Local', worksheetId: cible.feuille.id, address: p.adresse(cible).split('!').pop() };
  contexte.signaler(EVENEMENT_CHANGEMENT, EVENEMENTS_CLASSEUR, message);
}

/** Réponse d'une lecture groupée : ne modélise que les propriétés demandées ici. */
function demande(options: unknown, chemin: readonly string[], methode: string): void {
  if (JSON.stringify(options) !== JSON.stringify(chemin.reduceRight<unknown>((reste, cle) => ({ [cle]: reste }), true))) {
    throw argumentInvalide(`${methode} : seul ${chemin.join('.')} est modélisé`);
  }
}

interface CibleZones {
  readonly feuille: FeuilleEmulee;
  readonly zones: readonly Plage[];
}

export const ZONES: Classe<CibleZones> = {
  nom: 'RangeAreas',
  parReference: true,
  proprietes: {
    Address: { depuis: 9, lire: ({ feuille, zones }) => zones.map((plage) => p.adresse({ feuille, plage })).join(',') },
    AreaCount: { depuis: 9, lire: ({ zones }) => zones.length },
  },
};

const PROTECTION: Classe<CiblePlage> = {
  nom: 'FormatProtection',
  proprietes: { Locked: { depuis: 2, lire: (cible) => p.commune(cible, ({ verrouillee }) => verrouillee) } },
};

const FORMAT: Classe<CiblePlage> = {
  nom: 'RangeFormat',
  liens: { Protection: { depuis: 2, vers: (cible) => objet(PROTECTION, cible) } },
};

/** Nombre de fusions au-delà duquel Excel renonce à les rendre. */
const FUSIONS_MAX = 512;

function fusionsDe({ feuille, plage }: CiblePlage) {
  const zones = feuille.fusions.filter((fusion) => intersection(fusion, plage));
  if (zones.length > FUSIONS_MAX) throw argumentInvalide('GetMergedAreasOrNullObject : plus de 512 fusions');
  return zones.length === 0 ? null : objet(ZONES, { feuille, zones });
}

/** Vrai, faux, ou `null` si seule une partie de la plage est dans une de ces zones. */
const dansZones = (zones: (feuille: FeuilleEmulee) => readonly Plage[]) => ({ feuille, plage }: CiblePlage) => {
  const touchees = zones(feuille).map((zone) => intersection(zone, plage)).filter((commune) => commune !== null);
  if (touchees.length === 0) return false;
  return touchees.some((commune) => JSON.stringify(commune) === JSON.stringify(plage)) ? true : null;
};

export const PLAGE: Classe<CiblePlage> = {
  nom: 'Range',
  parReference: true,
  proprietes: {
    Address: { lire: p.adresse },
    RowIndex: { lire: ({ plage }) => plage.ligne - 1 },
    ColumnIndex: { lire: ({ plage }) => plage.colonne - 1 },
    RowCount: { lire: p.nombreLignes },
    ColumnCount: { lire: p.nombreColonnes },
    Values: { lire: p.valeurs, ecrire: ecrireContenus },
    ValueTypes: { lire: p.types },
    Formulas: { lire: p.formules, ecrire: ecrireContenus },
    FormulasLocal: { lire: p.formulesLocales },
    NumberFormat: { lire: p.formats, ecrire: (cible, formats) => p.ecrireFormats(cible, formats) },
    SavedAsArray: { depuis: 12, lire: dansZones(({ matrices }) => matrices) },
    HasSpill: { depuis: 12, lire: dansZones(({ debordements }) => debordements) },
  },
  liens: { Format: { vers: (cible) => objet(FORMAT, cible) } },
  methodes: {
    _ValidateArraySize: { depuis: 3, appeler: () => null },
    Select: { appeler: ({ feuille, plage }, _, { classeur }) => {
      if (classeur.active !== feuille.id) throw argumentInvalide('Select : la feuille n’est pas active');
      classeur.selection = { feuille: feuille.id, plage };
      return null;
    } },
    GetRow: { appeler: ({ feuille, plage }, [rang]) => {
      const ligne = plage.ligne + Number(rang);
      return objet(PLAGE, { feuille, plage: { ...plage, ligne, derniereLigne: ligne } });
    } },
    GetBoundingRect: { appeler: (cible, [autre]) => boiteCommune(cible, autre) },
    GetUsedRangeOrNullObject: { depuis: 4, appeler: ({ feuille, plage }, [valeursSeules]) => {
      const utile = etendue(p.vivante({ feuille }), valeursSeules === true, plage);
      return utile && objet(PLAGE, { feuille, plage: utile });
    } },
    GetMergedAreasOrNullObject: { depuis: 13, appeler: fusionsDe },
    GetTables: { depuis: 9, appeler: ({ feuille, plage }) => {
      const tableaux = feuille.tableaux.filter((tableau) => intersection(tableau.plage, plage));
      return objet(TABLEAUX, tableaux.map((tableau) => ({ feuille, tableau })));
    } },
    GetCellProperties: { depuis: 9, appeler: (cible, [options]) => {
      demande(options, ['format', 'protection'], 'GetCellProperties');
      return p.grille(cible, ({ verrouillee }) => ({ format: { protection: { formulaHidden: false, locked: verrouillee } } }));
    } },
    GetRowProperties: { depuis: 9, appeler: ({ feuille, plage }, [options]) => {
      demande(options, ['rowHidden'], 'GetRowProperties');
      const longueur = p.nombreLignes({ feuille, plage });
      return Array.from({ length: longueur }, (_, i) => ({ rowHidden: feuille.lignesMasquees.has(plage.ligne + i) }));
    } },
    GetColumnProperties: { depuis: 9, appeler: ({ feuille, plage }, [options]) => {
      demande(options, ['columnHidden'], 'GetColumnProperties');
      const longueur = p.nombreColonnes({ feuille, plage });
      return Array.from({ length: longueur }, (_, j) => ({ columnHidden: feuille.colonnesMasquees.has(plage.colonne + j) }));
    } },
  },
};

function ecrireContenus(cible: CiblePlage, contenus: unknown, contexte: Contexte): void {
  p.ecrireContenus(cible, contenus);
  changer(cible, contexte);
}

function boiteCommune({ feuille, plage }: CiblePlage, autre: unknown) {
  const seconde = (autre as { cible?: CiblePlage } | null)?.cible?.plage;
  if (!seconde) throw introuvable('GetBoundingRect');
  return objet(PLAGE, {
    feuille,
    plage: {
      ligne: Math.min(plage.ligne, seconde.ligne),
      colonne: Math.min(plage.colonne, seconde.colonne),
      derniereLigne: Math.max(plage.derniereLigne, seconde.derniereLigne),
      derniereColonne: Math.max(plage.derniereColonne, seconde.derniereColonne),
    },
  });
}
