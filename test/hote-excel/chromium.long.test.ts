/** L'hôte émulé et le vrai client dans Chromium, sur le volet construit. */
import type { Browser, Page } from 'playwright-core';
import { celluleDe } from '../../src/classeur/instantane';
import { decrireChromium } from './chromium';
import { construireVolet } from './construction';
import { feuille, instantane } from './fabrique';
import { lireInstantane } from './instantane-json';
import { preparerVolet } from './serveur';
import type { OptionsVolet, Volet } from './serveur';

jest.setTimeout(300_000);

decrireChromium('volet dans Chromium', (lancer) => {
  let navigateur: Browser;
  let dossier: string;
  const classeur = instantane([feuille('Tableau de bord', { D7: 409, D9: 3406, D10: '=D7/D9' })]);

  beforeAll(async () => {
    [navigateur, dossier] = await Promise.all([lancer(), construireVolet()]);
  });
  afterAll(() => navigateur?.close());

  async function avecVolet(options: Partial<OptionsVolet>, faire: (page: Page, volet: Volet) => Promise<void>): Promise<void> {
    const page = await navigateur.newPage({ viewport: { width: 350, height: 378 } });
    const volet = await preparerVolet(page, { dossier, instantane: classeur, ...options });
    try {
      await page.goto(volet.adresse);
      await faire(page, volet);
    } finally {
      await page.close();
      await volet.fermer();
    }
  }

  test('Office.js démarre, lit et écrit ; le classeur recalcule ; rien ne part ailleurs', async () => {
    await avecVolet({}, async (page, volet) => {
      const lue = await page.evaluate(async () => {
        await Office.onReady();
        return Excel.run(async (context) => {
          const plage = context.workbook.worksheets.getItem('Tableau de bord').getRange('D10');
          plage.load('values,formulas');
          await context.sync();
          return [plage.values[0]![0] as number, plage.formulas[0]![0] as string] as const;
        });
      });
      expect(lue).toEqual([expect.closeTo(409 / 3406), '=D7/D9']);
      const json = await page.evaluate(() => {
        window.hoteEmule.saisir('Tableau de bord', 'D7', 681);
        return window.hoteEmule.instantane();
      });
      expect(celluleDe(lireInstantane(json).feuilles[0]!, 10, 4)!.valeur).toBeCloseTo(681 / 3406);
      expect(volet.requetesEtrangeres).toEqual([]);
      expect(volet.erreursPage).toEqual([]);
    });
  });

  test('Office.js bloqué : l’écran de secours s’affiche, daté', async () => {
    await avecVolet({ office: false }, async (page) => {
      await page.getByRole('alert').waitFor();
      expect(await page.getByRole('alert').textContent()).toMatch(/appsforoffice.*Essai du/s);
      expect(await page.getByRole('button', { name: 'Réessayer' }).isVisible()).toBe(true);
    });
  });
});
