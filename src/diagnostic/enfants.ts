/**
 * Les « 0 à 6 ans » : l'INSEE ne publie ici que des bandes de cinq ans. On encadre, on reconnaît la
 * convention que suit une valeur, on n'écrit jamais une estimation (docs/decisions.md, « 0 à 6 ans »).
 */
import { formatNombre } from '../classeur/nombres';
import { estimerEnfants, SOURCE_POPULATION, type DonneesInsee } from '../referentiel/insee';
import { citer } from '../referentiel/source';
import type { RepereEnfants } from './propositions';

/** Écart admis avec une estimation pour en reconnaître la convention (contrôle IND-08). */
const PROXIMITE = 0.03;

const SUITES = {
  'moins de six ans': 'L’annexe 5.2 demande les 0 à 6 ans : précisez la convention retenue.',
  '0 à 6 ans': 'C’est la convention de l’annexe 5.2.',
} as const;

function conventionDe(valeur: number, { moinsDeSixAns, zeroASixAns }: ReturnType<typeof estimerEnfants>): RepereEnfants['convention'] {
  const [jeune, entiere] = [Math.abs(valeur - moinsDeSixAns), Math.abs(valeur - zeroASixAns)];
  if (jeune < entiere) return jeune <= PROXIMITE * moinsDeSixAns ? 'moins de six ans' : null;
  return entiere <= PROXIMITE * zeroASixAns ? '0 à 6 ans' : null;
}

/** @param valeur celle de la cellule, ou celle que la trame y mettrait. */
export function situerEnfants(indicateur: RepereEnfants['indicateur'], adresse: string, valeur: number | null, insee: DonneesInsee): RepereEnfants {
  const estimation = estimerEnfants(insee);
  const { minimum, maximum, moinsDeSixAns, zeroASixAns } = estimation;
  const cadre = `entre ${formatNombre(minimum)} (0-4 ans) et ${formatNombre(maximum)} (0-9 ans) enfants (${citer(SOURCE_POPULATION)})`;
  const convention = valeur === null ? null : conventionDe(valeur, estimation);
  const repere = { indicateur, adresse, valeur, minimum, maximum, convention };
  if (valeur === null) return { ...repere, message: `Enfants de 0 à 6 ans (${adresse}) : à saisir, ${cadre}. L’outil ne propose pas d’estimation comme diagnostic.` };
  const lue = `Enfants de 0 à 6 ans (${adresse}) : ${formatNombre(valeur)}`;
  if (valeur < minimum || valeur > maximum) return { ...repere, convention: null, message: `${lue}, hors de l’encadrement attendu, ${cadre}. Vérifiez la source.` };
  if (convention === null) return { ...repere, message: `${lue}, ${cadre} ; la valeur ne ressemble ni aux moins de six ans (environ ${formatNombre(moinsDeSixAns)}, estimation) ni aux 0 à 6 ans (environ ${formatNombre(zeroASixAns)}, estimation). Vérifiez la source.` };
  const estimee = convention === 'moins de six ans' ? moinsDeSixAns : zeroASixAns;
  return { ...repere, message: `${lue}, ${cadre} ; la valeur ressemble aux ${convention} (environ ${formatNombre(estimee)}, estimation). ${SUITES[convention]}` };
}
