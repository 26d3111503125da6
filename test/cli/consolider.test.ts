import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lireClasseur } from '../../src/hote/fichier/lire';
import { octetsDe, tirerLot } from '../classeurs/lot';
import { compterMontants } from '../consolidation/calcul-independant';
import { dossierProvisoire, EXEMPLES, lancer } from './aide';

const CONTRATS = tirerLot(11, 4);
const dossier = dossierProvisoire(Object.fromEntries(CONTRATS.map((contrat) => [contrat.fichier, octetsDe(contrat)])));
const attendu = compterMontants(CONTRATS, 1, 'departement').total;
const vers = (nom: string) => join(dossierProvisoire(), nom);

test('.json : les montants des fichiers, aucune somme de taux', async () => {
  const sortie = vers('c.json');
  expect((await lancer('consolider', dossier, '--sortie', sortie)).code).toBe(0);
  const lu = JSON.parse(readFileSync(sortie, 'utf8')) as { objectifs: { departement: { total: number }; indicateurs: { indicateur: { type: string }; moments: { somme: { total: number | null } }[] }[] }[] };
  expect(lu.objectifs[0]!.departement.total).toBe(attendu);
  for (const { indicateur, moments } of lu.objectifs.flatMap(({ indicateurs }) => indicateurs)) for (const { somme } of moments) expect(somme.total === null).toBe(indicateur.type === 'taux');
});

test('.csv et .xlsx : mêmes tableaux, nombres en nombres', async () => {
  const [csv, xlsx] = [vers('c.csv'), vers('c.xlsx')];
  await lancer('consolider', dossier, '--sortie', csv);
  await lancer('consolider', dossier, '--sortie', xlsx);
  expect(readFileSync(csv, 'utf8')).toContain(`;${String(attendu).replace('.', ',')};`);
  const feuille = lireClasseur(new Uint8Array(readFileSync(xlsx)), { nom: 'c.xlsx' }).feuilles.find(({ nom }) => nom === 'Financements par objectif')!;
  expect([...feuille.cellules.values()].filter(({ valeur }) => valeur === attendu)).toHaveLength(1);
  expect([...feuille.cellules.values()].some(({ formule }) => formule !== null)).toBe(false);
});

test('.html : sans ressource extérieure', async () => {
  const sortie = vers('c.html');
  await lancer('consolider', dossier, '--sortie', sortie);
  expect(readFileSync(sortie, 'utf8')).not.toMatch(/<script|https?:|(?:src|href)=/);
});

test.each([
  ['extension inconnue', ['c.pdf'], /format de sortie inconnu/],
  ['fichier déjà là', ['deja.csv'], /existe déjà/],
])('%s : refusé avant tout travail', async (_, [nom], attendue) => {
  const sortie = join(dossierProvisoire({ 'deja.csv': 'à moi' }), nom!);
  const { code, erreurs } = await lancer('consolider', join(dossier, 'nulle-part.xlsx'), '--sortie', sortie);
  expect(code).toBe(2);
  expect(erreurs[0]).toMatch(attendue);
});

test('un fichier étranger ou malade est dit, code 2, le reste est consolidé', async () => {
  const lot = dossierProvisoire({ 'a.xlsx': octetsDe(CONTRATS[0]!), 'b.xlsx': 'x' });
  const { code, sortie, erreurs } = await lancer('consolider', lot, '--sortie', vers('c.csv'));
  expect([code, erreurs.length, sortie]).toEqual([2, 1, expect.stringMatching(/^1 classeur consolidé dans /)]);
});

test('rien à consolider', async () => {
  const { code, erreurs } = await lancer('consolider', dossierProvisoire({ 'b.xlsx': 'x' }), '--sortie', vers('c.csv'));
  expect([code, erreurs[1]]).toEqual([2, 'cdppe : aucun classeur à consolider']);
});

test('un doublon se signale', async () => {
  const [a] = CONTRATS;
  const lot = dossierProvisoire({ '1.xlsx': octetsDe(a!), '2.xlsx': octetsDe(a!) });
  const { sortie, erreurs } = await lancer('consolider', lot, '--sortie', vers('c.csv'));
  expect([sortie, erreurs]).toEqual([expect.stringMatching(/^1 classeur consolidé/), [expect.stringMatching(/2 classeurs .*, seul le premier est compté\. Retirez/)]]);
});

test('le classeur de consolidation s’ouvre hors de notre lecteur', async () => {
  const sortie = vers('c.xlsx');
  await lancer('consolider', join(EXEMPLES, '57-moselle-variante.xlsx'), '--sortie', sortie);
  expect(execFileSync('unzip', ['-tq', sortie], { encoding: 'utf8' })).toContain('No errors');
});
