/** @jest-environment jsdom */
import { screen, waitFor } from '@testing-library/react';
import { lireXml } from '../../src/decisions/lire-xml';
import type { Instantane } from '../../src/classeur/instantane';
import { lireExemple, retoucher } from '../moteur/vues/aide';
import { dit, monter, verdict, type Monte } from './monter';

const LIBELLE = 'Compteur local des rendez-vous de grossesse';
const MODIFIE = retoucher(lireExemple('87-haute-vienne-conforme'), 0, { C7: LIBELLE });
/** Le classeur conforme, sans rien qui dise son département. */
const ANONYME: Instantane = { ...retoucher(lireExemple('87-haute-vienne-conforme'), 0, { A2: null }), nom: 'classeur.xlsx' };

async function ouvrirOptions({ utilisateur }: Monte): Promise<void> {
  await verdict();
  await utilisateur.click(screen.getByRole('button', { name: 'Options' }));
  await screen.findByRole('heading', { name: 'Options' });
}

test('une ligne non reconnue se rattache, et le choix est gardé dans le classeur', async () => {
  const monte = await monter(MODIFIE);
  expect(dit(await verdict())).toBe('Non conforme');
  await ouvrirOptions(monte);
  const choix = screen.getByRole('combobox', { name: new RegExp(LIBELLE) });
  await monte.utilisateur.selectOptions(choix, 'o1-entretiens-cd');
  expect(monte.hote.donnees).toBeNull();
  await monte.utilisateur.click(screen.getByRole('button', { name: 'Enregistrer et recontrôler' }));
  await waitFor(() => { expect(lireXml(monte.hote.donnees).donnees.rattachements).toEqual([{ type: 'indicateur', texte: LIBELLE, code: 'o1-entretiens-cd' }]); });
  await waitFor(() => { expect(screen.queryByRole('combobox', { name: new RegExp(LIBELLE) })).toBeNull(); });
  await monte.utilisateur.click(screen.getByRole('button', { name: 'Revenir au contrôle' }));
  expect(dit(await verdict())).toMatch(/^Conforme/);
});

test('un rattachement se retire', async () => {
  const monte = await monter(MODIFIE, {}, (hote) => {
    hote.donnees = `<donnees xmlns="urn:controle-cdppe:donnees:1"><rattachements><rattachement type="indicateur" texte="${LIBELLE}" code="o1-entretiens-cd"/></rattachements></donnees>`;
  });
  await ouvrirOptions(monte);
  await monte.utilisateur.click(screen.getByRole('button', { name: /^Retirer : « Compteur local/ }));
  await monte.utilisateur.click(screen.getByRole('button', { name: 'Enregistrer et recontrôler' }));
  await waitFor(() => { expect(monte.hote.donnees).toBeNull(); });
});

test('une feuille se désigne', async () => {
  const monte = await monter('57-moselle-variante');
  await ouvrirOptions(monte);
  await monte.utilisateur.selectOptions(screen.getByRole('combobox', { name: /Plan d’action/ }), 'PA signé');
  await monte.utilisateur.click(screen.getByRole('button', { name: 'Enregistrer et recontrôler' }));
  await waitFor(() => { expect(lireXml(monte.hote.donnees).donnees.rattachements).toEqual([{ type: 'feuille', feuille: 'PA signé', nature: 'plan' }]); });
});

test('le département s’indique quand le classeur ne le dit pas', async () => {
  const monte = await monter(ANONYME);
  await verdict();
  expect(screen.getByText(/Département non reconnu/)).toBeTruthy();
  await ouvrirOptions(monte);
  await monte.utilisateur.selectOptions(screen.getByRole('combobox', { name: 'Département à retenir' }), '87');
  await monte.utilisateur.click(screen.getByRole('button', { name: 'Enregistrer le département' }));
  await waitFor(() => { expect(lireXml(monte.hote.donnees).donnees.preferences.departement).toBe('87'); });
  expect(await screen.findByText(/Haute-Vienne \(87\), indiqué par vous/)).toBeTruthy();
});

test('les versions du logiciel et du référentiel sont dites', async () => {
  const monte = await monter('87-haute-vienne-conforme');
  await ouvrirOptions(monte);
  expect(dit(screen.getByRole('heading', { name: 'À propos' }).parentElement)).toMatch(/Contrôle CDPPE 0\.1\.0\. Référentiel cdppe-2020-2022 ; période du classeur : diagnostic 2019, cibles 2020 à 2022/);
});

test('un refus d’enregistrer se dit, et le choix reste', async () => {
  const monte = await monter(ANONYME);
  await ouvrirOptions(monte);
  monte.hote.enPanne('ecrireDonnees', 'protege');
  const choix = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Département à retenir' });
  await monte.utilisateur.selectOptions(choix, '87');
  await monte.utilisateur.click(screen.getByRole('button', { name: 'Enregistrer le département' }));
  expect(await screen.findByText(/Rien n’a été enregistré\. Excel refuse/)).toBeTruthy();
  expect(choix.value).toBe('87');
});
