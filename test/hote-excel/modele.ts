/**
 * Le classeur en mémoire de l'hôte émulé : mutable, sans Office, sans DOM et sans Node.
 *
 * Il se peuple depuis un `Instantane` et se relit en `Instantane` : un test compare ainsi ce
 * que le client a lu ou écrit à ce que le modèle contient.
 */
import { parseA1 } from '../../src/classeur/adresse';
import { cleCellule } from '../../src/classeur/instantane';
import type { Feuille, Instantane, Plage, Tableau, Valeur, Visibilite } from '../../src/classeur/instantane';
import { recalculer } from './releve';

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
  /** Plages où déborde une formule dynamique, ancre comprise. */
  debordements: Plage[];
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
    debordements: [],
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
