/** Une formule dite avec les noms d'indicateurs : deux écritures déplacées donnent le même texte. */
import { nommerFormule as nommer } from '../formules/nommer';
import type { Case, LectureTableau } from '../controles/lecture-tableau';

export function nommerFormule({ tableau, service }: LectureTableau, { formule, moment }: Case): string | null {
  if (formule === null) return null;
  const { noeud } = service.classeur.analyser(formule);
  return noeud ? nommer(noeud, { tableau, colonne: moment.colonne }) : formule;
}
