/**
 * STR-06 — Un objectif, ou un indicateur d'un objectif, n'apparaît qu'une fois.
 * Source : annexes 5.2 et 5.3 (une ligne par indicateur, un bloc par objectif).
 */
import { indicateurDe } from '../../referentiel/indicateurs';
import type { Constat } from '../constat';
import { definirControle } from '../controle';
import { constat, nommer } from '../fabrique';
import { emplacementDe } from '../lecture-cellule';
import { anomaliesDe, parFeuille, type FeuilleLue } from './feuilles';

const SOURCE = 'annexe 5.2 ; annexe 5.3';

function doublons(lue: FeuilleLue): readonly Constat[] {
  const { feuille } = lue.lue;
  return anomaliesDe(lue, 'doublon_objectif', 'doublon_indicateur').map(({ ligne, colonne, objectif, indicateur }) => {
      const quoi = indicateur === null ? 'cet objectif apparaît' : `l’indicateur « ${indicateurDe(indicateur).nom} » apparaît`;
      const garde = indicateur === null ? 'ses lignes ont été réunies' : 'seule la première ligne a été contrôlée';
      return constat({
        code: 'STR-06', gravite: 'alerte', source: SOURCE,
        emplacement: emplacementDe(feuille, ligne, colonne),
        objectif, indicateur,
        message: `${nommer(objectif)} : ${quoi} une seconde fois dans la feuille « ${feuille.nom} » ; ${garde}.`,
        suite: 'Garder une seule occurrence, celle qui porte les bonnes valeurs, et supprimer l’autre.',
      });
    },
  );
}

export const STR_06 = definirControle({
  code: 'STR-06',
  titre: 'Doublon',
  exigence: 'Un objectif n’apparaît qu’une fois par feuille, un indicateur qu’une fois par objectif.',
  pourquoi: 'Deux lignes pour une même donnée se contrediront un jour, et les totaux comptent deux fois.',
  gravite: 'alerte',
  source: SOURCE,
  limites: 'Au plan, un libellé répété sur des lignes contiguës désigne les lignes d’action de l’objectif : ce n’est pas un doublon.',
  correction: 'aucune',
  exige: ['dossier'],
  surVierge: true,
  controler: ({ dossier }) => parFeuille(dossier, doublons),
});
