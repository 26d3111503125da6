import { FOR_04 } from '../../../src/controles/formules/for-04';
import { auPlan, eprouver, ligneTotal, poser, sansFeuille, valeur, vider } from '../aide';

const taux = valeur('o4-taux', 'atteinte 2020');
const effectif = valeur('o12-visites', 'cible 2022');

eprouver(FOR_04, [
  { nom: 'conforme', attendus: [] },
  {
    nom: 'garde absente, opérandes vides', modifs: [poser(taux, { formule: '={o4-enfants-vad}/{o4-enfants}' })],
    attendus: [{ ou: taux, gravite: 'bloquant', objectif: 4, indicateur: 'o4-taux', annee: 2020, message: ['#DIV/0!', 'division par zéro'], trouve: '#DIV/0!', correction: { type: 'automatique', avant: { formule: '=H26/H27' }, apres: { formule: '=IF(H27=0,"",H26/H27)' } } }],
  },
  { nom: 'garde absente, opérandes renseignés : rien à afficher', modifs: [poser(valeur('o4-taux', 'cible 2022'), { formule: '={o4-enfants-vad}/{o4-enfants}' })], attendus: [] },
  { nom: '#REF! dans un taux', modifs: [poser(taux, { formule: '=#REF!/{o4-enfants}' })], attendus: [{ ou: taux, gravite: 'bloquant', message: ['#REF!', 'cellule supprimée'], correction: { type: 'automatique', avant: { formule: '=#REF!/H27' }, apres: { formule: '=IF(H27=0,"",H26/H27)' } } }] },
  { nom: 'erreur saisie : #N/A', modifs: [poser(effectif, { erreur: '#N/A' })], attendus: [{ ou: effectif, gravite: 'bloquant', message: ['#N/A'], correction: null }] },
  { nom: 'effectif en erreur : pas de formule à proposer', modifs: [poser(effectif, { formule: '=1/0' })], attendus: [{ ou: effectif, gravite: 'bloquant', objectif: 12, correction: null, suite: /Corriger la formule, ou saisir/ }] },
  { nom: 'erreur affichée en français', modifs: [poser(effectif, { formule: '="a"+1' })], attendus: [{ ou: effectif, gravite: 'bloquant', trouve: '#VALEUR!' }] },
  { nom: 'montant en erreur', modifs: [poser(auPlan(1, 'etat'), { formule: '=1/0' })], attendus: [{ ou: auPlan(1, 'etat'), gravite: 'bloquant', objectif: 1, message: ['Etat'] }] },
  { nom: 'total en erreur', modifs: [poser(auPlan(1, 'total'), { formule: '=#REF!+H7' })], attendus: [{ ou: auPlan(1, 'total'), gravite: 'bloquant', objectif: 1, correction: { type: 'automatique', avant: { formule: '=#REF!+H7' }, apres: { formule: '=G7+H7' } } }] },
  { nom: 'TOTAL en erreur', modifs: [poser(ligneTotal('etat'), { formule: '=SUM(#REF!)' })], attendus: [{ ou: ligneTotal('etat'), gravite: 'bloquant', objectif: null, correction: { type: 'automatique', avant: { formule: '=SUM(#REF!)' }, apres: { formule: '=SUM(H6:H37)' } } }] },
  { nom: 'total saisi en erreur : rien à relire avant d’écrire, pas de correction', modifs: [poser(auPlan(1, 'total'), { erreur: '#N/A' })], attendus: [{ ou: auPlan(1, 'total'), gravite: 'bloquant', correction: null }] },
  { nom: 'une erreur ne se redit pas sur ce qui la lit', modifs: [poser(valeur('o4-enfants-vad', 'cible 2022'), { formule: '=1/0' })], attendus: [{ ou: valeur('o4-enfants-vad', 'cible 2022'), gravite: 'bloquant' }] },
  { nom: 'erreur venue d’un texte : IND-02, pas ici', modifs: [poser(valeur('o4-enfants-vad', 'cible 2022'), '3 890 *')], attendus: [] },
  { nom: 'erreur venue d’un ND : pas ici', modifs: [poser(valeur('o4-enfants', 'cible 2022'), 'ND')], attendus: [] },
  { nom: 'formule fausse, opérandes vides : FOR-02, pas ici', modifs: [poser(taux, { formule: '={o4-vad}/{o4-enfants}' })], attendus: [] },
  { nom: 'dénominateur nul saisi', modifs: [poser(valeur('o12-familles', 'cible 2022'), { formule: '=10/{o12-visites}' }), poser(effectif, 0)], attendus: [{ ou: valeur('o12-familles', 'cible 2022'), gravite: 'bloquant' }] },
  { nom: 'cellule hors du référentiel : pas jugée', modifs: [vider(effectif)], attendus: [] },
  { nom: 'plan absent : le tableau se juge, le reste se dit', modifs: [sansFeuille('plan'), poser(effectif, { formule: '=1/0' })], attendus: [{ ou: effectif, gravite: 'bloquant' }], nonVerifies: [/plan d’action/] },
  { nom: 'tableau absent', modifs: [sansFeuille('tableau')], attendus: [], statut: 'non_verifiable', nonVerifies: [/tableau de bord/] },
  { nom: 'modèle vierge : les gardes y sont', base: 'vierge', attendus: [] },
]);
