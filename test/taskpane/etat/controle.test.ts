import type { Constat } from '../../../src/controles/constat';
import { controler, type Vues } from '../../../src/moteur/vues/vues';
import { ETAT_INITIAL, evolutionDe, reduireControle, type ActionControle, type EtatControle } from '../../../src/taskpane/etat/controle';
import { panneDe } from '../../../src/taskpane/etat/panne';
import { ErreurHote } from '../../../src/hote/port';
import { alerte } from '../../decisions/constats';

const BASE = controler({ nom: null, calcul: 'enregistre', dates1904: false, feuilles: [], noms: [] });
const vues = (...constats: readonly Constat[]): Vues => ({ ...BASE, rapport: { ...BASE.rapport, constats } });
const jouer = (...actions: readonly ActionControle[]): EtatControle => actions.reduce(reduireControle, ETAT_INITIAL);
const termine = (...constats: readonly Constat[]): ActionControle => ({ type: 'termine', vues: vues(...constats), heure: 1000 });
const PANNE = { motif: 'edition', message: 'm' } as const;

const A = alerte();
const B = alerte({ objectif: 4 });
const C = alerte({ objectif: 1 });

describe('activité', () => {
  test.each<[string, readonly ActionControle[], Partial<EtatControle>]>([
    ['au départ', [], { activite: 'repos', vues: null, modifie: false }],
    ['pendant la lecture', [{ type: 'lecture' }], { activite: 'lecture' }],
    ['pendant l’analyse', [{ type: 'lecture' }, { type: 'analyse' }], { activite: 'analyse' }],
    ['terminé', [{ type: 'lecture' }, termine(A)], { activite: 'repos', panne: null, modifie: false }],
    ['modifié', [termine(A), { type: 'modifie' }], { modifie: true }],
    ['une lecture remet à jour', [termine(A), { type: 'modifie' }, { type: 'lecture' }], { modifie: false }],
    ['modifié pendant la lecture : toujours à actualiser', [{ type: 'lecture' }, { type: 'modifie' }, termine(A)], { modifie: true }],
    ['échec à la première lecture', [{ type: 'lecture' }, { type: 'echec', panne: PANNE }], { activite: 'repos', panne: PANNE, modifie: false }],
    ['échec d’un recontrôle : l’ancien résultat est périmé', [termine(A), { type: 'lecture' }, { type: 'echec', panne: PANNE }], { panne: PANNE, modifie: true }],
    ['une réussite efface la panne', [{ type: 'echec', panne: PANNE }, termine(A)], { panne: null }],
  ])('%s', (_, actions, attendu) => {
    expect(jouer(...actions)).toMatchObject(attendu);
  });

  test('un échec garde les constats à l’écran', () => {
    expect(jouer(termine(A), { type: 'echec', panne: PANNE }).constats).toHaveLength(1);
  });
});

describe('évolution', () => {
  const bilan = (etat: EtatControle) => {
    const { nouveaux, resolus, restants } = evolutionDe(etat);
    return [nouveaux.size, resolus.length, restants];
  };
  test.each<[string, readonly ActionControle[], readonly number[]]>([
    ['avant tout contrôle', [], [0, 0, 0]],
    ['premier contrôle : rien de nouveau', [termine(A, B)], [0, 0, 2]],
    ['un résolu', [termine(A, B), termine(B)], [0, 1, 1]],
    ['un nouveau', [termine(A), termine(A, B)], [1, 0, 1]],
    ['les deux', [termine(A, B), termine(B, C)], [1, 1, 1]],
    ['les changements s’ajoutent d’un recontrôle à l’autre', [termine(A, B), termine(B), termine()], [0, 2, 0]],
    ['un résolu qui revient n’est pas nouveau', [termine(A, B), termine(B), termine(A, B)], [0, 0, 2]],
    ['un nouveau qui disparaît n’est pas résolu', [termine(A), termine(A, B), termine(A)], [0, 0, 1]],
    ['on repart du contrôle affiché', [termine(A, B), termine(B, C), { type: 'repartir', heure: 2 }], [0, 0, 2]],
  ])('%s', (_, actions, attendu) => {
    expect(bilan(jouer(...actions))).toEqual(attendu);
  });

  test('repartir change l’heure de référence', () => {
    expect(jouer(termine(A), { type: 'repartir', heure: 5000 }).reference?.heure).toBe(5000);
  });
});

test.each<[string, unknown, string, RegExp]>([
  ['panne d’hôte', new ErreurHote('edition', 'Validez la cellule.'), 'edition', /^Validez la cellule\.$/],
  ['erreur inattendue', new Error('boum'), 'interne', /boum.*Recommencez/],
  ['n’importe quoi', 'boum', 'interne', /boum/],
])('%s : toujours une phrase', (_, erreur, motif, message) => {
  expect(panneDe(erreur)).toEqual({ motif, message: expect.stringMatching(message) });
});
