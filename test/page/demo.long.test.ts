/** `npm run demo` : le rapport, la page servie avec ses en-têtes, le port pris, l'arrêt propre. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

const RACINE = join(__dirname, '../..');
const DEMO = join(RACINE, 'scripts/demo.mjs');
const SERVEUR = join(RACINE, 'scripts/demo/serveur.mjs');
/** Une première construction de la page, sur une machine chargée. */
const DELAI_MS = 900_000;

const lancer = (...options: readonly string[]) => spawnSync(process.execPath, [DEMO, ...options], { cwd: RACINE, encoding: 'utf8', env: { ...process.env, CI: 'true' } });

test('en CI : rapport en texte, page vérifiée, code 0', () => {
  const { status, stdout } = lancer('--port', '0');
  expect(stdout).toContain('NON CONFORME');
  expect(stdout).toMatch(/La page sans Excel répond \(http:\/\/127\.0\.0\.1:\d+\/\?exemple\)/);
  expect(status).toBe(0);
}, DELAI_MS);

test.each([['--port', 'douze'], ['--inconnue']])('une option mal écrite se dit : %s', (...options) => {
  const { status, stderr } = lancer(...options);
  expect(status).toBe(2);
  expect(stderr).toContain('Usage : npm run demo');
});

describe('le serveur', () => {
  let processus: ChildProcess;
  let port: number;

  beforeAll(async () => {
    // Un port pris, pour que le serveur en choisisse un autre.
    const occupant = createServer().listen(0, '127.0.0.1');
    await new Promise((suite) => { occupant.once('listening', suite); });
    const pris = (occupant.address() as { port: number }).port;
    const code = `import { creerServeur, ecouter } from ${JSON.stringify(SERVEUR)}; console.log(await ecouter(creerServeur(${JSON.stringify(join(RACINE, 'exemples'))}), ${String(pris)}));`;
    processus = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
    port = Number(await new Promise<string>((suite) => { processus.stdout!.once('data', (donnees: Buffer) => { suite(donnees.toString()); }); }));
    expect(port).not.toBe(pris);
    await new Promise((suite) => { occupant.close(suite); });
  });
  afterAll(() => { processus.kill(); });

  const demander = (chemin: string, options: RequestInit = {}) => fetch(`http://127.0.0.1:${String(port)}${chemin}`, options);

  test('sert un fichier, avec ses en-têtes de sécurité', async () => {
    const reponse = await demander('/annexe-5-vierge.xlsx');
    expect(reponse.status).toBe(200);
    const politique = reponse.headers.get('content-security-policy')!;
    expect(politique).toContain("default-src 'none'");
    expect(politique).toContain("connect-src 'self'");
    expect(politique).not.toContain('unsafe');
    expect(reponse.headers.get('x-content-type-options')).toBe('nosniff');
    expect(reponse.headers.get('referrer-policy')).toBe('no-referrer');
  });

  test.each(['/absent.xlsx', '/..%2fpackage.json', '/%2e%2e/package.json', '/%00', '/%', '/../../etc/passwd', '/'])('%s est introuvable', async (chemin) => {
    expect((await demander(chemin)).status).toBe(404);
  });

  test('refuse ce qui n’est pas une lecture', async () => {
    expect((await demander('/annexe-5-vierge.xlsx', { method: 'POST' })).status).toBe(405);
  });
});

test('Ctrl+C arrête proprement', async () => {
  // Un faux terminal : sans lui, la démonstration ne ferait que vérifier.
  const code = `process.stdout.isTTY = true; process.argv.push('--sans-ouvrir', '--port', '0'); await import(${JSON.stringify(DEMO)});`;
  const processus = spawn(process.execPath, ['--input-type=module', '-e', code], { cwd: RACINE, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, CI: '' } });
  let sortie = '';
  await new Promise<void>((suite) => {
    processus.stdout.on('data', (donnees: Buffer) => {
      sortie += donnees.toString();
      if (sortie.includes('Ctrl+C pour arrêter')) suite();
    });
  });
  processus.kill('SIGINT');
  const statut = await new Promise((suite) => { processus.once('exit', suite); });
  expect(statut).toBe(0);
  expect(sortie).toContain('Serveur arrêté.');
}, DELAI_MS);
