/** `cdppe corriger` de bout en bout : une copie juste, une source intacte, des refus clairs. */
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { unzipSync } from 'fflate';
import { formatA1 } from '../../src/classeur/adresse';
import { celluleDe, type Instantane } from '../../src/classeur/instantane';
import { retoucher } from '../../src/hote/fichier/ecrire';
import { lireClasseur } from '../../src/hote/fichier/lire';
import { analyser } from '../../src/moteur/analyser';
import { fabriquerClasseur } from '../classeurs/fabrique';
import { ANOMALIES, CONFORME, dossierProvisoire, EXEMPLES, lancer } from './aide';

const anomalies = new Uint8Array(readFileSync(ANOMALIES));
const octetsDe = (chemin: string) => new Uint8Array(readFileSync(chemin));
const lire = (chemin: string) => lireClasseur(octetsDe(chemin), { nom: basename(chemin) });

/** Cellules dont le contenu ou le format diffère, « feuille!A1 ». */
function changees(a: Instantane, b: Instantane): readonly string[] {
  const contenus = ({ feuilles }: Instantane) => new Map(feuilles.flatMap(({ nom, cellules }) => [...cellules.values()].map(({ ligne, colonne, valeur, formule, format, verrouillee }) => [`${nom}!${formatA1(ligne, colonne)}`, JSON.stringify([formule ?? valeur, format, verrouillee])] as const)));
  const [avant, apres] = [contenus(a), contenus(b)];
  return [...new Set([...avant.keys(), ...apres.keys()])].filter((cle) => avant.get(cle) !== apres.get(cle)).sort();
}

const AUTOMATIQUES = ["Plan d'action!G21", 'Tableau de bord!D10', 'Tableau de bord!D12', 'Tableau de bord!E26', 'Tableau de bord!F33', 'Tableau de bord!H28'];

test('les anomalies : les automatiques corrigées, aucune autre cellule changée, la source intacte', async () => {
  const dossier = dossierProvisoire({ '87.xlsx': anomalies });
  const source = join(dossier, '87.xlsx');
  const { code, sortie, erreurs } = await lancer('corriger', source);
  expect([code, erreurs, readdirSync(dossier).sort()]).toEqual([1, [], ['87-corrige.xlsx', '87.xlsx']]);
  expect(octetsDe(source)).toEqual(anomalies);
  const copie = lire(join(dossier, '87-corrige.xlsx'));
  expect(changees(lire(source), copie)).toEqual(AUTOMATIQUES);
  const { rapport } = analyser(copie);
  expect(rapport.constats.filter(({ correction }) => correction?.type === 'automatique')).toEqual([]);
  // Aucun constat n'apparaît ; en particulier, aucune valeur enregistrée périmée.
  const cles = (constats: typeof rapport.constats) => constats.map((constat) => `${constat.code} ${constat.feuille ?? ''} ${constat.emplacement ? formatA1(constat.emplacement.ligne, constat.emplacement.colonne) : ''}`);
  const avant = new Set(cles(analyser(lire(source)).rapport.constats));
  expect(cles(rapport.constats).filter((constat) => !avant.has(constat))).toEqual([]);
  expect(sortie).toContain(`6 corrections faites, dans ${join(dossier, '87-corrige.xlsx')}.`);
});

test('une valeur enregistrée que la correction périme est effacée, pas laissée fausse', async () => {
  const octets = octetsDe(join(EXEMPLES, '87-haute-vienne-conforme-libreoffice.xlsx'));
  const { id } = lireClasseur(octets, { nom: null }).feuilles[0]!;
  // Le nombre de bilans devient un texte, et le taux garde la valeur qu'il avait.
  const abime = retoucher(octets, { ecritures: [{ feuille: id, ligne: 12, colonne: 4, avant: { valeur: 2657 }, apres: { valeur: '2 700' }, raison: '' }] });
  if (abime.etat === 'refuse') throw new Error(abime.raisons[0]?.message);
  const dossier = dossierProvisoire({ 'lo.xlsx': abime.octets });
  await lancer('corriger', join(dossier, 'lo.xlsx'));
  const copie = lire(join(dossier, 'lo-corrige.xlsx'));
  expect(celluleDe(copie.feuilles[0]!, 15, 4)).toMatchObject({ formule: '=IF(D11=0,"",D12/D11)', valeur: null });
  expect(celluleDe(copie.feuilles[0]!, 10, 4)?.valeur).not.toBeNull();
  expect(analyser(copie).rapport.constats.filter(({ code }) => code === 'FOR-07')).toEqual([]);
});

