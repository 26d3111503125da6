/** Parcours des valeurs du tableau de bord, communs aux contrôles d'indicateurs. */
import type { Bloc } from '../../classeur/dossier';
import { INDICATEURS, type Indicateur } from '../../referentiel/indicateurs';
import type { Retenus } from '../retenus';
import type { Case, LectureTableau } from '../lecture-tableau';
import { unefois } from '../memoire';

interface LigneLue {
  readonly indicateur: Indicateur;
  readonly parBloc: Readonly<Record<Bloc, readonly Case[]>>;
}

/** Chaque ligne d'indicateur, lue une fois : tous les contrôles du tableau y passent. */
const lignesLues = unefois((tableau: LectureTableau): readonly LigneLue[] => {
  const lire = (indicateur: Indicateur, bloc: Bloc) => tableau.moments(bloc).map((moment) => tableau.lire(indicateur.code, moment)).filter((lue) => lue !== null);
  return INDICATEURS.map((indicateur) => ({
    indicateur,
    parBloc: { diagnostic: lire(indicateur, 'diagnostic'), cible: lire(indicateur, 'cible'), atteinte: lire(indicateur, 'atteinte') },
  }));
});

/** Toutes les valeurs présentes (ligne et colonne reconnues), indicateur par indicateur. */
export function cases(tableau: LectureTableau, filtre: (indicateur: Indicateur) => boolean = () => true, blocs: readonly Bloc[] = ['diagnostic', 'cible', 'atteinte']): readonly Case[] {
  return lignesLues(tableau).flatMap(({ indicateur, parBloc }) => (filtre(indicateur) ? blocs.flatMap((bloc) => parBloc[bloc]) : []));
}

/** L'indicateur est-il celui d'un objectif retenu ? (les délais n'ont pas d'objectif) */
export function estRetenu({ objectif }: Indicateur, retenus: Retenus): boolean {
  return objectif !== null && retenus.has(objectif);
}
