/** Préparer : quelles corrections sont retenues, et laquelle quand deux visent la même cellule. */
import { parseA1 } from '../../src/classeur/adresse';
import type { Contenu } from '../../src/corrections/plan';
import { preparer, type Choix, type Corrigeable } from '../../src/corrections/preparer';

type Type = 'automatique' | 'proposee';

function constat(code: string, adresse: string, type: Type, apres: number | string, plus: Partial<Pick<Corrigeable, 'gravite'>> & { avant?: Contenu } = {}): Corrigeable {
  const emplacement = { feuille: 'F', ...parseA1(adresse)! };
  return { code, gravite: plus.gravite ?? 'alerte', correction: { type, emplacement, avant: plus.avant ?? { valeur: 0 }, apres: { valeur: apres }, raison: `raison de ${code}` } };
}

const SANS_CORRECTION: Corrigeable = { code: 'FIN-01', gravite: 'bloquant', correction: null };
const AUTO = constat('IND-02', 'D12', 'automatique', 2657);
const PROPOSEE = constat('FIN-03', 'J11', 'proposee', 'FIR');
const AUTRE = constat('FIN-08', 'J22', 'proposee', 'PLF');
const designer = ({ code, correction }: Corrigeable) => ({ code, ...correction!.emplacement });

const CAS: readonly (readonly [nom: string, constats: readonly Corrigeable[], choix: Choix, retenues: readonly string[], ecartees: readonly string[]])[] = [
  ['rien de voulu', [AUTO, PROPOSEE], { automatiques: false, proposees: [] }, [], []],
  ['les automatiques seules', [SANS_CORRECTION, AUTO, PROPOSEE], { automatiques: true, proposees: [] }, ['IND-02'], []],
  ['une proposée nommée par son code', [AUTO, PROPOSEE, AUTRE], { automatiques: true, proposees: ['FIN-03'] }, ['IND-02', 'FIN-03'], []],
  ['un code nommé ne prend pas ses automatiques', [AUTO, PROPOSEE], { automatiques: false, proposees: ['IND-02', 'FIN-03'] }, ['FIN-03'], []],
  ['une correction choisie à la main', [AUTO, PROPOSEE, AUTRE], { automatiques: false, proposees: [], choisies: [designer(AUTRE), designer(AUTO)] }, ['IND-02', 'FIN-08'], []],
  ['une désignation d’un autre contrôle ne choisit rien', [AUTRE], { automatiques: false, proposees: [], choisies: [{ ...designer(AUTRE), code: 'FIN-03' }] }, [], []],
  ['une correction qui ne change rien est oubliée', [constat('IND-02', 'A1', 'automatique', 0)], { automatiques: true, proposees: [] }, [], []],
  ['même cellule : l’automatique l’emporte sur la proposée nommée', [constat('IND-06', 'D22', 'proposee', 3406), constat('IND-02', 'D22', 'automatique', 3346)], { automatiques: true, proposees: ['IND-06'] }, ['IND-02'], ['IND-06']],
  ['même cellule : la choisie l’emporte sur l’automatique', [constat('IND-02', 'D22', 'automatique', 3346), constat('IND-06', 'D22', 'proposee', 3406)], { automatiques: true, proposees: [], choisies: [{ code: 'IND-06', feuille: 'F', ligne: 22, colonne: 4 }] }, ['IND-06'], ['IND-02']],
  ['même cellule : la plus grave', [constat('FIN-08', 'J2', 'proposee', 'PLF'), constat('FIN-03', 'J2', 'proposee', 'FIR', { gravite: 'bloquant' })], { automatiques: true, proposees: ['FIN-03', 'FIN-08'] }, ['FIN-03'], ['FIN-08']],
  ['même cellule, à égalité : la première du rapport', [constat('FIN-08', 'J2', 'proposee', 'PLF'), constat('FIN-03', 'J2', 'proposee', 'FIR')], { automatiques: true, proposees: ['FIN-03', 'FIN-08'] }, ['FIN-08'], ['FIN-03']],
  ['même cellule, même correction : une écriture, aucun conflit', [constat('FIN-08', 'J2', 'proposee', 'PLF'), constat('FIN-03', 'J2', 'proposee', 'PLF')], { automatiques: true, proposees: ['FIN-03', 'FIN-08'] }, ['FIN-08'], []],
];

test.each(CAS)('%s', (_, constats, choix, retenues, ecartees) => {
  const preparation = preparer({ constats }, choix);
  expect(preparation.retenues.map(({ code }) => code)).toEqual(retenues);
  expect(preparation.ecartees.map(({ ecartee }) => ecartee.code)).toEqual(ecartees);
  expect(preparation.plan.ecritures).toEqual(preparation.retenues.map(({ correction: { emplacement, avant, apres, raison } }) => ({ ...emplacement, avant, apres, raison })));
  const cellules = preparation.plan.ecritures.map(({ feuille, ligne, colonne }) => `${feuille}!${String(ligne)},${String(colonne)}`);
  expect(new Set(cellules).size).toBe(cellules.length);
});

test('dit au profit de qui une correction est écartée', () => {
  const { ecartees } = preparer({ constats: [constat('IND-06', 'D22', 'proposee', 3406), constat('IND-02', 'D22', 'automatique', 3346)] }, { automatiques: true, proposees: ['IND-06'] });
  expect(ecartees.map(({ par }) => par.code)).toEqual(['IND-02']);
});
