/**
 * Dessine les icônes du manifeste : `node scripts/icones.mjs` rend chaque SVG de scripts/icones/ en
 * PNG à toutes les tailles d'Office, dans assets/. Les PNG sont gardés dans le dépôt : Chromium ne
 * sert qu'à les refaire (CHROMIUM=chemin pour en désigner un autre).
 *
 * Jusqu'à 24 pixels, un dessin simplifié, calé sur la grille, reste lisible là où le grand s'empâte.
 */
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const ICI = dirname(fileURLToPath(import.meta.url));
const SOURCES = join(ICI, 'icones');
const ASSETS = join(ICI, '..', 'assets');
const TAILLES = [16, 20, 24, 32, 40, 48, 64, 80];
const TAILLE_SIMPLIFIEE = 24;

async function dessiner(page, nom, taille) {
  const source = taille <= TAILLE_SIMPLIFIEE ? `${nom}-petite.svg` : `${nom}.svg`;
  const svg = await readFile(join(SOURCES, source), 'utf8');
  await page.setViewportSize({ width: taille, height: taille });
  await page.setContent(`<style>html,body{margin:0;background:transparent}svg{display:block;width:${taille}px;height:${taille}px}</style>${svg}`);
  await page.screenshot({ path: join(ASSETS, `${nom}-${taille}.png`), omitBackground: true });
}

await mkdir(ASSETS, { recursive: true });
const navigateur = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const page = await navigateur.newPage();
  for (const nom of ['icone', 'controler']) for (const taille of TAILLES) await dessiner(page, nom, taille);
} finally {
  await navigateur.close();
}
await copyFile(join(SOURCES, 'icone.svg'), join(ASSETS, 'logo.svg'));
