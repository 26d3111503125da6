/** Les lignes d'un lot : verdicts, tri, filtre, exports. */
import type { Examen } from '../../../src/page/travail/ouvrier';
import { compterVerdicts, filtrer, ligneDe, lignesExport, trier, type ColonneLot } from '../../../src/page/lot/lignes';

function examen(fichier: string, verdict: 'conforme' | 'non_conforme', code: string | null, [bloquant, alerte, info]: readonly [number, number, number], reconnu = true): Examen {
  const departement = code === null ? null : { code, nom: code === '87' ? 'Haute-Vienne' : 'Moselle' };
  return { ligne: { fichier, verdict, departement, compte: { bloquant, alerte, info }, bloquants: bloquant > 0 ? ['CIB-02 × 2', 'FIN-01'] : [] }, extrait: reconnu ? ({} as never) : null, rapport: null };
}

const EXAMENS = new Map<string, Examen>([
  ['a/10.xlsx', examen('a/10.xlsx', 'non_conforme', '87', [3, 1, 0])],
  ['a/9.xlsx', examen('a/9.xlsx', 'conforme', '57', [0, 0, 2])],
  ['autre.xlsx', examen('autre.xlsx', 'non_conforme', null, [1, 0, 0], false)],
  ['malade.xlsx', { ligne: { fichier: 'malade.xlsx', verdict: 'illisible', erreur: 'Ce classeur est incomplet.' }, extrait: null, rapport: null }],
]);
const LIGNES = [...EXAMENS].map(([chemin, un]) => ligneDe(chemin, un));
const chemins = (lignes: typeof LIGNES | readonly (typeof LIGNES)[number][]) => lignes.map(({ chemin }) => chemin);

test('un fichier malade et un classeur étranger se disent, sans compteurs trompeurs', () => {
  expect(LIGNES[3]).toMatchObject({ verdict: 'illisible', titre: 'Illisible', compte: null, detail: 'Ce classeur est incomplet.' });
  expect(LIGNES[2]).toMatchObject({ verdict: 'etranger', titre: 'Pas un classeur CDPPE', compte: null });
});

test.each<[ColonneLot, boolean, readonly string[]]>([
  ['chemin', true, ['a/9.xlsx', 'a/10.xlsx', 'autre.xlsx', 'malade.xlsx']],
  ['chemin', false, ['malade.xlsx', 'autre.xlsx', 'a/10.xlsx', 'a/9.xlsx']],
  ['verdict', true, ['malade.xlsx', 'autre.xlsx', 'a/10.xlsx', 'a/9.xlsx']],
  ['bloquant', false, ['a/10.xlsx', 'a/9.xlsx', 'autre.xlsx', 'malade.xlsx']],
  ['departement', true, ['a/9.xlsx', 'a/10.xlsx', 'autre.xlsx', 'malade.xlsx']],
  ['info', false, ['a/9.xlsx', 'a/10.xlsx', 'autre.xlsx', 'malade.xlsx']],
])('tri par %s, croissant : %s', (colonne, croissant, attendu) => {
  expect(chemins(trier(LIGNES, { colonne, croissant }))).toEqual(attendu);
});

test.each([
  ['moselle', ['a/9.xlsx']],
  ['HAUTE vienne', ['a/10.xlsx']],
  ['cib-02', ['a/10.xlsx']],
  ['incomplet', ['malade.xlsx']],
  ['', ['a/10.xlsx', 'a/9.xlsx', 'autre.xlsx', 'malade.xlsx']],
  ['introuvable', []],
])('recherche « %s »', (texte, attendu) => {
  expect(chemins(filtrer(LIGNES, { texte, verdict: null }))).toEqual(attendu);
});

test('filtre par verdict, et compte de chacun', () => {
  expect(chemins(filtrer(LIGNES, { texte: '', verdict: 'conforme' }))).toEqual(['a/9.xlsx']);
  expect(compterVerdicts(LIGNES)).toEqual([['illisible', 1], ['etranger', 1], ['non_conforme', 1], ['conforme', 1]]);
});

test('les exports gardent l’ordre des chemins', () => {
  expect(lignesExport(EXAMENS).map(({ fichier }) => fichier)).toEqual(['a/9.xlsx', 'a/10.xlsx', 'autre.xlsx', 'malade.xlsx']);
});
