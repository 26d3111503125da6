/** Une cellule telle qu'un contrôle la juge : sa valeur lue à la française, sa formule, son contenu. */
import { formatA1, type Emplacement } from '../classeur/adresse';
import type { Grille } from '../classeur/grille';
import { celluleDe, type Feuille } from '../classeur/instantane';
import { lireValeur, type Lecture } from '../classeur/nombres';
import type { Contenu } from '../corrections/plan';
import type { ServiceValeurs, ValeurJugee } from '../formules/valeurs';
import type { NonVerifie } from './non-verifie';

export interface CelluleLue {
  readonly emplacement: Emplacement;
  /** Adresse montrable : « D10 ». */
  readonly adresse: string;
  readonly jugee: ValeurJugee;
  readonly lecture: Lecture;
  readonly formule: string | null;
  readonly format: string;
  /** Contenu à relire avant d'écrire. */
  readonly contenu: Contenu;
}

/** Lit la cellule qui porte la valeur (le coin haut gauche d'une fusion). */
export function lireCellule(grille: Grille, service: ServiceValeurs, ligne: number, colonne: number): CelluleLue {
  const ancre = grille.ancre(ligne, colonne);
  const cellule = celluleDe(grille.feuille, ancre.ligne, ancre.colonne);
  const jugee = service.valeur(grille.feuille.id, ancre.ligne, ancre.colonne);
  const format = cellule?.format ?? 'General';
  const formule = cellule?.formule ?? null;
  const valeur = cellule?.valeur ?? null;
  return {
    emplacement: { feuille: grille.feuille.id, ligne: ancre.ligne, colonne: ancre.colonne },
    adresse: formatA1(ancre.ligne, ancre.colonne),
    jugee,
    lecture: lireValeur(jugee.valeur, format),
    formule,
    format,
    contenu: formule !== null ? { formule } : { valeur: typeof valeur === 'object' ? null : valeur },
  };
}

export function emplacementDe(feuille: Feuille, ligne: number, colonne: number): Emplacement {
  return { feuille: feuille.id, ligne, colonne };
}

/** Nombre lu, `null` pour le vide, le non déterminé, l'illisible et l'erreur. */
export function nombreLu({ lecture }: CelluleLue): number | null {
  return lecture.nature === 'nombre' ? lecture.nombre : null;
}

/** Formule qu'on n'a pas su calculer, et dont le fichier ne garde aucune valeur : ni vide, ni renseignée. */
export function isInconnue({ jugee }: CelluleLue): boolean {
  return jugee.origine === 'inconnue';
}

/** Vide au sens du catalogue : rien, ou non déterminé. */
export function isNonRenseigne(lue: CelluleLue): boolean {
  return !isInconnue(lue) && (lue.lecture.nature === 'vide' || lue.lecture.nature === 'non_determine');
}

/** La cellule porte quelque chose qui ne se lit pas : texte illisible, erreur, formule non calculable. */
export function isEmpechee(lue: CelluleLue): boolean {
  return lue.lecture.nature === 'illisible' || lue.lecture.nature === 'erreur' || isInconnue(lue);
}

/** Formules qui n'ont pas pu être recalculées : leur valeur, s'il y en a une, n'est pas vérifiée. */
export function nonRecalculees(lues: readonly CelluleLue[]): readonly NonVerifie[] {
  return lues
    .filter(({ jugee }) => jugee.origine === 'inconnue' || jugee.origine === 'enregistree')
    .map(({ emplacement, adresse, jugee }) => ({
      emplacement,
      raison: `la formule de ${adresse} n’a pas pu être recalculée${jugee.raison === null ? '' : ` (${jugee.raison})`}${jugee.origine === 'enregistree' ? ' : la valeur laissée par le dernier logiciel a servi, sans être vérifiée' : ''}`,
    }));
}
