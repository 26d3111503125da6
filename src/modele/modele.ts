/**
 * Le classeur officiel vierge : annexes 5.2 et 5.3 de la circulaire, engendrées depuis le
 * référentiel (libellés officiels, ordre des annexes, formules gardées des taux, totaux).
 */
import { PERIODE_2020_2022, type Periode } from '../referentiel/periode';
import type { ClasseurDecrit } from './description';
import { decrirePlan } from './plan';
import { STYLES } from './styles';
import { decrireTableau } from './tableau';

export interface OptionsModele {
  /** Code du département à écrire en tête ; `null` : la place est laissée libre. */
  readonly departement?: string | null;
  readonly periode?: Periode;
}

export function decrireModele({ departement = null, periode = PERIODE_2020_2022 }: OptionsModele = {}): ClasseurDecrit {
  return {
    titre: 'Contrat départemental de prévention et de protection de l’enfance – annexes 5.2 et 5.3',
    styles: STYLES,
    feuilles: [decrireTableau(periode, departement), decrirePlan(periode, departement)],
  };
}
