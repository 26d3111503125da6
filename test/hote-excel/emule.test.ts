/** @jest-environment jsdom */
/** L'hôte émulé lui-même : ce qu'il garantit aux tests qui s'appuient dessus. */
import { feuille, instantane } from './fabrique';
import { demarrerOffice, laisserNettoyer } from './jsdom';
import { creerClasseurEmule, feuilleNommee } from './modele';
import { ecrireInstantane, lireInstantane } from './instantane-json';
import { instantaneDe } from './releve';
import { creerHoteEmule } from './transport';

const hote = creerHoteEmule(creerClasseurEmule(instantane([])), { jeu: 13 });
beforeAll(() => demarrerOffice(hote));
beforeEach(() => hote.ouvrir(creerClasseurEmule(instantane([feuille('F', { A1: 1, B2: '=A1' })]))));

const surPlage = (adresse: string, faire: (plage: Excel.Range) => void) =>
  Excel.run(async (context) => {
    const plage = context.workbook.worksheets.getItem('F').getRange(adresse);
    faire(plage);
    await context.sync();
    return plage;
  });

describe('ce qui n’est pas modélisé échoue avec un nom clair', () => {
  test.each([
    ['une méthode', 'Range.GetEntireRow()', (plage: Excel.Range) => void plage.getEntireRow()],
    ['une propriété', 'Range.text', (plage: Excel.Range) => void plage.load('text')],
    ['un lien', 'Range.Sort', (plage: Excel.Range) => void plage.sort.apply([])],
    ['un chargement sans liste', 'load() sans liste', (plage: Excel.Range) => void plage.load()],
    ['une affectation', 'Range.Style', (plage: Excel.Range) => { plage.style = 'Bon'; }],
    ['un membre d’un objet nul', 'objet nul', (plage: Excel.Range) => void plage.getUsedRangeOrNullObject(true).getTables(false)],
  ])('%s', async (_nom, attendu, faire) => {
    const cible = attendu === 'objet nul' ? 'D4:E5' : 'A1';
    await expect(surPlage(cible, faire)).rejects.toMatchObject({ code: 'NonModelise', message: expect.stringContaining(attendu) });
    expect(hote.nonModelises).toEqual([expect.stringContaining(attendu)]);
  });
});

describe('ce que le vrai client vérifie', () => {
  test('une propriété non chargée', async () => {
    const plage = await surPlage('A1', () => undefined);
    expect(() => plage.values).toThrow(expect.objectContaining({ code: 'PropertyNotLoaded' }));
  });

  test('des dimensions fausses', async () => {
    await expect(surPlage('A1:B2', (plage) => { plage.values = [[1]]; })).rejects.toMatchObject({ code: 'InvalidArgument' });
  });

  test('une API hors du jeu de l’hôte', async () => {
    await expect(surPlage('A1', (plage) => void plage.getPrecedents())).rejects.toMatchObject({ code: 'ApiNotFound' });
  });

  test('une grosse écriture part en morceaux et arrive entière', async () => {
    const valeurs = Array.from({ length: 2_000 }, (_, ligne) => [ligne, ligne * 2]);
    await surPlage('C1:D2000', (plage) => { plage.values = valeurs; });
    expect((await surPlage('C1:D2000', (plage) => void plage.load('values'))).values).toEqual(valeurs);
  });
});

test('un lot n’est pas atomique : ce qui précède l’erreur reste fait', async () => {
  const ecrire = Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.getItem('F').getRange('A1').values = [[9]];
    worksheets.getItem('absente').getRange('A1').values = [[9]];
    await context.sync();
  });
  await expect(ecrire).rejects.toMatchObject({ code: 'ItemNotFound' });
  expect(feuilleNommee(hote.classeur(), 'F').cellules.get(16384)!.valeur).toBe(9);
});

test('les références se comptent et se libèrent', async () => {
  let pendant = 0;
  await surPlage('A1', (plage) => void plage.load('values')).then(() => undefined);
  await laisserNettoyer();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('F').getRange('A1').load('values');
    await context.sync();
    pendant = hote.referencesTenues();
  });
  await laisserNettoyer();
  expect([pendant, hote.referencesTenues()]).toEqual([1, 0]);
  expect(hote.compteurs).toMatchObject({ sync: 2, nettoyages: 2 });
});

test('un instantané fait l’aller et retour en JSON', () => {
  const origine = instantaneDe(hote.classeur());
  expect(lireInstantane(ecrireInstantane(origine))).toEqual(origine);
});
