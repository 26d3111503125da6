/**
 * STR-07 — Une ligne dont l'objectif n'est pas reconnu est un objectif local.
 * Source : annexe 4, II.B (« peut s'y ajouter, le cas échéant, un objectif spécifique de santé
 * publique […] déterminé par l'ARS et le conseil départemental »).
 */
import type { Anomalie } from '../../classeur/dossier';
import type { Constat } from '../constat';
import { definirControle } from '../controle';
import { constat } from '../fabrique';
import { emplacementDe } from '../lecture-cellule';
import { anomaliesDe, parFeuille, type FeuilleLue } from './feuilles';

const SOURCE = 'annexe 4, II.B';

function message({ lue, annexe }: FeuilleLue, { nature, texte, candidats, ligne }: Anomalie): string {
  if (nature === 'objectif_ambigu') {
    return `Le libellé « ${texte} » convient à plusieurs objectifs (${candidats.map((libelle) => `« ${libelle} »`).join(', ')}) : la ligne n’a été rattachée à aucun.`;
  }
  if (texte.trim() === '') return `La ligne ${String(ligne)} de la feuille « ${lue.feuille.nom} » n’a pas de libellé d’objectif : elle n’a été rattachée à aucun.`;
  const effet = annexe === 'annexe 5.3' ? ', compté dans le TOTAL seulement' : '';
  return `L’objectif « ${texte} » de la feuille « ${lue.feuille.nom} » n’est pas un des 26 objectifs : il est lu comme un objectif local${effet}.`;
}

function locaux(lue: FeuilleLue): readonly Constat[] {
  const { feuille } = lue.lue;
  return anomaliesDe(lue, 'objectif_inconnu', 'objectif_ambigu').map((anomalie) =>
      constat({
        code: 'STR-07', gravite: 'info', source: SOURCE,
        emplacement: emplacementDe(feuille, anomalie.ligne, anomalie.colonne),
        message: message(lue, anomalie),
        suite: 'S’il s’agit d’un des 26 objectifs, rétablir son libellé officiel ; sinon, vérifier que l’objectif local relève du FIR, comme l’annexe 4 l’admet.',
      }),
    );
}

export const STR_07 = definirControle({
  code: 'STR-07',
  titre: 'Objectif local',
  exigence: 'Toute ligne porte un des 26 objectifs, ou un objectif local assumé.',
  pourquoi: 'Une ligne non reconnue n’est rattachée à aucun objectif : sa parité et ses indicateurs ne sont pas vérifiés.',
  gravite: 'info',
  source: SOURCE,
  limites: 'Une ligne locale n’est jamais versée à l’objectif qui la précède ; elle compte dans le TOTAL du plan.',
  correction: 'aucune',
  exige: ['dossier'],
  surVierge: true,
  controler: ({ dossier }) => parFeuille(dossier, locaux),
});
