/**
 * Le classeur en mémoire de l'hôte émulé : mutable, sans Office, sans DOM et sans Node.
 *
 * Il se peuple depuis un `Instantane` et se relit en `Instantane` : un test compare ainsi ce
 * que le client a lu ou écrit à ce que le modèle contient.
 */
import { parseA1 } from '../../src/classeur/adresse';
import { celluleDe, cleCellule } from '../../src/classeur/instantane';
import type { Cellule, Feuille, Instantane, Plage, Tableau, Valeur, Visibilite } from '../../src/classeur/instantane';

export interface CelluleEmulee {
  valeur: Valeur;
  formule: string | null;
  format: string;
  verrouillee: boolean;
}

export interface FeuilleEmulee {
  readonly id: string;
  nom: string;
  visibilite: Visibilite;
  protegee: boolean;
  /** Options de protection : mise en forme permise sur une feuille protégée. */
  formatsPermis: boolean;
  supprimee: boolean;
  readonly cellules: Map<number, CelluleEmulee>;
  fusions: Plage[];
  matrices: Plage[];
  tableaux: Tableau[];
  readonly lignesMasquees: Set<number>;
  readonly colonnesMasquees: Set<number>;
  figees: { lignes: number; colonnes: number };
  readonly noms: { nom: string; formule: string }[];
}

export interface PartieXml {
  readonly id: string;
  xml: string;
}

/** Service de valeurs injecté : (classeur relu) → valeur d'une cellule de formule. */
export type Calcul = (instantane: Instantane) => (feuille: string, ligne: number, colonne: number) => Valeur;

export interface ClasseurEmule {
  nom: string | null;
  readonly feuilles: FeuilleEmulee[];
  readonly noms: { nom: string; formule: string }[];
  readonly partiesXml: PartieXml[];
  structureProtegee: boolean;
  etatCalcul: 'Done' | 'Calculating' | 'Pending';
  /** Identité de la feuille active et plage choisie par le dernier `select`. */
  active: string | null;
  selection: { feuille: string; plage: Plage } | null;
  evenementsActifs: boolean;
  readonly calcul: Calcul | null;
  /** Lecteur de fichier injecté : un classeur reçu en base 64 s'insère feuille par feuille. */
  lireFichier: ((octets: Uint8Array) => Instantane) | null;
  suite: number;
}

const LONGUEUR_RANG = 4;

/** Identité de feuille à la manière d'Excel. */
export function nouvelId(classeur: ClasseurEmule): string {
  classeur.suite += 1;
  return `{00000000-0001-0000-${String(classeur.suite).padStart(LONGUEUR_RANG, '0')}-000000000000}`;
}

export function nouvelleFeuille(classeur: ClasseurEmule, nom: string): FeuilleEmulee {
  const feuille: FeuilleEmulee = {
    id: nouvelId(classeur),
    nom,
    visibilite: 'visible',
    protegee: false,
    formatsPermis: false,
    supprimee: false,
    cellules: new Map(),
    fusions: [],
    matrices: [],
    tableaux: [],
    lignesMasquees: new Set(),
    colonnesMasquees: new Set(),
    figees: { lignes: 0, colonnes: 0 },
    noms: [],
  };
  classeur.feuilles.push(feuille);
  return feuille;
}

export function copieFeuille(classeur: ClasseurEmule, source: Feuille): FeuilleEmulee {
  const feuille = nouvelleFeuille(classeur, source.nom);
  feuille.visibilite = source.visibilite;
  feuille.protegee = source.protegee;
  feuille.fusions = [...source.fusions];
  feuille.matrices = [...source.matrices];
  feuille.tableaux = [...source.tableaux];
  feuille.figees = { ...source.figees };
  for (const ligne of source.lignesMasquees) feuille.lignesMasquees.add(ligne);
  for (const colonne of source.colonnesMasquees) feuille.colonnesMasquees.add(colonne);
  for (const [cle, { valeur, formule, format, verrouillee }] of source.cellules) {
    feuille.cellules.set(cle, { valeur, formule, format, verrouillee });
  }
  return feuille;
}

export function creerClasseurEmule(instantane: Instantane, calcul: Calcul | null = null): ClasseurEmule {
  const classeur: ClasseurEmule = {
    nom: instantane.nom,
    feuilles: [],
    noms: [],
    partiesXml: [],
    structureProtegee: false,
    etatCalcul: 'Done',
    active: null,
    selection: null,
    evenementsActifs: true,
    calcul,
    lireFichier: null,
    suite: 0,
  };
  const parId = new Map(instantane.feuilles.map((feuille) => [feuille.id, copieFeuille(classeur, feuille)]));
  for (const { nom, feuille, formule } of instantane.noms) {
    const portee = feuille === null ? classeur.noms : parId.get(feuille)?.noms;
    if (!portee) throw new Error(`Nom « ${nom} » rattaché à une feuille absente : ${feuille}.`);
    portee.push({ nom, formule });
  }
  classeur.active = classeur.feuilles[0]?.id ?? null;
  recalculer(classeur);
  return classeur;
}

