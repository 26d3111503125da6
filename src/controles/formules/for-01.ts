/**
 * FOR-01 — Un taux dont les opérandes sont là est calculé, et non saisi.
 * Source : annexe 5.2 (huit parts et taux, à côté de leurs opérandes) ; annexe 6, objectif 6, note 3.
 */
import { formatTaux } from '../../classeur/nombres';
import type { Correction } from '../constat';
import { definirControle } from '../controle';
import { constatCase, grandeurLue, grandeurTaux, nommer, nommerMoment } from '../fabrique';
import { tauxSaisi } from '../lecture-tableau';
import { memeAffichage } from './affichage';
import { formuleProposee, rapportAttendu, sontRenseignes, tauxLus, type TauxLu } from './taux-lus';

const SOURCE = 'annexe 5.2 ; annexe 6, objectif 6, note 3';

/** Automatique seulement si la cellule garde, au chiffre près, ce qu'elle affiche. */
function typeDe({ lue }: TauxLu, rapport: number | null): Correction['type'] {
  const { valeur } = lue.jugee;
  return rapport !== null && typeof valeur === 'number' && memeAffichage(valeur, rapport, lue.format) ? 'automatique' : 'proposee';
}

export const FOR_01 = definirControle({
  code: 'FOR-01',
  titre: 'Taux saisi au lieu d’être calculé',
  exigence: 'Un taux dont les deux opérandes ont leur ligne et leur valeur est calculé par une formule.',
  pourquoi: 'Un taux saisi ne suit plus ses opérandes : à la première mise à jour, il devient faux sans que rien ne le montre.',
  gravite: 'bloquant',
  source: SOURCE,
  limites: 'Un taux saisi seul, sans ses opérandes, est admis. Un calcul sur des nombres écrits dans la formule relève de FOR-02.',
  correction: 'automatique si la valeur affichée ne change pas, proposée sinon',
  exige: ['tableau'],
  surVierge: true,
  controler: ({ tableau }) => {
    const taux = tauxLus(tableau);
    const saisis = taux.filter((lu) => lu.identification.nature === 'constante' && sontRenseignes(lu) && lu.lue.lecture.nature === 'nombre');
    return {
      sansObjet: taux.length === 0,
      constats: saisis.map((lu) => {
        const { lue, operandes } = lu;
        const rapport = rapportAttendu(tableau, lu);
        const noms = `${operandes!.numerateur.adresse} et ${operandes!.denominateur.adresse}`;
        return constatCase(lue, {
          code: 'FOR-01', gravite: 'bloquant', source: SOURCE,
          message: `${nommer(lue.indicateur.objectif)} : « ${lue.indicateur.nom} » (${nommerMoment(lue)}) est saisi (${grandeurLue(lue)?.texte ?? ''}) au lieu d’être calculé, alors que ses opérandes sont renseignés (${noms})${rapport === null ? '' : ` et donnent ${formatTaux(rapport, 2)}`}.`,
          suite: 'Remplacer la valeur par la formule.',
          // Un taux saisi juste à l'arrondi près : l'attendu porte assez de décimales pour s'en distinguer.
          attendu: rapport === null ? null : grandeurTaux(rapport, tauxSaisi(lue) ?? rapport),
          trouve: grandeurLue(lue),
          correction: formuleProposee(tableau, lu, typeDe(lu, rapport), 'Calculer le taux depuis ses opérandes.'),
        });
      }),
    };
  },
});
