import { COH_05 } from '../../../src/controles/coherence/coh-05';
import { OBJECTIFS } from '../../../src/referentiel/objectifs';
import { auPlan, eprouver, poser, sansColonnesPlan, sansFeuille, vider, type Cas, type NomColonne } from '../aide';

const ANNEES: readonly NomColonne[] = ['annee 2020', 'annee 2021', 'annee 2022'];
const sansCalendrier = ANNEES.map((annee) => vider(auPlan(7, annee)));
const info = { ou: auPlan(7, 'actions'), gravite: 'info' as const, objectif: 7 as const };

eprouver(COH_05, [
  { nom: 'conforme : les actions sont dans leurs années', attendus: [] },
  { nom: 'variante : calendrier marqué', base: 'moselle', attendus: [] },
  { nom: 'calendrier vide', base: 'moselle', modifs: sansCalendrier, attendus: [{ ...info, message: ['aucune année n’est indiquée pour ses actions'], suite: /Marquer au calendrier/, correction: null, source: /annexe 6, introduction/ }] },
  ...['X', 'x', 'oui', 'T1', 1, 'dès janvier', '✓', '•'].map((marque): Cas => ({ nom: `marque : ${marque}`, base: 'moselle', modifs: [...sansCalendrier, poser(auPlan(7, 'annee 2022'), marque)], attendus: [] })),
  ...['-', 'non', 0, 'ND', ' '].map((marque): Cas => ({ nom: `pas une marque : ${marque}`, base: 'moselle', modifs: [...sansCalendrier, poser(auPlan(7, 'annee 2022'), marque)], attendus: [info] })),
  { nom: 'l’Etat ne finance pas', base: 'moselle', modifs: [...sansCalendrier, poser(auPlan(7, 'etat'), 0)], attendus: [] },
  { nom: 'rien de financé', base: 'moselle', modifs: OBJECTIFS.map(({ numero }) => vider(auPlan(numero, 'etat'))).concat(vider(auPlan(6, 'etat', 1))), attendus: [], statut: 'sans_objet' },
  { nom: 'colonnes d’années absentes', base: 'moselle', modifs: [sansColonnesPlan(...ANNEES)], attendus: [], nonVerifies: [/colonnes d’années du plan/] },
  { nom: 'colonne Etat absente', base: 'moselle', modifs: [sansColonnesPlan('etat')], attendus: [], nonVerifies: [/« Etat »/] },
  { nom: 'plan absent', modifs: [sansFeuille('plan')], attendus: [], statut: 'non_verifiable', nonVerifies: [/plan d’action/] },
]);
