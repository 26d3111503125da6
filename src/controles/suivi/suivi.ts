/** Indicateurs suivis : ceux des objectifs retenus, hors dénominateurs et IP entrantes (catalogue, SUI). */
import { INDICATEURS, type Indicateur } from '../../referentiel/indicateurs';
import { tauxDe } from '../../referentiel/taux';
import type { Moment } from '../../classeur/dossier';
import type { LectureTableau } from '../lecture-tableau';
import { isSaisie, type Retenus } from '../retenus';

export function indicateursSuivis(retenus: Retenus): readonly Indicateur[] {
  return INDICATEURS.filter(({ sens, objectif }) => sens !== null && objectif !== null && retenus.has(objectif));
}

/** Les délais de justice, transverses, dont la cible est facultative. */
export function delaisSuivis(): readonly Indicateur[] {
  return INDICATEURS.filter(({ type }) => type === 'delai');
}

/** Années dont le suivi a commencé : un indicateur au moins y porte un niveau d'atteinte saisi. */
export function anneesSuivies(tableau: LectureTableau, suivis: readonly Indicateur[]): readonly Moment[] {
  return tableau.moments('atteinte').filter((moment) =>
    suivis.some(({ code }) => {
      const lue = tableau.lire(code, moment);
      return lue !== null && isSaisie(lue);
    }),
  );
}

/** Le taux dit la même chose que son numérateur, déjà relevé. */
export function isRedit({ code }: Indicateur, releves: ReadonlySet<string>): boolean {
  return tauxDe(code)?.numerateurs.some((numerateur) => releves.has(numerateur)) ?? false;
}
