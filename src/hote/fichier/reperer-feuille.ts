/** Repérage d'une feuille dans son texte : où sont ses lignes et ses cellules, au caractère près. */
import { type Curseur, avancerCellule, avancerLigne } from './positions';
import { endommage } from './refus';
import { type Balise, parcourir } from './retouches';
import { isVrai } from './xml';

export interface FormuleReperee {
  readonly balise: Balise;
  texte: string;
  fin: number;
}

export interface CelluleReperee {
  readonly ligne: number;
  readonly colonne: number;
  readonly balise: Balise;
  /** `<f>`, s'il y en a une. */
  formule: FormuleReperee | null;
  /** `<v>`, s'il y en a une : bornes de l'élément. */
  valeur: { readonly debut: number; fin: number } | null;
  /** Position qui suit la cellule. */
  fin: number;
}

export interface LigneReperee {
  numero: number;
  readonly balise: Balise;
  /** Où ajouter une dernière cellule (devant `</row>`). */
  finContenu: number;
  /** Ses cellules, si la ligne est visée ; vide sinon. */
  readonly cellules: CelluleReperee[];
}

export interface FeuilleReperee {
  /** Préfixe des éléments : `''` ou `'x:'`. */
  readonly prefixe: string;
  readonly donnees: { readonly balise: Balise; readonly finContenu: number };
  readonly lignes: readonly LigneReperee[];
  /** Cellules de toute la feuille dont la formule est partagée. */
  readonly partagees: readonly CelluleReperee[];
  readonly dimension: Balise | null;
  /** Balises `<col>`, dont le style est celui des cellules à venir. */
  readonly colonnes: readonly Balise[];
}

/** Repère une feuille ; ne détaille que les lignes visées. Lève `ErreurHote` si elle n'a pas de `<sheetData>`. */
export function repererFeuille(texte: string, chemin: string, visees: ReadonlySet<number>): FeuilleReperee {
  const lignes: LigneReperee[] = [];
  const partagees: CelluleReperee[] = [];
  const colonnes: Balise[] = [];
  const curseur: Curseur = { ligne: 0, colonne: 0, implicite: false };
  let donnees: { balise: Balise; finContenu: number } | null = null;
  let dimension: Balise | null = null;
  let dansDonnees = false;
  let ligne: LigneReperee | null = null;
  let cellule: CelluleReperee | null = null;
  let capture: FormuleReperee | null = null;

  const ouvrirDansDonnees = (balise: Balise): void => {
    if (balise.nom === 'row') {
      avancerLigne(curseur, balise.attributs);
      ligne = { numero: curseur.ligne, balise, finContenu: balise.fin, cellules: [] };
      lignes.push(ligne);
    } else if (balise.nom === 'c' && ligne) {
      avancerCellule(curseur, balise.attributs);
      ligne.numero = curseur.ligne;
      cellule = { ligne: curseur.ligne, colonne: curseur.colonne, balise, formule: null, valeur: null, fin: balise.fin };
      if (visees.has(curseur.ligne)) ligne.cellules.push(cellule);
    } else if (balise.nom === 'f' && cellule) {
      capture = { balise, texte: '', fin: balise.fin };
      cellule.formule = capture;
      if (balise.attributs.t === 'shared') partagees.push(cellule);
    } else if (balise.nom === 'v' && cellule) cellule.valeur = { debut: balise.debut, fin: balise.fin };
  };
  const fermerDansDonnees = (nom: string, debut: number, fin: number): void => {
    if (nom === 'f' && capture) {
      capture.fin = fin;
      capture = null;
    } else if (nom === 'v' && cellule?.valeur) cellule.valeur.fin = fin;
    else if (nom === 'c' && cellule) cellule.fin = fin;
    else if (nom === 'row' && ligne) ligne.finContenu = debut;
  };
  const prefixe = parcourir(texte, chemin, {
    ouvrir(balise) {
      if (dansDonnees) ouvrirDansDonnees(balise);
      else if (balise.nom === 'sheetData') {
        donnees = { balise, finContenu: balise.fin };
        dansDonnees = true;
      } else if (balise.nom === 'dimension') dimension = balise;
      else if (balise.nom === 'col') colonnes.push(balise);
    },
    fermer(nom, debut, fin) {
      if (nom === 'sheetData' && donnees) {
        donnees.finContenu = debut;
        dansDonnees = false;
      } else if (dansDonnees) fermerDansDonnees(nom, debut, fin);
    },
    texte(morceau) {
      if (capture) capture.texte += morceau;
    },
  });
  if (!donnees) throw endommage(`la partie « ${chemin} » n’est pas une feuille de cellules`);
  verifierOrdre(lignes, chemin);
  return { prefixe, donnees, lignes, partagees, dimension, colonnes };
}

/** Dans une feuille en désordre, l'endroit où écrire serait un pari. */
function verifierOrdre(lignes: readonly LigneReperee[], chemin: string): void {
  const ordonnee = (numeros: readonly number[]): boolean => numeros.every((numero, rang) => rang === 0 || numero > numeros[rang - 1]!);
  const enOrdre = ordonnee(lignes.map(({ numero }) => numero)) && lignes.every(({ cellules }) => ordonnee(cellules.map(({ colonne }) => colonne)));
  if (!enOrdre) throw endommage(`les lignes ou les cellules de la partie « ${chemin} » sont en désordre`);
}

/** Style (`s`) que prend une cellule absente : celui de sa ligne, sinon de sa colonne. */
export function styleDesAbsentes(feuille: FeuilleReperee, ligne: LigneReperee | undefined, colonne: number): string | undefined {
  if (ligne && isVrai(ligne.balise.attributs.customFormat)) return ligne.balise.attributs.s;
  const suite = feuille.colonnes.find(({ attributs }) => Number(attributs.min) <= colonne && colonne <= Number(attributs.max));
  return suite?.attributs.style;
}
