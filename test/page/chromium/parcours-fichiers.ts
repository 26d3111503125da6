/** La page devant ce qui n'est pas un classeur de contrat : malade, chiffré, trop gros, ou seulement lourd. */
import { mkdtemp, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fabriquerClasseur } from '../../classeurs/fabrique';
import { ANOMALIES, attendreVerdict, choisir, DELAI_PARCOURS_MS, visiter, type Banc } from './banc';

export function parcoursFichiers(banc: () => Banc): void {
  let dossier: string;
  beforeAll(async () => { dossier = await mkdtemp(join(tmpdir(), 'mauvais-')); });

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
}
