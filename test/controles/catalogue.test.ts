/** Le registre dit, de chaque contrôle, la gravité et la correction que lui donne le catalogue. */
import type { CodeControle } from '../../src/controles/codes';
import type { Gravite } from '../../src/controles/constat';
import { REGISTRE } from '../../src/controles/registre';

type Correction = 'aucune' | 'automatique' | 'proposee' | 'les deux';

/** Code, gravité, vrai si elle varie, correction. */
const CATALOGUE: readonly (readonly [CodeControle, Gravite, boolean, Correction])[] = [
  ['STR-01', 'bloquant', true, 'aucune'], ['STR-02', 'bloquant', false, 'aucune'], ['STR-03', 'bloquant', false, 'aucune'], ['STR-04', 'bloquant', false, 'aucune'],
  ['STR-05', 'info', false, 'proposee'], ['STR-06', 'alerte', false, 'aucune'], ['STR-07', 'info', false, 'aucune'],
  ['FOR-01', 'bloquant', false, 'les deux'], ['FOR-02', 'bloquant', false, 'proposee'], ['FOR-03', 'alerte', false, 'proposee'], ['FOR-04', 'bloquant', false, 'automatique'],
  ['FOR-05', 'alerte', false, 'aucune'], ['FOR-06', 'bloquant', false, 'automatique'], ['FOR-07', 'alerte', false, 'aucune'], ['FOR-08', 'alerte', false, 'aucune'],
  ['IND-01', 'bloquant', false, 'proposee'], ['IND-02', 'alerte', false, 'les deux'], ['IND-03', 'bloquant', true, 'aucune'], ['IND-04', 'bloquant', true, 'aucune'],
  ['IND-05', 'bloquant', false, 'aucune'], ['IND-06', 'alerte', false, 'proposee'], ['IND-07', 'info', false, 'aucune'], ['IND-08', 'info', false, 'aucune'], ['IND-09', 'info', false, 'aucune'],
  ['CIB-01', 'bloquant', true, 'aucune'], ['CIB-02', 'alerte', false, 'aucune'], ['CIB-03', 'alerte', false, 'aucune'], ['CIB-04', 'alerte', false, 'aucune'], ['CIB-05', 'info', false, 'aucune'], ['CIB-06', 'info', false, 'aucune'],
  ['FIN-01', 'bloquant', true, 'aucune'], ['FIN-02', 'bloquant', true, 'les deux'], ['FIN-03', 'bloquant', false, 'proposee'], ['FIN-04', 'alerte', false, 'aucune'], ['FIN-05', 'alerte', false, 'aucune'],
  ['FIN-06', 'alerte', false, 'aucune'], ['FIN-07', 'alerte', true, 'les deux'], ['FIN-08', 'alerte', false, 'proposee'], ['FIN-09', 'alerte', false, 'aucune'],
  ['COH-01', 'alerte', true, 'aucune'], ['COH-02', 'alerte', false, 'aucune'], ['COH-03', 'alerte', true, 'aucune'], ['COH-04', 'info', false, 'aucune'], ['COH-05', 'info', false, 'aucune'],
  ['SUI-01', 'info', false, 'aucune'], ['SUI-02', 'info', false, 'aucune'],
];

const MOTS: Readonly<Record<Correction, RegExp>> = { aucune: /^aucune/i, automatique: /automatique/i, proposee: /propos/i, 'les deux': /automatique.*propos|propos.*automatique/is };

test.each(CATALOGUE)('%s', (code, gravite, variable, correction) => {
  const controle = REGISTRE.find((candidat) => candidat.code === code)!;
  expect([controle.gravite, controle.graviteVariable !== undefined]).toEqual([gravite, variable]);
  expect(controle.correction).toMatch(MOTS[correction]);
});

test('tout ce qui peut rendre un bloquant compte dans le verdict', () => {
  const peuvent = REGISTRE.filter(({ gravite, graviteVariable }) => gravite !== 'bloquant' && /bloquant/.test(graviteVariable ?? ''));
  expect(peuvent.map(({ code, peutBloquer }) => [code, peutBloquer])).toEqual([['FIN-07', true]]);
});