test('les parties du fichier qui ne sont pas en cause sont identiques octet pour octet', async () => {
  const dossier = dossierProvisoire({ '87.xlsx': anomalies });
  await lancer('corriger', join(dossier, '87.xlsx'));
  const [avant, apres] = [unzipSync(anomalies), unzipSync(octetsDe(join(dossier, '87-corrige.xlsx')))];
  const differentes = Object.keys(avant).filter((partie) => Buffer.compare(avant[partie]!, apres[partie] ?? new Uint8Array()) !== 0);
  expect(Object.keys(apres).sort()).toEqual(Object.keys(avant).sort());
  expect(differentes.every((partie) => /^xl\/(?:worksheets\/sheet\d\.xml|workbook\.xml)$/.test(partie))).toBe(true);
});

test('le récapitulatif dit cellule, avant, après et raison, puis ce qui reste à choisir', async () => {
  const { sortie } = await lancer('corriger', ANOMALIES, '--simuler');
  for (const phrase of [
    'Simulation : 6 corrections à faire, rien n’est écrit.',
    '- Tableau de bord · D12 : « 2 657 » → 2\u202f657',
    '- Tableau de bord · F33 : vide → =SI(F32=0;"";F31/F32)',
    'Remplacer le texte par le montant en euros qu’il écrit. (FIN-07, automatique)',
    'Reste : 12 bloquants',
    '7 corrections proposées, à prendre avec --proposees CODE :',
    '- FOR-02 : Tableau de bord · G15, Tableau de bord · D47',
  ]) expect(sortie).toContain(phrase);
  expect(existsSync(join(ANOMALIES, '..', '87-haute-vienne-anomalies-corrige.xlsx'))).toBe(false);
});

test('les proposées des codes nommés s’ajoutent, dans le dossier demandé', async () => {
  const dossier = dossierProvisoire({ '87.xlsx': anomalies });
  const { code, sortie } = await lancer('corriger', join(dossier, '87.xlsx'), '-p', 'for-02, FIN-03', '--sortie', join(dossier, 'a/b'));
  expect(code).toBe(1);
  expect(changees(lire(join(dossier, '87.xlsx')), lire(join(dossier, 'a/b/87-corrige.xlsx')))).toEqual([...AUTOMATIQUES, "Plan d'action!J11", 'Tableau de bord!D47', 'Tableau de bord!G15'].sort());
  expect(sortie).toContain('(FIN-03, proposée, que vous avez choisie)');
});

test('rien à corriger : aucun fichier', async () => {
  const dossier = dossierProvisoire({ 'c.xlsx': octetsDe(CONFORME) });
  const { code, sortie } = await lancer('corriger', join(dossier, 'c.xlsx'));
  expect([code, readdirSync(dossier)]).toEqual([0, ['c.xlsx']]);
  expect(sortie).toContain('Rien à corriger : aucun fichier n’est écrit.');
});

test('un dossier, deux fois : les copies sont laissées de côté, et jamais écrasées', async () => {
  const dossier = dossierProvisoire({ 'a/87.xlsx': anomalies, 'b/87.xlsx': anomalies });
  expect((await lancer('corriger', dossier)).code).toBe(1);
  const { code, erreurs } = await lancer('corriger', dossier);
  expect(code).toBe(2);
  expect(erreurs).toHaveLength(2);
  expect(erreurs[0]).toMatch(/a\/87\.xlsx : .*a\/87-corrige\.xlsx existe déjà\. Déplacez-le ou renommez-le, ou ajoutez --ecraser/);
  expect((await lancer('corriger', dossier, '--ecraser')).code).toBe(1);
  expect(readdirSync(join(dossier, 'a')).sort()).toEqual(['87-corrige.xlsx', '87.xlsx']);
});

test('deux classeurs de même nom vers un même dossier : le second est refusé, même avec --ecraser', async () => {
  const dossier = dossierProvisoire({ 'a/87.xlsx': anomalies, 'b/87.xlsx': anomalies });
  const { code, erreurs } = await lancer('corriger', join(dossier, 'a'), join(dossier, 'b'), '-s', join(dossier, 'c'), '--ecraser');
  expect(code).toBe(2);
  expect(erreurs).toEqual([expect.stringMatching(/b\/87\.xlsx : .*c\/87-corrige\.xlsx vient d’être écrit pour un autre classeur du même nom/)]);
});

test('jamais sur une source, fût-ce par un lien ou avec --ecraser', async () => {
  const dossier = dossierProvisoire({ '87.xlsx': anomalies });
  symlinkSync(join(dossier, '87.xlsx'), join(dossier, '87-corrige.xlsx'));
  const { code, erreurs } = await lancer('corriger', join(dossier, '87.xlsx'), '--ecraser');
  expect([code, erreurs.length]).toEqual([2, 1]);
  expect(erreurs[0]).toContain('est un des classeurs d’origine');
  expect(octetsDe(join(dossier, '87.xlsx'))).toEqual(anomalies);
});

