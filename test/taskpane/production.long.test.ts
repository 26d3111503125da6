/** Le paquet de production, sur le vrai client Office.js et l'hôte émulé : le parcours d'un agent. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { construire, scriptsAvantVerdict } from '../../scripts/taille.cjs';
import { decrireChromium } from '../hote-excel/chromium';
import { preparerVolet, type OptionsVolet, type Volet } from '../hote-excel/serveur';
import { lireExemple } from '../moteur/vues/aide';
import { defauts, violations } from './page/essai';

jest.setTimeout(300_000);

/** Un classeur, une largeur, un thème d'Office. */
interface Contexte extends Partial<OptionsVolet> {
  readonly largeur?: number;
  readonly theme?: 'clair' | 'sombre';
}

const CONTEXTES = [[320, 'clair'], [320, 'sombre'], [350, 'clair'], [350, 'sombre']] as const;
const FONDS = { clair: 'rgb(255, 255, 255)', sombre: 'rgb(41, 41, 41)' } as const;

/** Retient les scripts arrivés avant que le verdict ne se montre. */
function guetterVerdict(): void {
  new MutationObserver((_, guet) => {
    if (!document.getElementById('verdict')) return;
    guet.disconnect();
    Object.assign(window, { scriptsAvantVerdict: performance.getEntriesByType('resource').map(({ name }) => name) });
  }).observe(document, { childList: true, subtree: true });
}

