import { FOR_06 } from '../../../src/controles/formules/for-06';
import { eprouver, poser, sansFeuille, sansIndicateur, valeur, vider } from '../aide';

const taux = valeur('o5-taux', 'cible 2021');
const apres = { formule: '=IF(F32=0,"",F31/F32)' };

eprouver(FOR_06, [
  { nom: 'conforme', attendus: [] },
  { nom: 'taux vide, opérandes renseignés', modifs: [vider(taux)], attendus: [{ ou: taux, gravite: 'bloquant', objectif: 5, indicateur: 'o5-taux', annee: 2021, message: ['F31 et F32', '17 %'], correction: { type: 'automatique', avant: { valeur: null }, apres } }] },
  { nom: 'espaces seuls : vide', modifs: [poser(taux, '  ')], attendus: [{ ou: taux, gravite: 'bloquant', correction: { type: 'automatique', avant: { valeur: '  ' }, apres } }] },
  { nom: 'ND alors que les opérandes sont là : proposée', modifs: [poser(taux, 'ND')], attendus: [{ ou: taux, gravite: 'bloquant', trouve: 'ND', correction: { type: 'proposee', avant: { valeur: 'ND' }, apres } }] },
  { nom: 'opérande en texte lisible : il est là', modifs: [vider(taux), poser(valeur('o5-enfants-vus', 'cible 2021'), '4 267')], attendus: [{ ou: taux, gravite: 'bloquant' }] },
  { nom: 'un opérande vide', modifs: [vider(taux), vider(valeur('o5-enfants', 'cible 2021'))], attendus: [] },
  { nom: 'un opérande non déterminé', modifs: [vider(taux), poser(valeur('o5-enfants', 'cible 2021'), 'ND')], attendus: [] },
  { nom: 'zéro est une valeur : le numérateur est renseigné', modifs: [vider(taux), poser(valeur('o5-enfants-vus', 'cible 2021'), 0)], attendus: [{ ou: taux, gravite: 'bloquant' }] },
  { nom: 'ligne du taux absente : STR-03', modifs: [sansIndicateur('o5-taux')], attendus: [] },
  { nom: 'tableau absent', modifs: [sansFeuille('tableau')], attendus: [], statut: 'non_verifiable', nonVerifies: [/tableau de bord/] },
  { nom: 'modèle vierge', base: 'vierge', attendus: [] },
]);
