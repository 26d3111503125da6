/** @jest-environment jsdom */
/** L'Excel le plus ancien admis au manifeste : ExcelApi 1.9, garde-fou des jeux d'API levé. */
import { installerBanc } from '../../hote-excel/essai-excel';
import { ecriture, feuille, instantane } from '../../hote-excel/fabrique';
import { celluleA1, feuilleNommee } from '../../hote-excel/modele';

const banc = installerBanc({ jeu: 9 });
const FUSION = { ligne: 2, colonne: 1, derniereLigne: 4, derniereColonne: 1 };

test('le garde-fou est armé : une API plus récente échoue', async () => {
  banc.ouvrir(instantane([feuille('F', { A1: 1 })]));
  const demander = () =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem('F').getRange('A1').getMergedAreasOrNullObject();
      await context.sync();
    });
  await expect(demander()).rejects.toMatchObject({ code: 'ApiNotFound' });
});

test('un classeur se lit, fusions dites inconnues', async () => {
  banc.ouvrir(instantane([feuille('F', { A1: 1, B2: '=A1' }, { fusions: [FUSION], figees: { lignes: 1, colonnes: 0 } })]));
  const [lue] = (await banc.hote().lire()).feuilles;
  expect(lue).toMatchObject({ fusions: [], fusionsInconnues: true, figees: { lignes: 1, colonnes: 0 } });
  expect(lue!.cellules.size).toBe(2);
});

test('un plan s’applique', async () => {
  const classeur = banc.ouvrir(instantane([feuille('F', { A1: 1, B2: 2 })]));
  const { id } = feuilleNommee(classeur, 'F');
  expect(await banc.hote().appliquer({ ecritures: [ecriture(id, 'B2', 2, '=A1*2')] })).toMatchObject({ etat: 'applique' });
  expect(celluleA1(feuilleNommee(classeur, 'F'), 'B2').formule).toBe('=A1*2');
});

test('une matrice qu’on ne sait pas voir : Excel refuse, rien ne reste écrit', async () => {
  const matrices = [{ ligne: 2, colonne: 2, derniereLigne: 3, derniereColonne: 2 }];
  const classeur = banc.ouvrir(instantane([feuille('F', { A1: 1, B2: { formule: '=A1:A2', valeur: 1 } }, { matrices })]));
  const { id } = feuilleNommee(classeur, 'F');
  const resultat = await banc.hote().appliquer({ ecritures: [ecriture(id, 'A1', 1, 5), ecriture(id, 'B2', '=A1:A2', 7)] });
  expect(resultat).toMatchObject({ etat: 'echec', restantes: [] });
  expect(celluleA1(feuilleNommee(classeur, 'F'), 'A1').valeur).toBe(1);
});

test('insérer des feuilles : la capacité n’est pas offerte, plutôt que de manquer à l’usage', () => {
  banc.ouvrir(instantane([feuille('F', { A1: 1 })]));
  expect(banc.hote().insererFeuilles).toBeUndefined();
});

test('une fusion qu’on ne sait pas voir : Excel n’y garde rien, tout est remis et on le dit', async () => {
  const classeur = banc.ouvrir(instantane([feuille('F', { A1: 1, B2: 2 }, { fusions: [FUSION] })]));
  const f = feuilleNommee(classeur, 'F');
  const resultat = await banc.hote().appliquer({ ecritures: [ecriture(f.id, 'B2', 2, 5), ecriture(f.id, 'A3', null, 7)] });
  expect(resultat).toMatchObject({ etat: 'echec', restantes: [], message: expect.stringContaining('n’a pas retenu') });
  expect([celluleA1(f, 'B2').valeur, classeur.evenementsActifs]).toEqual([2, true]);
});