decrireChromium('volet de production', (lancer) => {
  let navigateur: Browser;
  let dossier: string;
  let comptes: readonly string[];
  beforeAll(async () => {
    dossier = await mkdtemp(join(tmpdir(), 'production-'));
    const [ouvert, compilation] = await Promise.all([lancer(), construire(dossier)]);
    navigateur = ouvert;
    comptes = scriptsAvantVerdict(compilation);
  });
  afterAll(() => navigateur?.close());

  async function avecVolet({ largeur = 320, theme = 'clair', ...reste }: Contexte, faire: (page: Page, volet: Volet) => Promise<void>): Promise<void> {
    const page = await navigateur.newPage({ viewport: { width: largeur, height: 600 }, locale: 'fr-FR', reducedMotion: 'reduce' });
    await page.addInitScript(guetterVerdict);
    const volet = await preparerVolet(page, { dossier, instantane: lireExemple('87-haute-vienne-anomalies'), hote: { theme }, ...reste });
    try {
      await page.goto(volet.adresse);
      await page.waitForSelector('#verdict');
      await faire(page, volet);
      expect({ erreurs: volet.erreursPage, etrangeres: volet.requetesEtrangeres }).toEqual({ erreurs: [], etrangeres: [] });
      expect(await page.evaluate(() => window.hoteEmule.nonModelises)).toEqual([]);
    } finally {
      await page.close();
      await volet.fermer();
    }
  }

  /** Rien à redire à l'écran présent, une fois ses apparitions finies. */
  async function verifierEcran(page: Page): Promise<void> {
    await page.mouse.move(0, 0);
    await page.waitForTimeout(300);
    expect(await violations(page)).toEqual([]);
    expect(await defauts(page)).toEqual([]);
  }

  const titre = (page: Page) => page.locator('#titre-detail').textContent();
  const rang = (page: Page, texte: string) => page.getByText(texte, { exact: true }).waitFor();

  test.each(CONTEXTES)('%d px, thème %s : ouvrir, filtrer, naviguer, ignorer, modifier', async (largeur, theme) => {
    await avecVolet({ largeur, theme }, async (page) => {
      // Ouvrir : le verdict, aux couleurs d'Office.
      expect(await page.textContent('#verdict')).toBe('Non conforme');
      expect(await page.evaluate(() => getComputedStyle(document.querySelector('.fui-FluentProvider')!).backgroundColor)).toBe(FONDS[theme]);
      await verifierEcran(page);

      // Filtrer : par gravité, puis par un mot.
      const cartes = page.locator('[id^=carte-]');
      const toutes = await cartes.count();
      await page.getByRole('button', { name: /Alertes/ }).click();
      await page.getByRole('heading', { name: new RegExp(`constats affichés sur ${String(toutes)}`) }).waitFor();
      expect(await page.locator('[id^=carte-]').filter({ hasNotText: 'Alerte' }).count()).toBe(0);
      await page.getByRole('textbox', { name: /Chercher/ }).fill('cible nationale');
      await page.getByRole('heading', { name: /^1 constat affiché sur/ }).waitFor();
      await verifierEcran(page);
      await page.getByRole('button', { name: 'Effacer la recherche' }).click();
      await page.getByRole('heading', { name: /^10 constats affichés sur/ }).waitFor();

      // Naviguer : le suivant, puis retour au précédent, et la cellule suit dans le classeur.
      await cartes.first().click();
      await page.waitForSelector('#titre-detail');
      const premier = await titre(page);
      await page.getByRole('button', { name: 'Sélectionner' }).click();
      await page.getByText(/^Cellule \w+ sélectionnée/).waitFor({ state: 'attached' });
      await page.getByRole('button', { name: 'Suivant' }).click();
      await rang(page, '2 sur 10');
      await page.getByRole('button', { name: 'Précédent' }).click();
      await rang(page, '1 sur 10');
      expect(await titre(page)).toBe(premier);
      await page.getByRole('button', { name: 'Liste' }).click();

      // Ignorer avec un motif : gardé, compté à part.
      await cartes.filter({ hasText: 'sous la cible nationale' }).first().click();
      await page.getByRole('button', { name: /Ignorer avec un motif/ }).click();
      await page.getByRole('textbox', { name: /Motif/ }).fill('Pénurie de médecins');
      await page.getByRole('textbox', { name: /Auteur/ }).fill('C. Martin');
      await page.getByRole('button', { name: 'Enregistrer' }).click();
      await page.getByRole('heading', { name: 'Réserve justifiée' }).waitFor();
      await verifierEcran(page);

      // Modifier une cellule : le bandeau, le recontrôle, la justification qui tombe.
      await page.evaluate(() => { window.hoteEmule.saisir('Tableau de bord', 'G31', 4000); });
      await page.getByText('Résultats à actualiser.').waitFor();
      await page.getByText(/Une justification a été annulée/).waitFor();
      await verifierEcran(page);
    });
  });

  test('tout ce qui se charge avant le premier verdict est compté par « npm run taille »', async () => {
    await avecVolet({}, async (page) => {
      const demandes = await page.evaluate(() => (window as unknown as { scriptsAvantVerdict: string[] }).scriptsAvantVerdict);
      const noms = demandes.map((url) => new URL(url).pathname.slice(1)).filter((nom) => nom.startsWith('scripts/'));
      expect(noms.length).toBeGreaterThan(0);
      expect(noms.filter((nom) => !comptes.includes(nom))).toEqual([]);
    });
  });

  test('la connexion se coupe après le verdict : les écrans déjà chargés d’avance s’ouvrent encore', async () => {
    await avecVolet({}, async (page) => {
      await page.waitForLoadState('networkidle');
      await page.context().setOffline(true);
      await page.getByRole('tab', { name: 'Financement' }).click();
      await page.getByRole('heading', { name: 'Total du contrat' }).waitFor();
      await page.getByRole('button', { name: 'Options' }).click();
      await page.getByRole('heading', { name: 'À propos' }).waitFor();
    });
  });

  test('Office.js ne répond pas : l’écran de secours le dit', async () => {
    const page = await navigateur.newPage({ viewport: { width: 320, height: 600 }, locale: 'fr-FR' });
    const volet = await preparerVolet(page, { dossier, instantane: lireExemple('87-haute-vienne-conforme'), office: false });
    try {
      await page.goto(volet.adresse);
      await page.getByRole('heading', { name: 'Le contrôle CDPPE ne peut pas s’ouvrir' }).waitFor();
      expect(await page.getByText(/appsforoffice\.microsoft\.com/).count()).toBe(1);
      await verifierEcran(page);
    } finally {
      await page.close();
      await volet.fermer();
    }
  });
});
