import { FIN_09 } from '../../../src/controles/financement/fin-09';
import { auPlan, eprouver, poser, rattacherAuPrecedent, sansColonnesPlan, sansFeuille, vider, type Modif } from '../aide';

const modalite = auPlan(24, 'modalites');
const finance = (texte: string | null): Modif[] => [poser(auPlan(24, 'etat'), 50000), poser(modalite, texte)];

eprouver(FIN_09, [
  { nom: 'conforme : l’Etat n’y met rien', attendus: [], statut: 'sans_objet' },
  { nom: 'non distingués', modifs: finance('ONDAM / PLF'), attendus: [{ ou: modalite, gravite: 'alerte', objectif: 24, message: ['50 000 € de l’Etat sont inscrits sans distinguer l’ONDAM du programme 304'], suite: /deux lignes/, trouve: 'ONDAM / PLF', correction: null, source: /annexe 4/ }] },
  { nom: 'modalité vide (FIN-08 l’emporte à l’arbitrage)', modifs: finance(null), attendus: [{ ou: modalite, gravite: 'alerte', trouve: null }] },
  { nom: 'ONDAM seul', modifs: finance('ONDAM'), attendus: [], statut: 'conforme' },
  { nom: 'programme 304 seul', modifs: finance('BOP 304'), attendus: [], statut: 'conforme' },
  { nom: 'deux lignes, chacune la sienne', modifs: [...finance('ONDAM'), rattacherAuPrecedent(25), poser(auPlan(25, 'etat'), 30000), poser(auPlan(25, 'modalites'), 'PLF')], attendus: [], statut: 'conforme' },
  { nom: 'deux lignes, la seconde mêlée : c’est sa modalité qu’on désigne', modifs: [...finance('ONDAM'), rattacherAuPrecedent(25), poser(auPlan(25, 'etat'), 30000), poser(auPlan(25, 'modalites'), 'ONDAM et PLF')], attendus: [{ ou: auPlan(25, 'modalites'), gravite: 'alerte', objectif: 24, message: ['30 000 €'] }] },
  { nom: 'part de l’Etat en texte', modifs: [poser(auPlan(24, 'etat'), '50 000 €')], attendus: [{ ou: modalite, gravite: 'alerte' }] },
  { nom: 'part de l’Etat nulle ou illisible', modifs: [poser(auPlan(24, 'etat'), 'à voir')], attendus: [], statut: 'sans_objet' },
  { nom: 'colonne des modalités absente', modifs: [poser(auPlan(24, 'etat'), 50000), sansColonnesPlan('modalites')], attendus: [], nonVerifies: [/« Modalités/] },
  { nom: 'colonne Etat absente', modifs: [vider(modalite), sansColonnesPlan('etat')], attendus: [], nonVerifies: [/« Etat »/] },
  { nom: 'plan absent', modifs: [sansFeuille('plan')], attendus: [], statut: 'non_verifiable', nonVerifies: [/plan d’action/] },
]);
