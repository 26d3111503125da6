/**
 * Les essais : des valeurs posées pour voir, sur l'instantané seul. Rien n'en passe dans le fichier,
 * ni dans la copie corrigée ; les formules s'en recalculent.
 */
import { contient, type Emplacement } from '../../classeur/adresse';
import { celluleDe, cleCellule, type Cellule, type Feuille, type Instantane } from '../../classeur/instantane';
import { isFormule, type Contenu } from '../../corrections/plan';

export interface Essai extends Emplacement {
  readonly contenu: Contenu;
  /** Format que la saisie impose à une cellule ordinaire (« 20 % ») ; `null` : celui de la cellule. */
  readonly format: string | null;
}

/** Au plus un essai par cellule, dans l'ordre où ils ont été faits. */
export type Essais = readonly Essai[];

export function memePlace(a: Emplacement, b: Emplacement): boolean {
  return a.feuille === b.feuille && a.ligne === b.ligne && a.colonne === b.colonne;
}

export function essaiDe(essais: Essais, place: Emplacement): Essai | null {
  return essais.find((essai) => memePlace(essai, place)) ?? null;
}

export function retirer(essais: Essais, place: Emplacement): Essais {
  return essais.filter((essai) => !memePlace(essai, place));
}

/** Ajoute un essai, ou remplace celui de la même cellule. */
export function poser(essais: Essais, essai: Essai): Essais {
  return [...retirer(essais, essai), essai];
}

/** Pourquoi une cellule ne s'essaie pas, en clair ; `null` si elle s'essaie. */
export function empechement(feuille: Feuille, ligne: number, colonne: number): string | null {
  const dansMatrice = feuille.matrices.some((plage) => contient(plage, ligne, colonne));
  return dansMatrice ? 'Cette cellule fait partie d’une formule matricielle : ses valeurs ne s’essaient pas une à une.' : null;
}

/** Le contenu que le fichier a dans une cellule. */
export function contenuDe(cellule: Cellule | undefined): Contenu {
  if (cellule?.formule) return { formule: cellule.formule };
  const valeur = cellule?.valeur ?? null;
  return { valeur: typeof valeur === 'object' ? null : valeur };
}

function essayerCellule(feuille: Feuille, { ligne, colonne, contenu, format }: Essai): Cellule {
  const avant = celluleDe(feuille, ligne, colonne);
  return {
    ligne, colonne,
    valeur: isFormule(contenu) ? null : contenu.valeur,
    formule: isFormule(contenu) ? contenu.formule : null,
    format: format ?? avant?.format ?? 'General',
    verrouillee: avant?.verrouillee ?? true,
  };
}

function essayerFeuille(feuille: Feuille, essais: Essais): Feuille {
  const cellules = new Map(feuille.cellules);
  for (const essai of essais) cellules.set(cleCellule(essai.ligne, essai.colonne), essayerCellule(feuille, essai));
  return {
    ...feuille, cellules,
    derniereLigne: Math.max(feuille.derniereLigne, ...essais.map(({ ligne }) => ligne)),
    derniereColonne: Math.max(feuille.derniereColonne, ...essais.map(({ colonne }) => colonne)),
  };
}

/** L'instantané, essais compris ; le même objet s'il n'y en a pas. */
export function appliquerEssais(instantane: Instantane, essais: Essais): Instantane {
  if (essais.length === 0) return instantane;
  return {
    ...instantane,
    feuilles: instantane.feuilles.map((feuille) => {
      const siens = essais.filter((essai) => essai.feuille === feuille.id);
      return siens.length === 0 ? feuille : essayerFeuille(feuille, siens);
    }),
  };
}
