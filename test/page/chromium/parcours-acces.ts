/** La page partout : hors ligne, en `file://`, étroite, sombre, au clavier, avec axe, et devant de mauvais fichiers. */
import { mkdtemp, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fabriquerClasseur } from '../../classeurs/fabrique';
import { ANOMALIES, attendreVerdict, choisir, CONFORME, DELAI_PARCOURS_MS, visiter, type Banc } from './banc';
import { violations } from './axe';

const ETROIT = { viewport: { width: 350, height: 700 } };

export function parcoursAcces(banc: () => Banc): void {
  let dossier: string;
  beforeAll(async () => { dossier = await mkdtemp(join(tmpdir(), 'mauvais-')); });

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

  test.each([
    ['un PDF', 'contrat.pdf', Buffer.from('%PDF-1.7'), 'document PDF'],
    ['un fichier coupé', 'coupe.xlsx', Buffer.from('PK\u0003\u0004'), 'incomplet'],
    ['un fichier vide', 'vide.xlsx', Buffer.alloc(0), '0 octet'],
    ['un fichier chiffré', 'secret.xlsx', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]), 'mot de passe'],
  ])('%s se refuse en clair, et la page reste utilisable', async (_, nom, contenu, attendu) => {
    const chemin = join(dossier, nom);
    await writeFile(chemin, contenu);
    const { page } = await visiter(banc());
    await choisir(page, chemin);
    await page.getByRole('alert').getByText(attendu).first().waitFor();
    await choisir(page, ANOMALIES);
    await attendreVerdict(page);
    await page.context().close();
  }, DELAI_PARCOURS_MS);

  test('un fichier de 70 Mo se refuse sans être lu', async () => {
    const chemin = join(dossier, 'gros.xlsx');
    await writeFile(chemin, 'PK');
    await truncate(chemin, 70 * 1024 * 1024);
    const { page } = await visiter(banc());
    await choisir(page, chemin);
    await page.getByRole('alert').getByText('70 Mo').waitFor();
    await page.context().close();
  }, DELAI_PARCOURS_MS);

  test('un classeur de 20 Mo, plein de feuilles étrangères, se lit', async () => {
    // Du texte sans répétition : la compression n'y peut presque rien.
    const lignes = Array.from({ length: 60_000 }, (_, ligne) => Array.from({ length: 12 }, (_vide, colonne) => ((ligne * 7919 + colonne * 104_729) * 2_654_435_761 % 4_294_967_296).toString(36) + Math.sin(ligne * 13 + colonne).toString(36).slice(2)));
    const chemin = join(dossier, 'vingt-mo.xlsx');
    await writeFile(chemin, fabriquerClasseur([{ nom: 'Extraction', lignes }], { chaines: 'en_ligne' }));
    const { page } = await visiter(banc());
    await choisir(page, chemin);
    await page.getByRole('heading', { name: 'Aucune feuille du contrat reconnue' }).waitFor({ timeout: 120_000 });
    await page.getByText(/premières lignes sont montrées/).waitFor();
    await page.context().close();
  }, 2 * DELAI_PARCOURS_MS);

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
