/** Le paquet de production, sur le vrai client Office.js et l'hôte émulé : le parcours d'un agent. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { decrireChromium } from '../hote-excel/chromium';
import { construireVolet } from '../hote-excel/construction';
import { preparerVolet, type OptionsVolet, type Volet } from '../hote-excel/serveur';
import { lireExemple } from '../moteur/vues/aide';
import { defauts, violations } from './page/essai';

jest.setTimeout(300_000);

/** Notre JavaScript jusqu'au premier verdict, compressé (octets). */
const TAILLE_MAX = 250 * 1024;

decrireChromium('volet de production', (lancer) => {
  let navigateur: Browser;
  let dossier: string;
  beforeAll(async () => { [navigateur, dossier] = await Promise.all([lancer(), construireVolet()]); });
  afterAll(() => navigateur?.close());

  async function avecVolet(options: Partial<OptionsVolet> & { readonly largeur?: number; readonly sombre?: boolean }, faire: (page: Page, volet: Volet) => Promise<void>): Promise<void> {
    const { largeur = 320, sombre = false, ...reste } = options;
    const page = await navigateur.newPage({ viewport: { width: largeur, height: 600 }, colorScheme: sombre ? 'dark' : 'light', locale: 'fr-FR' });
    const volet = await preparerVolet(page, { dossier, instantane: lireExemple('87-haute-vienne-anomalies'), ...reste });
    try {
      await page.goto(volet.adresse);
      await page.waitForSelector('#verdict');
      await faire(page, volet);
      expect(volet.erreursPage).toEqual([]);
      expect(volet.requetesEtrangeres).toEqual([]);
    } finally {
      await page.close();
      await volet.fermer();
    }
  }

  test('ouvrir, lire le verdict, aller à une cellule, ignorer, modifier', async () => {
    await avecVolet({}, async (page) => {
      expect(await page.textContent('#verdict')).toBe('Non conforme');
      await page.locator('[id^=carte-]').filter({ hasText: 'sous la cible nationale' }).first().click();
      await page.getByRole('button', { name: 'Sélectionner' }).click();
      await page.getByText('Cellule G33 sélectionnée').waitFor({ state: 'attached' });
      await page.getByRole('button', { name: /Ignorer avec un motif/ }).click();
      await page.getByRole('textbox', { name: /Motif/ }).fill('Pénurie de médecins');
      await page.getByRole('textbox', { name: /Auteur/ }).fill('C. Martin');
      await page.getByRole('button', { name: 'Enregistrer' }).click();
      await page.getByRole('heading', { name: 'Réserve justifiée' }).waitFor();
      await page.evaluate(() => { window.hoteEmule.saisir('Tableau de bord', 'G31', 4000); });
      await page.getByText('Résultats à actualiser.').waitFor();
      await page.getByText(/Une justification a été annulée/).waitFor();
    });
  });

  test.each([[320, false], [350, true]])('%d px, sombre %s : accessible, rien ne dépasse', async (largeur, sombre) => {
    await avecVolet({ largeur, sombre }, async (page) => {
      expect(await violations(page)).toEqual([]);
      expect(await defauts(page)).toEqual([]);
    });
  });

  test('notre JavaScript jusqu’au premier verdict tient dans la taille admise', async () => {
    const demandes = new Set<string>();
    await avecVolet({}, async (page) => {
      const scripts = await page.evaluate(() => performance.getEntriesByType('resource').filter(({ startTime }) => startTime < performance.now()).map(({ name }) => name));
      for (const script of scripts) if (script.includes('/scripts/taskpane')) demandes.add(script.split('/').pop()!);
    });
    const noms = (await readdir(join(dossier, 'scripts'))).filter((nom) => demandes.has(nom));
    const tailles = await Promise.all(noms.map(async (nom) => gzipSync(await readFile(join(dossier, 'scripts', nom)), { level: 9 }).length));
    expect(noms.length).toBeGreaterThan(0);
    expect(tailles.reduce((total, taille) => total + taille, 0)).toBeLessThanOrEqual(TAILLE_MAX);
  });
});
