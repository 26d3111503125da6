import { FOR_01 } from '../../../src/controles/formules/for-01';
import { eprouver, poser, sansFeuille, sansIndicateur, valeur, vider } from '../aide';

const taux = valeur('o1-taux', 'diagnostic');
const formule = { formule: '=IF(D9=0,"",D7/D9)' };

eprouver(FOR_01, [
  { nom: 'conforme', attendus: [] },
  {
    nom: 'constante qui affiche la même chose : automatique', modifs: [poser(taux, 0.12)],
    attendus: [{
      ou: taux, gravite: 'bloquant', objectif: 1, indicateur: 'o1-taux', annee: 2019, message: ['est saisi (12 %) au lieu d’être calculé', 'D7 et D9', '12,01 %'], attendu: '12,01 %', trouve: '12 %',
      correction: { type: 'automatique', avant: { valeur: 0.12 }, apres: formule },
    }],
  },
  { nom: 'constante qui affiche autre chose : proposée', modifs: [poser(taux, 0.13)], attendus: [{ ou: taux, gravite: 'bloquant', correction: { type: 'proposee', avant: { valeur: 0.13 }, apres: formule } }] },
  { nom: 'bord de l’affichage : 12,0 % et 12,1 %', modifs: [poser(taux, 0.1206)], attendus: [{ ou: taux, gravite: 'bloquant', correction: { type: 'proposee', avant: { valeur: 0.1206 }, apres: formule } }] },
  { nom: 'texte « 12 % » : désigné ici, proposée', modifs: [poser(taux, '12 %')], attendus: [{ ou: taux, gravite: 'bloquant', trouve: '12 %', correction: { type: 'proposee', avant: { valeur: '12 %' }, apres: formule } }] },
  { nom: 'opérande en texte lisible : il est là', modifs: [poser(taux, 0.12), poser(valeur('o1-entretiens-cd', 'diagnostic'), '409 ')], attendus: [{ ou: taux, gravite: 'bloquant' }] },
  { nom: 'constante sans dénominateur : admise', modifs: [poser(taux, 0.12), vider(valeur('o1-naissances', 'diagnostic'))], attendus: [] },
  { nom: 'constante sans aucun opérande : admise', modifs: [poser(taux, 0.12), vider(valeur('o1-naissances', 'diagnostic')), vider(valeur('o1-entretiens-cd', 'diagnostic')), vider(valeur('o1-entretiens-snds', 'diagnostic'))], attendus: [] },
  { nom: 'opérande non déterminé : il n’est pas là', modifs: [poser(taux, 0.12), poser(valeur('o1-naissances', 'diagnostic'), 'ND')], attendus: [] },
  { nom: 'seule la source SNDS est renseignée : elle compte', modifs: [poser(taux, 0.1), vider(valeur('o1-entretiens-cd', 'diagnostic'))], attendus: [{ ou: taux, gravite: 'bloquant', message: ['D8 et D9'] }] },
  { nom: 'zéro saisi : une valeur', modifs: [poser(taux, 0)], attendus: [{ ou: taux, gravite: 'bloquant' }] },
  { nom: 'ligne du dénominateur absente : STR-03', modifs: [poser(taux, 0.12), sansIndicateur('o1-naissances')], attendus: [] },
  { nom: 'nombre écrit dans une formule : FOR-02, pas ici', modifs: [poser(taux, { formule: '=409/3406' })], attendus: [] },
  { nom: 'tableau absent', modifs: [sansFeuille('tableau')], attendus: [], statut: 'non_verifiable', nonVerifies: [/tableau de bord/] },
  { nom: 'modèle vierge', base: 'vierge', attendus: [] },
]);
