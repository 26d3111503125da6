/** Le banc d'essai de la page : elle est construite comme pour la production, servie, et ouverte dans un navigateur. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import webpack, { type Configuration } from 'webpack';

const RACINE = join(__dirname, '../../..');
export const EXEMPLES = join(RACINE, 'exemples');
export const ANOMALIES = join(EXEMPLES, '87-haute-vienne-anomalies.xlsx');
export const CONFORME = join(EXEMPLES, '87-haute-vienne-conforme.xlsx');

/** Construction et ouverture d'un navigateur : largement comptées, une machine chargée y met des minutes. */
export const DELAI_MONTAGE_MS = 900_000;
export const DELAI_PARCOURS_MS = 180_000;

/** Construit la page et la page mono-fichier dans un dossier temporaire, qu'il rend. */
async function construire(): Promise<string> {
  const dossier = await mkdtemp(join(tmpdir(), 'page-'));
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const configurations = require('../../../webpack.page.config.js') as readonly Configuration[];
  const compilateur = webpack(configurations.map((une) => ({ ...une, mode: 'production' as const, output: { ...une.output, path: dossier } })));
  await new Promise<void>((fini, rate) => {
    compilateur.run((erreur, bilan) => {
      if (erreur) rate(erreur);
      else if (bilan?.hasErrors()) rate(new Error(bilan.toString({ all: false, errors: true })));
      else compilateur.close((fermeture) => { if (fermeture) rate(fermeture); else fini(); });
    });
  });
  return dossier;
}

/** Sert un dossier par le serveur de la démonstration, dans un autre processus ; rend son adresse. */
async function servir(dossier: string): Promise<{ readonly adresse: string; readonly processus: ChildProcess }> {
  const code = `import { creerServeur, ecouter } from ${JSON.stringify(join(RACINE, 'scripts/demo/serveur.mjs'))}; console.log(await ecouter(creerServeur(${JSON.stringify(dossier)}), 0));`;
  const processus = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<string>((fini, rate) => {
    processus.stdout.once('data', (donnees: Buffer) => { fini(donnees.toString().trim()); });
    processus.once('exit', (statut) => { rate(new Error(`Le serveur s’est arrêté (${String(statut)}).`)); });
  });
  return { adresse: `http://127.0.0.1:${port}/`, processus };
}

export interface Banc {
  readonly navigateur: Browser;
  readonly dossier: string;
  readonly adresse: string;
  /** Arrête le serveur : ce qui marche ensuite marche sans lui. */
  readonly couper: () => void;
  readonly demonter: () => Promise<void>;
}

export async function monterBanc(lancer: () => Promise<Browser>): Promise<Banc> {
  const navigateur = await lancer();
  const dossier = await construire();
  const { adresse, processus } = await servir(dossier);
  const couper = () => { processus.kill(); };
  return { navigateur, dossier, adresse, couper, demonter: async () => { couper(); await navigateur.close(); } };
}

/** Une page ouverte, et ce qui s'y est passé d'anormal : erreurs, avertissements de sécurité, requêtes au-dehors. */
export interface Visite {
  readonly page: Page;
  readonly anomalies: string[];
  readonly dehors: string[];
}

export async function visiter({ navigateur, adresse }: Banc, chemin = '', options: BrowserContextOptions = {}): Promise<Visite> {
  const contexte = await navigateur.newContext({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR', acceptDownloads: true, ...options });
  const page = await contexte.newPage();
  const anomalies: string[] = [];
  const dehors: string[] = [];
  page.on('pageerror', (erreur) => { anomalies.push(String(erreur)); });
  page.on('console', (message) => { if (message.type() === 'error') anomalies.push(message.text()); });
  page.on('request', (requete) => { if (!/^(?:data|blob):/.test(requete.url()) && !requete.url().startsWith(adresse)) dehors.push(requete.url()); });
  await page.goto(chemin.startsWith('file:') ? chemin : adresse + chemin);
  return { page, anomalies, dehors };
}

/** Choisit des fichiers comme par le bouton « Choisir des classeurs… ». */
export async function choisir(page: Page, fichiers: string | readonly string[]): Promise<void> {
  await page.locator('input[type=file][multiple]').first().setInputFiles(typeof fichiers === 'string' ? fichiers : [...fichiers]);
}

/** Dépose un contenu sur la page, comme un fichier depuis le bureau. */
export async function deposerOctets(page: Page, octets: Uint8Array, nom: string): Promise<void> {
  await page.evaluate(([base64, nomFichier]) => {
    const transfert = new DataTransfer();
    transfert.items.add(new File([Uint8Array.from(atob(base64!), (lettre) => lettre.charCodeAt(0))], nomFichier!));
    for (const type of ['dragenter', 'dragover', 'drop']) window.dispatchEvent(new DragEvent(type, { dataTransfer: transfert, bubbles: true, cancelable: true }));
  }, [Buffer.from(octets).toString('base64'), nom]);
}

/** Dépose un fichier sur la page. */
export async function deposer(page: Page, chemin: string, nom: string): Promise<void> {
  await deposerOctets(page, await readFile(chemin), nom);
}

/** Attend que le contrôle du classeur ouvert soit rendu. */
export async function attendreVerdict(page: Page): Promise<void> {
  await page.getByRole('grid').or(page.getByRole('tab', { name: 'Résultats' })).first().waitFor();
  await page.getByText(/^\d+ constats?$/).first().waitFor();
}

export async function telecharger(page: Page, geste: () => Promise<void>): Promise<{ readonly nom: string; readonly octets: Uint8Array }> {
  const [telechargement] = await Promise.all([page.waitForEvent('download'), geste()]);
  return { nom: telechargement.suggestedFilename(), octets: new Uint8Array(await readFile(await telechargement.path())) };
}
