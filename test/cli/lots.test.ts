import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';
import { fabriquerClasseur } from '../classeurs/fabrique';
import { octetsDe, tirerLot } from '../classeurs/lot';
import { ANOMALIES, dossierProvisoire, EXEMPLES, lancer, RACINE } from './aide';

const CONTRATS = tirerLot(7, 9);
const sains = Object.fromEntries(CONTRATS.map((contrat) => [contrat.fichier, octetsDe(contrat)]));
const [premier] = Object.values(sains) as [Uint8Array];
/** Conteneur OLE2 : ce qu'Excel écrit quand le classeur a un mot de passe. */
const chiffre = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new TextEncoder().encode('E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0'), ...new Array<number>(600).fill(0)]);
const etranger = fabriquerClasseur([{ nom: 'Paie', lignes: [['Nom', 'Salaire'], ['Dupont', 1200]] }]);
const malades = { 'malades/chiffre.xlsx': chiffre, 'malades/tronque.xlsx': premier.subarray(0, 4000), 'malades/etranger.xlsx': etranger };
const hostile = { 'v1/<script>alert(1)</script> & "x".xlsx': premier };

const lignesDe = (chemin: string) => readFileSync(chemin, 'utf8').trimEnd().split('\n').map((ligne) => JSON.parse(ligne) as { fichier: string; verdict: string });

describe('un lot, fichiers malades compris', () => {
  const dossier = dossierProvisoire({ ...sains, ...malades });
  const total = CONTRATS.length + 3;

  test.each(['texte', 'json', 'ndjson', 'csv'])('%s : tout le lot y est, un malade n’arrête rien', async (format) => {
    const sortie = join(dossierProvisoire(), `resultat.${format}`);
    const { code, erreurs, sortie: ecran } = await lancer('controler', dossier, '--format', format, '--sortie', sortie);
    expect(code).toBe(2);
    expect(ecran).toBe('');
    expect(erreurs.map((ligne) => basename(ligne.split(' : ')[0]!))).toEqual(['chiffre.xlsx', 'tronque.xlsx']);
    const texte = readFileSync(sortie, 'utf8');
    if (format === 'json') expect(JSON.parse(texte)).toHaveLength(total);
    if (format === 'ndjson') expect(lignesDe(sortie).map(({ verdict }) => verdict === 'illisible').filter(Boolean)).toHaveLength(2);
    if (format === 'ndjson') expect(lignesDe(sortie)).toHaveLength(total);
    if (format === 'texte') expect(texte).toContain(`${String(total)} fichiers : `);
    if (format === 'csv') expect(new Set(texte.split('\r\n').slice(1, -1).filter((ligne) => ligne.startsWith(dossier)).map((ligne) => ligne.split(';')[0])).size).toBe(total);
    expect(readdirSync(join(sortie, '..'))).toEqual([basename(sortie)]);
  });

  test('un résultat déjà là n’est pas écrasé ; --ecraser le refait', async () => {
    const sortie = join(dossierProvisoire({ 'r.ndjson': 'à moi\n' }), 'r.ndjson');
    const { code, erreurs } = await lancer('controler', dossier, '--format', 'ndjson', '--sortie', sortie);
    expect([code, erreurs]).toEqual([2, [`${sortie} existe déjà. Déplacez-le ou renommez-le, ou ajoutez --ecraser pour le remplacer.`]]);
    expect(readFileSync(sortie, 'utf8')).toBe('à moi\n');
    await lancer('controler', dossier, '--format', 'ndjson', '--sortie', sortie, '--ecraser');
    expect(lignesDe(sortie)).toHaveLength(total);
  });

  test.each(['ndjson', 'texte'])('un classeur du lot n’est jamais la sortie (%s), même en reprise', async (format) => {
    const source = join(dossier, CONTRATS[0]!.fichier);
    const avant = readFileSync(source);
    for (const options of [['--ecraser'], ...(format === 'ndjson' ? [['--reprendre']] : [])]) {
      const { code } = await lancer('controler', dossier, '--format', format, '--sortie', source, ...options);
      expect(code).toBe(2);
    }
    expect(readFileSync(source).equals(avant)).toBe(true);
  });

  test('un dossier de sortie impossible se dit, sans pile', async () => {
    const fichier = join(dossierProvisoire({ fichier: 'x' }), 'fichier');
    for (const [format, sortie] of [['ndjson', join(fichier, 'r.ndjson')], ['texte', join(fichier, 'r.txt')], ['html', join(fichier, 'rapports')], ['html', fichier]] as const) {
      const { code, erreurs } = await lancer('controler', dossier, '--format', format, '--sortie', sortie);
      expect(code).toBe(2);
      expect(erreurs.join('\n')).toMatch(/n’a pas pu être écrit\. .+ vérifi/);
      expect(erreurs.join('\n')).not.toMatch(/E[A-Z]{4,}|mainteneurs/);
    }
  });
});