export function feuilleNommee(classeur: ClasseurEmule, nom: string): FeuilleEmulee {
  const feuille = classeur.feuilles.find((candidate) => candidate.nom === nom);
  if (!feuille) throw new Error(`Pas de feuille « ${nom} » dans le classeur émulé.`);
  return feuille;
}

/** Cellule existante, ou cellule neuve (vide, Standard, verrouillée) rangée dans la feuille. */
export function celluleEmulee(feuille: FeuilleEmulee, ligne: number, colonne: number): CelluleEmulee {
  const cle = cleCellule(ligne, colonne);
  const presente = feuille.cellules.get(cle);
  if (presente) return presente;
  const neuve: CelluleEmulee = { valeur: null, formule: null, format: 'General', verrouillee: true };
  feuille.cellules.set(cle, neuve);
  return neuve;
}

/** Raccourci de test : la cellule `D7` d'une feuille. */
export function celluleA1(feuille: FeuilleEmulee, adresse: string): CelluleEmulee {
  const place = parseA1(adresse);
  if (!place) throw new Error(`Adresse incomprise : ${adresse}.`);
  return celluleEmulee(feuille, place.ligne, place.colonne);
}

const COLONNES_MAX = 16384;

/** Plus petit rectangle contenant les cellules occupées, ou `null`. */
export function etendue(feuille: FeuilleEmulee, valeursSeules: boolean, dans?: Plage): Plage | null {
  let plage = null as Plage | null;
  for (const [cle, cellule] of feuille.cellules) {
    if (valeursSeules && cellule.valeur === null && cellule.formule === null) continue;
    const ligne = Math.floor(cle / COLONNES_MAX);
    const colonne = (cle % COLONNES_MAX) + 1;
    if (dans && (ligne < dans.ligne || ligne > dans.derniereLigne)) continue;
    if (dans && (colonne < dans.colonne || colonne > dans.derniereColonne)) continue;
    plage = {
      ligne: Math.min(plage?.ligne ?? ligne, ligne),
      colonne: Math.min(plage?.colonne ?? colonne, colonne),
      derniereLigne: Math.max(plage?.derniereLigne ?? ligne, ligne),
      derniereColonne: Math.max(plage?.derniereColonne ?? colonne, colonne),
    };
  }
  return plage;
}

function feuilleInstantanee(feuille: FeuilleEmulee): Feuille {
  const utile = etendue(feuille, true);
  const cellules = new Map<number, Cellule>();
  for (const [cle, cellule] of feuille.cellules) {
    cellules.set(cle, { ligne: Math.floor(cle / COLONNES_MAX), colonne: (cle % COLONNES_MAX) + 1, ...cellule });
  }
  return {
    id: feuille.id,
    nom: feuille.nom,
    visibilite: feuille.visibilite,
    protegee: feuille.protegee,
    cellules,
    fusions: [...feuille.fusions],
    matrices: [...feuille.matrices],
    tableaux: [...feuille.tableaux],
    lignesMasquees: new Set(feuille.lignesMasquees),
    colonnesMasquees: new Set(feuille.colonnesMasquees),
    largeurs: new Map(),
    hauteurs: new Map(),
    figees: { ...feuille.figees },
    derniereLigne: utile?.derniereLigne ?? 0,
    derniereColonne: utile?.derniereColonne ?? 0,
    tronquee: false,
  };
}

/** Tout ce que le classeur émulé contient. */
export function instantaneDe(classeur: ClasseurEmule): Instantane {
  const locaux = classeur.feuilles.flatMap((feuille) =>
    feuille.noms.map((nom) => ({ ...nom, feuille: feuille.id })),
  );
  return {
    nom: classeur.nom,
    calcul: 'vivant',
    dates1904: false,
    feuilles: classeur.feuilles.map(feuilleInstantanee),
    noms: [...classeur.noms.map((nom) => ({ ...nom, feuille: null })), ...locaux],
  };
}

/** Recalcule toutes les formules si un service de valeurs est injecté ; sinon, ne fait rien. */
export function recalculer(classeur: ClasseurEmule): void {
  if (!classeur.calcul) return;
  // Dit « enregistré » pour que le service recalcule au lieu de rendre ce qu'on lui donne.
  const instantane: Instantane = { ...instantaneDe(classeur), calcul: 'enregistre' };
  const valeur = classeur.calcul(instantane);
  for (const feuille of instantane.feuilles) {
    const emulee = classeur.feuilles.find(({ id }) => id === feuille.id);
    for (const { ligne, colonne, formule } of feuille.cellules.values()) {
      if (formule === null || !emulee || !celluleDe(feuille, ligne, colonne)) continue;
      celluleEmulee(emulee, ligne, colonne).valeur = valeur(feuille.id, ligne, colonne);
    }
  }
}
