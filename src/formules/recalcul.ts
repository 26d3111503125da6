/**
 * Recalcul des cellules d'un classeur, chacune une fois. Les chaînes de formules peuvent être aussi
 * longues qu'une feuille : au-delà d'une profondeur, la cellule la plus profonde est calculée
 * d'abord, depuis une pile neuve.
 */
import { contient } from '../classeur/adresse';
import { celluleDe, cleCellule, type Cellule, type Feuille, type Valeur } from '../classeur/instantane';
import { refuserSiTronquee, type Classeur, type Lecture } from './classeur';
import type { Budget, Environnement } from './environnement';
import { evaluerCellule } from './evaluer';
import { NonEvaluable } from './resultats';

export interface OptionsRecalcul {
  readonly classeur: Classeur;
  readonly budget: Budget;
  readonly arrondis: Environnement['arrondis'];
  /** Valeur mise à la place de celle d'une cellule ; `undefined` : la cellule garde la sienne. */
  readonly substituer?: (feuille: Feuille, ligne: number, colonne: number) => Valeur | undefined;
  /** Cellules substituées absentes du classeur, à visiter avec celles de la feuille. */
  readonly ajoutees?: (feuille: Feuille) => Iterable<{ readonly ligne: number; readonly colonne: number }>;
}

/** Cellules qui s'appellent l'une l'autre avant d'en remettre une à plus tard. */
const PROFONDEUR_MAX = 50;

/** Trop profond : cette cellule est à calculer d'abord. */
class Attente extends Error {
  constructor(readonly feuille: Feuille, readonly cellule: Cellule) {
    super('cellule en attente');
  }
}

type Memoire = { readonly valeur: Valeur } | { readonly refus: NonEvaluable };

/** Lecture qui recalcule chaque formule ; lève `NonEvaluable`. */
export function creerRecalcul(options: OptionsRecalcul): Lecture {
  const { classeur, substituer, ajoutees } = options;
  const memoires = new Map<Feuille, Map<number, Memoire>>(classeur.instantane.feuilles.map((feuille) => [feuille, new Map()]));
  const enCours = new Set<Cellule>();

  const lecture: Lecture = { lire, cellules: (feuille) => (ajoutees ? [...feuille.cellules.values(), ...ajoutees(feuille)] : feuille.cellules.values()) };
  return lecture;

  function lire(feuille: Feuille, ligne: number, colonne: number): Valeur {
    const substitut = substituer?.(feuille, ligne, colonne);
    if (substitut !== undefined) return substitut;
    const cellule = celluleDe(feuille, ligne, colonne);
    if (!cellule) {
      refuserSiTronquee({ feuille, derniereLigne: ligne });
      return null;
    }
    if (cellule.formule === null) return lireConstante(feuille, cellule);
    const memoire = memoires.get(feuille)!.get(cleCellule(ligne, colonne)) ?? (enCours.size === 0 ? calculerEnPile(feuille, cellule) : calculer(feuille, cellule));
    if ('refus' in memoire) throw memoire.refus;
    return memoire.valeur;
  }

  /** Calcule une cellule, et d'abord celles qu'elle attend. */
  function calculerEnPile(feuille: Feuille, cellule: Cellule): Memoire {
    const pile = [{ feuille, cellule }];
    for (;;) {
      const sommet = pile.at(-1)!;
      try {
        const memoire = calculer(sommet.feuille, sommet.cellule);
        pile.pop();
        if (pile.length === 0) return memoire;
      } catch (erreur) {
        if (!(erreur instanceof Attente)) throw erreur;
        if (pile.some((attendue) => attendue.cellule === erreur.cellule)) retenir(erreur.feuille, erreur.cellule, { refus: circulaire(erreur.feuille, erreur.cellule) });
        else pile.push(erreur);
      }
    }
  }

  function calculer(feuille: Feuille, cellule: Cellule): Memoire {
    if (enCours.has(cellule)) return { refus: circulaire(feuille, cellule) };
    if (enCours.size >= PROFONDEUR_MAX) throw new Attente(feuille, cellule);
    enCours.add(cellule);
    try {
      return retenir(feuille, cellule, { valeur: evaluerFormule(options, lecture, feuille, cellule) });
    } catch (erreur) {
      if (!(erreur instanceof NonEvaluable)) throw erreur;
      const refus = erreur.source ? erreur : new NonEvaluable(erreur.raison, erreur.motif, { feuille, ligne: cellule.ligne, colonne: cellule.colonne });
      return retenir(feuille, cellule, { refus });
    } finally {
      enCours.delete(cellule);
    }
  }

  function retenir(feuille: Feuille, { ligne, colonne }: Cellule, memoire: Memoire): Memoire {
    memoires.get(feuille)!.set(cleCellule(ligne, colonne), memoire);
    return memoire;
  }
}

function circulaire(feuille: Feuille, { ligne, colonne }: Cellule): NonEvaluable {
  return new NonEvaluable('la formule se renvoie à elle-même (référence circulaire)', 'circulaire', { feuille, ligne, colonne });
}

/** Une constante au milieu d'une formule matricielle n'en est pas une : elle en est un résultat. */
function lireConstante(feuille: Feuille, cellule: Cellule): Valeur {
  if (isDansMatrice(feuille, cellule)) throw new NonEvaluable('la cellule fait partie d’une formule matricielle');
  return cellule.valeur;
}

export function isDansMatrice({ matrices }: Feuille, { ligne, colonne }: Cellule): boolean {
  return matrices.some((plage) => contient(plage, ligne, colonne));
}

function evaluerFormule(options: OptionsRecalcul, lecture: Lecture, feuille: Feuille, cellule: Cellule): Valeur {
  const { noeud, refus } = options.classeur.analyser(cellule.formule!);
  if (!noeud) throw new NonEvaluable(refus, 'syntaxe');
  return evaluerCellule(noeud, environnement(options, lecture, { feuille, ligne: cellule.ligne, colonne: cellule.colonne }));
}

const SOUS_TOTAL = /SUBTOTAL\(|AGGREGATE\(/i;

/** Environnement d'évaluation d'une formule placée dans une cellule. */
export function environnement({ classeur, budget, arrondis }: OptionsRecalcul, lecture: Lecture, position: Environnement['position']): Environnement {
  const { feuille, ligne, colonne } = position;
  return {
    classeur, lecture, position, arrondis, budget,
    // Excel vivant écrit « @ » là où il n'en prend qu'une : sans « @ », la plage se calcule en entier.
    matriciel: classeur.instantane.calcul === 'vivant' || feuille.matrices.some((plage) => contient(plage, ligne, colonne)),
    noms: [],
    porteSousTotal: (autre, l, c) => SOUS_TOTAL.test(celluleDe(autre, l, c)?.formule ?? ''),
  };
}
