/** Le paquet de production dans Chromium : tout corriger, remplir le diagnostic, créer les feuilles. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Instantane } from '../../src/classeur/instantane';
import { celluleDe } from '../../src/classeur/instantane';
import type { Constat } from '../../src/controles/constat';
import { analyser } from '../../src/moteur/analyser';
import { decrireChromium } from '../hote-excel/chromium';
import { construireVolet } from '../hote-excel/construction';
import { feuille, instantane } from '../hote-excel/fabrique';
import { lireInstantane } from '../hote-excel/instantane-json';
import { preparerVolet } from '../hote-excel/serveur';
import { lireExemple, retoucher } from '../moteur/vues/aide';
import { defauts, violations } from './page/essai';

jest.setTimeout(300_000);

const ANOMALIES = '87-haute-vienne-anomalies';
/** Dossier où garder les images des écrans ; absent : aucune. */
const CAPTURES = process.env['CAPTURES'];

/** Ce qui fait l'identité d'un constat d'un contrôle à l'autre. */
const cle = ({ code, objectif, indicateur, annee, emplacement, feuille: ou }: Constat) => JSON.stringify([code, objectif, indicateur, annee, ou, emplacement?.ligne, emplacement?.colonne]);
const classeurDe = async (page: Page): Promise<Instantane> => lireInstantane(await page.evaluate(() => window.hoteEmule.instantane()));
const valeurEn = ({ feuilles }: Instantane, rang: number, ligne: number, colonne: number) => celluleDe(feuilles[rang]!, ligne, colonne)?.valeur ?? null;

