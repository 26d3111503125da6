/** Petits classeurs de test, écrits d'un trait. */
import { numeroColonne } from '../../src/classeur/adresse';
import { cleCellule, type Cellule, type Feuille, type Instantane, type NomDefini, type Valeur } from '../../src/classeur/instantane';

export type Contenu = Valeur | string;

/** `{ A1: 3, B2: '=A1*2' }` ; un texte qui commence par « = » est une formule. */
export type Cellules = Readonly<Record<string, Contenu>>;

export function feuilleDe(nom: string, cellules: Cellules, plus: Partial<Feuille> = {}): Feuille {
  const table = new Map<number, Cellule>();
  let derniereLigne = 1;
  let derniereColonne = 1;
  for (const [adresse, contenu] of Object.entries(cellules)) {
    const [, lettres = '', chiffres = ''] = /^([A-Z]+)(\d+)$/.exec(adresse) ?? [];
    const ligne = Number(chiffres);
    const colonne = numeroColonne(lettres);
    const formule = typeof contenu === 'string' && contenu.startsWith('=') ? contenu : null;
    table.set(cleCellule(ligne, colonne), { ligne, colonne, valeur: formule === null ? contenu : null, formule, format: 'General', verrouillee: true });
    derniereLigne = Math.max(derniereLigne, ligne);
    derniereColonne = Math.max(derniereColonne, colonne);
  }
  return {
    id: nom, nom, visibilite: 'visible', protegee: false, cellules: table, fusions: [], matrices: [], tableaux: [],
    lignesMasquees: new Set(), colonnesMasquees: new Set(), largeurs: new Map(), hauteurs: new Map(),
    figees: { lignes: 0, colonnes: 0 }, derniereLigne, derniereColonne, tronquee: false, ...plus,
  };
}

export function classeurDe(feuilles: Readonly<Record<string, Cellules>> | readonly Feuille[], plus: Partial<Instantane> = {}): Instantane {
  const liste = Array.isArray(feuilles) ? (feuilles as readonly Feuille[]) : Object.entries(feuilles as Record<string, Cellules>).map(([nom, cellules]) => feuilleDe(nom, cellules));
  return { nom: null, calcul: 'enregistre', dates1904: false, feuilles: liste, noms: [] as NomDefini[], ...plus };
}
