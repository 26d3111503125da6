/** @jest-environment jsdom */
/** « Créer les feuilles officielles », dans un classeur où rien n'est reconnu. */
import { screen, waitFor, within } from '@testing-library/react';
import type { Instantane } from '../../src/classeur/instantane';
import { analyser } from '../../src/moteur/analyser';
import { feuille, instantane } from '../hote-excel/fabrique';
import { dit, monter, verdict, type Monte } from './monter';

jest.setTimeout(120_000);

const ventes = (...noms: readonly string[]): Instantane => ({ ...instantane(noms.map((nom) => feuille(nom, { A1: 'Ventes', B2: 3 }))), nom: 'contrat-87-haute-vienne.xlsx' });

async function demander({ utilisateur }: Monte): Promise<HTMLElement> {
  await utilisateur.click(await screen.findByText('Créer les feuilles officielles…'));
  return (await screen.findByText(/^Créer les feuilles officielles\s\?/, { selector: 'h2' })).closest<HTMLElement>('[role=alertdialog]')!;
}

test('après accord : les deux annexes s’ajoutent, les autres feuilles sont intactes, et l’on va à la première cellule', async () => {
  const monte = await monter(ventes('Ventes'));
  const depart = monte.hote.classeur().feuilles[0];
  const question = await demander(monte);
  expect(dit(question)).toMatch(/tableau de bord \(annexe 5\.2\) et le plan d’action \(annexe 5\.3\), au nom de : Haute-Vienne \(87\).*La feuille « Ventes » reste intacte\..*sans mise en forme/);
  await monte.utilisateur.click(within(question).getByText('Créer les feuilles', { selector: 'button' }));
  expect(await verdict()).toHaveProperty('textContent', 'À remplir');
  expect(monte.hote.classeur().feuilles.map(({ nom }) => nom)).toEqual(['Ventes', 'Tableau de bord', "Plan d'action"]);
  expect(monte.hote.classeur().feuilles[0]).toBe(depart);
  const { rapport } = analyser(monte.hote.classeur());
  expect([rapport.verdict, rapport.constats.filter(({ gravite }) => gravite !== 'info')]).toEqual(['a_remplir', []]);
  await waitFor(() => { expect(monte.hote.selections).toHaveLength(1); });
  expect(monte.hote.selections[0]).toMatchObject({ feuille: 'id:Tableau de bord', colonne: 4 });
});

test('renoncer ne change rien', async () => {
  const monte = await monter(ventes('Ventes'));
  const question = await demander(monte);
  await monte.utilisateur.click(within(question).getByText('Annuler', { selector: 'button' }));
  expect(monte.hote.plans).toEqual([]);
});

test('un nom déjà pris : la feuille officielle prend le suivant', async () => {
  const monte = await monter(ventes('tableau de bord'));
  await monte.utilisateur.click(within(await demander(monte)).getByText('Créer les feuilles', { selector: 'button' }));
  await verdict();
  expect(monte.hote.classeur().feuilles.map(({ nom }) => nom)).toEqual(['tableau de bord', 'Tableau de bord (2)', "Plan d'action"]);
});

test('structure protégée : rien n’est créé, la cause se dit une fois', async () => {
  const monte = await monter(ventes('Ventes'), {}, (hote) => { hote.structureProtegee = true; });
  await monte.utilisateur.click(within(await demander(monte)).getByText('Créer les feuilles', { selector: 'button' }));
  const alerte = await screen.findByRole('alert');
  await waitFor(() => { expect(dit(alerte)).toMatch(/Aucune feuille n’a été créée\..*structure du classeur est protégée/); });
  expect(monte.hote.classeur().feuilles).toHaveLength(1);
});

test('l’hôte qui sait insérer reçoit un classeur entier', async () => {
  const recus: number[] = [];
  const monte = await monter(ventes('Ventes'), {}, (hote) => { Object.assign(hote, { insererFeuilles: async (octets: Uint8Array) => { recus.push(octets.length); return []; } }); });
  await monte.utilisateur.click(within(await demander(monte)).getByText('Créer les feuilles', { selector: 'button' }));
  await waitFor(() => { expect(recus).toHaveLength(1); });
  expect(recus[0]).toBeGreaterThan(5_000);
  expect(screen.queryByText(/^Télécharger le modèle vierge/)).toBeNull();
  expect(monte.hote.plans).toEqual([]);
});
