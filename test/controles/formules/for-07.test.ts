import { FOR_07 } from '../../../src/controles/formules/for-07';
import { auPlan, eprouver, poser, sansFeuille, valeur, type Modif } from '../aide';

const taux = valeur('o1-taux', 'cible 2022');
const enregistre = (formule: string, valeurLue: number | string) => ({ formule, valeur: valeurLue });
const vivant: Modif = (instantane) => ({ ...instantane, calcul: 'vivant' });

eprouver(FOR_07, [
  { nom: 'aucune valeur enregistrée : sans objet', attendus: [], statut: 'sans_objet' },
  { nom: 'valeur à jour', modifs: [poser(taux, enregistre('={o1-entretiens-cd}/{o1-naissances}', 698 / 3406))], attendus: [] },
  { nom: 'bruit du calcul binaire', modifs: [poser(taux, enregistre('={o1-entretiens-cd}/{o1-naissances}', 698 / 3406 + 1e-12))], attendus: [] },
  { nom: 'valeur périmée', modifs: [poser(taux, enregistre('={o1-entretiens-cd}/{o1-naissances}', 0.12))], attendus: [{ ou: taux, gravite: 'alerte', objectif: 1, indicateur: 'o1-taux', annee: 2022, message: ['(12 %)', '(20,49 %)'], attendu: '20,49 %', trouve: '12 %', correction: null }] },
  { nom: 'texte vide enregistré pour une garde : à jour', modifs: [poser(valeur('o1-taux', 'atteinte 2020'), enregistre('=IF({o1-naissances}=0,"",{o1-entretiens-cd}/{o1-naissances})', ''))], attendus: [] },
  { nom: 'nombre enregistré là où la garde rend un texte vide', modifs: [poser(valeur('o1-taux', 'atteinte 2020'), enregistre('=IF({o1-naissances}=0,"",{o1-entretiens-cd}/{o1-naissances})', 0.3))], attendus: [{ ou: valeur('o1-taux', 'atteinte 2020'), gravite: 'alerte', attendu: 'vide' }] },
  { nom: 'total périmé', modifs: [poser(auPlan(1, 'total'), enregistre('=G7+H7', 100))], attendus: [{ ou: auPlan(1, 'total'), gravite: 'alerte', objectif: 1 }] },
  { nom: 'non recalculable : rien à comparer', modifs: [poser(taux, enregistre('=[1]Feuil1!A1', 0.2))], attendus: [] },
  { nom: 'dans Excel, les valeurs sont vivantes', modifs: [poser(taux, enregistre('={o1-entretiens-cd}/{o1-naissances}', 0.12)), vivant], attendus: [], statut: 'sans_objet' },
  { nom: 'plan absent', modifs: [sansFeuille('plan'), poser(taux, enregistre('={o1-entretiens-cd}/{o1-naissances}', 0.12))], attendus: [{ ou: taux, gravite: 'alerte' }], nonVerifies: [/plan d’action/] },
]);
