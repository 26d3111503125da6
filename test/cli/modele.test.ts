/** `cdppe modele` : un classeur vierge que la commande elle-même juge à remplir. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ANOMALIES, dossierProvisoire, lancer } from './aide';

test('écrit un classeur à remplir, sans aucun constat', async () => {
  const dossier = dossierProvisoire();
  const chemin = join(dossier, 'contrat.xlsx');
  expect(await lancer('modele', '--sortie', chemin, '--departement', 'Haute-Vienne')).toEqual({ code: 0, erreurs: [], sortie: `Classeur vierge écrit : ${chemin}\nPour commencer par le diagnostic : cdppe trame --sortie trame.csv\n` });
  const { sortie, code } = await lancer('controler', chemin, '--format', 'json');
  const [rapport] = JSON.parse(sortie) as [{ verdict: string; constats: unknown[]; departement: { code: string } }];
  expect([code, rapport.verdict, rapport.constats, rapport.departement.code]).toEqual([0, 'a_remplir', [], '87']);
});

test('deux fois la même commande : les mêmes octets', async () => {
  const dossier = dossierProvisoire();
  const chemins = ['a.xlsx', 'b.xlsx'].map((nom) => join(dossier, nom));
  for (const chemin of chemins) await lancer('modele', '-s', chemin);
  expect(readFileSync(chemins[0]!).equals(readFileSync(chemins[1]!))).toBe(true);
});

test('n’écrase un fichier que sur demande', async () => {
  const dossier = dossierProvisoire({ 'c.xlsx': new Uint8Array(readFileSync(ANOMALIES)) });
  const chemin = join(dossier, 'c.xlsx');
  const refus = await lancer('modele', '-s', chemin);
  expect([refus.code, refus.erreurs]).toEqual([2, [`${chemin} existe déjà. Déplacez-le ou renommez-le, ou ajoutez --ecraser pour le remplacer.`]]);
  expect(readFileSync(chemin).equals(readFileSync(ANOMALIES))).toBe(true);
  expect((await lancer('modele', '-s', chemin, '--ecraser')).code).toBe(0);
});

test.each<readonly [string, readonly string[], RegExp]>([
  ['sans --sortie', [], /l'option -s, --sortie <FICHIER> est obligatoire/],
  ['autre extension', ['-s', 'contrat.csv'], /donnez un nom qui finit par \.xlsx/],
  ['département inconnu', ['-s', 'x.xlsx', '-d', 'Atlantide'], /département inconnu : Atlantide/],
  ['dossier absent', ['-s', '/nulle-part/contrat.xlsx'], /Le dossier est introuvable/],
])('refus : %s', async (_, argv, motif) => {
  const dossier = dossierProvisoire();
  const { code, erreurs } = await lancer('modele', ...argv.map((argument) => (argument === 'x.xlsx' ? join(dossier, argument) : argument)));
  expect(code).toBe(2);
  expect(erreurs[0]).toMatch(motif);
  expect(readdirSync(dossier)).toEqual([]);
});

test('l’aide dit tout', async () => {
  const { sortie } = await lancer('modele', '--help');
  for (const mot of ['--sortie', '--departement', '--ecraser', 'Codes de sortie', 'Exemple']) expect(sortie).toContain(mot);
});
