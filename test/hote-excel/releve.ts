/** Relever le classeur émulé : son étendue, son instantané, ses valeurs recalculées. */
import { celluleDe } from '../../src/classeur/instantane';
import type { Cellule, Feuille, Instantane, Plage } from '../../src/classeur/instantane';
import { celluleEmulee } from './modele';
import type { ClasseurEmule, FeuilleEmulee } from './modele';

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
