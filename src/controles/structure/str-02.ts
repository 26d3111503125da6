/**
 * STR-02 — Les onze objectifs fondamentaux figurent dans les deux feuilles.
 * Source : annexe 6, introduction (« il est demandé à chaque département de s'engager a minima sur
 * 11 objectifs fondamentaux ») ; annexe 2.
 */
import { libelleOfficiel } from '../../classeur/libelles';
import { OBJECTIFS } from '../../referentiel/objectifs';
import type { Constat } from '../constat';
import { definirControle } from '../controle';
import { causeObjectif, constat, nommer } from '../fabrique';
import { parFeuille, type FeuilleLue } from './feuilles';

const SOURCE = 'annexe 6, introduction ; annexe 2 ; contrat-type, article 2.1';

function absents({ lue: { feuille, objectifs }, annexe }: FeuilleLue): readonly Constat[] {
  return OBJECTIFS.filter(({ numero, fondamental }) => fondamental && !objectifs.has(numero)).map((objectif) =>
    constat({
      code: 'STR-02', gravite: 'bloquant', source: SOURCE,
      feuille: feuille.id,
      objectif: objectif.numero,
      message: `${nommer(objectif.numero)} : cet objectif fondamental est absent de la feuille « ${feuille.nom} » (${annexe}).`,
      suite: `Rétablir la ligne de l’objectif avec son libellé officiel : « ${libelleOfficiel(objectif, annexe === 'annexe 5.3' ? 'plan' : 'tableau')} ».`,
      causes: [causeObjectif(feuille.id, objectif.numero, 'absent')],
    }),
  );
}

export const STR_02 = definirControle({
  code: 'STR-02',
  titre: 'Objectifs fondamentaux présents',
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
