/**
 * IND-05 — Un dénominateur saisi deux fois a une seule valeur.
 * Source : annexe 5.2 (naissances des objectifs 1 et 3 ; enfants de 0 à 6 ans des objectifs 4 et 5).
 */
import { formatNombre } from '../../classeur/nombres';
import { MEMES_DENOMINATEURS } from '../../referentiel/coherences';
import { cleCause } from '../constat';
import { definirControle } from '../controle';
import { constatCase, grandeurDe, nommer, nommerMoment } from '../fabrique';

const SOURCE = 'annexe 5.2';

export const IND_05 = definirControle({
  code: 'IND-05',
  titre: 'Dénominateur à deux valeurs',
  exigence: 'Les naissances des objectifs 1 et 3 sont égales, les enfants de 0 à 6 ans des objectifs 4 et 5 aussi, dans chaque colonne.',
  pourquoi: 'Deux valeurs pour la même population rendent les taux incomparables.',
  gravite: 'bloquant',
  source: SOURCE,
  limites: 'Ne dit pas laquelle des deux est la bonne : voir IND-06.',
  correction: 'aucune',
  exige: ['tableau'],
  surVierge: true,
  controler: ({ tableau }) => ({
    constats: MEMES_DENOMINATEURS.flatMap(({ premier, second }) =>
      tableau.tableau.moments.flatMap((moment) => {
        const [a, b] = [tableau.valeur(premier, moment), tableau.valeur(second, moment)];
        const [celluleA, celluleB] = [tableau.lire(premier, moment), tableau.lire(second, moment)];
        if (a === null || b === null || !celluleA || !celluleB || a === b) return [];
        return [constatCase(celluleB, {
          code: 'IND-05', gravite: 'bloquant', source: SOURCE,
          message: `${nommer(celluleB.indicateur.objectif)} : « ${celluleB.indicateur.nom} » vaut ${formatNombre(b)} en ${celluleB.adresse} et ${formatNombre(a)} en ${celluleA.adresse} (objectif ${String(celluleA.indicateur.objectif)}), ${nommerMoment(celluleB)} : c’est la même population.`,
          suite: `Retenir la même valeur en ${celluleA.adresse} et en ${celluleB.adresse}.`,
          attendu: grandeurDe(celluleB.indicateur, a),
          trouve: grandeurDe(celluleB.indicateur, b),
          ecart: `écart de ${formatNombre(Math.abs(a - b))}`,
          causes: [cleCause(celluleA.emplacement)],
        })];
      }),
    ),
  }),
});
