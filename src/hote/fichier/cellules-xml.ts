/** Lecture de `<sheetData>` : lignes et cellules, aux positions explicites ou implicites. */
import { type CelluleBrute, type CellulesLues, type Contexte, creerRecolte } from './recolte';
import { endommage } from './refus';
import { type Attributs, isVrai } from './xml';

export interface DonneesLues extends CellulesLues {
  /** En points. */
  readonly hauteurs: ReadonlyMap<number, number>;
  readonly lignesMasquees: ReadonlySet<number>;
}

export interface LecteurCellules {
  ouvrir(nom: string, attributs: Attributs): void;
  fermer(nom: string): void;
  texte(texte: string): void;
  fini(): boolean;
  terminer(): DonneesLues;
}

const LIGNES_MAX = 1_048_576;
const COLONNES_MAX = 16_384;

export function creerLecteurCellules(contexte: Contexte): LecteurCellules {
  const recolte = creerRecolte(contexte);
  const hauteurs = new Map<number, number>();
  const lignesMasquees = new Set<number>();
  const brute: CelluleBrute = { ligne: 0, colonne: 0, style: undefined, type: undefined, valeur: null, enLigne: null, attributsFormule: null, formule: '' };
  /** Élément dont on recueille le texte. */
  let capture: 'v' | 'f' | 't' | null = null;
  let ligneImplicite = false;
  let phonetique = false;

  const ouvrirLigne = ({ r, ht, hidden }: Attributs): void => {
    ligneImplicite = r === undefined;
    brute.ligne = borner(ligneImplicite ? brute.ligne + 1 : Number(r), LIGNES_MAX);
    brute.colonne = 0;
    if (ht !== undefined) hauteurs.set(brute.ligne, Number(ht));
    if (isVrai(hidden)) lignesMasquees.add(brute.ligne);
  };
  const ouvrirCellule = ({ r, s, t }: Attributs): void => {
    brute.colonne = borner(r === undefined ? brute.colonne + 1 : colonneDe(r), COLONNES_MAX);
    if (ligneImplicite && r !== undefined) brute.ligne = borner(Number(r.replace(/^\D+/, '')), LIGNES_MAX);
    brute.style = s;
    brute.type = t;
    brute.valeur = null;
    brute.enLigne = null;
    brute.attributsFormule = null;
    brute.formule = '';
  };
  const ouvrirFormule = (attributs: Attributs): void => {
    brute.attributsFormule = attributs;
    capture = 'f';
  };
  return {
    ouvrir(nom, attributs) {
      if (nom === 'c') ouvrirCellule(attributs);
      else if (nom === 'v') {
        brute.valeur = '';
        capture = 'v';
      } else if (nom === 'f') ouvrirFormule(attributs);
      else if (nom === 'row') ouvrirLigne(attributs);
      else if (nom === 'is') brute.enLigne = '';
      else if (nom === 't') capture = phonetique ? null : 't';
      else if (nom === 'rPh') phonetique = true;
    },
    fermer(nom) {
      if (nom === 'c') recolte.ajouter(brute);
      else if (nom === 'v' || nom === 'f' || nom === 't') capture = null;
      else if (nom === 'rPh') phonetique = false;
    },
    texte(texte) {
      if (capture === 'v') brute.valeur += texte;
      else if (capture === 'f') brute.formule += texte;
      else if (capture === 't') brute.enLigne = (brute.enLigne ?? '') + texte;
    },
    fini: recolte.tronquee,
    terminer() {
      const cellules = recolte.terminer();
      return { ...cellules, ...utiles(cellules.derniereLigne, hauteurs, lignesMasquees) };
    },
  };
}

/** Sous la dernière ligne remplie, hauteurs et masquages ne servent pas, et peuvent compter un million de lignes. */
function utiles(
  derniere: number,
  hauteurs: ReadonlyMap<number, number>,
  masquees: ReadonlySet<number>,
): Pick<DonneesLues, 'hauteurs' | 'lignesMasquees'> {
  return {
    hauteurs: new Map([...hauteurs].filter(([ligne]) => ligne <= derniere)),
    lignesMasquees: new Set([...masquees].filter((ligne) => ligne <= derniere)),
  };
}

/** Numéro de colonne d'une adresse A1 : « AB12 » → 28. */
function colonneDe(adresse: string): number {
  let colonne = 0;
  for (let i = 0; i < adresse.length; i++) {
    const code = adresse.charCodeAt(i) & 0xdf;
    if (code < 65 || code > 90) break;
    colonne = colonne * 26 + code - 64;
  }
  return colonne;
}

function borner(numero: number, max: number): number {
  if (Number.isInteger(numero) && numero >= 1 && numero <= max) return numero;
  throw endommage('une cellule y porte une adresse impossible');
}
