/** Les trajectoires qu'on trace : du diagnostic à l'horizon, et les niveaux d'atteinte. */
import type { Emplacement } from '../../classeur/adresse';
import type { Bloc, Moment } from '../../classeur/dossier';
import { formatTaux } from '../../classeur/nombres';
import { isTranche, jugerCibleNationale, nomCompare } from '../../controles/cibles/nationale';
import { grandeurEffectif, majuscule } from '../../controles/fabrique';
import type { LectureTableau } from '../../controles/lecture-tableau';
import type { CibleNationale } from '../../referentiel/cibles-nationales';
import { indicateurDe, indicateursDe, type CodeIndicateur } from '../../referentiel/indicateurs';

export interface PointCible {
  readonly bloc: Bloc;
  readonly annee: number;
  /** Rapport entre 0 et 1, ou effectif ; `null` : non renseigné. */
  readonly valeur: number | null;
  readonly texte: string;
  /** Ce qui a été compté, quand ce n'est pas l'indicateur attendu. */
  readonly precision: string | null;
  readonly emplacement: Emplacement | null;
}

export interface SerieCible {
  readonly nom: string;
  /** Diagnostic, puis cibles, puis niveaux d'atteinte, par année. */
  readonly points: readonly PointCible[];
}

const ORDRE: readonly Bloc[] = ['diagnostic', 'cible', 'atteinte'];
export const NON_RENSEIGNE = 'non renseigné';

type Mesurer = (moment: Moment) => Pick<PointCible, 'valeur' | 'precision' | 'emplacement'>;

function serie(tableau: LectureTableau, nom: string, mesurer: Mesurer, formater: (valeur: number) => string): SerieCible {
  const points = ORDRE.flatMap((bloc) => tableau.moments(bloc)).map((moment): PointCible => {
    const mesure = mesurer(moment);
    return { bloc: moment.bloc, annee: moment.annee, texte: mesure.valeur === null ? NON_RENSEIGNE : formater(mesure.valeur), ...mesure };
  });
  return { nom: majuscule(nom), points };
}

function serieIndicateur(tableau: LectureTableau, code: CodeIndicateur): SerieCible {
  const indicateur = indicateurDe(code);
  const mesurer: Mesurer = (moment) => ({
    valeur: tableau.valeur(code, moment),
    precision: null,
    emplacement: tableau.lire(code, moment)?.emplacement ?? null,
  });
  return serie(tableau, indicateur.nom, mesurer, indicateur.type === 'taux' ? formatTaux : (valeur) => grandeurEffectif(valeur, indicateur.unite).texte);
}

/** Objectif 2 : le rapport jugé n'est celui d'aucune ligne ; on rejoue le jugement à chaque moment. */
function serieJugee(tableau: LectureTableau, cible: CibleNationale): SerieCible {
  const mesurer: Mesurer = (moment) => {
    const jugement = jugerCibleNationale(tableau, cible.objectif, moment);
    const emplacement = jugement?.cellule?.emplacement ?? null;
    return jugement && isTranche(jugement) ? { valeur: jugement.valeur, precision: jugement.precision, emplacement } : { valeur: null, precision: null, emplacement };
  };
  return serie(tableau, nomCompare(cible), mesurer, formatTaux);
}

export function seriesDe(tableau: LectureTableau, cible: CibleNationale): readonly SerieCible[] {
  switch (cible.type) {
    case 'taux':
      return [serieIndicateur(tableau, cible.taux)];
    case 'bilans':
      return [serieJugee(tableau, cible)];
    case 'couverture':
      // Deux parts qui se recouvrent : on les montre, on ne les additionne pas.
      return cible.taux.map((code) => serieIndicateur(tableau, code));
    case 'non_jugeable':
      return indicateursDe(cible.objectif).filter(({ code }) => tableau.ligne(code) !== null).map(({ code }) => serieIndicateur(tableau, code));
  }
}
