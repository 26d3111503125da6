import { CIB_06 } from '../../../src/controles/cibles/cib-06';
import { analyser } from '../../../src/moteur/analyser';
import { auPlan, classeur, eprouver, feuilleDe, indicateurLocal, libelleObjectif, poser, sansFeuille, sansMoments, sansObjectif, valeur, vider } from '../aide';

const sansCible9 = (['cible 2020', 'cible 2021', 'cible 2022'] as const).map((moment) => vider(valeur('o9-enfants', moment)));
const info = (objectif: 7 | 8 | 9 | 10 | 11 | 13 | 19) => ({ ou: libelleObjectif(objectif, 'tableau'), gravite: 'info' as const, objectif });

eprouver(CIB_06, [
  { nom: 'conforme : 7, 8, 10 et 11 n’ont pas d’indicateur local', attendus: [{ ...info(7), indicateur: null, message: ['retenu sans aucun indicateur chiffré assorti d’une cible'], suite: /indicateur défini localement/, correction: null }, info(8), info(10), info(11)] },
  { nom: 'objectif 9 sans aucune cible', modifs: sansCible9, attendus: [info(9)] },
  { nom: 'objectif 9 avec une cible en texte', modifs: [...sansCible9, poser(valeur('o9-enfants', 'cible 2022'), 'au moins 150')], attendus: [] },
  { nom: 'objectif 9 avec une cible ND', modifs: [...sansCible9, poser(valeur('o9-enfants', 'cible 2022'), 'ND')], attendus: [info(9)] },
  { nom: 'facultatif retenu', modifs: [poser(auPlan(19, 'actions'), 'Accompagnement à domicile renforcé')], attendus: [info(19)] },
  { nom: 'facultatif retenu, sans ligne au tableau', modifs: [sansObjectif('tableau', 19), poser(auPlan(19, 'etat'), 1000)], attendus: [{ ou: feuilleDe('tableau'), gravite: 'info', objectif: 19, message: ['n’a pas de ligne au tableau de bord'] }] },
  { nom: 'tableau absent', modifs: [sansFeuille('tableau')], attendus: [], statut: 'non_verifiable', nonVerifies: [/tableau de bord/] },
  { nom: 'colonnes de cibles absentes', modifs: [sansMoments('cible 2020', 'cible 2021', 'cible 2022')], attendus: [], nonVerifies: [/colonnes de cibles/] },
]);

test.each([[6, 3], ['6', 3], ['ND', 4]] as const)('un indicateur local dont la cible est %j : %i objectifs restent sans indicateur', (cible, reste) => {
  const { rapport } = analyser(classeur([indicateurLocal(7, 'cible 2022', cible)]), { registre: [CIB_06] });
  expect(rapport.constats.map(({ objectif }) => objectif)).toEqual(reste === 3 ? [8, 10, 11] : [7, 8, 10, 11]);
});
