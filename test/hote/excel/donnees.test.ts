/** @jest-environment jsdom */
import { installerBanc } from '../../hote-excel/essai-excel';
import { feuille, instantane } from '../../hote-excel/fabrique';

const banc = installerBanc();
const ESPACE = 'urn:controle-cdppe:donnees:1';
const xml = (contenu: string) => `<?xml version="1.0"?><d:donnees xmlns:d="${ESPACE}">${contenu}</d:donnees>`;
const AUTRE = '<props xmlns="http://exemple.fr/autre"/>';

function ouvrir(...parties: readonly string[]) {
  const classeur = banc.ouvrir(instantane([feuille('F')]));
  classeur.partiesXml.push(...parties.map((partie, rang) => ({ id: `{${rang}}`, xml: partie })));
  return classeur;
}
const contenus = () => banc.emule.classeur().partiesXml.map((partie) => partie.xml);

test('sans partie à nous : rien à lire', async () => {
  ouvrir(AUTRE);
  expect(await banc.hote().lireDonnees()).toBeNull();
});

test('écrire, relire, remplacer, retirer, sans toucher aux parties des autres', async () => {
  ouvrir(AUTRE);
  await banc.hote().ecrireDonnees(xml('un'));
  expect(await banc.hote().lireDonnees()).toBe(xml('un'));
  await banc.hote().ecrireDonnees(xml('deux'));
  expect(contenus()).toEqual([AUTRE, xml('deux')]);
  await banc.hote().ecrireDonnees(null);
  expect(contenus()).toEqual([AUTRE]);
  expect(await banc.hote().lireDonnees()).toBeNull();
});

test('deux parties (copies de coauteurs) : la première fait foi, l’écriture n’en garde qu’une', async () => {
  ouvrir(xml('a'), AUTRE, xml('b'));
  expect(await banc.hote().lireDonnees()).toBe(xml('a'));
  await banc.hote().ecrireDonnees(xml('c'));
  expect(contenus()).toEqual([xml('c'), AUTRE]);
});

test('retirer ce qui n’existe pas ne lève rien', async () => {
  ouvrir();
  await banc.hote().ecrireDonnees(null);
  expect(contenus()).toEqual([]);
});

test('cellule en cours de saisie à l’écriture : on le dit', async () => {
  ouvrir();
  banc.emule.panne({ statut: 5004 });
  await expect(banc.hote().ecrireDonnees(xml('x'))).rejects.toMatchObject({ motif: 'edition' });
});