decrireChromium('corriger et remplir, volet de production', (lancer) => {
  let navigateur: Browser;
  let dossier: string;
  beforeAll(async () => { [navigateur, dossier] = await Promise.all([lancer(), construireVolet()]); });
  afterAll(() => navigateur?.close());

  interface Options {
    readonly classeur?: Instantane;
    readonly largeur?: number;
    readonly theme?: 'clair' | 'sombre' | 'contraste';
  }

  async function avecVolet({ classeur = lireExemple(ANOMALIES), largeur = 320, theme = 'clair' }: Options, faire: (page: Page) => Promise<void>): Promise<void> {
    const page = await navigateur.newPage({ viewport: { width: largeur, height: 640 }, colorScheme: theme === 'sombre' ? 'dark' : 'light', forcedColors: theme === 'contraste' ? 'active' : 'none', reducedMotion: 'reduce', locale: 'fr-FR' });
    // Dans Excel, le thème d'Office l'emporte sur celui du système.
    const volet = await preparerVolet(page, { dossier, instantane: classeur, hote: { theme: theme === 'sombre' ? 'sombre' : 'clair' } });
    try {
      await page.goto(volet.adresse);
      await page.waitForSelector('#verdict, #etranger');
      await faire(page);
      expect({ erreurs: volet.erreursPage, requetes: volet.requetesEtrangeres }).toEqual({ erreurs: [], requetes: [] });
    } finally {
      await page.close();
      await volet.fermer();
    }
  }

  /** L'écran est accessible et tient dans sa largeur ; son image est gardée si on le demande. */
  async function verifier(page: Page, nom: string): Promise<void> {
    await page.waitForTimeout(400);
    expect(await violations(page)).toEqual([]);
    expect(await defauts(page)).toEqual([]);
    if (CAPTURES === undefined) return;
    await mkdir(CAPTURES, { recursive: true });
    await page.screenshot({ path: join(CAPTURES, `${nom}.png`) });
  }

  const ouvrirApercu = async (page: Page) => {
    await page.getByRole('button', { name: /^Corriger \d+ cellules?…$/ }).click();
    await page.waitForSelector('#titre-corrections');
  };
  const ouvrirDiagnostic = async (page: Page) => {
    await page.getByRole('tab', { name: 'Diagnostic' }).click();
    await page.waitForSelector('#titre-diagnostic');
  };

  test('anomalies → tout corriger → restent exactement les constats qui demandent une décision humaine', async () => {
    await avecVolet({}, async (page) => {
      const avant = analyser(await classeurDe(page)).rapport.constats;
      await ouvrirApercu(page);
      await page.getByRole('button', { name: /^Corriger \d+ cellules?$/ }).click();
      await page.getByRole('button', { name: 'Annuler la correction' }).waitFor();
      const restants = analyser(await classeurDe(page)).rapport.constats;
      expect(restants.filter(({ correction }) => correction?.type === 'automatique')).toEqual([]);
      const humains = avant.filter(({ correction }) => correction?.type !== 'automatique').map(cle);
      expect(humains.length).toBeGreaterThan(0);
      expect(restants.map(cle).sort()).toEqual(humains.sort());
      await page.waitForFunction((nombre) => document.querySelectorAll('[id^=carte-]').length === nombre, restants.length);

      await page.getByRole('button', { name: 'Annuler la correction' }).click();
      await page.waitForFunction((nombre) => document.querySelectorAll('[id^=carte-]').length === nombre, avant.length);
      expect(analyser(await classeurDe(page)).rapport.constats.map(cle).sort()).toEqual(avant.map(cle).sort());
    });
  });

  test('deux écritures, puis « Tout annuler » après confirmation', async () => {
    await avecVolet({}, async (page) => {
      const depart = JSON.stringify((await classeurDe(page)).feuilles.map(({ cellules }) => [...cellules.values()].map(({ valeur, formule }) => formule ?? valeur)));
      await ouvrirApercu(page);
      await page.getByRole('checkbox', { name: /^D12 – / }).uncheck();
      await page.getByRole('button', { name: /^Corriger \d+ cellules?$/ }).click();
      await page.getByText('1 opération faite', { exact: false }).waitFor();
      await ouvrirApercu(page);
      await page.getByRole('button', { name: 'Corriger 1 cellule' }).click();
      await page.getByText('2 opérations faites', { exact: false }).waitFor();
      await page.getByRole('button', { name: 'Tout annuler…' }).click();
      const question = page.getByRole('alertdialog', { name: /Tout annuler/ });
      await question.getByRole('button', { name: 'Tout annuler' }).click();
      await page.getByRole('button', { name: /^Journal/ }).waitFor({ state: 'detached' });
      expect(JSON.stringify((await classeurDe(page)).feuilles.map(({ cellules }) => [...cellules.values()].map(({ valeur, formule }) => formule ?? valeur)))).toBe(depart);
    });
  });

  test('au clavier seul : ouvrir l’aperçu, décocher, corriger, retrouver le focus dans le volet', async () => {
    await avecVolet({}, async (page) => {
      await page.getByRole('button', { name: /^Corriger \d+ cellules?…$/ }).focus();
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement?.id === 'titre-corrections');
      const cible = page.getByRole('checkbox', { name: /^D12 – / });
      for (let rang = 0; rang < 40 && !(await cible.evaluate((element) => element === document.activeElement)); rang++) await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      expect(await cible.isChecked()).toBe(false);
      const bouton = page.getByRole('button', { name: /^Corriger \d+ cellules?$/ });
      for (let rang = 0; rang < 80 && !(await bouton.evaluate((element) => element === document.activeElement)); rang++) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Annuler la correction' }).waitFor();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('controler-le-classeur');
      expect(valeurEn(await classeurDe(page), 0, 12, 4)).toBe('2 657');
    });
  });

  test('remplir le diagnostic par une trame collée, puis l’annuler', async () => {
    const classeur = retoucher(lireExemple('87-haute-vienne-conforme'), 0, { D7: null, D8: 0, D9: null });
    await avecVolet({ classeur }, async (page) => {
      await ouvrirDiagnostic(page);
      await page.getByRole('button', { name: 'Remplir le diagnostic…' }).click();
      await page.getByRole('button', { name: 'Coller une trame' }).click();
      await page.getByRole('textbox', { name: 'Trame à coller' }).fill('Code\tValeur 2019\tSource\tMillésime\no1-entretiens-cd\t409\tPMI\t2019\no1-entretiens-snds\t12\tSNDS\t2019\n');
      await page.getByRole('button', { name: 'Lire le texte collé' }).click();
      await page.getByRole('radio', { name: 'Remplacer par 12' }).check();
      await verifier(page, 'remplir-320');
      await page.getByRole('button', { name: 'Écrire 3 valeurs' }).click();
      await page.getByRole('button', { name: 'Annuler la correction' }).waitFor();
      const rempli = await classeurDe(page);
      expect([7, 8, 9].map((ligne) => valeurEn(rempli, 0, ligne, 4))).toEqual([409, 12, 3406]);
      expect(rempli.feuilles.at(-1)!.nom).toBe('Sources du diagnostic');
      expect(valeurEn(rempli, rempli.feuilles.length - 1, 2, 4)).toBe('PMI');
      await page.getByRole('button', { name: 'Annuler la correction' }).click();
      await page.getByRole('button', { name: /^Journal/ }).waitFor({ state: 'detached' });
      const annule = await classeurDe(page);
      expect([7, 8, 9].map((ligne) => valeurEn(annule, 0, ligne, 4))).toEqual([null, 0, null]);
    });
  });

  test('créer les feuilles officielles dans un classeur vide', async () => {
    await avecVolet({ classeur: instantane([feuille('Feuil1')]) }, async (page) => {
      await verifier(page, 'etranger-320');
      await page.getByRole('button', { name: 'Créer les feuilles officielles…' }).click();
      await page.getByRole('alertdialog', { name: /Créer les feuilles officielles/ }).waitFor();
      await verifier(page, 'creer-320');
      await page.getByRole('button', { name: 'Créer les feuilles', exact: true }).click();
      await page.waitForSelector('#verdict');
      expect(await page.textContent('#verdict')).toBe('À remplir');
      const { feuilles } = await classeurDe(page);
      expect(feuilles.map(({ nom }) => nom)).toEqual(['Feuil1', 'Tableau de bord', "Plan d'action"]);
      await page.getByText(/Feuilles officielles créées.; commencez par la cellule D\d+, qui est sélectionnée/).first().waitFor();
      await verifier(page, 'creees-320');
    });
  });

  test.each([[320, 'clair'], [320, 'sombre'], [350, 'clair'], [320, 'contraste']] as const)('%d px, %s : aperçu, journal, diagnostic, remplir : accessibles, rien ne dépasse', async (largeur, theme) => {
    const suffixe = `${String(largeur)}-${theme}`;
    await avecVolet({ largeur, theme }, async (page) => {
      await verifier(page, `controle-${suffixe}`);
      await ouvrirApercu(page);
      await verifier(page, `apercu-${suffixe}`);
      await page.getByRole('button', { name: /^Corriger \d+ cellules?$/ }).click();
      await page.getByRole('button', { name: /^Journal/ }).click();
      await verifier(page, `journal-${suffixe}`);
      await ouvrirDiagnostic(page);
      await page.getByRole('button', { name: /^SNDS/ }).click();
      await page.getByRole('button', { name: /^Objectif 3 / }).click();
      await verifier(page, `diagnostic-${suffixe}`);
      await page.getByRole('button', { name: 'Remplir le diagnostic…' }).click();
      await page.getByRole('button', { name: 'Coller une trame' }).click();
      await page.getByRole('textbox', { name: 'Trame à coller' }).fill('Indicateur;Valeur 2019;Source\nEntretiens du 4e mois (SNDS);380;SNDS\nRendez-vous précoces;12;PMI\no3-vad-post-snds;au moins 40;SNDS\no2-bilans;-4;CD\n');
      await page.getByRole('button', { name: 'Lire le texte collé' }).click();
      await page.getByText('Lignes de la trame non rapprochées').waitFor();
      await verifier(page, `remplir-${suffixe}`);
    });
  });
});
