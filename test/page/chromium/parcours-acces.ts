/** La page partout : hors ligne, en `file://`, étroite, sombre, au clavier, avec axe. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ANOMALIES, attendreVerdict, choisir, CONFORME, DELAI_PARCOURS_MS, visiter, type Banc } from './banc';
import { violations } from './axe';

const ETROIT = { viewport: { width: 350, height: 700 } };

export function parcoursAcces(banc: () => Banc): void {
  describe.each(['light', 'dark'] as const)('thème %s', (colorScheme) => {
    test('axe ne trouve rien de sérieux, d’un écran à l’autre', async () => {
      const { page } = await visiter(banc(), '', { colorScheme });
      expect(await violations(page)).toEqual([]);
      await choisir(page, ANOMALIES);
      await attendreVerdict(page);
      expect(await violations(page)).toEqual([]);
      await page.getByText('Taux saisi au lieu d’être calculé').first().click();
      await page.getByRole('grid').press('F2');
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('grid').press('5');
      await page.keyboard.press('Enter');
      await page.getByText('Essai en cours').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    }, DELAI_PARCOURS_MS);

    test('axe ne trouve rien de sérieux dans un lot', async () => {
      const { page } = await visiter(banc(), '', { colorScheme });
      await choisir(page, [ANOMALIES, CONFORME]);
      await page.getByText(/^Contrôle terminé/).first().waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Consolider' }).click();
      await page.getByRole('heading', { name: /^Consolidation/ }).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Retour au lot' }).click();
      for (const une of await page.getByRole('checkbox').all()) await une.check();
      await page.getByRole('button', { name: 'Comparer les deux choisis' }).click();
      await page.getByRole('heading', { name: /^Comparaison/ }).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    }, DELAI_PARCOURS_MS);

    test('à 350 px, l’un ou l’autre, sans défilement de côté', async () => {
      const { page } = await visiter(banc(), '?exemple', { ...ETROIT, colorScheme });
      await attendreVerdict(page);
      expect(await page.getByRole('grid').count()).toBe(0);
      await page.getByText('Taux saisi au lieu d’être calculé').first().click();
      await page.getByRole('button', { name: 'Sélectionner' }).click();
      await page.locator('[role=grid][aria-activedescendant="case-D10"]').waitFor();
      expect(await page.locator('#case-D10').isVisible()).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(ETROIT.viewport.width);
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Voir le constat' }).click();
      await page.getByRole('button', { name: 'Sélectionner' }).waitFor();
      await page.context().close();
    }, DELAI_PARCOURS_MS);
  });

  test('au clavier seul : ouvrir l’exemple, parcourir la grille, essayer, revenir', async () => {
    const { page } = await visiter(banc());
    const atteindre = async (nom: string | RegExp) => {
      for (let pas = 0; pas < 60; pas += 1) {
        await page.keyboard.press('Tab');
        const [role, texte] = await page.evaluate(() => [document.activeElement?.getAttribute('role') ?? '', document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '']);
        if (nom === role || (nom instanceof RegExp && nom.test(texte!))) return;
      }
      throw new Error(`« ${String(nom)} » ne s’atteint pas au clavier.`);
    };
    await atteindre(/^Voir un exemple/);
    await page.keyboard.press('Enter');
    await attendreVerdict(page);
    await atteindre('grid');
    for (const touche of ['Control+End', 'Control+Home', 'End', 'PageDown']) await page.keyboard.press(touche);
    await page.keyboard.press('Enter');
    await page.getByLabel(/^Valeur à essayer en/).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');
    await page.context().close();
  }, DELAI_PARCOURS_MS);

  test('en file://, la page mono-fichier contrôle sans worker ni requête', async () => {
    const adresse = pathToFileURL(join(banc().dossier, 'controle-cdppe.html')).href;
    const { page, anomalies, dehors } = await visiter(banc(), adresse);
    await choisir(page, ANOMALIES);
    await attendreVerdict(page);
    expect(page.workers()).toEqual([]);
    await page.locator('#case-E7').click();
    await page.getByRole('grid').press('7');
    await page.keyboard.press('Enter');
    await page.getByText('Essai en cours').waitFor();
    await choisir(page, [ANOMALIES, CONFORME]);
    await page.getByText(/^Contrôle terminé/).first().waitFor();
    expect(dehors.filter((requete) => requete !== adresse)).toEqual([]);
    expect(anomalies).toEqual([]);
    await page.context().close();
  }, DELAI_PARCOURS_MS);

  // En dernier : le serveur y est arrêté.
  test('hors ligne après la première visite, serveur arrêté', async () => {
    const { page } = await visiter(banc(), '?exemple');
    await attendreVerdict(page);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    banc().couper();
    await page.context().setOffline(true);
    await page.goto(`${banc().adresse}?exemple`);
    await attendreVerdict(page);
    await page.getByRole('tab', { name: 'Financement' }).click();
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await page.context().close();
  }, DELAI_PARCOURS_MS);
}
