/**
 * STR-03 — Chaque indicateur harmonisé d'un objectif fondamental ou retenu a sa ligne.
 * Source : annexe 6, introduction (« les indicateurs harmonisés à retenir […] sont ceux définis […]
 * en annexe 5.2 ») et objectifs 12, 14, 18, 21, 22 et 23.
 */
import { indicateursDe, type Indicateur } from '../../referentiel/indicateurs';
import { OBJECTIFS, type NumeroObjectif } from '../../referentiel/objectifs';
import type { Constat } from '../constat';
import { definirControle } from '../controle';
import { abreger, causeObjectif, constat, nommer } from '../fabrique';
import { emplacementDe } from '../lecture-cellule';
import type { LectureTableau } from '../lecture-tableau';

const SOURCE = 'annexe 6, introduction ; annexe 5.2';

function ambiguite({ tableau }: LectureTableau, { objectif, libelle }: Indicateur): string {
  const doute = tableau.anomalies.find(
    ({ nature, objectif: numero, candidats }) => nature === 'indicateur_ambigu' && numero === objectif && candidats.includes(libelle),
  );
  return doute ? ` La ligne ${String(doute.ligne)} (« ${abreger(doute.texte)} ») pourrait être la sienne, mais son libellé convient à plusieurs indicateurs.` : '';
}

function ligneAbsente(lecture: LectureTableau, indicateur: Indicateur, numero: NumeroObjectif): Constat {
  const { feuille } = lecture.tableau;
  const bloc = lecture.tableau.objectifs.get(numero);
  return constat({
    code: 'STR-03', gravite: 'bloquant', source: SOURCE,
    feuille: feuille.id,
    emplacement: bloc ? emplacementDe(feuille, bloc.libelle.ligne, bloc.libelle.colonne) : null,
    objectif: numero,
    indicateur: indicateur.code,
    message: `${nommer(numero)} : l’indicateur « ${indicateur.nom} » n’a plus de ligne dans le tableau de bord.${ambiguite(lecture, indicateur)}`,
    suite: `Rétablir la ligne « ${indicateur.libelle} » sous cet objectif.`,
    causes: [causeObjectif(feuille.id, numero, `indicateur ${indicateur.code}`), ...(indicateursDe(numero).length === 1 ? [causeObjectif(feuille.id, numero, 'sans valeur')] : [])],
  });
}

/** Plus une seule ligne d'indicateur : une seule cause. */
function toutesAbsentes({ tableau: { feuille, objectifs } }: LectureTableau, numero: NumeroObjectif): Constat {
  const bloc = objectifs.get(numero);
  const quoi = bloc ? 'aucun de ses indicateurs n’a plus de ligne dans le tableau de bord' : 'cet objectif est retenu, mais ni lui ni ses indicateurs n’ont de ligne au tableau de bord';
  return constat({
    code: 'STR-03', gravite: 'bloquant', source: SOURCE,
    feuille: feuille.id,
    emplacement: bloc ? emplacementDe(feuille, bloc.libelle.ligne, bloc.libelle.colonne) : null,
    objectif: numero,
    message: `${nommer(numero)} : ${quoi}.`,
    suite: `Rétablir au tableau de bord les lignes de l’objectif : ${indicateursDe(numero).map(({ nom }) => nom).join(', ')}.`,
    causes: [causeObjectif(feuille.id, numero, 'sans valeur')],
  });
}

export const STR_03 = definirControle({
  code: 'STR-03',
  titre: 'Indicateur harmonisé absent',
  exigence: 'Chaque indicateur harmonisé d’un objectif fondamental ou retenu a sa ligne au tableau de bord.',
  pourquoi: 'Ces indicateurs permettent le suivi national : un indicateur supprimé ne sera jamais renseigné.',
  gravite: 'bloquant',
  source: SOURCE,
  limites: 'Un objectif fondamental absent en entier relève de STR-02. Les délais de justice n’ont pas d’objectif.',
  correction: 'aucune',
  exige: ['tableau', 'retenus'],
  cede: ['STR-02'],
  surVierge: true,
  controler: ({ tableau, retenus }) => ({
    constats: OBJECTIFS.filter(({ numero }) => retenus.has(numero)).flatMap(({ numero, fondamental }) => {
      const attendus = indicateursDe(numero);
      const manquants = attendus.filter(({ code }) => !tableau.ligne(code));
      const seul = attendus.length === 1 && tableau.tableau.objectifs.has(numero);
      if (manquants.length < attendus.length || seul) return manquants.map((indicateur) => ligneAbsente(tableau, indicateur, numero));
      if (attendus.length === 0 || (fondamental && !tableau.tableau.objectifs.has(numero))) return [];
      return [toutesAbsentes(tableau, numero)];
    }),
  }),
});
