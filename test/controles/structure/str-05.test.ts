import { STR_05 } from '../../../src/controles/structure/str-05';
import { indicateurDe } from '../../../src/referentiel/indicateurs';
import { objectifDe } from '../../../src/referentiel/objectifs';
import { eprouver, libelleDe, libelleObjectif, poser, sansFeuille, type Cas } from '../aide';

const taux = libelleDe('o1-taux');
const officiel = indicateurDe('o1-taux').libelle;
const corrige = 'Part des femmes enceintes ayant bénéficié d’un entretien du 4e mois réalisé par la PMI';

/** Sans effet : casse, accents, espaces, apostrophes, numéro en tête. */
const exacts = [officiel.toUpperCase(), officiel.replace(/'/g, '’'), officiel.replace(/ /g, '  '), officiel.replace(/é/g, 'e')];

eprouver(STR_05, [
  { nom: 'conforme', attendus: [] },
  { nom: 'modèle vierge', base: 'vierge', attendus: [] },
  ...exacts.map((texte): Cas => ({ nom: `exact : ${texte.slice(0, 40)}…`, modifs: [poser(taux, texte)], attendus: [] })),
  {
    nom: 'indicateur retouché', modifs: [poser(taux, corrige)],
    attendus: [{ ou: taux, gravite: 'info', objectif: 1, indicateur: 'o1-taux', message: ['le libellé de l’indicateur', 'a été modifié', corrige], suite: /ne change pas ce qui est compté/, attendu: officiel, trouve: corrige, correction: { type: 'proposee', avant: { valeur: corrige }, apres: { valeur: officiel } }, source: /annexe 5\.2/ }],
  },
  { nom: 'heures de TISF : libellé de l’annexe 6, accepté et signalé', modifs: [poser(libelleDe('o12-visites'), 'Nombre d’heures d’intervention de TISF')], attendus: [{ ou: libelleDe('o12-visites'), gravite: 'info', objectif: 12 }] },
  { nom: 'délai retouché : pas d’objectif', modifs: [poser(libelleDe('delai-aemo'), '- AEMO')], attendus: [{ ou: libelleDe('delai-aemo'), gravite: 'info', objectif: null, indicateur: 'delai-aemo' }] },
  {
    nom: 'objectif retouché au plan', modifs: [poser(libelleObjectif(11, 'plan'), 'Renforcer les ODPE')],
    attendus: [{ ou: libelleObjectif(11, 'plan'), gravite: 'info', objectif: 11, indicateur: null, message: ['le libellé de l’objectif a été modifié (« Renforcer les ODPE »)'], correction: { type: 'proposee', avant: { valeur: 'Renforcer les ODPE' }, apres: { valeur: 'Renforcer l\'ODPE' } }, source: /annexe 5\.3/ }],
  },
  {
    nom: 'objectif 2 retouché au tableau : la mention de cible est rétablie avec lui', modifs: [poser(libelleObjectif(2, 'tableau'), 'Faire progresser les bilans de santé en école maternelle réalisés par la PMI et se rapprocher de l’examen de santé du carnet de santé')],
    attendus: [{ ou: libelleObjectif(2, 'tableau'), gravite: 'info', objectif: 2, attendu: `${objectifDe(2).libelle}\n${objectifDe(2).mentionCible!}`.replace(/[\u202f\u00a0]/g, ' ') }],
  },
  { nom: 'numéro en tête : exact', modifs: [poser(libelleObjectif(11, 'plan'), '11. Renforcer l’ODPE')], attendus: [] },
  { nom: 'plan absent', modifs: [sansFeuille('plan')], attendus: [], nonVerifies: [/plan d’action/] },
  { nom: 'aucune feuille', modifs: [sansFeuille('plan'), sansFeuille('tableau')], attendus: [], nonVerifies: [/tableau de bord/, /plan d’action/] },
]);
