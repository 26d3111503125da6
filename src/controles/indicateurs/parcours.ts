/** Parcours des valeurs du tableau de bord, communs aux contrôles d'indicateurs. */
import type { Bloc } from '../../classeur/dossier';
import { INDICATEURS, type Indicateur } from '../../referentiel/indicateurs';
import type { Retenus } from '../retenus';
import type { Case, LectureTableau } from '../lecture-tableau';

/** Toutes les valeurs présentes (ligne et colonne reconnues), indicateur par indicateur. */
export function cases(tableau: LectureTableau, filtre: (indicateur: Indicateur) => boolean = () => true, blocs: readonly Bloc[] = ['diagnostic', 'cible', 'atteinte']): readonly Case[] {
  const moments = blocs.flatMap((bloc) => tableau.moments(bloc));
  return INDICATEURS.filter(filtre).flatMap(({ code }) =>
    moments.map((moment) => tableau.lire(code, moment)).filter((lue) => lue !== null),
  );
}

/** L'indicateur est-il celui d'un objectif retenu ? (les délais n'ont pas d'objectif) */
export function estRetenu({ objectif }: Indicateur, retenus: Retenus): boolean {
  return objectif !== null && retenus.has(objectif);
}
