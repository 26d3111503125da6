/** @jest-environment jsdom */
import { act, screen, waitFor, within } from '@testing-library/react';
import { ESPACE } from '../../src/decisions/ecrire-xml';
import { lireXml } from '../../src/decisions/lire-xml';
import { boiteRefermee, dit, type Monte, monter, ouvrirConstat, verdict } from './monter';

// Le gestionnaire de focus de Fluent se coince parfois sous jsdom, machine chargée ; les parcours Chromium, eux, n'ont qu'un essai.
jest.retryTimes(2);

const CIBLE = /sous la cible nationale/;

// Sous jsdom, la boîte reste parfois cachée aux rôles tant que le focus n'y est pas entré ; Chromium vérifie qu'elle ne l'est pas.
async function ignorer(utilisateur: Monte['utilisateur'], motif: string): Promise<void> {
  await utilisateur.click(screen.getByRole('button', { name: 'Ignorer avec un motif…' }));
  const dialogue = await screen.findByRole('dialog', { name: 'Ignorer avec un motif', hidden: true });
  await utilisateur.type(within(dialogue).getByRole('textbox', { name: /Motif/, hidden: true }), motif);
  await utilisateur.type(within(dialogue).getByRole('textbox', { name: /Auteur/, hidden: true }), 'C. Martin, DDCS 87');
  await utilisateur.click(within(dialogue).getByRole('button', { name: 'Enregistrer', hidden: true }));
}

test('ignorer : le motif et l’auteur sont exigés, la décision est datée et gardée dans le classeur', async () => {
  const { utilisateur, hote } = await monter('87-haute-vienne-anomalies');
  await ouvrirConstat(utilisateur, CIBLE);
  await utilisateur.click(screen.getByRole('button', { name: 'Ignorer avec un motif…' }));
  const dialogue = await screen.findByRole('dialog', { name: 'Ignorer avec un motif', hidden: true });
  await utilisateur.click(within(dialogue).getByRole('button', { name: 'Enregistrer', hidden: true }));
  expect(dit(dialogue)).toMatch(/Écrivez le motif.*Indiquez qui prend cette décision/);
  expect(hote.donnees).toBeNull();
  await utilisateur.click(within(dialogue).getByRole('button', { name: 'Annuler', hidden: true }));
  await boiteRefermee();

  await ignorer(utilisateur, 'Pénurie de médecins');
  expect(await screen.findByRole('heading', { name: 'Réserve justifiée' })).toBeTruthy();
  expect(dit(screen.getByRole('article'))).toContain('C. Martin, DDCS 87, le 15 septembre 2020');
  const { donnees } = lireXml(hote.donnees);
  expect(donnees.decisions).toMatchObject([{ code: 'CIB-02', objectif: 5, indicateur: 'o5-taux', annee: 2022, motif: 'Pénurie de médecins', date: '2020-09-15' }]);
  expect(hote.donnees).toContain(ESPACE);
});

test('une alerte justifiée reste une réserve, comptée à part, à sa place dans la liste', async () => {
  const { utilisateur } = await monter('87-haute-vienne-anomalies');
  await verdict();
  const alertes = Number.parseInt(dit(screen.getByRole('button', { name: /Alertes$/ })), 10);
  const article = await ouvrirConstat(utilisateur, CIBLE);
  const rang = /(\d+) sur \d+/.exec(dit(article))![1];
  await ignorer(utilisateur, 'Motif');
  await screen.findByRole('heading', { name: 'Réserve justifiée' });
  expect(dit(screen.getByRole('article'))).toContain(`${rang!} sur`);
  await utilisateur.click(screen.getByRole('button', { name: 'Liste' }));
  expect(Number.parseInt(dit(await screen.findByRole('button', { name: /Alertes$/ })), 10)).toBe(alertes - 1);
  await utilisateur.click(screen.getByRole('button', { name: /Comptées à part.: 1 réserve justifiée/ }));
  await waitFor(() => { expect(screen.getByRole('heading', { level: 2, name: /1 constat affiché sur/ })).toBeTruthy(); });
  expect(screen.getByText('Justifiée')).toBeTruthy();
});

test('un bloquant ne s’ignore pas', async () => {
  const { utilisateur } = await monter('87-haute-vienne-anomalies');
  const article = await ouvrirConstat(utilisateur, /il manque 30.000/);
  expect(within(article).queryByRole('button', { name: /Ignorer/ })).toBeNull();
  expect(dit(article)).toContain('Un point bloquant ne s’ignore pas');
});

