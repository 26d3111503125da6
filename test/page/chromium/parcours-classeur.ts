/** Parcours d'un classeur dans la page de production : dépôt, navigation, essai, correction, téléchargement. */
import { readFileSync } from 'node:fs';
import { celluleDe, type Instantane } from '../../../src/classeur/instantane';
import { lireClasseur } from '../../../src/hote/fichier/lire';
import { analyser } from '../../../src/moteur/analyser';
import { ANOMALIES, attendreVerdict, CONFORME, choisir, DELAI_PARCOURS_MS, deposer, deposerOctets, telecharger, visiter, type Banc } from './banc';

const AVANT = lireClasseur(readFileSync(ANOMALIES), { nom: '87-haute-vienne-anomalies.xlsx' });

/** Cellules dont le contenu diffère, et leur nouveau contenu. */
function differences(avant: Instantane, apres: Instantane): readonly string[] {
  return apres.feuilles.flatMap((feuille, rang) => [...feuille.cellules.values()].flatMap(({ ligne, colonne, valeur, formule }) => {
    const ancienne = celluleDe(avant.feuilles[rang]!, ligne, colonne);
    const meme = formule === (ancienne?.formule ?? null) && (formule !== null || valeur === (ancienne?.valeur ?? null));
    return meme ? [] : [`${feuille.nom}!L${String(ligne)}C${String(colonne)} ${formule ?? String(valeur)}`];
  }));
}

