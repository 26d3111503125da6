/** Le même volet dans la page sans Excel : corriger, remplir, créer les feuilles, et ce qu'en dit le fichier téléchargé. */
import { readFileSync } from 'node:fs';
import type { Constat } from '../../src/controles/constat';
import { celluleDe, type Instantane } from '../../src/classeur/instantane';
import { creerClasseur } from '../../src/hote/fichier/creer-classeur';
import { lireClasseur } from '../../src/hote/fichier/lire';
import { analyser } from '../../src/moteur/analyser';
import { decrireChromium } from '../hote-excel/chromium';
import { ANOMALIES, attendreVerdict, CONFORME, DELAI_MONTAGE_MS, DELAI_PARCOURS_MS, deposer, deposerOctets, monterBanc, telecharger, visiter, type Banc } from '../page/chromium/banc';
import type { Page } from 'playwright-core';

const cle = ({ code, objectif, indicateur, annee, emplacement }: Constat) => JSON.stringify([code, objectif, indicateur, annee, emplacement?.ligne, emplacement?.colonne]);
const AVANT = lireClasseur(readFileSync(ANOMALIES), { nom: '87-haute-vienne-anomalies.xlsx' });

async function reprendre(page: Page): Promise<Instantane> {
  const { nom, octets } = await telecharger(page, () => page.getByRole('button', { name: /^Télécharger/ }).first().click());
  return lireClasseur(octets, { nom });
}

decrireChromium('corriger et remplir dans la page', (lancer) => {
  let banc: Banc;
  beforeAll(async () => { banc = await monterBanc(lancer); }, DELAI_MONTAGE_MS);
  afterAll(() => banc?.demonter());

  test('tout corriger : la copie ne garde que les constats qui demandent une décision', async () => {
    const { page, anomalies, dehors } = await visiter(banc);
    await deposer(page, ANOMALIES, '87-haute-vienne-anomalies.xlsx');
    await attendreVerdict(page);
    await page.getByRole('button', { name: /^Corriger \d+ cellules?…$/ }).click();
    await page.getByRole('button', { name: /^Corriger \d+ cellules?$/ }).click();
    await page.getByRole('button', { name: 'Annuler la correction' }).waitFor();
    const restants = analyser(await reprendre(page)).rapport.constats;
    expect(restants.map(cle).sort()).toEqual(analyser(AVANT).rapport.constats.filter(({ correction }) => correction?.type !== 'automatique').map(cle).sort());
    expect({ anomalies, dehors }).toEqual({ anomalies: [], dehors: [] });
    await page.context().close();
  }, DELAI_PARCOURS_MS);

  test('remplir par une trame choisie, et télécharger le modèle', async () => {
    const { page, anomalies } = await visiter(banc);
    await deposer(page, CONFORME, '87-haute-vienne-conforme.xlsx');
    await page.getByRole('tab', { name: 'Diagnostic' }).click();
    const modele = await telecharger(page, () => page.getByRole('button', { name: 'Télécharger (CSV)' }).click());
    expect(modele.nom).toBe('trame-diagnostic-87.csv');
    const classeur = await telecharger(page, () => page.getByRole('button', { name: 'Télécharger (Excel)' }).click());
    expect(lireClasseur(classeur.octets, { nom: classeur.nom }).feuilles[0]!.nom).toBe('Trame de diagnostic');
    await page.getByRole('button', { name: 'Remplir le diagnostic…' }).click();
    await page.locator('[aria-label="Trame à importer"]').setInputFiles({ name: 'trame.csv', mimeType: 'text/csv', buffer: Buffer.from('Code;Valeur 2019;Source;Mill\xe9sime\no1-entretiens-snds;12;SNDS;2019\n', 'latin1') });
    await page.getByRole('radio', { name: 'Remplacer par 12' }).check();
    await page.getByRole('button', { name: /^Écrire 1 valeur$/ }).click();
    await page.getByRole('button', { name: 'Annuler la correction' }).waitFor();
    const rempli = await reprendre(page);
    expect(celluleDe(rempli.feuilles[0]!, 8, 4)?.valeur).toBe(12);
    expect(rempli.feuilles.at(-1)!.nom).toBe('Sources du diagnostic');
    await page.getByRole('button', { name: 'Annuler la correction' }).click();
    await page.getByRole('button', { name: /^Journal/ }).waitFor({ state: 'detached' });
    expect(celluleDe((await reprendre(page)).feuilles[0]!, 8, 4)?.valeur).toBe(341);
    expect(anomalies).toEqual([]);
    await page.context().close();
  }, DELAI_PARCOURS_MS);

  test('créer les feuilles officielles dans un classeur vide', async () => {
    const vide = creerClasseur({ titre: 'Vide', styles: {}, feuilles: [{ nom: 'Feuil1', cellules: [], fusions: [], largeurs: new Map(), hauteurs: new Map(), figees: { lignes: 0, colonnes: 0 }, enTete: null, validations: [] }] });
    const { page, anomalies } = await visiter(banc);
    await deposerOctets(page, vide, 'contrat-87-haute-vienne.xlsx');
    const modele = await telecharger(page, () => page.getByRole('button', { name: /^Télécharger le modèle vierge/ }).click());
    expect(analyser(lireClasseur(modele.octets, { nom: modele.nom })).rapport.verdict).toBe('a_remplir');
    await page.getByRole('button', { name: 'Créer les feuilles officielles…' }).click();
    await page.getByRole('button', { name: 'Créer les feuilles', exact: true }).click();
    await page.getByText('À remplir', { exact: true }).first().waitFor();
    const cree = await reprendre(page);
    expect(cree.feuilles.map(({ nom }) => nom)).toEqual(['Feuil1', 'Tableau de bord', "Plan d'action"]);
    expect(analyser(cree).rapport.verdict).toBe('a_remplir');
    expect(anomalies).toEqual([]);
    await page.context().close();
  }, DELAI_PARCOURS_MS);
});
