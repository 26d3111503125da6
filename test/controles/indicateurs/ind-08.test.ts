import { IND_08 } from '../../../src/controles/indicateurs/ind-08';
import { departement, eprouver, poser, sansFeuille, valeur, vider } from '../aide';

/** Haute-Vienne : moins de six ans 21 292, 0 à 6 ans 25 260 (estimations sur les bandes INSEE). */
const quatre = valeur('o4-enfants', 'diagnostic');
const cinq = valeur('o5-enfants', 'diagnostic');

eprouver(IND_08, [
  { nom: 'conforme', attendus: [] },
  {
    nom: 'les moins de six ans', modifs: [poser(quatre, 21300)],
    attendus: [{ ou: quatre, gravite: 'info', objectif: 4, indicateur: 'o4-enfants', message: ['les 21 300 enfants de 0 à 6 ans saisis', 'environ 21 292, estimation', 'environ 25 260, estimation'], suite: /la valeur du classeur est conservée/, attendu: 'environ 25 260 (estimation)', trouve: '21 300 enfants', correction: null }],
  },
  { nom: 'à 3 % près : borne haute', modifs: [poser(quatre, 21930)], attendus: [{ ou: quatre, gravite: 'info' }] },
  { nom: 'au-delà de 3 %', modifs: [poser(quatre, 21931)], attendus: [] },
  { nom: 'à 3 % près : borne basse', modifs: [poser(quatre, 20654)], attendus: [{ ou: quatre, gravite: 'info' }] },
  { nom: 'en deçà de 3 %', modifs: [poser(quatre, 20653)], attendus: [] },
  { nom: 'les deux objectifs', modifs: [poser(quatre, 21300), poser(cinq, 21300)], attendus: [{ ou: quatre, gravite: 'info' }, { ou: cinq, gravite: 'info' }] },
  { nom: 'texte converti', modifs: [poser(cinq, '21 300')], attendus: [{ ou: cinq, gravite: 'info' }] },
  { nom: 'vide et ND : sans objet', modifs: [vider(quatre), poser(cinq, 'ND')], attendus: [], statut: 'sans_objet' },
  { nom: 'sans référence', modifs: [departement('Saint-Martin')], attendus: [], statut: 'non_verifiable', nonVerifies: [/Saint-Martin/] },
  { nom: 'tableau absent', modifs: [sansFeuille('tableau')], attendus: [], statut: 'non_verifiable', nonVerifies: [/tableau de bord/] },
]);
