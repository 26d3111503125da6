/** Lecture de `<sheetData>` : lignes et cellules, aux positions explicites ou implicites. */
import { type Curseur, avancerCellule, avancerLigne } from './positions';
import { type CelluleBrute, type CellulesLues, type Contexte, creerRecolte } from './recolte';
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

export function creerLecteurCellules(contexte: Contexte): LecteurCellules {
  const recolte = creerRecolte(contexte);
  const hauteurs = new Map<number, number>();
  const lignesMasquees = new Set<number>();
  const brute: CelluleBrute & Curseur = { ligne: 0, colonne: 0, implicite: false, style: undefined, type: undefined, valeur: null, enLigne: null, attributsFormule: null, formule: '' };
  /** Élément dont on recueille le texte. */
  let capture: 'v' | 'f' | 't' | null = null;
  let phonetique = false;

  const ouvrirLigne = (attributs: Attributs): void => {
    avancerLigne(brute, attributs);
    if (attributs.ht !== undefined) hauteurs.set(brute.ligne, Number(attributs.ht));
    if (isVrai(attributs.hidden)) lignesMasquees.add(brute.ligne);
  };
  const ouvrirCellule = (attributs: Attributs): void => {
    avancerCellule(brute, attributs);
    brute.style = attributs.s;
    brute.type = attributs.t;
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
