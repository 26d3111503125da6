/**
 * CIB-03 — Objectif 3 : les visites à domicile des sages-femmes doublent.
 * Source : annexe 2 et annexe 6, objectif 3 (« celle d'un doublement à horizon 2022 »).
 */
import { formatNombre } from '../../classeur/nombres';
import { cibleNationaleDe } from '../../referentiel/cibles-nationales';
import { definirControle } from '../controle';
import { compter, constatCase, grandeurEffectif, nommer } from '../fabrique';
import type { LectureTableau } from '../lecture-tableau';
import { indicateurDe, type CodeIndicateur } from '../../referentiel/indicateurs';
import type { Moment } from '../../classeur/dossier';

const SOURCE = 'annexe 2 ; annexe 6, objectif 3';

function visites(tableau: LectureTableau, codes: readonly [CodeIndicateur, CodeIndicateur], moment: Moment | null): number | null {
  const [pre, post] = codes.map((code) => tableau.valeur(code, moment));
  return pre == null || post == null ? null : pre + post;
}

export const CIB_03 = definirControle({
  code: 'CIB-03',
  titre: 'Doublement des visites non prévu',
  exigence: 'Les visites pré et postnatales (DREES / CD) de l’horizon sont au moins le double de celles du diagnostic.',
  pourquoi: 'L’objectif 3 est un doublement au niveau national.',
  gravite: 'alerte',
  source: SOURCE,
  limites: 'Ne juge que les visites de source DREES / CD, quand les quatre valeurs sont renseignées.',
  correction: 'aucune',
  exige: ['tableau'],
  controler: ({ tableau }) => {
    const cible = cibleNationaleDe(3);
    if (cible?.type !== 'couverture') return { constats: [], sansObjet: true };
    const moment = tableau.moment('cible', tableau.horizon);
    const depart = visites(tableau, cible.visites, tableau.moment('diagnostic'));
    const arrivee = visites(tableau, cible.visites, moment);
    const lue = tableau.lire(cible.visites[0], moment);
    if (depart === null || arrivee === null || !lue) {
      return { constats: [], nonVerifies: [{ emplacement: lue?.emplacement ?? null, raison: 'objectif 3 : les visites pré et postnatales du diagnostic et de l’horizon ne sont pas toutes renseignées' }] };
    }
    const attendu = cible.facteur * depart;
    if (arrivee >= attendu) return { constats: [] };
    const ecart = `il manque ${compter(attendu - arrivee, 'visites')} pour le doublement`;
    return {
      constats: [constatCase(lue, {
        code: 'CIB-03', gravite: 'alerte', source: SOURCE,
        message: `${nommer(3)} : ${cible.visites.map((code) => `« ${indicateurDe(code).nom} »`).join(' et ')} passent ensemble de ${formatNombre(depart)} (diagnostic) à ${formatNombre(arrivee)} (cible ${String(tableau.horizon)}) ; ${ecart}.`,
        suite: 'Justifier une progression moindre au regard du diagnostic, ou relever la cible.',
        attendu: { ...grandeurEffectif(attendu, 'visites'), texte: `au moins ${formatNombre(attendu)} visites` },
        trouve: grandeurEffectif(arrivee, 'visites'),
        ecart,
      })],
    };
  },
});
