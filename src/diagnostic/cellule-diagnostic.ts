/** Une cellule du diagnostic, montrée et écrite : le vide, zéro et « ND » restent trois choses. */
import { formatNombre } from '../classeur/nombres';
import type { CelluleLue } from '../controles/lecture-cellule';
import type { Contenu } from '../corrections/plan';

/** Une donnée dite manquante s'écrit toujours de la même façon. */
export function ecrireNd(): Contenu {
  return { valeur: 'ND' };
}

/** « vide », « 3 346 », « « ND » », « #REF! ». */
export function montrerActuel({ lecture, jugee }: CelluleLue): string {
  switch (lecture.nature) {
    case 'vide': return jugee.origine === 'inconnue' ? 'formule non calculée' : 'vide';
    case 'nombre': return lecture.texte === null ? formatNombre(lecture.nombre, 4) : `« ${lecture.texte} »`;
    case 'erreur': return lecture.code;
    default: return `« ${lecture.texte} »`;
  }
}
