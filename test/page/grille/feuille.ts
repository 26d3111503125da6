/** Une feuille d'essai pour la grille, sans passer par un fichier. */
import { parsePlage, parseA1 } from '../../../src/classeur/adresse';
import { cleCellule, type Cellule, type Feuille, type Instantane, type Valeur } from '../../../src/classeur/instantane';
import { HABILLAGE_VIDE } from '../../../src/page/habillage/habillage';
import { dresserVue, type OptionsVue, type VueFeuille } from '../../../src/page/grille/vue';

export interface Description {
  readonly cellules?: Readonly<Record<string, Valeur | { readonly valeur?: Valeur; readonly formule?: string; readonly format?: string }>>;
  readonly fusions?: readonly string[];
  readonly retouches?: Partial<Feuille>;
}

function celluleDe(adresse: string, contenu: NonNullable<Description['cellules']>[string]): Cellule {
  const detail = typeof contenu === 'object' && contenu !== null && !('erreur' in contenu) ? contenu : { valeur: contenu as Valeur };
  return { ...parseA1(adresse)!, valeur: detail.valeur ?? null, formule: detail.formule ?? null, format: detail.format ?? 'General', verrouillee: true };
}

export function feuilleEssai({ cellules = {}, fusions = [], retouches = {} }: Description, id = 'f1'): Feuille {
  const lues = Object.entries(cellules).map(([adresse, contenu]) => celluleDe(adresse, contenu));
  return {
    id, nom: `Feuille ${id}`, visibilite: 'visible', protegee: false,
    cellules: new Map(lues.map((cellule) => [cleCellule(cellule.ligne, cellule.colonne), cellule])),
    fusions: fusions.map((plage) => parsePlage(plage)!), matrices: [], tableaux: [], lignesMasquees: new Set(), colonnesMasquees: new Set(),
    largeurs: new Map(), hauteurs: new Map(), figees: { lignes: 0, colonnes: 0 },
    derniereLigne: Math.max(0, ...lues.map(({ ligne }) => ligne)), derniereColonne: Math.max(0, ...lues.map(({ colonne }) => colonne)), tronquee: false,
    ...retouches,
  };
}

export function instantaneEssai(feuilles: readonly Feuille[]): Instantane {
  return { nom: 'essai.xlsx', calcul: 'enregistre', dates1904: false, feuilles, noms: [] };
}

export function vueEssai(description: Description, options: Partial<OptionsVue> = {}): VueFeuille {
  const feuille = feuilleEssai(description);
  return dresserVue(feuille, { instantane: instantaneEssai([feuille]), jugements: new Map(), habillage: HABILLAGE_VIDE, echelle: 1, masquees: false, ...options });
}
