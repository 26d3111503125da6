/** L'outil des autres tests : insérer, supprimer, déplacer comme Excel le ferait. */
import { formatA1, formatPlage } from '../../src/classeur/adresse';
import type { Instantane, Valeur } from '../../src/classeur/instantane';
import { defusionner, deplacer, ecrire, feuilleDe, feuilleNeuve, fusionner, inserer, insererFeuille, renommer, supprimer } from '../classeurs/mutations';

const VIDE: Instantane = { nom: null, calcul: 'enregistre', dates1904: false, feuilles: [], noms: [{ nom: 'base', feuille: null, formule: "'Un'!$B$2" }] };
const base = insererFeuille(insererFeuille(VIDE, 0, feuilleNeuve('Un', [[1, 2, 3], [4, 5, 6], [7, 8, 9]])), 1, feuilleNeuve("L'autre", [[0]]));
const formules = (instantane: Instantane) => instantane.feuilles.flatMap(({ nom, cellules }) => [...cellules.values()].flatMap(({ ligne, colonne, formule }) => (formule === null ? [] : [`${nom}!${formatA1(ligne, colonne)} ${formule}`])));
const avecFormules = ecrire(ecrire(base, 'Un', [{ ligne: 4, colonne: 2, formule: '=SUM(B1:B3)+$A$2*C:C' }]), "L'autre", [{ ligne: 1, colonne: 1, formule: '=Un!B2+Un!A1:C3' }]);

test.each([
  ['insérer une ligne dans la somme', inserer(avecFormules, 'Un', 'ligne', 2), ['Un!B5 =SUM(B1:B4)+$A$3*C:C', "L'autre!A1 =Un!B3+Un!A1:C4"]],
  ['insérer deux colonnes en tête', inserer(avecFormules, 'Un', 'colonne', 1, 2), ['Un!D4 =SUM(D1:D3)+$C$2*E:E', "L'autre!A1 =Un!D2+Un!C1:E3"]],
  ['supprimer une ligne citée', supprimer(avecFormules, 'Un', 'ligne', 2), ['Un!B3 =SUM(B1:B2)+#REF!*C:C', "L'autre!A1 =#REF!+Un!A1:C2"]],
  ['supprimer la première ligne', supprimer(avecFormules, 'Un', 'ligne', 1), ['Un!B3 =SUM(B1:B2)+$A$1*C:C', "L'autre!A1 =Un!B1+Un!A1:C2"]],
  ['déplacer une ligne dans la somme', deplacer(avecFormules, 'Un', 'ligne', 1, 1, 4), ['Un!B4 =SUM(B1:B3)+$A$1*C:C', "L'autre!A1 =Un!B1+Un!A1:C3"]],
  ['déplacer une colonne vers la gauche', deplacer(avecFormules, 'Un', 'colonne', 3, 1, 1), ['Un!C4 =SUM(C1:C3)+$B$2*A:A', "L'autre!A1 =Un!C2+Un!A1:C3"]],
  ['insérer ailleurs', inserer(avecFormules, "L'autre", 'ligne', 1), ['Un!B4 =SUM(B1:B3)+$A$2*C:C', "L'autre!A2 =Un!B2+Un!A1:C3"]],
  ['renommer', renommer(avecFormules, 'Un', "L'un"), ["L'un!B4 =SUM(B1:B3)+$A$2*C:C", "L'autre!A1 ='L''un'!B2+'L''un'!A1:C3"]],
])('%s', (_, instantane, attendues) => {
  expect(formules(instantane)).toEqual(attendues);
});

test('les noms définis, les fusions et les masques suivent', () => {
  const masquee = { ...base, feuilles: base.feuilles.map((feuille) => ({ ...feuille, lignesMasquees: new Set([2]) })) };
  const fusionnee = fusionner(masquee, 'Un', 'A1:A2', 'B3:C3');
  const lire = (instantane: Instantane) => ({ noms: instantane.noms[0]!.formule, fusions: feuilleDe(instantane, 'Un').fusions.map(formatPlage), masquees: [...feuilleDe(instantane, 'Un').lignesMasquees] });
  expect(lire(inserer(fusionnee, 'Un', 'ligne', 2))).toEqual({ noms: 'Un!$B$3', fusions: ['A1:A3', 'B4:C4'], masquees: [3] });
  expect(lire(supprimer(fusionnee, 'Un', 'ligne', 2))).toEqual({ noms: '#REF!', fusions: ['B2:C2'], masquees: [] });
});

test('défusionner en répétant la valeur', () => {
  const repetee = defusionner(fusionner(base, 'Un', 'A1:B2'), 'Un', { repeter: true });
  const valeurs: readonly Valeur[] = [...feuilleDe(repetee, 'Un').cellules.values()].map(({ valeur }) => valeur);
  expect([feuilleDe(repetee, 'Un').fusions, valeurs]).toEqual([[], [1, 1, 3, 1, 1, 6, 7, 8, 9]]);
});
