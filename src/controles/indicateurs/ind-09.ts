/**
 * IND-09 — Les délais d'exécution des décisions de justice sont suivis.
 * Source : annexe 6, engagement 2 (« il vous est demandé de suivre […] le délai d'exécution des
 * décisions de justice », sans nécessairement de cible).
 */
import { INDICATEURS } from '../../referentiel/indicateurs';
import { colonnesAbsentes } from '../absence';
import type { Constat } from '../constat';
import { definirControle } from '../controle';
import { constat, constatCase, grandeurLue } from '../fabrique';
import { isNonRenseigne } from '../lecture-cellule';
import type { LectureTableau } from '../lecture-tableau';
import { cases } from './parcours';

const SOURCE = 'annexe 6, engagement 2';
const SUITE = 'Le renseigner si la donnée existe ; son suivi est demandé, sans cible obligatoire.';

function lignesAbsentes({ tableau: { feuille } }: LectureTableau): Constat {
  return constat({
    code: 'IND-09', gravite: 'info', source: SOURCE,
    feuille: feuille.id,
    message: `Engagement 2 : les délais d’exécution des décisions de justice n’ont pas de ligne dans la feuille « ${feuille.nom} ».`,
    suite: 'Rétablir les deux lignes de délais (placements, AEMO) pour assurer leur suivi.',
  });
}

export const IND_09 = definirControle({
  code: 'IND-09',
  titre: 'Délais de justice non renseignés',
  exigence: 'Les délais d’exécution des placements et des AEMO sont renseignés au diagnostic.',
  pourquoi: 'Leur suivi est demandé de façon transverse à l’engagement 2, et partagé avec le ministère de la Justice.',
  gravite: 'info',
  source: SOURCE,
  limites: 'Aucune cible n’est exigée.',
  correction: 'aucune',
  exige: ['tableau'],
  controler: ({ tableau }) => {
    const lignes = INDICATEURS.filter(({ type, code }) => type === 'delai' && tableau.ligne(code));
    if (lignes.length === 0) return { constats: [lignesAbsentes(tableau)] };
    return {
      nonVerifies: colonnesAbsentes(tableau, ['diagnostic']),
      constats: cases(tableau, ({ type }) => type === 'delai', ['diagnostic']).filter(isNonRenseigne).map((lue) =>
        constatCase(lue, {
          code: 'IND-09', gravite: 'info', source: SOURCE,
          message: `Engagement 2 : le ${lue.indicateur.nom} n’est pas renseigné pour ${String(lue.moment.annee)}.`,
          suite: SUITE,
          trouve: grandeurLue(lue),
        }),
      ),
    };
  },
});
