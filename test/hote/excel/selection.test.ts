/** @jest-environment jsdom */
import { installerBanc } from '../../hote-excel/essai-excel';
import { feuille, instantane } from '../../hote-excel/fabrique';

const banc = installerBanc();

function ouvrir(visibilite: 'visible' | 'masquee' | 'tres_masquee') {
  const classeur = banc.ouvrir(instantane([feuille('Autre', { A1: 1 }), feuille('F', { D7: 1 }, { visibilite })]));
  return { classeur, f: classeur.feuilles[1]! };
}

const selectionner = (id: string, options?: { demasquer?: boolean }) =>
  banc.hote().selectionner!({ feuille: id, ligne: 7, colonne: 4 }, options);

const D7 = { ligne: 7, colonne: 4, derniereLigne: 7, derniereColonne: 4 };

test('la feuille s’active, puis la cellule se sélectionne', async () => {
  const { classeur, f } = ouvrir('visible');
  expect(await selectionner(f.id)).toBe('selectionnee');
  expect(classeur).toMatchObject({ active: f.id, selection: { feuille: f.id, plage: D7 } });
});

test.each(['masquee', 'tres_masquee'] as const)('une feuille %s n’est montrée que sur demande', async (visibilite) => {
  const { classeur, f } = ouvrir(visibilite);
  expect(await selectionner(f.id)).toBe('feuille_masquee');
  expect([f.visibilite, classeur.selection]).toEqual([visibilite, null]);
  expect(await selectionner(f.id, { demasquer: true })).toBe('selectionnee');
  expect([f.visibilite, classeur.active]).toEqual(['visible', f.id]);
});

test('une feuille supprimée est introuvable', async () => {
  ouvrir('visible');
  expect(await selectionner('{absente}')).toBe('introuvable');
});

test('une structure protégée empêche de montrer la feuille : on le dit', async () => {
  const { classeur, f } = ouvrir('masquee');
  classeur.structureProtegee = true;
  await expect(selectionner(f.id, { demasquer: true })).rejects.toMatchObject({ motif: 'protege' });
});

test('cellule en cours de saisie : on le dit', async () => {
  const { f } = ouvrir('visible');
  banc.emule.panne({ statut: 5004 });
  await expect(selectionner(f.id)).rejects.toMatchObject({ motif: 'edition' });
});
