/** Parcours d'un lot dans la page de production : trente fichiers dont des malades, synthèse, consolidation, comparaison, exports. */
import { copyFile, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { creerOuvrier } from '../../../src/page/travail/taches';
import { lireClasseur } from '../../../src/hote/fichier/lire';
import { fabriquerClasseur } from '../../classeurs/fabrique';
import { classeurDe } from '../../classeurs/separer';
import { attendreVerdict, choisir, DELAI_PARCOURS_MS, EXEMPLES, telecharger, visiter, type Banc } from './banc';

const NOMBRE = 30;
const ETRANGER = 'etranger.xlsx';
const MALADE = 'malade.xlsx';

/** Vingt-huit copies des exemples, un fichier malade et un classeur étranger. */
async function fabriquerLot(): Promise<readonly string[]> {
  const dossier = await mkdtemp(join(tmpdir(), 'lot-'));
  await mkdir(join(dossier, 'sous-dossier'));
  const exemples = readdirSync(EXEMPLES).filter((nom) => nom.endsWith('.xlsx'));
  const copies = Array.from({ length: NOMBRE - 2 }, (_, rang) => join(dossier, `${String(rang + 1).padStart(2, '0')}-${exemples[rang % exemples.length]!}`));
  await Promise.all(copies.map((copie, rang) => copyFile(join(EXEMPLES, exemples[rang % exemples.length]!), copie)));
  await writeFile(join(dossier, MALADE), Buffer.from('PK\u0003\u0004 coupé en route'));
  await writeFile(join(dossier, ETRANGER), fabriquerClasseur([{ nom: 'Courses', lignes: [['pain', 2]] }]));
  return [...copies, join(dossier, MALADE), join(dossier, ETRANGER)];
}

const nomDe = (chemin: string) => chemin.slice(chemin.lastIndexOf('/') + 1);

export function parcoursLot(banc: () => Banc): void {
  let fichiers: readonly string[];
  beforeAll(async () => { fichiers = await fabriquerLot(); });

  test('la synthèse dit de chaque fichier ce que dit le moteur', async () => {
    const { page, anomalies, dehors } = await visiter(banc());
    await choisir(page, fichiers);
    await page.getByText(`Contrôle terminé : ${String(NOMBRE)} classeurs.`).first().waitFor();
    const lignes = await page.locator('tbody tr').evaluateAll((rangees) => rangees.map((rangee) => [...rangee.children].map(({ textContent }) => textContent)));
    expect(lignes).toHaveLength(NOMBRE);
    const ouvrier = creerOuvrier();
    for (const chemin of fichiers) {
      const { ligne, extrait } = await ouvrier.examiner({ nom: nomDe(chemin), octets: readFileSync(chemin) });
      const montree = lignes.find(([, fichier]) => fichier === nomDe(chemin))!;
      if (ligne.verdict === 'illisible' || extrait === null) expect(montree.slice(4, 7)).toEqual(['–', '–', '–']);
      else expect(montree.slice(4, 7)).toEqual([ligne.compte.bloquant, ligne.compte.alerte, ligne.compte.info].map(String));
    }
    expect(lignes.find(([, fichier]) => fichier === MALADE)![3]).toBe('Illisible');
    expect(lignes.find(([, fichier]) => fichier === ETRANGER)![3]).toBe('Pas un classeur CDPPE');
    expect([dehors, anomalies]).toEqual([[], []]);
    await page.context().close();
  }, DELAI_PARCOURS_MS);

  test('tri, filtre, ouverture d’un fichier, retour où l’on en était', async () => {
    const { page } = await visiter(banc());
    await choisir(page, fichiers);
    await page.getByText(/^Contrôle terminé/).first().waitFor();
    await page.getByRole('button', { name: 'Bloquants' }).click();
    await page.locator('th[aria-sort=descending]', { hasText: 'Bloquants' }).waitFor();
    await page.getByRole('searchbox', { name: 'Rechercher' }).fill('moselle');
    await page.getByText(/classeurs? affichés?/).waitFor();
    const affiches = await page.locator('tbody tr').count();
    expect(affiches).toBeGreaterThan(0);
    expect(affiches).toBeLessThan(NOMBRE);
    await page.locator('tbody tr').first().getByRole('button').click();
    await attendreVerdict(page);
    await page.getByRole('button', { name: 'Retour : lot' }).click();
    expect(await page.locator('tbody tr').count()).toBe(affiches);
    await page.context().close();
  }, DELAI_PARCOURS_MS);

  test('consolidation, comparaison et exports', async () => {
    const { page } = await visiter(banc());
    await choisir(page, fichiers);
    await page.getByText(/^Contrôle terminé/).first().waitFor();
    await page.getByRole('button', { name: 'Exporter' }).click();
    const synthese = await telecharger(page, () => page.getByRole('menuitem', { name: 'Synthèse (CSV pour Excel)' }).click());
    expect([...synthese.octets.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(Buffer.from(synthese.octets).toString('utf8').trim().split('\r\n')).toHaveLength(NOMBRE + 1);

    await page.getByRole('button', { name: 'Consolider' }).click();
    await page.getByRole('heading', { name: `Consolidation de ${String(NOMBRE - 2)} classeurs` }).waitFor();
    await page.getByText(/2 fichiers laissés de côté/).waitFor();
    const html = await telecharger(page, () => page.getByRole('button', { name: 'Page HTML' }).click());
    expect(Buffer.from(html.octets).toString('utf8')).toContain('Consolidation');
    // Les avertissements sont en tête : les exemples répètent un même département.
    await page.getByRole('region', { name: 'À savoir' }).getByText(/Haute-Vienne \(87\) : \d+ classeurs/).waitFor();
    const classeur = await telecharger(page, () => page.getByRole('button', { name: 'Classeur Excel' }).click());
    expect(lireClasseur(classeur.octets, { nom: classeur.nom }).feuilles.map(({ nom }) => nom)).toEqual(expect.arrayContaining(['À savoir', 'Indicateurs', 'Enveloppes']));
    await page.getByRole('button', { name: 'Retour au lot' }).click();

    await page.getByRole('checkbox', { name: /Choisir 01-/ }).check();
    await page.getByRole('checkbox', { name: /Choisir 02-/ }).check();
    await page.getByRole('button', { name: 'Comparer les deux choisis' }).click();
    await page.getByRole('heading', { name: 'Comparaison de deux versions' }).waitFor();
    const csv = await telecharger(page, () => page.getByRole('button', { name: 'CSV pour Excel' }).click());
    expect(csv.nom).toBe('comparaison-cdppe.csv');
    expect([...csv.octets.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const avant = await page.getByText(/^Avant :/).textContent();
    await page.getByRole('button', { name: 'Inverser avant et après' }).click();
    await page.locator('p', { hasText: /^Avant :/ }).filter({ hasNotText: avant! }).waitFor();
    await page.context().close();
  }, DELAI_PARCOURS_MS);

  test('un département en deux fichiers se réunit, et son rapport se télécharge', async () => {
    const dossier = await mkdtemp(join(tmpdir(), 'moities-'));
    const moities = (['tableau', 'plan'] as const).map((nature) => join(dossier, `haute-vienne-${nature}.xlsx`));
    await writeFile(moities[0]!, classeurDe('87-haute-vienne-conforme.xlsx', 'tableau'));
    await writeFile(moities[1]!, classeurDe('87-haute-vienne-conforme.xlsx', 'plan'));
    const { page, anomalies } = await visiter(banc());
    await choisir(page, moities);
    await page.getByText(/^Haute-Vienne \(87\) : le tableau de bord et le plan d’action sont dans deux fichiers/).waitFor();
    await page.getByRole('button', { name: 'Réunir' }).click();
    await page.getByText('Contrôle terminé : 1 classeur.').first().waitFor();
    expect(await page.locator('tbody tr td:nth-child(4)').allTextContents()).toEqual(['Conforme']);
    const rapport = await telecharger(page, () => page.getByRole('button', { name: 'haute-vienne-tableau.xlsx + haute-vienne-plan.xlsx' }).click());
    expect(rapport.nom).toBe('haute-vienne-tableau-et-haute-vienne-plan-controle.html');
    expect(anomalies).toEqual([]);
    await page.context().close();
  }, DELAI_PARCOURS_MS);

  test('interrompu, le lot reprend', async () => {
    const { page } = await visiter(banc());
    await choisir(page, Array.from({ length: 12 }, () => fichiers).flat());
    const bouton = page.getByRole('button', { name: 'Interrompre' });
    await bouton.click();
    await page.getByText(/^Contrôle interrompu/).first().waitFor();
    await page.getByRole('button', { name: 'Reprendre' }).click();
    await page.getByText(/^Contrôle terminé/).first().waitFor();
    await page.context().close();
  }, DELAI_PARCOURS_MS);
}
