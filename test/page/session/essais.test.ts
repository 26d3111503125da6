/** Les essais : posés sur l'instantané, jamais sur le fichier. */
import { celluleDe } from '../../../src/classeur/instantane';
import { creerServiceValeurs } from '../../../src/formules/valeurs';
import { appliquerEssais, empechement, essaiDe, poser, retirer, type Essai } from '../../../src/page/session/essais';
import { nomCorrige, nomNu } from '../../../src/page/session/noms';
import { feuilleEssai, instantaneEssai } from '../grille/feuille';

const FEUILLE = feuilleEssai({ cellules: { A1: 50, A2: 200, A3: { formule: '=A1/A2', valeur: 0.25, format: '0.0%' } } });
const INSTANTANE = instantaneEssai([FEUILLE, feuilleEssai({}, 'f2')]);
const essai = (ligne: number, valeur: number, format: string | null = null): Essai => ({ feuille: 'f1', ligne, colonne: 1, contenu: { valeur }, format });

test('une valeur essayée recalcule ce qui en dépend, sans toucher au fichier', () => {
  const essaye = appliquerEssais(INSTANTANE, [essai(1, 100)]);
  expect(creerServiceValeurs(essaye).valeur('f1', 3, 1)).toMatchObject({ valeur: 0.5, origine: 'recalculee' });
  expect(celluleDe(INSTANTANE.feuilles[0]!, 1, 1)!.valeur).toBe(50);
  expect(essaye.feuilles[1]).toBe(INSTANTANE.feuilles[1]);
});

test('une formule essayée se calcule, et garde le format de sa cellule', () => {
  const essaye = appliquerEssais(INSTANTANE, [{ feuille: 'f1', ligne: 3, colonne: 1, contenu: { formule: '=A1/A2*2' }, format: null }]);
  expect(celluleDe(essaye.feuilles[0]!, 3, 1)).toMatchObject({ formule: '=A1/A2*2', valeur: null, format: '0.0%' });
  expect(creerServiceValeurs(essaye).valeur('f1', 3, 1).valeur).toBe(0.5);
});

test('un essai hors de la feuille l’agrandit', () => {
  const [feuille] = appliquerEssais(INSTANTANE, [essai(20, 1, '0%')]).feuilles;
  expect(feuille).toMatchObject({ derniereLigne: 20, derniereColonne: 1 });
  expect(celluleDe(feuille!, 20, 1)).toMatchObject({ valeur: 1, format: '0%' });
});

test('sans essai, c’est le même instantané', () => {
  expect(appliquerEssais(INSTANTANE, [])).toBe(INSTANTANE);
});

test('au plus un essai par cellule ; il se retire', () => {
  const essais = poser(poser([], essai(1, 100)), essai(1, 120));
  expect(essais).toHaveLength(1);
  expect(essaiDe(essais, { feuille: 'f1', ligne: 1, colonne: 1 })?.contenu).toEqual({ valeur: 120 });
  expect(retirer(essais, { feuille: 'f1', ligne: 1, colonne: 1 })).toEqual([]);
});

test('une formule matricielle ne s’essaie pas', () => {
  const feuille = feuilleEssai({ cellules: { A1: 1 }, retouches: { matrices: [{ ligne: 1, colonne: 1, derniereLigne: 2, derniereColonne: 2 }] } });
  expect(empechement(feuille, 2, 2)).toMatch(/matricielle/);
  expect(empechement(feuille, 3, 1)).toBeNull();
});

test.each([
  ['contrat.xlsx', 'contrat-corrige.xlsx', 'contrat'],
  ['contrat.v2.XLSM', 'contrat.v2-corrige.XLSM', 'contrat.v2'],
  ['contrat', 'contrat-corrige.xlsx', 'contrat'],
])('%s', (nom, corrige, nu) => {
  expect(nomCorrige(nom)).toBe(corrige);
  expect(nomNu(nom)).toBe(nu);
});
