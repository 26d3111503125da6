/** `cdppe trame` : le modèle à remplir, en CSV ou en classeur. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lireClasseur } from '../../src/hote/fichier/lire';
import { dossierProvisoire, lancer } from './aide';

test('en CSV, préremplie de l’INSEE', async () => {
  const chemin = join(dossierProvisoire(), 'trame.csv');
  expect(await lancer('trame', '-s', chemin, '-d', '87')).toEqual({ code: 0, erreurs: [], sortie: `Trame de diagnostic écrite : ${chemin} (35 lignes, dont 2 préremplies par l’INSEE).\n` });
  const texte = readFileSync(chemin, 'utf8');
  expect(texte.startsWith('\ufeffDépartement;Code;Objectif;Indicateur;Unité;Valeur 2019;Source;Millésime;À fournir par;Repère\r\n')).toBe(true);
  expect(texte).toContain('Haute-Vienne (87);o1-naissances;1;');
  expect(texte.split('\r\n')).toHaveLength(37);
});

test('en classeur', async () => {
  const chemin = join(dossierProvisoire(), 'trame.xlsx');
  expect((await lancer('trame', '-s', chemin)).sortie).toBe(`Trame de diagnostic écrite : ${chemin} (35 lignes).\n`);
  const [feuille] = lireClasseur(new Uint8Array(readFileSync(chemin)), { nom: null }).feuilles;
  expect([feuille?.nom, feuille?.derniereLigne, feuille?.figees]).toEqual(['Trame de diagnostic', 36, { lignes: 1, colonnes: 4 }]);
});

test('dit qu’un territoire n’a pas de référence', async () => {
  const chemin = join(dossierProvisoire(), 'trame.csv');
  expect((await lancer('trame', '-s', chemin, '-d', '69M')).sortie).toContain('pas de référence INSEE pour ce département');
});

test.each<readonly [string, readonly string[], RegExp]>([
  ['sans --sortie', [], /l'option -s, --sortie <FICHIER> est obligatoire/],
  ['extension inconnue', ['-s', 'trame.ods'], /s’écrit en \.csv ou en \.xlsx/],
  ['format inconnu', ['-s', 'trame.csv', '-f', 'pdf'], /format inconnu : pdf\. Formats admis : csv, xlsx/],
  ['format et nom contradictoires', ['-s', 'trame.csv', '-f', 'xlsx'], /le format xlsx et le nom trame\.csv se contredisent/],
])('refus : %s', async (_, argv, motif) => {
  const { code, erreurs } = await lancer('trame', ...argv);
  expect(code).toBe(2);
  expect(erreurs[0]).toMatch(motif);
});

test('l’aide dit tout', async () => {
  const { sortie } = await lancer('trame', '--help');
  for (const mot of ['--sortie', '--format', '--departement', '--ecraser', 'docs/trame.md', 'Codes de sortie', 'Exemples']) expect(sortie).toContain(mot);
});
