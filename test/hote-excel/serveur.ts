/**
 * De quoi ouvrir le volet construit dans Chromium, sur l'hôte émulé : le script à injecter, un
 * serveur statique, et Office.js servi depuis le paquet à la place du CDN.
 *
 * ```ts
 * const page = await navigateur.newPage();
 * const volet = await preparerVolet(page, { dossier: 'dist', instantane });
 * await page.goto(volet.adresse);
 * await page.evaluate(() => window.hoteEmule.compteurs);
 * await volet.fermer();
 * ```
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join, normalize, sep } from 'node:path';
import type { Page } from 'playwright-core';
import type { Instantane } from '../../src/classeur/instantane';
import { scriptHote } from './construction';
import { ecrireInstantane } from './instantane-json';
import type { OptionsHote } from './transport';

const CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const OFFICE = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.xml': 'text/xml; charset=utf-8',
  '.woff2': 'font/woff2',
};

async function repondre(dossier: string, chemin: string, reponse: ServerResponse): Promise<void> {
  const cible = normalize(join(dossier, decodeURIComponent(chemin)));
  if (!cible.startsWith(normalize(dossier) + sep)) return void reponse.writeHead(403).end();
  const octets = await readFile(cible).catch((erreur: NodeJS.ErrnoException) => {
    if (erreur.code === 'ENOENT' || erreur.code === 'EISDIR') return null;
    throw erreur;
  });
  if (octets === null) return void reponse.writeHead(404).end();
  reponse.writeHead(200, { 'content-type': TYPES[extname(cible)] ?? 'application/octet-stream' }).end(octets);
}

export interface Service {
  readonly origine: string;
  fermer(): Promise<void>;
}

/** Sert un dossier en statique sur un port libre de la machine. */
export async function servir(dossier: string): Promise<Service> {
  const serveur: Server = createServer((requete, reponse) => {
    const { pathname } = new URL(requete.url ?? '/', 'http://localhost');
    repondre(dossier, pathname, reponse).catch((erreur: unknown) => reponse.writeHead(500).end(String(erreur)));
  });
  await new Promise<void>((pret) => serveur.listen(0, 'localhost', pret));
  return {
    origine: `http://localhost:${(serveur.address() as AddressInfo).port}`,
    fermer: () => new Promise((fini, rate) => serveur.close((erreur) => (erreur ? rate(erreur) : fini()))),
  };
}

export interface OptionsVolet {
  /** Dossier construit (`dist`). */
  readonly dossier: string;
  readonly instantane: Instantane;
  readonly hote?: OptionsHote;
  /** Faux : le CDN ne répond pas (écran de secours). */
  readonly office?: boolean;
}

export interface Volet {
  readonly adresse: string;
  /** Requêtes parties ailleurs que vers notre origine et Office.js : il ne doit pas y en avoir. */
  readonly requetesEtrangeres: readonly string[];
  readonly erreursPage: readonly string[];
  fermer(): Promise<void>;
}

/** Prépare une page de Chromium : à faire avant `page.goto(volet.adresse)`. */
export async function preparerVolet(page: Page, { dossier, instantane, hote = {}, office = true }: OptionsVolet): Promise<Volet> {
  const service = await servir(dossier);
  const requetesEtrangeres: string[] = [];
  const erreursPage: string[] = [];
  page.on('request', (requete) => {
    const url = requete.url();
    if (!url.startsWith(service.origine) && !url.startsWith(CDN) && !url.startsWith('data:')) requetesEtrangeres.push(url);
  });
  page.on('pageerror', (erreur) => erreursPage.push(String(erreur)));
  await page.route(`${CDN}**`, async (route) => {
    if (!office) return route.abort();
    const nom = new URL(route.request().url()).pathname.slice(new URL(CDN).pathname.length);
    return route.fulfill({ path: join(OFFICE, nom), contentType: TYPES['.js']!, headers: { 'access-control-allow-origin': '*' } });
  });
  const depart = `;window.demarrerHoteEmule(${JSON.stringify(ecrireInstantane(instantane))}, ${JSON.stringify(hote)});`;
  await page.addInitScript({ content: (await scriptHote()) + (office ? depart : '') });
  return { adresse: `${service.origine}/taskpane.html`, requetesEtrangeres, erreursPage, fermer: () => service.fermer() };
}
