import { COH_01 } from '../../../src/controles/coherence/coh-01';
import { auPlan, eprouver, feuilleDe, indicateurLocal, libelleObjectif, poser, sansColonnesPlan, sansFeuille, sansMoments, sansObjectif, valeur, vider } from '../aide';

const sansValeurs = (['o22-retours', 'o22-accompagnes'] as const).flatMap((code) => (['diagnostic', 'cible 2020', 'cible 2021', 'cible 2022'] as const).map((moment) => vider(valeur(code, moment))));
const sansPlan22 = [vider(auPlan(22, 'actions')), vider(auPlan(22, 'departement')), vider(auPlan(22, 'etat'))];
const auTableau = (objectif: 22) => ({ ou: libelleObjectif(objectif, 'tableau'), gravite: 'alerte' as const, objectif });

eprouver(COH_01, [
  { nom: 'conforme', attendus: [] },
  {
    nom: 'chiffré au tableau, rien au plan', modifs: sansPlan22,
    attendus: [{ ou: libelleObjectif(22, 'plan'), gravite: 'alerte', objectif: 22, indicateur: null, message: ['cet objectif facultatif est chiffré au tableau de bord, mais n’a ni action ni montant au plan d’action'], suite: /retirer la cible/, correction: null, source: /article 2\.1/ }],
  },
  { nom: 'une cible suffit', modifs: [poser(valeur('o18-places', 'cible 2022'), 12)], attendus: [{ ou: libelleObjectif(18, 'plan'), gravite: 'alerte', objectif: 18 }] },
  { nom: 'un niveau d’atteinte aussi', modifs: [poser(valeur('o18-places', 'atteinte 2020'), 12)], attendus: [{ ou: libelleObjectif(18, 'plan'), gravite: 'alerte' }] },
  { nom: 'un indicateur local, avec sa cible, retient l’objectif', modifs: [indicateurLocal(19, 'cible 2022', 40)], attendus: [{ ou: libelleObjectif(19, 'plan'), gravite: 'alerte', objectif: 19 }] },
  { nom: 'diagnostic seul : info', modifs: [poser(valeur('o18-places', 'diagnostic'), 12)], attendus: [{ ou: libelleObjectif(18, 'plan'), gravite: 'info', objectif: 18, message: ['porte un diagnostic'], suite: /Rien à faire si l’objectif n’est pas retenu/ }] },
  { nom: 'cible ND ou vide : rien', modifs: [poser(valeur('o18-places', 'cible 2022'), 'ND')], attendus: [] },
  { nom: 'une action suffit au plan', modifs: [...sansPlan22, poser(auPlan(22, 'actions'), 'Accompagnement')], attendus: [] },
  { nom: 'un montant suffit au plan', modifs: [...sansPlan22, poser(auPlan(22, 'departement'), '5 000 €')], attendus: [] },
  { nom: 'montant nul : rien au plan', modifs: [...sansPlan22, poser(auPlan(22, 'departement'), 0)], attendus: [{ ou: libelleObjectif(22, 'plan'), gravite: 'alerte' }] },
  { nom: 'financé au plan, sans valeur au tableau', modifs: sansValeurs, attendus: [{ ...auTableau(22), message: ['est financé au plan d’action, mais aucun de ses indicateurs n’est renseigné'], suite: /Renseigner ses indicateurs/ }] },
  { nom: 'action sans montant, sans valeur : pas « financé »', modifs: [...sansValeurs, vider(auPlan(22, 'departement')), vider(auPlan(22, 'etat'))], attendus: [] },
  { nom: 'financé, sans indicateur harmonisé : rien ne manque', modifs: [poser(auPlan(19, 'etat'), 1000)], attendus: [] },
  { nom: 'un fondamental n’est pas concerné', modifs: [vider(auPlan(9, 'actions')), vider(auPlan(9, 'departement')), vider(auPlan(9, 'etat'))], attendus: [] },
  { nom: 'absent du plan : la feuille est désignée', modifs: [sansObjectif('plan', 12)], attendus: [{ ou: feuilleDe('plan'), gravite: 'alerte', objectif: 12 }] },
  { nom: 'colonne Etat absente', modifs: [sansColonnesPlan('etat'), ...sansPlan22], attendus: [], nonVerifies: [/« Etat »/] },
  { nom: 'colonnes de cibles absentes', modifs: [sansMoments('cible 2020', 'cible 2021', 'cible 2022'), poser(auPlan(18, 'etat'), 1000)], attendus: [], nonVerifies: [/colonnes de cibles/] },
  { nom: 'tableau absent', modifs: [sansFeuille('tableau')], attendus: [], statut: 'non_verifiable', nonVerifies: [/tableau de bord/] },
  { nom: 'plan absent', modifs: [sansFeuille('plan')], attendus: [], statut: 'non_verifiable', nonVerifies: [/plan d’action/] },
]);
