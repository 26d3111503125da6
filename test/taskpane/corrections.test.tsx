/** @jest-environment jsdom */
import { act, screen, waitFor, within } from '@testing-library/react';
import { cleCellule, type Instantane } from '../../src/classeur/instantane';
import { parseA1 } from '../../src/classeur/adresse';
import { cleEmplacement } from '../../src/corrections/cle';
import { analyser } from '../../src/moteur/analyser';
import { lireExemple } from '../moteur/vues/aide';
import { dit, monter, verdict, type Monte } from './monter';

jest.setTimeout(120_000);

const ANOMALIES = '87-haute-vienne-anomalies';

const cellule = ({ feuilles }: Instantane, rang: number, adresse: string) => {
  const { ligne, colonne } = parseA1(adresse)!;
  return feuilles[rang]!.cellules.get(cleCellule(ligne, colonne));
};
/** Cellules dont un constat propose une correction de ce type. */
function cellulesCorrigibles(instantane: Instantane, type: 'automatique' | 'proposee'): ReadonlySet<string> {
  return new Set(analyser(instantane).rapport.constats.flatMap(({ correction }) => (correction?.type === type ? [cleEmplacement(correction.emplacement)] : [])));
}
const contenus = ({ feuilles }: Instantane) => feuilles.map(({ cellules }) => [...cellules.values()].map(({ ligne, colonne, valeur, formule }) => [ligne, colonne, formule ?? valeur]).filter(([, , contenu]) => contenu !== null));

async function ouvrirApercu({ utilisateur }: Monte): Promise<HTMLElement> {
  await verdict();
  await utilisateur.click(screen.getByRole('button', { name: /^Corriger \d+ cellules?…$/ }));
  return screen.findByRole('region', { name: 'Corriger le classeur' });
}
const boutonCorriger = (apercu: HTMLElement) => within(apercu).getByText(/^Corriger/, { selector: 'button' });
const cases = (apercu: HTMLElement, nom: RegExp) => within(apercu).getAllByRole<HTMLInputElement>('checkbox', { name: nom });