test('une feuille protégée : tout est refusé, rien n’est écrit, et la suite est dite', async () => {
  const source = lire(ANOMALIES).feuilles[0]!;
  const protegee = fabriquerClasseur([{ nom: 'Tableau de bord', protegee: true, fusions: source.fusions.map(({ ligne, colonne, derniereLigne, derniereColonne }) => `${formatA1(ligne, colonne)}:${formatA1(derniereLigne, derniereColonne)}`), cellules: Object.fromEntries([...source.cellules.values()].map(({ ligne, colonne, valeur, formule, format }) => [formatA1(ligne, colonne), { format, ...(formule === null ? { valeur } : { formule }) }])) }]);
  const dossier = dossierProvisoire({ 'p.xlsx': protegee });
  const { code, erreurs } = await lancer('corriger', join(dossier, 'p.xlsx'));
  expect([code, readdirSync(dossier)]).toEqual([2, ['p.xlsx']]);
  expect(erreurs[0]).toContain('rien n’a été écrit, car tout le lot se corrige ou rien.');
  expect(erreurs.slice(1).every((ligne) => ligne.includes('est verrouillée et la feuille est protégée : ôtez la protection'))).toBe(true);
});

test('un classeur .xlsm garde son extension', async () => {
  const dossier = dossierProvisoire({ '87.xlsm': anomalies });
  await lancer('corriger', join(dossier, '87.xlsm'));
  expect(readdirSync(dossier).sort()).toEqual(['87-corrige.xlsm', '87.xlsm']);
});

describe('refus et fautes de frappe', () => {
  test.each<readonly [string, readonly string[], RegExp]>([
    ['code inconnu', [ANOMALIES, '-p', 'FOO-1'], /^cdppe : code inconnu : FOO-1\. Contrôles qui proposent une correction : .*FOR-02/],
    ['code sans correction', [ANOMALIES, '-p', 'FIN-01'], /^cdppe : FIN-01 ne propose pas de correction/],
    ['département inconnu', [ANOMALIES, '-d', '999'], /département inconnu : 999/],
    ['sans fichier', [], /il manque un argument/],
    ['fichier absent', ['nulle-part.xlsx'], /nulle-part\.xlsx : Ce fichier est introuvable/],
  ])('%s', async (_, argv, motif) => {
    const { code, erreurs, sortie } = await lancer('corriger', ...argv);
    expect([code, sortie]).toEqual([2, '']);
    expect(erreurs[0]).toMatch(motif);
  });

  test('un illisible n’arrête pas les autres', async () => {
    const dossier = dossierProvisoire({ 'a.xlsx': 'pas un classeur', 'b.xlsx': anomalies });
    const { code, erreurs } = await lancer('corriger', dossier);
    expect([code, erreurs.length]).toEqual([2, 1]);
    expect(existsSync(join(dossier, 'b-corrige.xlsx'))).toBe(true);
  });

  test('un dossier de sortie qui est un fichier', async () => {
    const dossier = dossierProvisoire({ '87.xlsx': anomalies, sortie: 'un fichier' });
    const { code, erreurs } = await lancer('corriger', join(dossier, '87.xlsx'), '-s', join(dossier, 'sortie'));
    expect(code).toBe(2);
    expect(erreurs[0]).toMatch(/n’a pas pu être écrit\. Un des dossiers de ce chemin est un fichier/);
    expect(readdirSync(dossier).sort()).toEqual(['87.xlsx', 'sortie']);
  });

  test('une destination qui est un dossier', async () => {
    const dossier = dossierProvisoire({ '87.xlsx': anomalies });
    mkdirSync(join(dossier, '87-corrige.xlsx'));
    expect((await lancer('corriger', join(dossier, '87.xlsx'), '--ecraser')).erreurs[0]).toContain('existe et n’est pas un fichier');
  });
});

test('aucun fichier provisoire ne traîne', async () => {
  const dossier = dossierProvisoire({ '87.xlsx': anomalies });
  writeFileSync(join(dossier, '87-corrige.xlsx'), 'ancien');
  await lancer('corriger', join(dossier, '87.xlsx'), '--ecraser');
  expect(readdirSync(dossier).sort()).toEqual(['87-corrige.xlsx', '87.xlsx']);
});

test('l’aide dit tout', async () => {
  const { code, sortie } = await lancer('corriger', '--help');
  expect(code).toBe(0);
  for (const mot of ['--simuler', '--proposees', '--sortie', '--departement', '--ecraser', 'NOM-corrige.xlsx', 'Codes de sortie', 'Exemples', 'FOR-02']) expect(sortie).toContain(mot);
});
