import { join } from 'node:path';
import { lireClasseur } from '../../src/hote/fichier/lire';
import { analyser } from '../../src/moteur/analyser';
import type { RapportJson } from '../../src/rapport/json';
import { classeurDe } from '../classeurs/separer';
import { exemple } from '../classeurs/lecture-comparable';
import { dossierProvisoire, lancer } from './aide';

const BASE = '87-haute-vienne-conforme.xlsx';
const VARIANTE = '57-moselle-variante.xlsx';
const tableau = (nom = BASE) => classeurDe(nom, 'tableau');
const plan = (nom = BASE) => classeurDe(nom, 'plan');

async function controler(fichiers: Readonly<Record<string, Uint8Array>>, ...options: readonly string[]) {
  const dossier = dossierProvisoire(fichiers);
  const { code, sortie, erreurs } = await lancer('controler', dossier, '--dossier', '--format', 'ndjson', ...options);
  const nu = (texte: string) => texte.split(join(dossier, '/')).join('');
  const rapports = sortie.trim() === '' ? [] : sortie.trim().split('\n').map((ligne) => JSON.parse(ligne) as RapportJson);
  return { code, erreurs: erreurs.map(nu), rapports: rapports.map((rapport) => ({ ...rapport, fichier: nu(rapport.fichier ?? '') })) };
}

test('les moitiés d’essai n’en sont qu’une', () => {
  for (const octets of [tableau(), plan()]) {
    const { dossier } = analyser(lireClasseur(octets, { nom: 'x.xlsx' }));
    expect([dossier.tableau === null, dossier.plan === null].filter(Boolean)).toHaveLength(1);
  }
});

describe.each([
  ['tableau d’abord', 'a-haute-vienne-tableau.xlsx', 'b-haute-vienne-plan.xlsx'],
  ['plan d’abord', 'b-haute-vienne-tableau.xlsx', 'a-haute-vienne-plan.xlsx'],
])('deux fichiers d’un département, %s', (_, t, p) => {
  test('font un seul rapport, celui du classeur entier', async () => {
    const entier = analyser(exemple(BASE)).rapport;
    const { code, rapports: [rapport, ...autres], erreurs } = await controler({ [t]: tableau(), [p]: plan() });
    expect([code, erreurs, autres]).toEqual([0, [], []]);
    expect(rapport!.fichier.split(' + ')).toEqual([t, p]);
    expect(rapport!.verdict).toBe(entier.verdict);
    expect(rapport!.constats.map(({ code: controle }) => controle)).toEqual(entier.constats.map(({ code: controle }) => controle));
    expect(rapport!.controles.map(({ code: controle, statut }) => [controle, statut])).toEqual(entier.controles.map(({ code: controle, statut }) => [controle, statut]));
    expect(rapport!.departement).toMatchObject({ code: '87' });
    expect(rapport!.departement!.provenance).not.toBe('option');
  });
});

test('sans --dossier, chaque moitié se contrôle seule et n’est jamais conforme', async () => {
  const dossier = dossierProvisoire({ 'a-haute-vienne-tableau.xlsx': tableau(), 'b-haute-vienne-plan.xlsx': plan() });
  const { sortie } = await lancer('controler', dossier, '--format', 'ndjson');
  const rapports = sortie.trim().split('\n').map((ligne) => JSON.parse(ligne) as RapportJson);
  expect(rapports).toHaveLength(2);
  for (const { verdict } of rapports) expect(verdict).not.toMatch(/^conforme/);
});

test.each([['haute-vienne-1-t.xlsx', 'haute-vienne-2-t.xlsx', 'haute-vienne-3-p.xlsx'], ['haute-vienne-1-p.xlsx', 'haute-vienne-2-t.xlsx', 'haute-vienne-3-t.xlsx'], ['haute-vienne-1-t.xlsx', 'haute-vienne-2-p.xlsx', 'haute-vienne-3-t.xlsx']])('trois fichiers (%s, %s, %s) : on ne devine pas', async (...noms) => {
  const { rapports, erreurs } = await controler(Object.fromEntries(noms.map((nom) => [nom, nom.endsWith('-t.xlsx') ? tableau() : plan()])));
  expect(rapports.map(({ fichier }) => fichier).sort()).toEqual([...noms].sort());
  expect(erreurs).toEqual([`Haute-Vienne (87) : 2 tableaux de bord et 1 plan d’action (${noms.join(', ')}), on ne sait pas lesquels vont ensemble ; chacun est contrôlé seul. Ne gardez qu’un fichier de chaque.`]);
});

test('deux départements mêlés : chacun avec le sien', async () => {
  const { rapports, erreurs } = await controler({ '1-57-plan.xlsx': plan(VARIANTE), '2-haute-vienne-plan.xlsx': plan(), '3-57-tdb.xlsx': tableau(VARIANTE), '4-haute-vienne-tdb.xlsx': tableau() });
  expect(erreurs).toEqual([]);
  expect(rapports.map(({ fichier, departement }) => [departement?.code, fichier])).toEqual([['57', '3-57-tdb.xlsx + 1-57-plan.xlsx'], ['87', '4-haute-vienne-tdb.xlsx + 2-haute-vienne-plan.xlsx']]);
});

test('une moitié seule, un département inconnu : dits, et contrôlés seuls', async () => {
  const { rapports, erreurs } = await controler({ 'haute-vienne-tableau.xlsx': tableau(), 'sans-nom.xlsx': classeurDe(BASE, 'plan', (texte) => texte.split('Haute-Vienne').join('X')) });
  expect(rapports.map(({ fichier }) => fichier)).toEqual(['haute-vienne-tableau.xlsx', 'sans-nom.xlsx']);
  expect(erreurs[0]).toBe('haute-vienne-tableau.xlsx : aucun plan d’action à apparier pour Haute-Vienne (87) ; il est contrôlé seul.');
  expect(erreurs[1]).toMatch(/^sans-nom\.xlsx : département non reconnu, ce plan d’action n’a pas été apparié/);
});

test('un classeur entier du même département ne s’apparie pas', async () => {
  const { rapports } = await controler({ 'haute-vienne-entier.xlsx': classeurDe(BASE, null), 'haute-vienne-plan.xlsx': plan(), 'haute-vienne-tableau.xlsx': tableau() });
  expect(rapports.map(({ fichier }) => fichier)).toEqual(['haute-vienne-entier.xlsx', 'haute-vienne-tableau.xlsx + haute-vienne-plan.xlsx']);
});

test('une paire déjà rendue n’est pas refaite à la reprise', async () => {
  const dossier = dossierProvisoire({ 'haute-vienne-plan.xlsx': plan(), 'haute-vienne-tableau.xlsx': tableau() });
  const sortie = join(dossierProvisoire(), 'r.ndjson');
  await lancer('controler', dossier, '--dossier', '--format', 'ndjson', '--sortie', sortie);
  const { erreurs } = await lancer('controler', dossier, '--dossier', '--format', 'ndjson', '--sortie', sortie, '--reprendre');
  expect(erreurs).toEqual(['Reprise : 2 fichiers déjà contrôlés, 0 fichier à contrôler.']);
});

test('consolider --dossier : le département compte une fois, avec ses montants', async () => {
  const dossier = dossierProvisoire({ 'haute-vienne-plan.xlsx': plan(), 'haute-vienne-tableau.xlsx': tableau() });
  const { sortie, erreurs } = await lancer('consolider', dossier, '--dossier', '--sortie', join(dossierProvisoire(), 'c.json'));
  expect([sortie, erreurs]).toEqual([expect.stringMatching(/^1 classeur consolidé/), []]);
});
