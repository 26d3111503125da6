/** Les formules dont la valeur enregistrée ne vaudra plus après une écriture. */
import { avecPerimees, dependantes } from '../../src/corrections/perimees';
import { formatA1, parseA1 } from '../../src/classeur/adresse';
import { classeurDe } from '../formules/aides';

const instantane = classeurDe(
  { F: { A1: 1, A2: '=A1*2', A3: '=SUM(A1:A2)', A4: '=B1', A5: '=Total+1', A6: '=INDIRECT("A1")', B1: 4 }, G: { A1: '=F!A3', A2: '=SUM(F!A:A)', A3: '=F!B1' } },
  { noms: [{ nom: 'Total', feuille: null, formule: 'F!$A$1' }] },
);

test.each([
  ['A1', ['F!A2', 'F!A3', 'F!A5', 'F!A6', 'G!A1', 'G!A2']],
  ['B1', ['F!A4', 'F!A6', 'G!A2', 'G!A3']],
  ['C9', ['F!A6', 'G!A2']],
])('%s : de proche en proche, par plage, par nom et par feuille', (adresse, attendues) => {
  const trouvees = dependantes(instantane, [{ feuille: 'F', ...parseA1(adresse)! }]).map(({ feuille, ligne, colonne }) => `${feuille}!${formatA1(ligne, colonne)}`);
  // INDIRECT est toujours tenu pour dépendant, et G!A2 lit toute la colonne où il se trouve.
  expect(trouvees.sort()).toEqual(attendues);
});

test('une cellule écrite n’est pas périmée', () => {
  const plan = avecPerimees({ ecritures: [{ feuille: 'F', ligne: 1, colonne: 1, avant: { valeur: 1 }, apres: { valeur: 2 }, raison: '' }, { feuille: 'F', ligne: 2, colonne: 1, avant: { formule: '=A1*2' }, apres: { valeur: 2 }, raison: '' }] }, instantane);
  expect(plan.perimees?.some(({ feuille, ligne }) => feuille === 'F' && ligne <= 2)).toBe(false);
});
