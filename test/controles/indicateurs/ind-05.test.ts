import { IND_05 } from '../../../src/controles/indicateurs/ind-05';
import { eprouver, poser, sansFeuille, sansIndicateur, valeur, vider } from '../aide';

const seconde = valeur('o3-naissances', 'diagnostic');
const enfants = valeur('o5-enfants', 'cible 2021');

eprouver(IND_05, [
  { nom: 'conforme', attendus: [] },
  {
    nom: 'deux valeurs pour les naissances : la seconde est désignée', modifs: [poser(seconde, 3346)],
    attendus: [{ ou: seconde, gravite: 'bloquant', objectif: 3, indicateur: 'o3-naissances', annee: 2019, message: ['vaut 3 346 en D22 et 3 406 en D9 (objectif 1), diagnostic 2019'], suite: /D9 et en D22/, attendu: '3 406 naissances', trouve: '3 346 naissances', ecart: 'écart de 60', correction: null, source: /annexe 5\.2/ }],
  },
  { nom: 'un écart d’une unité suffit', modifs: [poser(enfants, 25101)], attendus: [{ ou: enfants, gravite: 'bloquant', objectif: 5, message: ['cible 2021'], ecart: 'écart de 1' }] },
  { nom: 'zéro est une valeur', modifs: [poser(seconde, 0)], attendus: [{ ou: seconde, gravite: 'bloquant' }] },
  { nom: 'même valeur en texte', modifs: [poser(seconde, '3 406')], attendus: [] },
  { nom: 'autre valeur en texte', modifs: [poser(seconde, '3 346')], attendus: [{ ou: seconde, gravite: 'bloquant' }] },
  { nom: 'reprise par formule', modifs: [poser(seconde, { formule: '={o1-naissances}' })], attendus: [] },
  { nom: 'vide, ND, illisible, négatif : rien à comparer', modifs: [vider(seconde), poser(valeur('o3-naissances', 'cible 2020'), 'ND'), poser(valeur('o3-naissances', 'cible 2021'), 'beaucoup'), poser(valeur('o3-naissances', 'cible 2022'), -3406)], attendus: [] },
  { nom: 'chaque colonne se compare', modifs: [poser(valeur('o3-naissances', 'cible 2020'), 3400), poser(valeur('o3-naissances', 'atteinte 2020'), 3400), poser(valeur('o1-naissances', 'atteinte 2020'), 3401)], attendus: [{ ou: valeur('o3-naissances', 'cible 2020'), gravite: 'bloquant' }, { ou: valeur('o3-naissances', 'atteinte 2020'), gravite: 'bloquant' }] },
  { nom: 'ligne absente', modifs: [sansIndicateur('o1-naissances'), poser(seconde, 3346)], attendus: [] },
  { nom: 'tableau absent', modifs: [sansFeuille('tableau')], attendus: [], statut: 'non_verifiable', nonVerifies: [/tableau de bord/] },
]);
