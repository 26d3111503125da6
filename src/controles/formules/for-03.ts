/**
 * FOR-03 — Dans une cellule au format %, un taux est un rapport entre 0 et 1.
 * Source : annexe 5.2 (parts en pourcentage) ; décision du projet sur la forme des taux.
 */
import { formatTaux, isFormatPourcentage } from '../../classeur/nombres';
import { definirControle } from '../controle';
import { constatCase, grandeurTaux, grandeurTexte, nommer, nommerMoment } from '../fabrique';
import { nombreLu } from '../lecture-cellule';
import { formuleProposee, rapportAttendu, tauxLus } from './taux-lus';

const SOURCE = 'annexe 5.2';

export const FOR_03 = definirControle({
  code: 'FOR-03',
  titre: 'Taux multiplié par cent',
  exigence: 'Une formule de taux dans une cellule au format % rend le rapport, et non cent fois le rapport.',
  pourquoi: 'Excel multiplie déjà par cent pour afficher le % : le taux apparaît cent fois trop grand.',
  gravite: 'alerte',
  source: SOURCE,
  limites: 'Hors format %, le rapport et cent fois le rapport sont admis, et lus comme tels.',
  correction: 'proposée : la formule gardée',
  exige: ['tableau'],
  cede: ['FOR-01', 'FOR-02'],
  surVierge: true,
  controler: ({ tableau }) => {
    const taux = tauxLus(tableau);
    return {
      sansObjet: taux.length === 0,
      constats: taux.filter(({ lue, identification }) => identification.nature === 'centuple' && isFormatPourcentage(lue.format)).map((lu) => {
        const { lue } = lu;
        const rapport = rapportAttendu(tableau, lu);
        const affiche = nombreLu(lue);
        return constatCase(lue, {
          code: 'FOR-03', gravite: 'alerte', source: SOURCE,
          message: `${nommer(lue.indicateur.objectif)} : la formule de « ${lue.indicateur.nom} » (${nommerMoment(lue)}) multiplie le rapport par cent dans une cellule déjà au format %${affiche === null ? '' : ` : elle affiche ${formatTaux(affiche, 0)}`}.`,
          suite: 'Retirer la multiplication par cent, ou le format %.',
          attendu: rapport === null ? null : grandeurTaux(rapport),
          trouve: affiche === null ? (lue.formule === null ? null : grandeurTexte(lue.formule)) : grandeurTaux(affiche),
          correction: formuleProposee(tableau, lu, 'proposee', 'Laisser le format % multiplier par cent.'),
        });
      }),
    };
  },
});
