/** `cdppe diagnostiquer` de bout en bout : de la trame au classeur, avec ses sources. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { celluleDe, type Instantane } from '../../src/classeur/instantane';
import { parseA1 } from '../../src/classeur/adresse';
import { creerClasseur } from '../../src/hote/fichier/creer-classeur';
import { lireClasseur } from '../../src/hote/fichier/lire';
import { decrireModele } from '../../src/modele/modele';
import { fabriquerClasseur } from '../classeurs/fabrique';
import { ANOMALIES, CONFORME, dossierProvisoire, lancer } from './aide';

const VIERGE = creerClasseur(decrireModele({ departement: '87' }));
const anomalies = new Uint8Array(readFileSync(ANOMALIES));
const TRAME = "Indicateur;Objectif;Valeur 2019;Source;Millésime\nNombre d'IP entrantes;6;1 250;CRIP;2019\nNombre d'IP évaluées;6;ND;CRIP;2019\nNombre de familles bénéficiaires;12;0;TISF;2019\nNombre d'enfants de 0 à 6 ans (source INSEE);;25 100;INSEE;2019\n";
const EN_1252 = Uint8Array.from(TRAME, (lettre) => lettre.charCodeAt(0));

const lire = (chemin: string) => lireClasseur(new Uint8Array(readFileSync(chemin)), { nom: null });
function valeurs({ feuilles: [tableau] }: Instantane, ...adresses: readonly string[]): readonly unknown[] {
  return adresses.map((adresse) => celluleDe(tableau!, parseA1(adresse)!.ligne, parseA1(adresse)!.colonne)?.valeur ?? null);
}

test.each<readonly [string, string, string | Uint8Array]>([
  ['CSV en UTF-8', 'trame.csv', TRAME],
  ['CSV en Windows-1252', 'trame.csv', EN_1252],
  ['texte à tabulations', 'trame.txt', TRAME.replaceAll(';', '\t')],
  ['classeur', 'trame.xlsx', fabriquerClasseur([{ nom: 'Trame', lignes: TRAME.trim().split('\n').map((ligne) => ligne.split(';')) }])],
])('remplit le modèle vierge : %s', async (_, nom, contenu) => {
  const dossier = dossierProvisoire({ 'c.xlsx': VIERGE, [nom]: contenu });
  const { code, sortie, erreurs } = await lancer('diagnostiquer', join(dossier, 'c.xlsx'), '--trame', join(dossier, nom), '--insee');
  expect([code, erreurs]).toEqual([0, []]);
  const copie = lire(join(dossier, 'c-diagnostic.xlsx'));
  // Vide, zéro et ND restent distincts ; les naissances viennent de l'INSEE, les enfants de la trame.
  expect(valeurs(copie, 'D44', 'D45', 'D46', 'D35', 'D9', 'D22', 'D27', 'D32')).toEqual([1250, 'ND', null, 0, 3406, 3406, 25100, 25100]);
  expect(copie.feuilles.map(({ nom: feuille }) => feuille)).toEqual(['Tableau de bord', "Plan d'action", 'Sources du diagnostic']);
  expect(readFileSync(join(dossier, 'c.xlsx')).equals(VIERGE)).toBe(true);
  expect(sortie).toContain(`7 valeurs écrites dans ${join(dossier, 'c-diagnostic.xlsx')}, avec les sources.`);
});

test('le diagnostic rempli se contrôle toujours à remplir, sans constat', async () => {
  const dossier = dossierProvisoire({ 'c.xlsx': VIERGE, 't.csv': TRAME });
  await lancer('diagnostiquer', join(dossier, 'c.xlsx'), '-t', join(dossier, 't.csv'), '-i');
  const [rapport] = JSON.parse((await lancer('controler', join(dossier, 'c-diagnostic.xlsx'), '-f', 'json')).sortie) as [{ verdict: string; constats: unknown[] }];
  expect([rapport.verdict, rapport.constats]).toEqual(['a_remplir', []]);
});

test('une valeur différente attend une décision, que --remplacer donne', async () => {
  const dossier = dossierProvisoire({ 'c.xlsx': anomalies, 't.csv': TRAME });
  const [classeur, trame] = [join(dossier, 'c.xlsx'), join(dossier, 't.csv')];
  const attente = await lancer('diagnostiquer', classeur, '-t', trame, '--simuler');
  expect(attente.code).toBe(1);
  expect(attente.sortie).toContain('À décider : rien n’est écrit sans --remplacer');
  expect(attente.sortie).toContain('D44 IP entrantes (objectif 6) : 1\u202f124 → 1\u202f250 [o6-entrantes]');
  expect(readdirSync(dossier).sort()).toEqual(['c.xlsx', 't.csv']);
  await lancer('diagnostiquer', classeur, '-t', trame, '--remplacer', 'o6-entrantes');
  expect(valeurs(lire(join(dossier, 'c-diagnostic.xlsx')), 'D44', 'D45', 'D35')).toEqual([1250, 1022, -160]);
  const tout = await lancer('diagnostiquer', classeur, '-t', trame, '-r', 'tout', '--ecraser', '-s', join(dossier, 'sous'));
  expect(valeurs(lire(join(dossier, 'sous/c-diagnostic.xlsx')), 'D44', 'D45', 'D35')).toEqual([1250, 'ND', 0]);
  expect(tout.code).toBe(0);
});

test('sans trame, l’INSEE et les reprises seules', async () => {
  const dossier = dossierProvisoire({ 'c.xlsx': VIERGE });
  const { code, sortie } = await lancer('diagnostiquer', join(dossier, 'c.xlsx'), '--insee');
  expect(code).toBe(0);
  expect(sortie).toContain('INSEE, naissances vivantes selon le domicile de la mère (2019).');
  expect(sortie.replace(/\s+/g, ' ')).toContain('L’outil ne propose pas d’estimation comme diagnostic.');
  expect(valeurs(lire(join(dossier, 'c-diagnostic.xlsx')), 'D9', 'D22', 'D27')).toEqual([3406, 3406, null]);
});

test('des valeurs déjà là, que l’INSEE confirme : seules les sources s’ajoutent', async () => {
  const dossier = dossierProvisoire({ 'c.xlsx': new Uint8Array(readFileSync(CONFORME)) });
  const { code, sortie } = await lancer('diagnostiquer', join(dossier, 'c.xlsx'), '--insee');
  expect(code).toBe(0);
  expect(sortie.replace(/\s+/g, ' ')).toContain('Aucune valeur à écrire ; les sources des valeurs déjà saisies sont consignées dans');
  const [avant, apres] = [CONFORME, join(dossier, 'c-diagnostic.xlsx')].map(lire);
  expect(apres!.feuilles.slice(0, -1).map(({ cellules }) => [...cellules.values()])).toEqual(avant!.feuilles.map(({ cellules }) => [...cellules.values()]));
});

test('rien à écrire : aucun fichier', async () => {
  const dossier = dossierProvisoire({ 'c.xlsx': VIERGE, 't.csv': 'Indicateur;Valeur\nNombre d\'IP entrantes;\n' });
  const { code, sortie } = await lancer('diagnostiquer', join(dossier, 'c.xlsx'), '-t', join(dossier, 't.csv'));
  expect([code, readdirSync(dossier).sort()]).toEqual([0, ['c.xlsx', 't.csv']]);
  expect(sortie).toContain('Rien à écrire : aucun fichier n’est écrit.');
});

test.each<readonly [string, readonly string[], RegExp]>([
  ['ni trame ni INSEE', ['c.xlsx'], /donnez une trame \(--trame FICHIER\), les références INSEE \(--insee\), ou les deux/],
  ['indicateur inconnu', ['c.xlsx', '-i', '-r', 'o99'], /indicateur inconnu : o99/],
  ['trame absente', ['c.xlsx', '-t', 'absente.csv'], /absente\.csv : Ce fichier est introuvable/],
  ['trame d’un autre département', ['c.xlsx', '-t', 'autre.csv'], /autre\.csv : Cette trame ne porte aucune valeur pour Haute-Vienne \(87\), le département du classeur ; elle porte Moselle \(57\)/],
  ['trame illisible', ['c.xlsx', '-t', 'rien.csv'], /rien\.csv : Aucun indicateur n’a été reconnu/],
  ['trame endommagée', ['c.xlsx', '-t', 'tronquee.xlsx'], /tronquee\.xlsx : Ce classeur est incomplet/],
  ['classeur étranger', ['etranger.xlsx', '-i'], /etranger\.xlsx : Le tableau de bord \(annexe 5\.2\) n’a pas été reconnu/],
])('refus : %s', async (_, argv, motif) => {
  const dossier = dossierProvisoire({
    'c.xlsx': VIERGE, 'autre.csv': "Département;Indicateur;Valeur\nMoselle;Nombre d'IP entrantes;3\n", 'rien.csv': 'a;b\n1;2\n',
    'tronquee.xlsx': VIERGE.subarray(0, 3000), 'etranger.xlsx': fabriquerClasseur([{ nom: 'Paie', lignes: [['Nom']] }]),
  });
  const { code, erreurs, sortie } = await lancer('diagnostiquer', ...argv.map((argument) => (/\.\w+$/.test(argument) ? join(dossier, argument) : argument)));
  expect([code, sortie]).toEqual([2, '']);
  expect(erreurs[0]).toMatch(motif);
  expect(readdirSync(dossier)).toHaveLength(5);
});

test('l’aide dit tout', async () => {
  const { sortie } = await lancer('diagnostiquer', '--help');
  for (const mot of ['--trame', '--insee', '--simuler', '--remplacer', '--sortie', '--departement', '--ecraser', 'Sources du diagnostic', 'Codes de sortie', 'Exemples']) expect(sortie).toContain(mot);
});
