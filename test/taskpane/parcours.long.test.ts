/** Le volet dans Chromium, sur un hôte en mémoire : accessibilité, largeurs, thèmes, parcours. */
import type { Browser, Page } from 'playwright-core';
import { decrireChromium } from '../hote-excel/chromium';
import type { Service } from '../hote-excel/serveur';
import { defauts, ouvrir, servirPage, violations, type OptionsPage } from './page/essai';

jest.setTimeout(300_000);

type Etape = (page: Page) => Promise<void>;

const carte = (texte: string): Etape => async (page) => {
  await page.locator('[id^=carte-]').filter({ hasText: texte }).first().click();
  await page.waitForSelector('#titre-detail');
};
const onglet = (nom: string): Etape => async (page) => {
  await page.getByRole('tab', { name: nom }).click();
  await page.waitForSelector('article, h2');
};
const bouton = (nom: string | RegExp, puis: string): Etape => async (page) => {
  await page.getByRole('button', { name: nom }).click();
  await page.waitForSelector(puis);
};

const ECRANS: readonly (readonly [string, OptionsPage, readonly Etape[]])[] = [
  ['liste', {}, []],
  ['liste d’un modèle local', { classeur: '57-moselle-variante' }, []],
  ['modèle vierge', { classeur: 'annexe-5-vierge' }, []],
  ['classeur conforme', { classeur: '87-haute-vienne-conforme' }, []],
  ['classeur étranger', { parametres: '&etranger=1' }, []],
  ['détail d’un bloquant corrigible', {}, [carte('prend au numérateur')]],
  ['détail d’une alerte', {}, [carte('sous la cible nationale')]],
  ['boîte « Ignorer »', {}, [carte('sous la cible nationale'), bouton(/Ignorer/, '[role=dialog]'), (page) => page.getByRole('button', { name: 'Enregistrer' }).click()]],
  ['boîte du retour', {}, [bouton(/Copier le retour/, '[role=dialog]')]],
  ['cibles', {}, [onglet('Cibles')]],
  ['financement', {}, [onglet('Financement')]],
  ['diagnostic', {}, [onglet('Diagnostic')]],
  ['aperçu des corrections', {}, [bouton(/^Corriger \d+ cellules/, 'h2')]],
  ['options', {}, [bouton('Options', '#titre-options')]],
  ['options d’un modèle local', { classeur: '57-moselle-variante' }, [bouton('Options', '#titre-options')]],
];
const THEMES = ['clair', 'sombre', 'contraste'] as const;

decrireChromium('volet dans Chromium, hôte en mémoire', (lancer) => {
  let navigateur: Browser;
  let service: Service;
  beforeAll(async () => { [navigateur, service] = await Promise.all([lancer(), servirPage()]); });
  afterAll(async () => {
    await navigateur?.close();
    await service?.fermer();
  });

  describe.each(THEMES)('thème %s', (theme) => {
    test.each(ECRANS)('%s : accessible, à 320 px, sans débord ni cible trop petite', async (_, options, etapes) => {
      const { page, erreurs, etrangeres } = await ouvrir(navigateur, service, { theme, ...options });
      try {
        for (const etape of etapes) await etape(page);
        await page.waitForTimeout(300);
        expect(await violations(page)).toEqual([]);
        expect(await defauts(page)).toEqual([]);
        expect({ erreurs, etrangeres }).toEqual({ erreurs: [], etrangeres: [] });
      } finally {
        await page.close();
      }
    });
  });

  test('au clavier seul : de la liste au constat, au motif, et retour', async () => {
    const { page } = await ouvrir(navigateur, service, { largeur: 350, hauteur: 378 });
    const actif = () => page.evaluate(() => document.activeElement?.id ?? '');
    await page.locator('[id^=carte-]').filter({ hasText: 'sous la cible nationale' }).first().focus();
    const depart = await actif();
    await page.keyboard.press('Enter');
    await page.waitForSelector('#titre-detail');
    await page.waitForFunction(() => document.activeElement?.id === 'titre-detail');
    const ignorer = page.getByRole('button', { name: /Ignorer avec un motif/ });
    for (let rang = 0; rang < 6 && !(await ignorer.evaluate((element) => element === document.activeElement)); rang++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=dialog]');
    await page.keyboard.type('Pénurie de médecins');
    await page.keyboard.press('Tab');
    await page.keyboard.type('C. Martin');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const lever = page.getByRole('button', { name: 'Lever la justification' });
    await lever.waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent === 'Lever la justification');
    await page.getByRole('button', { name: 'Liste' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction((id) => document.activeElement?.id === id, depart);
    await page.close();
  });

  test('trois cents constats se montrent, se filtrent et s’ouvrent', async () => {
    const { page } = await ouvrir(navigateur, service, { parametres: '&gros=1' });
    const cartes = page.locator('[id^=carte-]');
    expect(await cartes.count()).toBeGreaterThan(300);
    await page.getByRole('textbox', { name: /Chercher/ }).fill('g10');
    await page.waitForFunction(() => document.querySelectorAll('[id^=carte-]').length < 30);
    await cartes.first().click();
    await page.waitForSelector('#titre-detail');
    await page.close();
  });
});
