/** @jest-environment jsdom */
import { attendreExcel } from '../../src/taskpane/demarrage';
import { afficherSecours } from '../../src/taskpane/secours';

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'Office');
  jest.useRealTimers();
});

/** Un Office réduit à son `onReady`. */
function poserOffice(onReady: () => Promise<{ host: string | null }>): void {
  Object.assign(globalThis, { Office: { onReady, HostType: { Excel: 'Excel' } } });
}

const suivre = () => {
  const vus: string[] = [];
  return { vus, accueil: { pret: () => void vus.push('prêt'), empeche: (raison: string) => void vus.push(raison) } };
};

test('Office.js bloqué', () => {
  const { vus, accueil } = suivre();
  attendreExcel(accueil);
  expect(vus).toEqual(['absent']);
});

test.each([
  ['Excel', ['prêt']],
  ['Word', ['hors_excel']],
  [null, ['hors_excel']],
])('hôte %s', async (host, attendus) => {
  poserOffice(() => Promise.resolve({ host }));
  const { vus, accueil } = suivre();
  attendreExcel(accueil);
  await Promise.resolve();
  expect(vus).toEqual(attendus);
});

test('Excel muet, puis tardif : l’écran de secours cède la place', async () => {
  jest.useFakeTimers();
  let repondre = (_lieu: { host: string }): void => undefined;
  poserOffice(() => new Promise((rendre) => { repondre = rendre; }));
  const { vus, accueil } = suivre();
  attendreExcel(accueil, 50);
  jest.advanceTimersByTime(49);
  expect(vus).toEqual([]);
  jest.advanceTimersByTime(1);
  expect(vus).toEqual(['muet']);
  repondre({ host: 'Excel' });
  await Promise.resolve();
  await Promise.resolve();
  expect(vus).toEqual(['muet', 'prêt']);
});

test.each([
  ['absent', /appsforoffice\.microsoft\.com/],
  ['muet', /Excel ne répond pas/],
  ['hors_excel', /Ouvrez le classeur dans Excel/],
] as const)('écran de secours : %s, daté, avec une suite à donner', (raison, attendu) => {
  const racine = document.createElement('div');
  afficherSecours(racine, raison, new Date(2020, 8, 15, 9, 30), '0.1.0');
  expect(racine.textContent).toMatch(attendu);
  expect(racine.textContent).toMatch(/15 septembre 2020.*09:30.*version 0\.1\.0/);
  expect(racine.querySelector('[role=alert] button')?.textContent).toBe('Réessayer');
});