test('lever une justification', async () => {
  const { utilisateur, hote } = await monter('87-haute-vienne-anomalies');
  await ouvrirConstat(utilisateur, CIBLE);
  await ignorer(utilisateur, 'Motif');
  const bouton = await screen.findByRole('button', { name: 'Lever la justification' });
  await utilisateur.click(bouton);
  await screen.findByRole('button', { name: 'Ignorer avec un motif…' });
  expect(hote.donnees).toBeNull();
});

test('un refus du classeur se dit, et la saisie reste', async () => {
  const { utilisateur, hote } = await monter('87-haute-vienne-anomalies');
  await ouvrirConstat(utilisateur, CIBLE);
  hote.enPanne('ecrireDonnees', 'edition');
  await ignorer(utilisateur, 'Pénurie');
  const dialogue = screen.getByRole('dialog');
  expect(await within(dialogue).findByText('Rien n’a été enregistré.')).toBeTruthy();
  expect(within(dialogue).getByDisplayValue('Pénurie')).toBeTruthy();
  hote.enPanne('ecrireDonnees', null);
  await utilisateur.click(within(dialogue).getByRole('button', { name: 'Enregistrer', hidden: true }));
  expect(await screen.findByRole('heading', { name: 'Réserve justifiée' })).toBeTruthy();
});

test('la valeur change : la justification tombe d’elle-même, et le relecteur la voit', async () => {
  const { utilisateur, hote } = await monter('87-haute-vienne-anomalies');
  await ouvrirConstat(utilisateur, CIBLE);
  await ignorer(utilisateur, 'Pénurie de médecins');
  await screen.findByRole('heading', { name: 'Réserve justifiée' });
  const feuille = hote.classeur().feuilles[0]!.id;
  act(() => { hote.saisir({ feuille, ligne: 31, colonne: 7 }, { valeur: 4000 }); });
  await utilisateur.click(screen.getByRole('button', { name: 'Contrôler le classeur' }));
  await waitFor(() => { expect(screen.queryByRole('heading', { name: 'Réserve justifiée' })).toBeNull(); });
  expect(dit(screen.getByRole('article'))).toContain('Une justification a été annulée, car la valeur a changé depuis : « Pénurie de médecins » (C. Martin, DDCS 87, le 15 septembre 2020).');
  await utilisateur.click(screen.getByRole('button', { name: 'Options' }));
  expect(await screen.findByText('Annulée : la valeur a changé', { normalizer: (texte) => texte.replace(/[\u00a0\u202f]/g, ' ') })).toBeTruthy();
});

test('un classeur déjà justifié s’ouvre justifié', async () => {
  const premier = await monter('87-haute-vienne-anomalies');
  await ouvrirConstat(premier.utilisateur, CIBLE);
  await ignorer(premier.utilisateur, 'Motif transmis');
  await screen.findByRole('heading', { name: 'Réserve justifiée' });
  const xml = premier.hote.donnees;
  premier.demonter();
  await monter('87-haute-vienne-anomalies', {}, (hote) => { hote.donnees = xml; });
  expect(await screen.findByRole('button', { name: /1 réserve justifiée/ })).toBeTruthy();
});

test('données en partie illisibles : on le dit, le reste vaut', async () => {
  await monter('87-haute-vienne-conforme', {}, (hote) => { hote.donnees = `<donnees xmlns="${ESPACE}"><decisions><decision code="ZZZ"/></decisions></donnees>`; });
  await verdict();
  expect(await screen.findByText(/n’a pas été compris/)).toBeTruthy();
});

test('retirer nos données : ce qui part est dit, rien ne part sans accord', async () => {
  const { utilisateur, hote } = await monter('87-haute-vienne-anomalies');
  await ouvrirConstat(utilisateur, CIBLE);
  await ignorer(utilisateur, 'Motif');
  await screen.findByRole('heading', { name: 'Réserve justifiée' });
  await boiteRefermee();
  await utilisateur.click(screen.getByRole('button', { name: 'Options' }));
  const retirer = await screen.findByRole('button', { name: 'Retirer nos données du classeur…' });
  await utilisateur.click(retirer);
  const dialogue = await screen.findByRole('alertdialog', { hidden: true });
  expect(dit(dialogue)).toContain('Seront retirés : 1 décision.');
  await utilisateur.click(within(dialogue).getByRole('button', { name: 'Annuler', hidden: true }));
  expect(hote.donnees).not.toBeNull();
  await boiteRefermee();
  await utilisateur.click(retirer);
  await utilisateur.click(await screen.findByRole('button', { name: 'Retirer', hidden: true }));
  await waitFor(() => { expect(hote.donnees).toBeNull(); });
  expect(await screen.findByText('Le classeur ne contient aucune donnée du contrôle.')).toBeTruthy();
});