describe('--reprendre', () => {
  const dossier = dossierProvisoire({ ...sains, ...malades });

  async function interrompu(octets: number): Promise<{ readonly sortie: string; readonly entier: string }> {
    const sortie = join(dossierProvisoire(), 'r.ndjson');
    await lancer('controler', dossier, '--format', 'ndjson', '--sortie', sortie);
    const entier = readFileSync(sortie, 'utf8');
    truncateSync(sortie, Buffer.byteLength(entier) - octets);
    return { sortie, entier };
  }

  test.each([1, 10, 3000, 20000])('ndjson, coupé %i octets avant la fin : rien en double, rien de perdu', async (octets) => {
    const { sortie, entier } = await interrompu(octets);
    const { code, erreurs } = await lancer('controler', dossier, '--format', 'ndjson', '--sortie', sortie, '--reprendre');
    expect(code).toBe(2);
    expect(erreurs[0]).toMatch(/^Reprise : \d+ fichiers? déjà contrôlés?, \d+ fichiers? à contrôler\.$/);
    const tri = (texte: string) => texte.trimEnd().split('\n').sort();
    expect(tri(readFileSync(sortie, 'utf8'))).toEqual(tri(entier));
  });

  test('le code de sortie vaut pour tout le lot, même s’il ne reste rien à faire', async () => {
    const lot = dossierProvisoire({ 'a.xlsx': readFileSync(ANOMALIES) });
    const sortie = join(dossierProvisoire(), 'r.ndjson');
    await lancer('controler', lot, '--format', 'ndjson', '--sortie', sortie);
    expect((await lancer('controler', lot, '--format', 'ndjson', '--sortie', sortie, '--reprendre')).code).toBe(1);
  });

  test('un fichier illisible est réessayé', async () => {
    const lot = dossierProvisoire({ 'a.xlsx': premier.subarray(0, 4000) });
    const sortie = join(dossierProvisoire(), 'r.ndjson');
    await lancer('controler', lot, '--format', 'ndjson', '--sortie', sortie);
    writeFileSync(join(lot, 'a.xlsx'), premier);
    await lancer('controler', lot, '--format', 'ndjson', '--sortie', sortie, '--reprendre');
    expect(lignesDe(sortie).map(({ verdict }) => verdict === 'illisible')).toEqual([false]);
  });

  test('ne complète pas un fichier qui n’est pas un résultat', async () => {
    for (const contenu of ['Mes notes\nà garder\n', 'Mes notes']) {
      const sortie = join(dossierProvisoire({ 'notes.txt': contenu }), 'notes.txt');
      const { code, erreurs } = await lancer('controler', dossier, '--format', 'ndjson', '--sortie', sortie, '--reprendre');
      expect([code, erreurs]).toEqual([2, [expect.stringContaining('n’est pas le résultat d’un contrôle')]]);
      expect(readFileSync(sortie, 'utf8')).toBe(contenu);
    }
  });

  test.each(['texte', 'json', 'csv'])('le format %s ne se reprend pas', async (format) => {
    const { code, erreurs } = await lancer('controler', dossier, '--format', format, '--sortie', 'r', '--reprendre');
    expect([code, erreurs[0]]).toEqual([2, 'cdppe : --reprendre demande --sortie, et le format ndjson ou html']);
  });
});

