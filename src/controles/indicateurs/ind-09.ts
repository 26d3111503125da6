/**
 * IND-09 — Les délais d'exécution des décisions de justice sont suivis.
 * Source : annexe 6, engagement 2 (« il vous est demandé de suivre […] le délai d'exécution des
 * décisions de justice », sans nécessairement de cible).
 */
import { definirControle } from '../controle';
import { constatCase, grandeurLue } from '../fabrique';
import { isNonRenseigne } from '../lecture-cellule';
import { cases } from './parcours';

const SOURCE = 'annexe 6, engagement 2';

export const IND_09 = definirControle({
  code: 'IND-09',
  titre: 'Délais d’exécution des décisions de justice',
  exigence: 'Les délais d’exécution des placements et des AEMO sont renseignés au diagnostic.',
  pourquoi: 'Leur suivi est demandé de façon transverse à l’engagement 2, et partagé avec le ministère de la Justice.',
  gravite: 'info',
  source: SOURCE,
  limites: 'Aucune cible n’est exigée.',
  correction: 'aucune',
  exige: ['tableau'],
  controler: ({ tableau }) => {
    const delais = cases(tableau, ({ type }) => type === 'delai', ['diagnostic']);
    return {
      sansObjet: delais.length === 0,
      constats: delais.filter(isNonRenseigne).map((lue) =>
        constatCase(lue, {
          code: 'IND-09', gravite: 'info', source: SOURCE,
          message: `Engagement 2 : le ${lue.indicateur.nom} n’est pas renseigné pour ${String(lue.moment.annee)}.`,
          suite: 'Le renseigner si la donnée existe ; son suivi est demandé, sans cible obligatoire.',
          trouve: grandeurLue(lue),
        }),
      ),
    };
  },
});
