/**
 * FOR-06 — Un taux dont les deux opérandes sont renseignés n'est pas vide.
 * Source : annexe 5.2.
 */
import { formatTaux } from '../../classeur/nombres';
import { definirControle } from '../controle';
import { constatCase, grandeurLue, grandeurTaux, nommer, nommerMoment } from '../fabrique';
import { isNonRenseigne } from '../lecture-cellule';
import { formuleProposee, rapportAttendu, sontRenseignes, tauxLus } from './taux-lus';

const SOURCE = 'annexe 5.2';

export const FOR_06 = definirControle({
  code: 'FOR-06',
  titre: 'Taux vide',
  exigence: 'Un taux dont les deux opérandes sont renseignés est calculé.',
  pourquoi: 'La cible se juge sur le taux : ses opérandes seuls ne se lisent pas au contrat.',
  gravite: 'bloquant',
  source: SOURCE,
  limites: 'Une formule qui rend un texte vide alors que ses opérandes sont là relève de FOR-02.',
  correction: 'automatique : la formule gardée (proposée si la cellule porte une mention)',
  exige: ['tableau'],
  surVierge: true,
  controler: ({ tableau }) => {
    const taux = tauxLus(tableau);
    return {
      sansObjet: taux.length === 0,
      constats: taux.filter((lu) => lu.lue.formule === null && isNonRenseigne(lu.lue) && sontRenseignes(lu)).map((lu) => {
        const { lue, operandes } = lu;
        const rapport = rapportAttendu(tableau, lu);
        return constatCase(lue, {
          code: 'FOR-06', gravite: 'bloquant', source: SOURCE,
          message: `${nommer(lue.indicateur.objectif)} : « ${lue.indicateur.nom} » (${nommerMoment(lue)}) n’est pas calculé, alors que ses opérandes sont renseignés (${operandes!.numerateur.adresse} et ${operandes!.denominateur.adresse})${rapport === null ? '' : ` et donnent ${formatTaux(rapport)}`}.`,
          suite: 'Rétablir la formule du taux.',
          attendu: rapport === null ? null : grandeurTaux(rapport),
          trouve: grandeurLue(lue),
          correction: formuleProposee(tableau, lu, lue.lecture.nature === 'vide' ? 'automatique' : 'proposee', 'Rétablir la formule du taux.'),
        });
      }),
    };
  },
});