describe('--format html', () => {
  const dossier = dossierProvisoire({ ...sains, ...malades, ...hostile, 'v2/index.xlsx': premier, [`v2/${basename(CONTRATS[0]!.fichier)}`]: premier });
  const rapports = join(dossierProvisoire(), 'rapports');
  const liens = (html: string) => [...html.matchAll(/<a href="([^"]+)"/g)].map(([, lien]) => decodeURIComponent(lien!));

  beforeAll(async () => {
    expect((await lancer('controler', dossier, '--format', 'html', '--sortie', rapports)).code).toBe(2);
  });

  test('une page par classeur lu, toutes liées, sans collision de noms', () => {
    const index = readFileSync(join(rapports, 'index.html'), 'utf8');
    const pages = readdirSync(rapports).filter((nom) => nom.endsWith('.html') && nom !== 'index.html').sort();
    expect(liens(index).sort()).toEqual(pages);
    expect(pages).toHaveLength(CONTRATS.length + 4);
    expect(index).toMatch(/Illisible\s: 2/);
  });

  test('un nom de fichier hostile ne devient pas un script', () => {
    for (const nom of readdirSync(rapports).filter((page) => page.endsWith('.html'))) {
      const html = readFileSync(join(rapports, nom), 'utf8');
      expect(html).not.toContain('<script>alert');
      expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    }
  });

  test('ne se refait que sur demande, et sans page périmée', async () => {
    const { code, erreurs } = await lancer('controler', ANOMALIES, '--format', 'html', '--sortie', rapports);
    expect([code, erreurs]).toEqual([2, [expect.stringMatching(/contient déjà un rapport .* --reprendre .* --ecraser/)]]);
    const copie = dossierProvisoire();
    await lancer('controler', ANOMALIES, join(EXEMPLES, '57-moselle-variante.xlsx'), '--format', 'html', '--sortie', copie);
    await lancer('controler', ANOMALIES, '--format', 'html', '--sortie', copie, '--ecraser');
    expect(readdirSync(copie).sort()).toEqual(['87-haute-vienne-anomalies.html', 'index.html', 'synthese.ndjson']);
  });

  test('les pages d’autrui restent : index.html refusé, un autre nom contourné', async () => {
    const autrui = dossierProvisoire({ 'index.html': 'à moi' });
    expect((await lancer('controler', ANOMALIES, '--format', 'html', '--sortie', autrui)).code).toBe(2);
    expect(readFileSync(join(autrui, 'index.html'), 'utf8')).toBe('à moi');
    const page = dossierProvisoire({ '87-haute-vienne-anomalies.html': 'à moi' });
    await lancer('controler', ANOMALIES, '--format', 'html', '--sortie', page);
    expect(readFileSync(join(page, '87-haute-vienne-anomalies.html'), 'utf8')).toBe('à moi');
    expect(existsSync(join(page, '87-haute-vienne-anomalies-2.html'))).toBe(true);
  });

  test('interrompu au milieu d’une ligne, se reprend : même synthèse, pas une page de plus', async () => {
    const journal = join(rapports, 'synthese.ndjson');
    const avant = { pages: readdirSync(rapports).sort(), liens: liens(readFileSync(join(rapports, 'index.html'), 'utf8')).sort() };
    truncateSync(journal, Math.floor(readFileSync(journal).length * 0.6));
    expect((await lancer('controler', dossier, '--format', 'html', '--sortie', rapports, '--reprendre')).code).toBe(2);
    expect(readdirSync(rapports).sort()).toEqual(avant.pages);
    expect(liens(readFileSync(join(rapports, 'index.html'), 'utf8')).sort()).toEqual(avant.liens);
  });
});

test('un lecteur parti (« | head ») n’est pas une erreur', () => {
  const { stderr, status } = spawnSync('bash', ['-c', `set -o pipefail; node bin/cdppe.cjs controler exemples -f json | head -c 10 > /dev/null`], { cwd: RACINE, encoding: 'utf8' });
  expect(stderr).not.toMatch(/EPIPE|Error|inattendue/);
  expect([0, 1, 2, 141]).toContain(status);
});
