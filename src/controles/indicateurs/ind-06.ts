/**
 * IND-06 — Les dénominateurs de population s'accordent avec l'INSEE.
 * Source : annexe 5.2 (« source INSEE ») ; INSEE, naissances domiciliées 2019 et population au
 * 1er janvier 2019.
 */
import { formatNombre, formatTaux } from '../../classeur/nombres';
import { estimerEnfants, SOURCE_NAISSANCES, SOURCE_POPULATION, type DonneesInsee } from '../../referentiel/insee';
import { citer } from '../../referentiel/source';
import { colonnesAbsentes } from '../absence';
import type { Constat } from '../constat';
import { definirControle } from '../controle';
import { constatCase, correction, grandeurDe, nommer } from '../fabrique';
import type { Case } from '../lecture-tableau';
import { cases } from './parcours';

/** Écart relatif toléré sur les naissances : 0,5 % (catalogue). */
const TOLERANCE_NAISSANCES = 0.005;

function naissances(lue: Case, valeur: number, insee: DonneesInsee): Constat | null {
  const ecart = Math.abs(valeur - insee.naissances) / insee.naissances;
  if (ecart <= TOLERANCE_NAISSANCES) return null;
  return constatCase(lue, {
    code: 'IND-06', gravite: 'alerte', source: `annexe 5.2 (source INSEE) ; ${citer(SOURCE_NAISSANCES)}`,
    message: `${nommer(lue.indicateur.objectif)} : « ${lue.indicateur.nom} » vaut ${formatNombre(valeur)} ; l’INSEE compte ${formatNombre(insee.naissances)} naissances domiciliées en 2019 (écart de ${formatTaux(ecart)}).`,
    suite: 'Vérifier la source : les naissances enregistrées sur place et les avis de naissance reçus ne sont pas les naissances selon le domicile de la mère. Reprendre la valeur INSEE ou justifier l’écart.',
    attendu: grandeurDe(lue.indicateur, insee.naissances),
    trouve: grandeurDe(lue.indicateur, valeur),
    ecart: `${formatNombre(Math.abs(valeur - insee.naissances))} naissances ${valeur < insee.naissances ? 'de moins' : 'de plus'}`,
    correction: lue.formule === null ? correction('proposee', lue, { valeur: insee.naissances }, `Reprendre la valeur de l’INSEE (${citer(SOURCE_NAISSANCES)}).`) : null,
  });
}

function enfants(lue: Case, valeur: number, insee: DonneesInsee): Constat | null {
  const { minimum, maximum } = estimerEnfants(insee);
  if (valeur >= minimum && valeur <= maximum) return null;
  const texte = `entre ${formatNombre(minimum)} et ${formatNombre(maximum)}`;
  return constatCase(lue, {
    code: 'IND-06', gravite: 'alerte', source: `annexe 5.2 (source INSEE) ; ${citer(SOURCE_POPULATION)}`,
    message: `${nommer(lue.indicateur.objectif)} : « ${lue.indicateur.nom} » vaut ${formatNombre(valeur)} ; d’après l’INSEE, cette population est comprise ${texte} (0-4 ans et 0-9 ans au 1er janvier 2019).`,
    suite: 'Vérifier le périmètre et le millésime de la population, puis corriger ou justifier.',
    attendu: { valeur: null, unite: 'enfants', texte },
    trouve: grandeurDe(lue.indicateur, valeur),
  });
}

export const IND_06 = definirControle({
  code: 'IND-06',
  titre: 'Écart avec l’INSEE',
  exigence: 'Les naissances du diagnostic sont celles de l’INSEE à 0,5 % près ; les enfants de 0 à 6 ans sont entre ses 0-4 ans et ses 0-9 ans.',
  pourquoi: 'Le dénominateur décide du taux : une population inexacte renverse un verdict.',
  gravite: 'alerte',
  source: 'annexe 5.2 (source INSEE) ; INSEE, millésime 2019',
  limites: 'Diagnostic 2019 seulement. Sans référence pour le Rhône et la Métropole de Lyon séparés, Saint-Martin et Saint-Pierre-et-Miquelon.',
  correction: 'proposée pour les naissances ; jamais pour les enfants, dont l’INSEE ne donne ici qu’un encadrement',
  exige: ['tableau', 'insee'],
  surVierge: true,
  controler: ({ tableau, insee }) => {
    const lues = cases(tableau, ({ sourceDonnee }) => sourceDonnee === 'INSEE', ['diagnostic']).flatMap((lue) => {
      const valeur = tableau.valeur(lue.indicateur.code, lue.moment);
      return valeur === null ? [] : [{ lue, valeur }];
    });
    // Une formule qui reprend la valeur d'un autre objectif n'a pas d'erreur à elle.
    const propres = lues.filter(({ lue, valeur }) => lue.formule === null || !lues.some((autre) => autre.lue.formule === null && autre.valeur === valeur));
    const juger = propres.map(({ lue, valeur }) => (lue.indicateur.unite === 'naissances' ? naissances(lue, valeur, insee) : enfants(lue, valeur, insee)));
    return { constats: juger.filter((trouve) => trouve !== null), nonVerifies: colonnesAbsentes(tableau, ['diagnostic']), sansObjet: lues.length === 0 };
  },
});
