/**
 * STR-02 — Les onze objectifs fondamentaux figurent dans les deux feuilles.
 * Source : annexe 6, introduction (« il est demandé à chaque département de s'engager a minima sur
 * 11 objectifs fondamentaux ») ; annexe 2.
 */
import { libelleOfficiel } from '../../classeur/libelles';
import { OBJECTIFS, type Objectif } from '../../referentiel/objectifs';
import type { Constat } from '../constat';
import { definirControle } from '../controle';
import { abreger, causeObjectif, constat, nommer } from '../fabrique';
import { parFeuille, type FeuilleLue } from './feuilles';

const SOURCE = 'annexe 6, introduction ; annexe 2 ; contrat-type, article 2.1';
const FONDAMENTAUX = OBJECTIFS.filter(({ fondamental }) => fondamental);

/** Ligne dont le libellé pourrait être le sien, mais convient aussi à d'autres. */
function ambiguite({ lue: { anomalies } }: FeuilleLue, officiel: string): string {
  const doute = anomalies.find(({ nature, candidats }) => nature === 'objectif_ambigu' && candidats.includes(officiel));
  return doute ? ` La ligne ${String(doute.ligne)} (« ${abreger(doute.texte)} ») pourrait être la sienne, mais son libellé convient à plusieurs objectifs.` : '';
}

function absent(feuilleLue: FeuilleLue, objectif: Objectif): Constat {
  const { lue: { feuille }, annexe } = feuilleLue;
  return constat({
    code: 'STR-02', gravite: 'bloquant', source: SOURCE,
    feuille: feuille.id,
    objectif: objectif.numero,
    message: `${nommer(objectif.numero)} : cet objectif fondamental est absent de la feuille « ${feuille.nom} » (${annexe}).${ambiguite(feuilleLue, objectif.libelle)}`,
    suite: `Rétablir la ligne de l’objectif avec son libellé officiel : « ${libelleOfficiel(objectif, annexe === 'annexe 5.3' ? 'plan' : 'tableau')} ».`,
    causes: [causeObjectif(feuille.id, objectif.numero, 'absent')],
  });
}

/** Aucun objectif reconnu : c'est la colonne des objectifs qui manque, une seule cause. */
function tousAbsents({ lue: { feuille }, annexe }: FeuilleLue): Constat {
  return constat({
    code: 'STR-02', gravite: 'bloquant', source: SOURCE,
    feuille: feuille.id,
    message: `Aucun des 11 objectifs fondamentaux n’a été trouvé dans la feuille « ${feuille.nom} » (${annexe}).`,
    suite: `Rétablir la colonne « Objectif » et ses libellés officiels, tels que dans le modèle de l’${annexe}.`,
    causes: FONDAMENTAUX.map(({ numero }) => causeObjectif(feuille.id, numero, 'absent')),
  });
}

function absents(feuilleLue: FeuilleLue): readonly Constat[] {
  const manquants = FONDAMENTAUX.filter(({ numero }) => !feuilleLue.lue.objectifs.has(numero));
  return manquants.length === FONDAMENTAUX.length ? [tousAbsents(feuilleLue)] : manquants.map((objectif) => absent(feuilleLue, objectif));
}

export const STR_02 = definirControle({
  code: 'STR-02',
  titre: 'Objectif fondamental absent',
  exigence: 'Les 11 objectifs fondamentaux figurent dans le tableau de bord et dans le plan d’action.',
  pourquoi: 'Chaque département s’engage a minima sur les 11 objectifs fondamentaux, dont l’atteinte fait l’objet d’un suivi national renforcé.',
  gravite: 'bloquant',
  source: SOURCE,
  limites: 'Une feuille absente relève de STR-01. Les objectifs facultatifs peuvent manquer.',
  correction: 'aucune',
  exige: ['dossier'],
  surVierge: true,
  controler: ({ dossier }) => parFeuille(dossier, absents),
});
