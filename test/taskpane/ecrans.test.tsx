/** @jest-environment jsdom */
import { screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { controler } from '../../src/moteur/vues/vues';
import { lireExemple } from '../moteur/vues/aide';
import { dit, monter, verdict, type Monte } from './monter';

async function aller({ utilisateur }: Monte, onglet: string): Promise<void> {
  await verdict();
  await utilisateur.click(screen.getByRole('tab', { name: onglet }));
}

describe('Cibles', () => {
  test('ceux qui manquent la cible d’abord, avec points et volume ; le graphique a son tableau', async () => {
    const monte = await monter('87-haute-vienne-anomalies');
    await aller(monte, 'Cibles');
    const [premier] = await screen.findAllByRole('article');
    expect(dit(premier!)).toMatch(/^Objectif 5 – consultations infantilesSous la cible nationaleIl manque 2,5 points, soit 620 enfants\./);
    const tableau = within(premier!).getByRole('table', { name: /Trajectoire : consultations infantiles/ });
    expect(within(tableau).getAllByRole('columnheader').map(dit)).toEqual(['Mesure', '2019', '2020', '2021', '2022']);
    expect(within(tableau).getAllByRole('cell').slice(0, 4).map(dit)).toEqual(['12 %', '14 %', '17 %', '17,5 %']);
    await monte.utilisateur.click(within(premier!).getByRole('button', { name: /Aller à la cible 2022/ }));
    await waitFor(() => { expect(monte.hote.selections[0]).toMatchObject({ ligne: 33, colonne: 7 }); });
  });

  test('l’indéterminé se dit, sans verdict', async () => {
    const monte = await monter('87-haute-vienne-anomalies');
    await aller(monte, 'Cibles');
    const carte = (await screen.findAllByRole('article')).find((article) => dit(article).startsWith('Objectif 6'))!;
    expect(dit(carte)).toContain('Indéterminé');
    expect(dit(carte)).toContain('dépasse 100 %');
  });
});

describe('Financement', () => {
  test('total, enveloppes, parité ; un montant mène à sa cellule', async () => {
    const monte = await monter('87-haute-vienne-anomalies');
    await aller(monte, 'Financement');
    const [premier] = await screen.findAllByRole('article');
    expect(dit(premier!)).toMatch(/^Objectif 4 .*Parité non tenueIl manque 30 000 € à la part du Département\./);
    expect(dit(screen.getByRole('heading', { name: 'Total du contrat' }).parentElement)).toMatch(/Département1 180 000 €Etat1 120 000 €Total du contrat2 300 000 €/);
    expect(dit(screen.getByRole('heading', { name: 'FIR' }).closest('li'))).toMatch(/350 000 €Dans les bornesDotation indicative d’un département : de 100 000 € à 1 000 000 € par an/);
    await monte.utilisateur.click(within(premier!).getByRole('button', { name: /^Département/ }));
    await waitFor(() => { expect(monte.hote.selections[0]).toMatchObject({ ligne: 10, colonne: 7 }); });
  });
});

test('une feuille manque : l’écran le dit et offre de la désigner', async () => {
  const lu = lireExemple('87-haute-vienne-conforme');
  const monte = await monter({ ...lu, feuilles: lu.feuilles.slice(0, 1) });
  expect(dit(await verdict())).toBe('Incomplet');
  await aller(monte, 'Financement');
  await monte.utilisateur.click(await screen.findByRole('button', { name: 'Désigner la feuille…' }));
  await waitFor(() => { expect(document.activeElement?.id).toBe('titre-options'); });
});

test('copier le retour : le texte se relit, puis se copie ; sinon on dit comment faire', async () => {
  const monte = await monter('87-haute-vienne-anomalies');
  await verdict();
  const ecrire = jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new Error('refusé'));
  await monte.utilisateur.click(screen.getByRole('button', { name: 'Copier le retour…' }));
  const zone = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Texte du retour' });
  expect(zone.value).toMatch(/^Contrat départemental.*\nContrôle du 15 septembre 2020/);
  const copier = within(screen.getByRole('dialog')).getByRole('button', { name: 'Copier le retour' });
  await monte.utilisateur.click(copier);
  expect(await screen.findByText(/copiez-le avec Ctrl \+ C/)).toBeTruthy();
  expect(zone.selectionEnd - zone.selectionStart).toBe(zone.value.length);
  ecrire.mockResolvedValueOnce(undefined);
  await monte.utilisateur.click(copier);
  expect(await screen.findByText(/Retour copié/)).toBeTruthy();
  expect(ecrire).toHaveBeenLastCalledWith(zone.value);
});

test('les onglets se parcourent aux flèches', async () => {
  const monte = await monter('annexe-5-vierge');
  await verdict();
  screen.getByRole('tab', { name: 'Contrôle' }).focus();
  await monte.utilisateur.keyboard('{ArrowRight}');
  expect(document.activeElement?.textContent).toBe('Cibles');
  await monte.utilisateur.keyboard('{End}');
  await waitFor(() => { expect(screen.getByRole('tab', { name: 'Diagnostic' }).getAttribute('aria-selected')).toBe('true'); });
});

test.each(['Contrôle', 'Cibles', 'Financement', 'Diagnostic'])('écran %s : aucune faute d’accessibilité', async (onglet) => {
  const monte = await monter('87-haute-vienne-anomalies');
  await aller(monte, onglet);
  await waitFor(() => { expect(document.getElementById('panneau')?.textContent).not.toBe(''); });
  // Les contrastes se mesurent dans Chromium : jsdom n'a pas de rendu.
  HTMLCanvasElement.prototype.getContext = () => null;
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id} : ${nodes.map(({ html }) => html.slice(0, 100)).join(' | ')}`)).toEqual([]);
});

test('de la cellule au constat, pour une grille qui désigne une cellule', async () => {
  const lu = lireExemple('87-haute-vienne-anomalies');
  const vus: (string | null)[] = [];
  await monter(lu, { celluleDesignee: { feuille: lu.feuilles[0]!.id, ligne: 33, colonne: 7 }, surConstat: (constat) => { vus.push(constat?.constat.code ?? null); } });
  await waitFor(() => { expect(vus[vus.length - 1]).toBe('CIB-02'); });
});

test('la page reçoit le résultat, pour annoter sa grille', async () => {
  const surResultat = jest.fn();
  await monter('annexe-5-vierge', { surResultat });
  await waitFor(() => { expect(surResultat).toHaveBeenCalledWith(expect.objectContaining({ rapport: expect.objectContaining({ verdict: 'a_remplir' }) }), []); });
});

test('un contrôleur d’ailleurs (worker) est appelé avec les options du classeur', async () => {
  const controleur = jest.fn((...parametres: Parameters<typeof controler>) => Promise.resolve(structuredClone(controler(...parametres))));
  await monter('annexe-5-vierge', { controleur }, (hote) => { hote.donnees = '<donnees xmlns="urn:controle-cdppe:donnees:1"><preferences departement="87"/></donnees>'; });
  await waitFor(() => { expect(controleur).toHaveBeenCalledWith(expect.anything(), { departement: '87', rattachements: [] }); });
});
