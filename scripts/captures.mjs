/**
 * `npm run captures` : les captures du volet, dans docs/captures, prises sur la production, le vrai
 * client Office.js et l'hôte émulé. À relancer quand un écran change, et à regarder.
 */
import { mkdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
require('./ts.cjs');
const { ARGUMENTS_CHROMIUM, cheminChromium } = require('../test/hote-excel/chromium.ts');
const { construireVolet } = require('../test/hote-excel/construction.ts');
const { preparerVolet } = require('../test/hote-excel/serveur.ts');
const { lireExemple } = require('../test/moteur/vues/aide.ts');

const DOSSIER = join(dirname(fileURLToPath(import.meta.url)), '../docs/captures');
/** Au-delà, une capture alourdit le dépôt plus qu'elle ne montre (octets). */
const POIDS_MAX = 80_000;
const HAUTEUR = 760;

/** Ce que dit le système, et ce que dit Office. */
const THEMES = {
  clair: [{ colorScheme: 'light' }, 'clair'],
  sombre: [{ colorScheme: 'dark' }, 'sombre'],
  contraste: [{ colorScheme: 'dark', forcedColors: 'active' }, 'sombre'],
};

const onglet = (nom) => async (page) => {
  await page.getByRole('tab', { name: nom }).click();
  await page.waitForSelector('#panneau h2');
};
const bouton = (nom, puis) => async (page) => {
  await page.getByRole('button', { name: nom }).first().click();
  await page.waitForSelector(puis);
};
const jusqua = (nom, titre) => async (page) => {
  await page.getByRole('button', { name: nom }).first().click();
  await page.getByText(titre).first().waitFor();
};
const constat = (texte) => async (page) => {
  await page.locator('[id^=carte-]').filter({ hasText: texte }).first().click();
  await page.waitForSelector('#titre-detail');
};

/** Fichier, classeur de exemples/, largeur, thème, gestes. */
const CAPTURES = [
  ['controle', '87-haute-vienne-anomalies', 350, 'clair', []],
  ['controle-conforme', '87-haute-vienne-conforme', 320, 'clair', []],
  ['controle-modele-local', '57-moselle-variante', 320, 'sombre', []],
  ['controle-vierge', 'annexe-5-vierge', 320, 'clair', []],
  ['detail-bloquant', '87-haute-vienne-anomalies', 350, 'clair', [constat('prend au numérateur')]],
  ['detail-alerte', '87-haute-vienne-anomalies', 320, 'sombre', [constat('sous la cible nationale')]],
  ['ignorer', '87-haute-vienne-anomalies', 320, 'clair', [constat('sous la cible nationale'), bouton(/Ignorer/, '[role=dialog]')]],
  ['retour', '87-haute-vienne-anomalies', 350, 'clair', [bouton(/Copier le retour/, '[role=dialog]')]],
  ['cibles', '87-haute-vienne-anomalies', 320, 'clair', [onglet('Cibles')]],
  ['cibles-contraste', '87-haute-vienne-anomalies', 350, 'contraste', [onglet('Cibles')]],
  ['financement', '87-haute-vienne-anomalies', 350, 'sombre', [onglet('Financement')]],
  ['corriger', '87-haute-vienne-anomalies', 320, 'clair', [jusqua(/^Corriger \d+ cellules/, 'Corriger le classeur')]],
  ['journal', '87-haute-vienne-anomalies', 350, 'sombre', [jusqua(/^Corriger \d+ cellules/, 'Corriger le classeur'), jusqua(/^Corriger \d+ cellules/, 'opération faite'), jusqua(/^Journal/, 'Tableau de bord : D10')]],
  ['diagnostic', '87-haute-vienne-anomalies', 320, 'clair', [onglet('Diagnostic')]],
  ['remplir', 'annexe-5-vierge', 350, 'clair', [onglet('Diagnostic'), jusqua(/^Remplir/, 'Coller une trame')]],
  ['options', '57-moselle-variante', 320, 'clair', [bouton('Options', '#titre-options')]],
];

async function capturer(navigateur, dossier, [nom, classeur, largeur, theme, gestes]) {
  const [systeme, office] = THEMES[theme];
  const page = await navigateur.newPage({ viewport: { width: largeur, height: HAUTEUR }, locale: 'fr-FR', timezoneId: 'Europe/Paris', reducedMotion: 'reduce', ...systeme });
  const volet = await preparerVolet(page, { dossier, instantane: lireExemple(classeur), hote: { theme: office } });
  try {
    await page.goto(volet.adresse);
    await page.waitForSelector('#verdict');
    for (const geste of gestes) await geste(page);
    // Les apparitions ont à finir, et la souris n'a rien à survoler.
    await page.mouse.move(0, 0);
    await page.waitForTimeout(500);
    const chemin = join(DOSSIER, `volet-${nom}.png`);
    await page.screenshot({ path: chemin });
    const { size } = await stat(chemin);
    console.log(`volet-${nom}.png : ${largeur} px, ${theme}, ${Math.round(size / 1000)} Ko`);
    if (size > POIDS_MAX) throw new Error(`volet-${nom}.png pèse plus de ${POIDS_MAX / 1000} Ko.`);
  } finally {
    await page.close();
    await volet.fermer();
  }
}

const executable = cheminChromium();
if (executable === null) throw new Error('Aucun Chromium, Chrome ou Edge sur ce poste (CHROMIUM=chemin).');
await mkdir(DOSSIER, { recursive: true });
const dossier = await construireVolet();
const navigateur = await chromium.launch({ executablePath: executable, args: ARGUMENTS_CHROMIUM });
try {
  for (const capture of CAPTURES) await capturer(navigateur, dossier, capture);
} finally {
  await navigateur.close();
}
