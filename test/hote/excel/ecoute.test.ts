/** @jest-environment jsdom */
import type { Changement } from '../../../src/hote/port';
import { EVENEMENT_CHANGEMENT, EVENEMENTS_CLASSEUR } from '../../hote-excel/evenements';
import { installerBanc } from '../../hote-excel/essai-excel';
import { feuille, instantane } from '../../hote-excel/fabrique';
import { laisserNettoyer } from '../../hote-excel/jsdom';

const banc = installerBanc();
const ecouter = (surChangement: (changement: Changement) => void) => banc.hote().ecouter!(surChangement);

/** Une édition venue de l'utilisateur ou d'un coauteur. */
async function editer(source: 'Local' | 'Remote' = 'Local'): Promise<void> {
  const { id } = banc.emule.classeur().feuilles[0]!;
  banc.emule.emettre(EVENEMENT_CHANGEMENT, EVENEMENTS_CLASSEUR, { changeType: 'RangeEdited', source, worksheetId: id, address: 'A1' });
  await laisserNettoyer();
}

const ouvrir = () => banc.ouvrir(instantane([feuille('F', { A1: 1 })])).feuilles[0]!.id;

test('une édition s’annonce avec sa feuille, puis plus rien après désabonnement', async () => {
  const id = ouvrir();
  const recus: Changement[] = [];
  const arreter = await ecouter((changement) => recus.push(changement));
  await editer();
  await editer('Remote');
  expect(recus).toEqual([{ feuille: id, distant: false }, { feuille: id, distant: true }]);
  await arreter();
  await editer();
  expect(recus).toHaveLength(2);
  expect(banc.emule.abonnements()).toEqual([]);
});

test('effets doublés (mode strict) : un seul enregistrement, un seul avis par abonné', async () => {
  ouvrir();
  const recus: string[] = [];
  const premier = ecouter(() => recus.push('premier')).then((arreter) => arreter());
  const second = ecouter(() => recus.push('second'));
  await premier;
  const arreter = await second;
  expect(banc.emule.abonnements()).toHaveLength(3);
  await editer();
  expect(recus).toEqual(['second']);
  await arreter();
  await arreter();
  expect(banc.emule.abonnements()).toEqual([]);
});

test('une feuille ajoutée ou supprimée s’annonce', async () => {
  ouvrir();
  const recus: (string | null)[] = [];
  const arreter = await ecouter(({ feuille: id }) => recus.push(id));
  await Excel.run(async (context) => {
    const ajoutee = context.workbook.worksheets.add('Neuve');
    ajoutee.load('id');
    await context.sync();
    ajoutee.delete();
    await context.sync();
  });
  await laisserNettoyer();
  expect(recus).toHaveLength(2);
  expect(new Set(recus).size).toBe(1);
  await arreter();
});

test('un enregistrement refusé se dit, et le suivant réussit', async () => {
  ouvrir();
  banc.emule.panne({ statut: 5012 });
  await expect(ecouter(() => undefined)).rejects.toMatchObject({ motif: 'hors_ligne' });
  const arreter = await ecouter(() => undefined);
  expect(banc.emule.abonnements()).toHaveLength(3);
  await arreter();
});
