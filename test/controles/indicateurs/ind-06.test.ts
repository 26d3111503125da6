import { IND_06 } from '../../../src/controles/indicateurs/ind-06';
import { decalerAnnees, departement, eprouver, poser, sansFeuille, sansMoments, valeur, vider } from '../aide';

/** Haute-Vienne : 3 406 naissances domiciliées en 2019, 17 323 enfants de 0 à 4 ans, 19 843 de 5 à 9 ans. */
const un = valeur('o1-naissances', 'diagnostic');
const trois = valeur('o3-naissances', 'diagnostic');
const quatre = valeur('o4-enfants', 'diagnostic');

eprouver(IND_06, [
  { nom: 'conforme', attendus: [] },
  {
    nom: 'avis de naissance au lieu de naissances domiciliées', modifs: [poser(trois, 3346)],
    attendus: [{
      ou: trois, gravite: 'alerte', objectif: 3, indicateur: 'o3-naissances', annee: 2019, message: ['vaut 3 346', 'l’INSEE compte 3 406 naissances domiciliées en 2019', 'écart de 1,8 %'], attendu: '3 406 naissances', trouve: '3 346 naissances', ecart: '60 naissances de moins', source: /INSEE.*2019/,
      correction: { type: 'proposee', avant: { valeur: 3346 }, apres: { valeur: 3406 } },
    }],
  },
  { nom: 'à 0,5 % près, en moins', modifs: [poser(un, 3389)], attendus: [] },
  { nom: 'juste au-delà de 0,5 %, en moins', modifs: [poser(un, 3388)], attendus: [{ ou: un, gravite: 'alerte', ecart: '18 naissances de moins' }] },
  { nom: 'à 0,5 % près, en plus', modifs: [poser(un, 3423)], attendus: [] },
  { nom: 'juste au-delà, en plus', modifs: [poser(un, 3424)], attendus: [{ ou: un, gravite: 'alerte', ecart: '18 naissances de plus' }] },
  { nom: 'saisie en texte : jugée, corrigée depuis le texte', modifs: [poser(un, '3 300')], attendus: [{ ou: un, gravite: 'alerte', correction: { type: 'proposee', avant: { valeur: '3 300' }, apres: { valeur: 3406 } } }] },
  { nom: 'zéro', modifs: [poser(un, 0)], attendus: [{ ou: un, gravite: 'alerte' }] },
  { nom: 'vide, ND, illisible, négatif : rien à comparer', modifs: [vider(un), poser(trois, 'ND'), poser(quatre, 'beaucoup'), poser(valeur('o5-enfants', 'diagnostic'), -1)], attendus: [], statut: 'sans_objet' },
  { nom: 'reprise par formule : l’erreur n’est dite qu’une fois', modifs: [poser(un, 3300), poser(trois, { formule: '={o1-naissances}' })], attendus: [{ ou: un, gravite: 'alerte' }] },
  { nom: 'formule à soi : signalée, sans correction', modifs: [poser(un, { formule: '=3000+300' })], attendus: [{ ou: un, gravite: 'alerte', correction: null }] },
  { nom: 'enfants : bornes comprises', modifs: [poser(quatre, 17323), poser(valeur('o5-enfants', 'diagnostic'), 37166)], attendus: [] },
  { nom: 'enfants sous les 0-4 ans', modifs: [poser(quatre, 17322)], attendus: [{ ou: quatre, gravite: 'alerte', objectif: 4, message: ['entre 17 323 et 37 166'], attendu: 'entre 17 323 et 37 166', correction: null }] },
  { nom: 'enfants au-dessus des 0-9 ans', modifs: [poser(quatre, 37167)], attendus: [{ ou: quatre, gravite: 'alerte' }] },
  { nom: 'les cibles ne se comparent pas', modifs: [poser(valeur('o1-naissances', 'cible 2022'), 5000)], attendus: [] },
  { nom: 'Rhône : référence non disponible', modifs: [departement('Rhône')], attendus: [], statut: 'non_verifiable', nonVerifies: [/ne sépare pas.*Rhône/] },
  { nom: 'département inconnu', modifs: [departement('…')], attendus: [], statut: 'non_verifiable', nonVerifies: [/le département n’a pas été reconnu/] },
  { nom: 'département donné en option', options: { departement: '23' }, modifs: [poser(quatre, 9000)], attendus: [un, trois, valeur('o5-enfants', 'diagnostic')].map((ou) => ({ ou, gravite: 'alerte' as const })) },
  { nom: 'autre année de diagnostic : pas de référence', modifs: [decalerAnnees(1)], attendus: [], statut: 'non_verifiable', nonVerifies: [/2019.*porte sur 2020/] },
  { nom: 'colonne du diagnostic absente', modifs: [sansMoments('diagnostic')], attendus: [], statut: 'non_verifiable', nonVerifies: [/colonne du diagnostic/] },
  { nom: 'tableau absent', modifs: [sansFeuille('tableau')], attendus: [], statut: 'non_verifiable', nonVerifies: [/tableau de bord/] },
]);