export function parcoursClasseur(banc: () => Banc): void {
  test('déposé, contrôlé, sans rien demander au-dehors', async () => {
    const { page, anomalies, dehors } = await visiter(banc());
    await deposer(page, ANOMALIES, '87-haute-vienne-anomalies.xlsx');
    await attendreVerdict(page);
    const { compte } = analyser(AVANT).rapport;
    await page.getByRole('button', { name: new RegExp(`${String(compte.bloquant)}.*Bloquants`, 's') }).waitFor();
    expect(dehors).toEqual([]);
    expect(anomalies).toEqual([]);
    await page.context().close();
  }, DELAI_PARCOURS_MS);

  test('du constat à la cellule, et de la cellule au constat', async () => {
    const { page } = await visiter(banc(), '?exemple');
    await attendreVerdict(page);
    await page.getByText('Taux saisi au lieu d’être calculé').first().click();
    await page.locator('[role=grid][aria-activedescendant="case-D10"]').waitFor();
    await page.getByRole('button', { name: 'Liste' }).click();
    await page.locator('#case-D12').click();
    await page.getByText('Tableau de bord · D12').first().waitFor();
    // Au clavier : deux cellules plus haut, et Ctrl + Entrée.
    await page.getByRole('grid').press('ArrowUp');
    await page.getByRole('grid').press('ArrowUp');
    await page.getByRole('grid').press('Control+Enter');
    await page.getByText('Tableau de bord · D10').first().waitFor();
    await page.context().close();
  }, DELAI_PARCOURS_MS);

  test('un essai recalcule aussitôt, se dit, s’annule, et ne touche pas au fichier', async () => {
    const { page } = await visiter(banc(), '?exemple');
    await attendreVerdict(page);
    const grille = page.getByRole('grid');
    await page.locator('#case-E7').click();
    await grille.pressSequentially('681,2');
    await page.keyboard.press('Enter');
    await page.getByText('Essai en cours (1 cellule).').waitFor();
    await page.locator('#case-E10[aria-label*="20,0%"]').waitFor();
    await page.getByText('Valeur essayée ; le fichier contient : 477.').waitFor();
    // Une formule française, puis une saisie refusée, qui dit la bonne.
    await page.locator('#case-E10').click();
    await grille.pressSequentially('=SI(E9=0;"";E7/E9/2)');
    await page.keyboard.press('Enter');
    await page.locator('#case-E10[aria-label*="10,0%"]').waitFor();
    await grille.pressSequentially('1.5');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('Écrivez la virgule : « 1,5 ».').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('button', { name: 'Télécharger la copie corrigée' }).getAttribute('aria-disabled')).toBe('true');
    await page.getByRole('button', { name: 'Annuler les essais' }).click();
    await page.locator('#case-E10[aria-label*="14,0%"]').waitFor();
    expect(await page.getByText('Essai en cours').count()).toBe(0);
    await page.context().close();
  }, DELAI_PARCOURS_MS);

  test('une correction refuse de se mêler à un essai', async () => {
    const { page } = await visiter(banc(), '?exemple');
    await attendreVerdict(page);
    await page.getByText('Taux saisi au lieu d’être calculé').first().click();
    await page.locator('#case-E7').click();
    await page.getByRole('grid').pressSequentially('500');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Appliquer la correction' }).click();
    await page.getByText('Un essai est en cours').waitFor();
    await page.context().close();
  }, DELAI_PARCOURS_MS);

  test('corrigé, téléchargé, rouvert, recontrôlé : le constat a disparu et rien d’autre n’a changé', async () => {
    const { page, anomalies } = await visiter(banc(), '?exemple');
    await attendreVerdict(page);
    await page.getByText('Taux saisi au lieu d’être calculé').first().click();
    await page.getByText('=SI(D9=0;"";D7/D9)').first().waitFor();
    await page.getByRole('button', { name: 'Appliquer la correction' }).click();
    await page.getByText('(modifié, à télécharger)').waitFor();
    const { nom, octets } = await telecharger(page, () => page.getByRole('button', { name: 'Télécharger la copie corrigée' }).click());
    expect(nom).toBe('87-haute-vienne-anomalies-corrige.xlsx');
    const apres = lireClasseur(octets, { nom });
    expect(differences(AVANT, apres)).toEqual(['Tableau de bord!L10C4 =IF(D9=0,"",D7/D9)']);
    const en = (instantane: Instantane) => analyser(instantane).rapport.constats.filter(({ code, emplacement }) => code === 'FOR-01' && emplacement?.ligne === 10 && emplacement.colonne === 4);
    expect([en(AVANT).length, en(apres).length]).toEqual([1, 0]);
    // Téléchargé, il se quitte sans rien demander ; la copie se rouvre dans la page, et s'y recontrôle.
    await page.getByText('(modifié, à télécharger)').waitFor({ state: 'detached' });
    await deposerOctets(page, octets, nom);
    await page.getByText(nom, { exact: true }).waitFor();
    await attendreVerdict(page);
    const { compte } = analyser(apres).rapport;
    await page.getByRole('button', { name: new RegExp(`^${String(compte.bloquant)}.*Bloquants`, 's') }).waitFor();
    expect(compte.bloquant).toBe(analyser(AVANT).rapport.compte.bloquant - 1);
    await page.locator('#case-D10[aria-label*="12,0%"]').waitFor();
    expect(anomalies).toEqual([]);
    await page.context().close();
  }, DELAI_PARCOURS_MS);

  test('quitter un classeur corrigé et non téléchargé demande l’accord', async () => {
    const { page } = await visiter(banc(), '?exemple');
    await attendreVerdict(page);
    await page.getByText('Taux saisi au lieu d’être calculé').first().click();
    await page.getByRole('button', { name: 'Appliquer la correction' }).click();
    await page.getByText('(modifié, à télécharger)').waitFor();
    await page.getByRole('button', { name: 'Retour : accueil' }).click();
    const boite = page.getByRole('alertdialog');
    await boite.getByText('Abandonner les corrections ?').waitFor();
    await boite.getByRole('button', { name: 'Annuler' }).click();
    await page.getByRole('grid').waitFor();
    await page.getByRole('button', { name: 'Retour : accueil' }).click();
    await boite.getByRole('button', { name: 'Abandonner' }).click();
    await page.getByRole('heading', { name: 'Contrôler un classeur CDPPE' }).waitFor();
    await page.context().close();
  }, DELAI_PARCOURS_MS);

  test('les feuilles, les lignes masquées et les exports', async () => {
    const { page } = await visiter(banc(), '?exemple');
    await attendreVerdict(page);
    await page.getByRole('tab', { name: /^Plan d'action/ }).click();
    await page.getByRole('grid', { name: 'Feuille « Plan d\'action »' }).waitFor();
    await page.getByRole('button', { name: 'Autres actions' }).click();
    const html = await telecharger(page, () => page.getByRole('menuitem', { name: 'Rapport (page HTML)' }).click());
    expect(html.nom).toBe('87-haute-vienne-anomalies-controle.html');
    expect(Buffer.from(html.octets).toString('utf8')).toContain('Non conforme');
    await page.getByRole('button', { name: 'Autres actions' }).click();
    const csv = await telecharger(page, () => page.getByRole('menuitem', { name: 'Constats (CSV pour Excel)' }).click());
    expect([...csv.octets.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    await page.context().close();
  }, DELAI_PARCOURS_MS);

  test('choisi par le bouton, comparé à une version précédente', async () => {
    const { page } = await visiter(banc());
    await choisir(page, ANOMALIES);
    await attendreVerdict(page);
    await page.getByLabel('Version précédente à comparer').setInputFiles(CONFORME);
    await page.getByRole('heading', { name: 'Comparaison de deux versions' }).waitFor();
    await page.getByRole('heading', { name: 'Constats apparus' }).waitFor();
    await page.getByRole('button', { name: 'Retour' }).click();
    await page.getByRole('grid').waitFor();
    await page.context().close();
  }, DELAI_PARCOURS_MS);
}
