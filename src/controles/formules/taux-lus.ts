/** Les cellules de taux et ce que chacune calcule : parcours commun aux contrôles de formules. */
import { celluleDe } from '../../classeur/instantane';
import type { IdentificationTaux } from '../../formules/identification';
import { proposerTaux } from '../../formules/style';
import { identifierTaux } from '../../formules/taux';
import { TAUX, type CodeTaux } from '../../referentiel/taux';
import { correction } from '../fabrique';
import type { Correction } from '../constat';
import { nombreLu } from '../lecture-cellule';
import type { Case, LectureTableau, Operandes } from '../lecture-tableau';
import { unefois } from '../memoire';

export interface TauxLu {
  readonly lue: Case;
  readonly code: CodeTaux;
  readonly identification: IdentificationTaux;
  /** `null` si la ligne d'un opérande manque. */
  readonly operandes: Operandes | null;
}

/** Chaque taux du tableau, dans chacune de ses colonnes. */
export const tauxLus = unefois((tableau: LectureTableau): readonly TauxLu[] =>
  TAUX.flatMap(({ code }) =>
    tableau.tableau.moments.flatMap((moment): TauxLu[] => {
      const lue = tableau.lire(code, moment);
      if (!lue) return [];
      const identification = identifierTaux({ tableau: tableau.tableau, service: tableau.service, code, moment });
      return [{ lue, code, identification, operandes: tableau.operandes(code, moment) }];
    }),
  ),
);

/** Les deux opérandes portent un nombre (un texte lisible compris). */
export function sontRenseignes({ operandes }: TauxLu): boolean {
  return operandes !== null && nombreLu(operandes.numerateur) !== null && nombreLu(operandes.denominateur) !== null;
}

/** Rapport attendu ; `null` si un opérande manque ou si le dénominateur est nul. */
export function rapportAttendu(tableau: LectureTableau, { lue }: TauxLu): number | null {
  const operandes = tableau.operandes(lue.indicateur.code, lue.moment);
  const [numerateur, denominateur] = operandes ? [nombreLu(operandes.numerateur), nombreLu(operandes.denominateur)] : [null, null];
  return numerateur === null || denominateur === null || denominateur === 0 ? null : numerateur / denominateur;
}

/** Correction par la formule gardée, dans le style dominant du classeur ; `null` si un opérande n'a pas de ligne. */
export function formuleProposee(tableau: LectureTableau, { lue, operandes }: TauxLu, type: Correction['type'], raison: string): Correction | null {
  if (!operandes) return null;
  const formule = proposerTaux({ tableau: tableau.tableau, service: tableau.service, code: lue.indicateur.code, moment: lue.moment });
  return formule === null ? null : correction(type, lue, { formule }, raison);
}

/** Valeur enregistrée d'une cellule, telle que laissée par le dernier logiciel. */
export function valeurEnregistree(tableau: LectureTableau, { emplacement }: Case) {
  return celluleDe(tableau.tableau.feuille, emplacement.ligne, emplacement.colonne)?.valeur ?? null;
}
