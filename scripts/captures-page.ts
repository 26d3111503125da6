/**
 * `npm run captures:page` : les captures de la page sans Excel, dans docs/captures/page-*.png. La page
 * y est celle de production, les classeurs ceux d'exemple et un lot tiré au sort, toujours le même.
 */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { chromium, type BrowserContextOptions, type Page } from 'playwright-core';
import { octetsDe, tirerLot } from '../test/classeurs/lot';
import { ARGUMENTS_CHROMIUM, cheminChromium } from '../test/hote-excel/chromium';
import { ANOMALIES, attendreVerdict, choisir, CONFORME, EXEMPLES, monterBanc, visiter } from '../test/page/chromium/banc';

const SORTIE = join(__dirname, '../docs/captures');
const GRAINE = 2020;
const CONTRATS = 12;

function fabriquerLot(): readonly string[] {
  const dossier = mkdtempSync(join(tmpdir(), 'captures-'));
  const contrats = tirerLot(GRAINE, CONTRATS).map((contrat) => {
    const chemin = join(dossier, basename(contrat.fichier));
    writeFileSync(chemin, octetsDe(contrat));
    return chemin;
  });
  const malade = join(dossier, '90-territoire-de-belfort.xlsx');
  writeFileSync(malade, 'PK\u0003\u0004');
  return [...contrats, malade, CONFORME, ANOMALIES, join(EXEMPLES, '57-moselle-variante.xlsx')];
}

const LOT = fabriquerLot();

const ouvrirLot = async (page: Page) => {
  await choisir(page, LOT);
  await page.getByText(/^Contrôle terminé/).first().waitFor();
};

const suivreConstat = async (page: Page) => {
  await attendreVerdict(page);
  await page.getByText('Taux saisi au lieu d’être calculé').first().click();
  await page.locator('[role=grid][aria-activedescendant="case-D10"]').waitFor();
};

interface Capture {
  readonly nom: string;
  readonly chemin?: string;
  readonly options?: BrowserContextOptions;
  readonly mener: (page: Page) => Promise<void>;
}

const TELEPHONE = { viewport: { width: 350, height: 700 } };

const CAPTURES: readonly Capture[] = [
  { nom: 'accueil', mener: async (page) => { await page.getByRole('heading', { name: 'Contrôler un classeur CDPPE' }).waitFor(); } },
  { nom: 'constat', chemin: '?exemple', mener: suivreConstat },
  { nom: 'sombre', chemin: '?exemple', options: { colorScheme: 'dark' }, mener: suivreConstat },
  {
    nom: 'essai', chemin: '?exemple',
    mener: async (page) => {
      await attendreVerdict(page);
      await page.locator('#case-E7').click();
      await page.getByRole('grid').pressSequentially('682');
      await page.keyboard.press('Enter');
      await page.locator('#case-E10[aria-label*="20,0%"]').waitFor();
    },
  },
  { nom: 'lot', mener: ouvrirLot },
  {
    nom: 'consolidation',
    mener: async (page) => {
      await ouvrirLot(page);
      await page.getByRole('button', { name: 'Consolider' }).click();
      await page.getByRole('heading', { name: /^Consolidation/ }).waitFor();
    },
  },
  {
    nom: 'comparaison',
    mener: async (page) => {
      await choisir(page, [CONFORME, ANOMALIES]);
      await page.getByText(/^Contrôle terminé/).first().waitFor();
      for (const une of await page.getByRole('checkbox').all()) await une.check();
      await page.getByRole('button', { name: 'Comparer les deux choisis' }).click();
      await page.getByRole('heading', { name: /^Comparaison/ }).waitFor();
    },
  },
  { nom: 'telephone', chemin: '?exemple', options: TELEPHONE, mener: attendreVerdict },
  {
    nom: 'telephone-grille', chemin: '?exemple', options: TELEPHONE,
    mener: async (page) => {
      await attendreVerdict(page);
      await page.getByText('Taux saisi au lieu d’être calculé').first().click();
      await page.getByRole('button', { name: 'Sélectionner' }).click();
      await page.locator('[role=grid][aria-activedescendant="case-D10"]').waitFor();
    },
  },
  { nom: 'telephone-lot', options: TELEPHONE, mener: ouvrirLot },
];

async function principal(): Promise<void> {
  const executablePath = cheminChromium();
  if (executablePath === null) throw new Error('Aucun Chromium, Chrome ou Edge sur ce poste (CHROMIUM=chemin).');
  const seules = process.argv.slice(2);
  const banc = await monterBanc(() => chromium.launch({ executablePath, args: ARGUMENTS_CHROMIUM }));
  try {
    mkdirSync(SORTIE, { recursive: true });
    for (const { nom, chemin, options, mener } of CAPTURES.filter((capture) => seules.length === 0 || seules.includes(capture.nom))) {
      const { page } = await visiter(banc, chemin, { viewport: { width: 1000, height: 540 }, reducedMotion: 'reduce', ...options });
      await mener(page);
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      const octets = await page.screenshot({ path: join(SORTIE, `page-${nom}.png`), animations: 'disabled', caret: 'hide' });
      console.log(`page-${nom}.png : ${String(Math.round(octets.length / 1024))} Ko`);
      await page.context().close();
    }
  } finally {
    await banc.demonter();
  }
}

principal().catch((erreur: unknown) => {
  console.error(erreur);
  process.exitCode = 1;
});
