import { FOR_08 } from '../../../src/controles/formules/for-08';
import { auPlan, eprouver, poser, sansFeuille, valeur } from '../aide';

const effectif = valeur('o1-entretiens-cd', 'diagnostic');

eprouver(FOR_08, [
  { nom: 'conforme', attendus: [] },
  { nom: 'référence à un autre classeur', modifs: [poser(effectif, { formule: '=[1]Feuil1!A1', valeur: 409 })], attendus: [{ ou: effectif, gravite: 'alerte', objectif: 1, indicateur: 'o1-entretiens-cd', annee: 2019, message: ['autre classeur'], trouve: '=[1]Feuil1!A1', correction: null }] },
  { nom: 'chemin complet', modifs: [poser(effectif, { formule: "='C:\\suivi\\[pmi.xlsx]2019'!B4", valeur: 409 })], attendus: [{ ou: effectif, gravite: 'alerte' }] },
  { nom: 'au fond d’une formule', modifs: [poser(auPlan(1, 'etat'), { formule: '=ROUND([2]Budget!C3*0.5,0)', valeur: 55000 })], attendus: [{ ou: auPlan(1, 'etat'), gravite: 'alerte', objectif: 1 }] },
  { nom: 'référence à une autre feuille du classeur : admise', modifs: [poser(effectif, { formule: "='Plan d''action'!G7/100" })], attendus: [] },
  { nom: 'crochets dans un texte : admis', modifs: [poser(effectif, { formule: '=LEN("[1]")' })], attendus: [] },
  { nom: 'plan absent', modifs: [sansFeuille('plan')], attendus: [], statut: 'non_verifiable', nonVerifies: [/plan d’action/] },
]);
