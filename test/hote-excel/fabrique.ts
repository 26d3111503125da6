/** Petits classeurs de test pour l'hôte émulé, écrits d'un trait. */
import { parseA1 } from '../../src/classeur/adresse';
import { cleCellule } from '../../src/classeur/instantane';
import type { Cellule, Feuille, Instantane, NomDefini, Valeur } from '../../src/classeur/instantane';
import type { Contenu, Ecriture } from '../../src/corrections/plan';

type Detail = Partial<Omit<Cellule, 'ligne' | 'colonne'>>;

/** Une valeur, une formule (texte qui commence par « = »), ou le détail de la cellule. */
export type CelluleCourte = Valeur | Detail;

function detail(courte: CelluleCourte): Detail {
  if (typeof courte === 'string' && courte.startsWith('=')) return { formule: courte };
  return courte !== null && typeof courte === 'object' && !('erreur' in courte) ? courte : { valeur: courte };
}

function celluleDe(adresse: string, courte: CelluleCourte): Cellule {
  const place = parseA1(adresse);
  if (!place) throw new Error(`Adresse incomprise : ${adresse}.`);
  return { ...place, valeur: null, formule: null, format: 'General', verrouillee: true, ...detail(courte) };
}

/** `feuille('Tableau de bord', { A1: 3, B2: '=A1*2', C3: { valeur: 0.2, format: '0%' } })`. */
export function feuille(nom: string, cellules: Readonly<Record<string, CelluleCourte>> = {}, plus: Partial<Feuille> = {}): Feuille {
  const rangees = Object.entries(cellules).map(([adresse, courte]) => celluleDe(adresse, courte));
  return {
    id: nom,
    nom,
    visibilite: 'visible',
    protegee: false,
    cellules: new Map(rangees.map((cellule) => [cleCellule(cellule.ligne, cellule.colonne), cellule])),
    fusions: [],
    matrices: [],
    tableaux: [],
    lignesMasquees: new Set(),
    colonnesMasquees: new Set(),
    largeurs: new Map(),
    hauteurs: new Map(),
    figees: { lignes: 0, colonnes: 0 },
    derniereLigne: Math.max(0, ...rangees.map(({ ligne }) => ligne)),
    derniereColonne: Math.max(0, ...rangees.map(({ colonne }) => colonne)),
    tronquee: false,
    ...plus,
  };
}

export function instantane(feuilles: readonly Feuille[], noms: readonly NomDefini[] = []): Instantane {
  return { nom: 'classeur.xlsx', calcul: 'vivant', dates1904: false, feuilles, noms };
}

function contenu(courte: string | number | boolean | null): Contenu {
  return typeof courte === 'string' && courte.startsWith('=') ? { formule: courte } : { valeur: courte };
}

/** `ecriture(id, 'D7', 5, '=D5+D6')` : un texte qui commence par « = » est une formule. */
export function ecriture(
  idFeuille: string,
  adresse: string,
  avant: string | number | boolean | null,
  apres: string | number | boolean | null,
): Ecriture {
  const place = parseA1(adresse);
  if (!place) throw new Error(`Adresse incomprise : ${adresse}.`);
  return { feuille: idFeuille, ...place, avant: contenu(avant), apres: contenu(apres), raison: 'Essai.' };
}
