/** Les formules dont la valeur enregistrée ne vaut plus après une écriture. */
import { formatA1, parseA1 } from '../../../src/classeur/adresse';
import { avecPerimees, dependantes } from '../../../src/page/travail/perimees';
import { feuilleEssai, instantaneEssai } from '../grille/feuille';

const formule = (texte: string) => ({ formule: texte, valeur: 0 });
const INSTANTANE = {
  ...instantaneEssai([
    feuilleEssai({ cellules: { A1: 1, A2: 2, B1: formule('=A1+A2'), B2: formule('=B1*2'), B3: formule('=C9'), B4: formule('=SUM(A1:A9)'), B5: formule('=INDIRECT("A"&1)'), B6: formule('=Base*2'), B7: formule('=((') } }),
    feuilleEssai({ cellules: { A1: formule("='Feuille f1'!B2"), A2: formule('=A9') } }, 'f2'),
  ]),
  noms: [{ nom: 'Base', feuille: null, formule: "'Feuille f1'!$A$2" }],
};
const place = (adresse: string, feuille = 'f1') => ({ feuille, ...parseA1(adresse)! });
const adresses = (ecrite: string) => dependantes(INSTANTANE, [place(ecrite)]).map(({ feuille, ligne, colonne }) => `${feuille}!${formatA1(ligne, colonne)}`).sort();

test('de proche en proche, d’une feuille à l’autre, plages et noms compris', () => {
  expect(adresses('A2')).toEqual(['f1!B1', 'f1!B2', 'f1!B4', 'f1!B5', 'f1!B6', 'f1!B7', 'f2!A1']);
});

test('ce qui ne se suit pas est tenu pour dépendant, le reste non', () => {
  expect(adresses('Z99')).toEqual(['f1!B5', 'f1!B7']);
});

test('la cellule écrite n’est pas du nombre', () => {
  expect(adresses('B5')).not.toContain('f1!B5');
});

test('un plan qui dit déjà ses formules périmées n’est pas repris', () => {
  const plan = { ecritures: [], perimees: [] };
  expect(avecPerimees(plan, INSTANTANE)).toBe(plan);
});