test('l’aperçu : automatiques cochées, proposées décochées, avant et après en français', async () => {
  const monte = await monter(ANOMALIES);
  const apercu = await ouvrirApercu(monte);
  const automatiques = within(within(apercu).getByRole('region', { name: /^Automatiques/ })).getAllByRole<HTMLInputElement>('checkbox');
  const proposees = within(within(apercu).getByRole('region', { name: /^Proposées/ })).getAllByRole<HTMLInputElement>('checkbox');
  expect(automatiques.every(({ checked }) => checked)).toBe(true);
  expect(proposees.some(({ checked }) => checked)).toBe(false);
  expect(dit(boutonCorriger(apercu))).toBe(`Corriger ${String(cellulesCorrigibles(lireExemple(ANOMALIES), 'automatique').size)} cellules`);
  expect(dit(apercu)).toMatch(/Avant« 2 657 »Après2 657/);
  expect(dit(apercu)).toMatch(/SI\(/);
  expect(dit(apercu)).not.toMatch(/\bIF\(|\bSUM\(/);
  expect(monte.hote.plans).toEqual([]);
  await waitFor(() => { expect(document.activeElement?.id).toBe('titre-corrections'); });
});

test('tout corriger : une écriture, plus rien d’automatique, les autres constats restent ; le journal annule tout', async () => {
  const monte = await monter(ANOMALIES);
  const depart = monte.hote.classeur();
  const autres = analyser(depart).rapport.constats.filter(({ correction }) => correction?.type !== 'automatique');
  const apercu = await ouvrirApercu(monte);
  await monte.utilisateur.click(boutonCorriger(apercu));
  await screen.findByRole('button', { name: 'Annuler la correction' });
  const restants = analyser(monte.hote.classeur()).rapport.constats;
  expect(restants.filter(({ correction }) => correction?.type === 'automatique')).toEqual([]);
  expect(autres.filter(({ code, emplacement }) => !restants.some((reste) => reste.code === code && reste.emplacement?.ligne === emplacement?.ligne && reste.emplacement?.colonne === emplacement?.colonne))).toEqual([]);
  expect(cellule(monte.hote.classeur(), 0, 'D12')?.valeur).toBe(2657);
  expect(screen.queryByRole('region', { name: 'Corriger le classeur' })).toBeNull();
  await monte.utilisateur.click(screen.getByRole('button', { name: /^Journal/ }));
  expect(dit(document.body)).toMatch(/\d+ cellules corrigéesTableau de bord : .*D12/);
  await monte.utilisateur.click(screen.getByRole('button', { name: 'Annuler la correction' }));
  await waitFor(() => { expect(contenus(monte.hote.classeur())).toEqual(contenus(depart)); });
  await waitFor(() => { expect(screen.queryByRole('button', { name: /^Journal/ })).toBeNull(); });
});

test('une automatique décochée ne se corrige à aucune passe ; une proposée cochée s’écrit', async () => {
  const monte = await monter(ANOMALIES);
  const apercu = await ouvrirApercu(monte);
  await monte.utilisateur.click(cases(apercu, /^D12 – /)[0]!);
  const proposees = within(within(apercu).getByRole('region', { name: /^Proposées/ })).getAllByRole<HTMLInputElement>('checkbox', { name: /^[A-Z]+\d+ – / });
  const [adresse] = /^[A-Z]+\d+/.exec(proposees[0]!.labels![0]!.textContent!)!;
  await monte.utilisateur.click(proposees[0]!);
  const { ecritures: avant } = { ecritures: monte.hote.plans.length };
  await monte.utilisateur.click(boutonCorriger(apercu));
  await screen.findByRole('button', { name: /^Annuler la correction/ });
  expect(monte.hote.plans.length).toBeGreaterThan(avant);
  const ecrites = monte.hote.plans.flatMap(({ ecritures }) => ecritures);
  expect(cellule(monte.hote.classeur(), 0, 'D12')?.valeur).toBe('2 657');
  const { ligne, colonne } = parseA1(adresse)!;
  expect(ecrites.some((ecriture) => ecriture.ligne === ligne && ecriture.colonne === colonne)).toBe(true);
});

test('par code : la case du groupe coche et décoche toutes les siennes', async () => {
  const monte = await monter(ANOMALIES);
  const apercu = await ouvrirApercu(monte);
  const [tout] = within(apercu).getAllByRole<HTMLInputElement>('checkbox', { name: /^Tout cocher/ });
  const groupe = tout!.closest('section')!;
  const siennes = () => within(groupe).getAllByRole<HTMLInputElement>('checkbox', { name: /^[A-Z]+\d+ / });
  await monte.utilisateur.click(tout!);
  expect(siennes().some(({ checked }) => checked)).toBe(false);
  await monte.utilisateur.click(siennes()[0]!);
  expect(tout!.indeterminate || tout!.checked).toBe(true);
  await monte.utilisateur.click(tout!);
  expect(siennes().every(({ checked }) => checked)).toBe(true);
});

test('une valeur a changé sans être annoncée : rien n’est écrit, on le dit, et l’aperçu s’actualise', async () => {
  const monte = await monter(ANOMALIES);
  const apercu = await ouvrirApercu(monte);
  const { appliquer } = monte.hote;
  const refuse = { feuille: monte.hote.classeur().feuilles[0]!.id, ligne: 12, colonne: 4 };
  monte.hote.appliquer = async (plan) => {
    monte.hote.appliquer = appliquer;
    return { etat: 'refuse', raisons: plan.ecritures.filter(({ ligne, colonne }) => ligne === 12 && colonne === 4).map(() => ({ emplacement: refuse, message: 'La cellule D12 a changé depuis le contrôle : relancez le contrôle avant de corriger.' })) };
  };
  const depart = contenus(monte.hote.classeur());
  const lectures = monte.hote.lectures;
  await monte.utilisateur.click(boutonCorriger(apercu));
  const alerte = await within(apercu).findByRole('alert');
  await waitFor(() => { expect(dit(alerte)).toMatch(/Rien n’a été écrit\..*D12 a changé depuis le contrôle/); });
  expect(contenus(monte.hote.classeur())).toEqual(depart);
  await waitFor(() => { expect(monte.hote.lectures).toBeGreaterThan(lectures); });
  await monte.utilisateur.click(within(apercu).getByRole('button', { name: 'Décocher cette cellule' }));
  expect(cases(apercu, /^D12 – /)[0]!.checked).toBe(false);
  expect(within(apercu).queryByRole('alert')).toBeNull();
});

test('le classeur a été modifié : actualiser d’abord', async () => {
  const monte = await monter(ANOMALIES);
  const apercu = await ouvrirApercu(monte);
  act(() => { monte.hote.saisir({ feuille: monte.hote.classeur().feuilles[0]!.id, ligne: 12, colonne: 4 }, { valeur: '2 700' }); });
  const actualiser = await within(apercu).findByText('Actualiser', { selector: 'button' });
  await monte.utilisateur.click(actualiser);
  await waitFor(() => { expect(dit(apercu)).toMatch(/Avant« 2 700 »Après2 700/); });
});

test.each([
  ['feuille protégée', (feuille: Instantane['feuilles'][number]) => ({ ...feuille, protegee: true }), /verrouillée et la feuille est protégée/],
  ['matrice', (feuille: Instantane['feuilles'][number]) => ({ ...feuille, matrices: [{ ligne: 12, colonne: 4, derniereLigne: 12, derniereColonne: 4 }] }), /formule matricielle/],
])('%s : l’obstacle se dit sur la cellule, qui arrive décochée', async (_, abimer, attendu) => {
  const lu = lireExemple(ANOMALIES);
  const monte = await monter({ ...lu, feuilles: lu.feuilles.map((feuille, rang) => (rang === 0 ? abimer(feuille) : feuille)) });
  const apercu = await ouvrirApercu(monte);
  const [visee] = cases(apercu, /^D12 – /);
  expect(visee!.checked).toBe(false);
  expect(dit(visee!.closest('li'))).toMatch(attendu);
});

test('l’hôte échoue en écrivant : ce qui reste écrit se dit, avec un lien', async () => {
  const monte = await monter(ANOMALIES);
  const apercu = await ouvrirApercu(monte);
  const feuille = monte.hote.classeur().feuilles[0]!.id;
  monte.hote.appliquer = async () => ({ etat: 'echec', message: 'Excel a échoué. Certaines cellules n’ont pas pu être remises comme avant : vérifiez celles qui sont indiquées.', restantes: [{ feuille, ligne: 12, colonne: 4 }] });
  await monte.utilisateur.click(boutonCorriger(apercu));
  const alerte = await within(apercu).findByRole('alert');
  await waitFor(() => { expect(dit(alerte)).toContain('L’écriture a échoué.'); });
  await monte.utilisateur.click(within(alerte).getByRole('button', { name: /Tableau de bord · D12/ }));
  expect(monte.hote.selections.at(-1)).toMatchObject({ ligne: 12, colonne: 4 });
});

test('l’hôte ne répond plus : la panne se dit', async () => {
  const monte = await monter(ANOMALIES);
  const apercu = await ouvrirApercu(monte);
  monte.hote.enPanne('appliquer', 'edition');
  await monte.utilisateur.click(boutonCorriger(apercu));
  const alerte = await within(apercu).findByRole('alert');
  await waitFor(() => { expect(dit(alerte)).toMatch(/Rien n’a été écrit.*Validez-la/); });
});

test('deux écritures : annuler la dernière, puis tout annuler après confirmation', async () => {
  const monte = await monter(ANOMALIES);
  const depart = contenus(monte.hote.classeur());
  for (const adresse of ['D12', null]) {
    const apercu = await ouvrirApercu(monte);
    for (const boite of within(within(apercu).getByRole('region', { name: /^Automatiques/ })).getAllByRole<HTMLInputElement>('checkbox', { name: /^[A-Z]+\d+ / })) {
      if (adresse !== null && boite.checked && !boite.labels![0]!.textContent!.startsWith(`${adresse} `)) await monte.utilisateur.click(boite);
    }
    const faits = screen.queryByText(/opérations? faites? depuis/) ? 1 : 0;
    await monte.utilisateur.click(boutonCorriger(apercu));
    await screen.findByText(new RegExp(faits === 0 ? '^1 opération faite' : '^2 opérations faites'));
  }
  await monte.utilisateur.click(screen.getByRole('button', { name: 'Tout annuler…' }));
  // Par le texte : chercher par rôle, sur cet écran, dépasse le délai de jsdom.
  const question = (await screen.findByText(/^Tout annuler/, { selector: 'h2' })).closest<HTMLElement>('[role=alertdialog]')!;
  await monte.utilisateur.click(within(question).getByText('Annuler', { selector: 'button' }));
  expect(contenus(monte.hote.classeur())).not.toEqual(depart);
  await monte.utilisateur.click(await screen.findByText('Annuler la dernière correction'));
  await screen.findByText(/^1 opération faite/);
  expect(cellule(monte.hote.classeur(), 0, 'D12')?.valeur).toBe(2657);
  await monte.utilisateur.click(screen.getByRole('button', { name: 'Annuler la correction' }));
  await waitFor(() => { expect(contenus(monte.hote.classeur())).toEqual(depart); });
});

test('une cellule retouchée depuis : l’annulation est refusée, et le journal reste', async () => {
  const monte = await monter(ANOMALIES);
  const apercu = await ouvrirApercu(monte);
  await monte.utilisateur.click(boutonCorriger(apercu));
  const annuler = await screen.findByRole('button', { name: 'Annuler la correction' });
  act(() => { monte.hote.saisir({ feuille: monte.hote.classeur().feuilles[0]!.id, ligne: 12, colonne: 4 }, { valeur: 1 }); });
  await waitFor(() => { expect(annuler.getAttribute('aria-disabled')).not.toBe('true'); });
  await monte.utilisateur.click(annuler);
  const alerte = await screen.findByRole('alert');
  await waitFor(() => { expect(dit(alerte)).toMatch(/Rien n’a été annulé\..*D12/); });
  expect(cellule(monte.hote.classeur(), 0, 'D12')?.valeur).toBe(1);
  expect(screen.getByRole('button', { name: 'Annuler la correction' })).toBeTruthy();
});

test('un classeur conforme n’offre rien à corriger', async () => {
  await monter('87-haute-vienne-conforme');
  await verdict();
  expect(screen.queryByRole('button', { name: /^Corriger/ })).toBeNull();
});
