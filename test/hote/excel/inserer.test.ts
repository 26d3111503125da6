/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lireClasseur } from '../../../src/hote/fichier/lire';
import { installerBanc } from '../../hote-excel/essai-excel';
import { feuille, instantane } from '../../hote-excel/fabrique';

const banc = installerBanc();
const vierge = new Uint8Array(readFileSync(join(__dirname, '../../../exemples/annexe-5-vierge.xlsx')));

function ouvrir(...noms: readonly string[]) {
  const classeur = banc.ouvrir(instantane(noms.map((nom) => feuille(nom, { A1: nom }))));
  classeur.lireFichier = (octets) => lireClasseur(octets, { nom: null });
  return classeur;
}

test('les feuilles officielles s’ajoutent à la fin, mise en forme comprise', async () => {
  const classeur = ouvrir('Notes');
  const ids = await banc.hote().insererFeuilles!(vierge);
  expect(ids).toEqual(classeur.feuilles.slice(1).map(({ id }) => id));
  const { feuilles } = await banc.hote().lire();
  expect(feuilles.map(({ nom }) => nom)).toEqual(['Notes', 'Tableau de bord', "Plan d'action"]);
  expect(feuilles[1]!.fusions.length).toBeGreaterThan(0);
});

test('un nom pris est renommé par Excel', async () => {
  const classeur = ouvrir('Tableau de bord');
  await banc.hote().insererFeuilles!(vierge);
  expect(classeur.feuilles.map(({ nom }) => nom)).toContain('Tableau de bord (2)');
});

test('structure protégée : on le dit', async () => {
  ouvrir('Notes').structureProtegee = true;
  await expect(banc.hote().insererFeuilles!(vierge)).rejects.toMatchObject({ motif: 'protege' });
});

test.each([[5004, 'edition'], [5103, 'trop_grand'], [5012, 'hors_ligne']])('refus %i : rien n’est ajouté, on le dit (%s)', async (statut, motif) => {
  const classeur = ouvrir('Notes');
  banc.emule.panne({ statut });
  await expect(banc.hote().insererFeuilles!(vierge)).rejects.toMatchObject({ motif });
  expect(classeur.feuilles.map(({ nom }) => nom)).toEqual(['Notes']);
});

test('un seul échange', async () => {
  ouvrir('Notes');
  await banc.hote().insererFeuilles!(vierge);
  expect(banc.emule.compteurs).toMatchObject({ sync: 1, nettoyages: 0 });
});
