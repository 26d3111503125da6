/**
 * IND-08 — La population « 0 à 6 ans » suit la convention de l'annexe 5.2.
 * Source : annexe 5.2 (« enfants de 0 à 6 ans ») ; annexe 6, objectifs 4 et 5 (repères « moins de
 * six ans ») ; estimations du projet sur les bandes INSEE.
 */
import { formatNombre } from '../../classeur/nombres';
import { estimerEnfants, SOURCE_POPULATION } from '../../referentiel/insee';
import { citer } from '../../referentiel/source';
import { colonnesAbsentes } from '../absence';
import { definirControle } from '../controle';
import { constatCase, grandeurDe, nommer } from '../fabrique';
import { cases } from './parcours';

const SOURCE = `annexe 5.2 ; annexe 6, objectifs 4 et 5 ; ${citer(SOURCE_POPULATION)}`;
/** Proximité exigée avec l'estimation des moins de six ans : 3 % (catalogue). */
const PROXIMITE = 0.03;

export const IND_08 = definirControle({
  code: 'IND-08',
  titre: '0 à 6 ans, ou moins de six ans',
  exigence: 'La population saisie pour « enfants de 0 à 6 ans » est celle des 0 à 6 ans, et non des moins de six ans.',
  pourquoi: 'Les repères nationaux sont calculés sur les moins de six ans, l’annexe 5.2 sur les 0 à 6 ans : le choix peut renverser un verdict.',
  gravite: 'info',
  source: SOURCE,
  limites: 'L’INSEE ne publie ici que des bandes de cinq ans : les deux populations sont des estimations, jamais écrites comme un diagnostic.',
  correction: 'aucune',
  exige: ['tableau', 'insee'],
  cede: ['IND-06'],
  surVierge: true,
  controler: ({ tableau, insee }) => {
    const { moinsDeSixAns, zeroASixAns } = estimerEnfants(insee);
    const lues = cases(tableau, ({ code }) => code === 'o4-enfants' || code === 'o5-enfants', ['diagnostic']);
    const constats = lues.flatMap((lue) => {
      const valeur = tableau.valeur(lue.indicateur.code, lue.moment);
      if (valeur === null || Math.abs(valeur - moinsDeSixAns) > PROXIMITE * moinsDeSixAns) return [];
      if (Math.abs(valeur - moinsDeSixAns) >= Math.abs(valeur - zeroASixAns)) return [];
      return [constatCase(lue, {
        code: 'IND-08', gravite: 'info', source: SOURCE,
        message: `${nommer(lue.indicateur.objectif)} : les ${formatNombre(valeur)} ${lue.indicateur.nom} saisis ressemblent aux moins de six ans (environ ${formatNombre(moinsDeSixAns)}, estimation) plutôt qu’aux 0 à 6 ans de l’annexe 5.2 (environ ${formatNombre(zeroASixAns)}, estimation).`,
        suite: 'Préciser la convention retenue ; la valeur du classeur est conservée.',
        attendu: { valeur: null, unite: 'enfants', texte: `environ ${formatNombre(zeroASixAns)} (estimation)` },
        trouve: grandeurDe(lue.indicateur, valeur),
      })];
    });
    return { constats, nonVerifies: colonnesAbsentes(tableau, ['diagnostic']), sansObjet: lues.every((lue) => tableau.valeur(lue.indicateur.code, lue.moment) === null) };
  },
});
