/** Lectures et écritures d'un rectangle de cellules, telles qu'Excel les rend et les accepte. */
import { contient, formatPlage } from '../../src/classeur/adresse';
import { cleCellule, isErreur } from '../../src/classeur/instantane';
import type { Plage, Valeur } from '../../src/classeur/instantane';
import { versFrancais } from '../../src/formules/francais';
import { accesRefuse, argumentInvalide, ErreurExcel, introuvable } from './erreurs';
import { celluleEmulee } from './modele';
import type { CelluleEmulee, FeuilleEmulee } from './modele';
import { saisir } from './saisie';

export const LIGNES_MAX = 1048576;
export const COLONNES_MAX = 16384;
/** Au-delà, une grille entière serait refusée par Excel : ici aussi, avec un nom clair. */
const CELLULES_MAX = 5_000_000;

export interface CiblePlage {
  readonly feuille: FeuilleEmulee;
  readonly plage: Plage;
}

export function vivante({ feuille }: { readonly feuille: FeuilleEmulee }): FeuilleEmulee {
  if (feuille.supprimee) throw introuvable(`feuille supprimée : ${feuille.nom}`);
  return feuille;
}

export function nombreLignes({ plage }: CiblePlage): number {
  return plage.derniereLigne - plage.ligne + 1;
}

export function nombreColonnes({ plage }: CiblePlage): number {
  return plage.derniereColonne - plage.colonne + 1;
}

export function adresse({ feuille, plage }: CiblePlage): string {
  const nom = /^[A-Za-z_À-ÿ][\w.À-ÿ]*$/.test(feuille.nom) ? feuille.nom : `'${feuille.nom.replaceAll("'", "''")}'`;
  return `${nom}!${formatPlage(plage)}`;
}

/** Grille de `lire(cellule)` sur le rectangle ; une cellule absente vaut la cellule neuve. */
export function grille<R>(cible: CiblePlage, lire: (cellule: CelluleEmulee) => R): R[][] {
  const feuille = vivante(cible);
  const { plage } = cible;
  if (nombreLignes(cible) * nombreColonnes(cible) > CELLULES_MAX) {
    throw new ErreurExcel('InvalidArgument', `Plage trop grande pour être lue : ${adresse(cible)}.`);
  }
  const neuve: CelluleEmulee = { valeur: null, formule: null, format: 'General', verrouillee: true };
  return Array.from({ length: nombreLignes(cible) }, (_, i) =>
    Array.from({ length: nombreColonnes(cible) }, (_inutile, j) =>
      lire(feuille.cellules.get(cleCellule(plage.ligne + i, plage.colonne + j)) ?? neuve),
    ),
  );
}

function valeurBrute(valeur: Valeur): unknown {
  if (valeur === null) return '';
  return isErreur(valeur) ? valeur.erreur : valeur;
}

export const valeurs = (cible: CiblePlage) => grille(cible, ({ valeur }) => valeurBrute(valeur));
export const formules = (cible: CiblePlage) => grille(cible, (c) => c.formule ?? valeurBrute(c.valeur));
/** L'Excel émulé est français : ce qu'il affiche, et non ce qu'il range. */
export const formulesLocales = (cible: CiblePlage) => grille(cible, (c) => (c.formule === null ? valeurBrute(c.valeur) : versFrancais(c.formule)));
export const formats = (cible: CiblePlage) => grille(cible, ({ format }) => format);

export function types(cible: CiblePlage): string[][] {
  return grille(cible, ({ valeur }) => {
    if (valeur === null) return 'Empty';
    if (isErreur(valeur)) return 'Error';
    if (typeof valeur === 'number') return 'Double';
    return typeof valeur === 'boolean' ? 'Boolean' : 'String';
  });
}

/** Valeur commune à toutes les cellules, ou `null` si elles diffèrent. */
export function commune<R>(cible: CiblePlage, lire: (cellule: CelluleEmulee) => R): R | null {
  const lues = new Set(grille(cible, lire).flat());
  return lues.size === 1 ? [...lues][0]! : null;
}

function valeurAffectee(contenu: unknown, cible: CiblePlage, i: number, j: number): unknown {
  if (!Array.isArray(contenu)) return contenu;
  const lignes = contenu as readonly unknown[];
  const ligne = lignes[i];
  if (lignes.length !== nombreLignes(cible) || !Array.isArray(ligne) || ligne.length !== nombreColonnes(cible)) {
    throw argumentInvalide(`dimensions de la plage ${adresse(cible)}`);
  }
  return (ligne as readonly unknown[])[j];
}

function pourChaque(cible: CiblePlage, contenu: unknown, faire: (cellule: CelluleEmulee, valeur: unknown, ligne: number, colonne: number) => void): void {
  const feuille = vivante(cible);
  for (let i = 0; i < nombreLignes(cible); i += 1) {
    for (let j = 0; j < nombreColonnes(cible); j += 1) {
      const ligne = cible.plage.ligne + i;
      const colonne = cible.plage.colonne + j;
      faire(celluleEmulee(feuille, ligne, colonne), valeurAffectee(contenu, cible, i, j), ligne, colonne);
    }
  }
}

/** Affecte `values` ou `formulas` : protection, matrices, et cellules couvertes par une fusion (sans effet). */
export function ecrireContenus(cible: CiblePlage, contenu: unknown): void {
  const feuille = vivante(cible);
  pourChaque(cible, contenu, (cellule, valeur, ligne, colonne) => {
    if (valeur === null) return;
    if (feuille.protegee && cellule.verrouillee) throw accesRefuse(`cellule verrouillée de ${adresse(cible)}`);
    if (feuille.matrices.some((matrice) => contient(matrice, ligne, colonne))) {
      throw new ErreurExcel('InvalidOperation', `Une partie de matrice ne se modifie pas (${adresse(cible)}).`);
    }
    const fusion = feuille.fusions.find((plage) => contient(plage, ligne, colonne));
    if (fusion && (fusion.ligne !== ligne || fusion.colonne !== colonne)) return;
    saisir(cellule, valeur);
  });
}

export function ecrireFormats(cible: CiblePlage, contenu: unknown): void {
  const feuille = vivante(cible);
  if (feuille.protegee && !feuille.formatsPermis) throw accesRefuse(`format d'une feuille protégée (${adresse(cible)})`);
  pourChaque(cible, contenu, (cellule, valeur) => {
    if (typeof valeur === 'string') cellule.format = valeur;
  });
}
