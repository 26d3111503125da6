/** @jest-environment jsdom */
/** Le volet sur le vrai client Office.js : aperçu, application, conflit, annulation, protection, et ce que cela coûte. */
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { cleCellule } from '../../src/classeur/instantane';
import { creerServiceValeurs } from '../../src/formules/valeurs';
import { lireClasseur } from '../../src/hote/fichier/lire';
import { analyser } from '../../src/moteur/analyser';
import { Volet } from '../../src/taskpane/Volet';
import { ErreurExcel } from '../hote-excel/erreurs';
import { installerBanc } from '../hote-excel/essai-excel';
import { feuille, instantane } from '../hote-excel/fabrique';
import { laisserNettoyer } from '../hote-excel/jsdom';
import { celluleA1, type ClasseurEmule } from '../hote-excel/modele';
import { instantaneDe } from '../hote-excel/releve';
import { lireExemple, retoucher, type Exemple } from '../moteur/vues/aide';
import { completerJsdom, dit, MAINTENANT, verdict } from './monter';

jest.setTimeout(120_000);

const banc = installerBanc();

/** Échanges : un contrôle lit en deux ; une écriture relit puis écrit. */
const LECTURE = 2;
const ECRITURE = 2;

interface Monte {
  readonly classeur: ClasseurEmule;
  readonly utilisateur: ReturnType<typeof userEvent.setup>;
}

async function monter(source: Exemple | ReturnType<typeof lireExemple>): Promise<Monte> {
  completerJsdom();
  const classeur = banc.ouvrir(typeof source === 'string' ? lireExemple(source) : source, (relu) => {
    const service = creerServiceValeurs(relu);
    return (...place) => service.valeur(...place).valeur;
  });
  classeur.lireFichier = (octets) => lireClasseur(octets, { nom: null });
  const utilisateur = userEvent.setup();
  render(<Volet hote={banc.hote()} maintenant={() => MAINTENANT} />);
  return { classeur, utilisateur };
}

afterEach(async () => {
  cleanup();
  await laisserNettoyer();
});

/** Attend que plus rien ne parte vers Excel, et rend le nombre d'échanges depuis `depart`. */
async function echangesDepuis(depart: number): Promise<number> {
  let dernier = -1;
  while (dernier !== banc.emule.compteurs.sync) {
    dernier = banc.emule.compteurs.sync;
    await new Promise((suite) => { setTimeout(suite, 1000); });
  }
  return dernier - depart;
}

async function ouvrirApercu({ utilisateur }: Monte): Promise<HTMLElement> {
  await verdict();
  await utilisateur.click(screen.getByText(/^Corriger \d+ cellules?…$/));
  return (await screen.findByText('Corriger le classeur', { selector: 'h2' })).closest('section')!;
}
const boutonCorriger = (apercu: HTMLElement) => within(apercu).getByText(/^Corriger/, { selector: 'button' });
const tableau = ({ classeur }: Monte) => classeur.feuilles[0]!;
const automatiques = ({ classeur }: Monte) => analyser(instantaneDe(classeur)).rapport.constats.filter(({ correction }) => correction?.type === 'automatique');

test('tout corriger : une relecture et une écriture par passe, rien d’automatique ne reste, format gardé ; puis tout annuler', async () => {
  const monte = await monter('87-haute-vienne-anomalies');
  const apercu = await ouvrirApercu(monte);
  await echangesDepuis(0);
  const depart = banc.emule.compteurs.sync;
  const formats = [...tableau(monte).cellules.values()].map(({ format }) => format);
  await monte.utilisateur.click(boutonCorriger(apercu));
  await screen.findByText('Annuler la correction');
  // Une passe suffit : écrire, relire pour recontrôler, puis le recontrôle affiché.
  expect(await echangesDepuis(depart)).toBe(ECRITURE + LECTURE + LECTURE);
  expect(automatiques(monte)).toEqual([]);
  expect(celluleA1(tableau(monte), 'D12').valeur).toBe(2657);
  expect([...tableau(monte).cellules.values()].map(({ format }) => format)).toEqual(formats);
  expect(monte.classeur.evenementsActifs).toBe(true);

  const avantAnnulation = banc.emule.compteurs.sync;
  await monte.utilisateur.click(screen.getByText('Annuler la correction'));
  await waitFor(() => { expect(celluleA1(tableau(monte), 'D12').valeur).toBe('2 657'); });
  expect(await echangesDepuis(avantAnnulation)).toBe(ECRITURE + LECTURE);
  expect(automatiques(monte).length).toBeGreaterThan(0);
});

test('conflit : une cellule a changé sans s’annoncer, rien n’est écrit', async () => {
  const monte = await monter('87-haute-vienne-anomalies');
  const apercu = await ouvrirApercu(monte);
  await echangesDepuis(0);
  celluleA1(tableau(monte), 'D12').valeur = '2 700';
  const avant = JSON.stringify([...tableau(monte).cellules.values()]);
  const depart = banc.emule.compteurs.sync;
  await monte.utilisateur.click(boutonCorriger(apercu));
  const alerte = await within(apercu).findByRole('alert');
  await waitFor(() => { expect(dit(alerte)).toMatch(/Rien n’a été écrit\..*D12 de « Tableau de bord » a changé depuis le contrôle \(on y attendait « 2 657 », on y trouve « 2 700 »\) : relancez le contrôle/); });
  expect(JSON.stringify([...tableau(monte).cellules.values()])).toBe(avant);
  // Une relecture refusée, puis le recontrôle qui montre l'état du classeur.
  expect(await echangesDepuis(depart)).toBe(1 + LECTURE);
  await waitFor(() => { expect(dit(apercu)).toMatch(/Avant« 2 700 »Après2 700/); });
});

test('protection et tableau structuré : le refus nomme chaque cellule', async () => {
  const lu = lireExemple('87-haute-vienne-anomalies');
  const plage = { ligne: 12, colonne: 4, derniereLigne: 14, derniereColonne: 6 };
  const monte = await monter({ ...lu, feuilles: lu.feuilles.map((une, rang) => (rang === 0 ? { ...une, tableaux: [{ nom: 'Suivi', plage, lignesEnTete: 1 }] } : une)) });
  const apercu = await ouvrirApercu(monte);
  await monte.utilisateur.click(boutonCorriger(apercu));
  const alerte = await within(apercu).findByRole('alert');
  await waitFor(() => { expect(dit(alerte)).toMatch(/D12 de « Tableau de bord » appartient au tableau structuré « Suivi »/); });
  expect(celluleA1(tableau(monte), 'D12').valeur).toBe('2 657');
  await monte.utilisateur.click(within(apercu).getByText(/^Décocher c/));
  await monte.utilisateur.click(boutonCorriger(apercu));
  await screen.findByText('Annuler la correction');
  expect(celluleA1(tableau(monte), 'D12').valeur).toBe('2 657');
  expect(automatiques(monte).every(({ emplacement }) => emplacement?.ligne === 12 && emplacement.colonne === 4)).toBe(true);
});

test('Excel échoue au milieu de l’écriture : tout est remis, et on le dit', async () => {
  const monte = await monter('87-haute-vienne-anomalies');
  const apercu = await ouvrirApercu(monte);
  await echangesDepuis(0);
  const avant = [...tableau(monte).cellules.values()].map(({ valeur, formule }) => formule ?? valeur);
  banc.emule.panne({ avant: 'Formulas', fois: 3, requete: 2, faire: () => { throw new ErreurExcel('GeneralException', 'There was an internal error.', 500); } });
  await monte.utilisateur.click(boutonCorriger(apercu));
  const alerte = await within(apercu).findByRole('alert');
  await waitFor(() => { expect(dit(alerte)).toMatch(/L’écriture a échoué\..*Rien n’a été modifié : les cellules déjà écrites ont été remises comme avant/); });
  expect([...tableau(monte).cellules.values()].map(({ valeur, formule }) => formule ?? valeur)).toEqual(avant);
  expect(monte.classeur.evenementsActifs).toBe(true);
});

test('diagnostic : deux échanges pour écrire valeurs et sources, un contrôle pour retrouver la feuille ajoutée, un pour l’afficher', async () => {
  const monte = await monter(retoucher(lireExemple('87-haute-vienne-conforme'), 0, { D9: null, D22: null }));
  await verdict();
  await monte.utilisateur.click(screen.getByText('Diagnostic', { selector: '[role=tab]' }));
  await monte.utilisateur.click(await screen.findByText('Remplir le diagnostic…'));
  const ecrire = await screen.findByText('Écrire 2 valeurs');
  await echangesDepuis(0);
  const depart = banc.emule.compteurs.sync;
  await monte.utilisateur.click(ecrire);
  await screen.findByText('Annuler la correction');
  expect(await echangesDepuis(depart)).toBe(ECRITURE + LECTURE + LECTURE);
  expect([celluleA1(tableau(monte), 'D9').valeur, celluleA1(tableau(monte), 'D22').valeur]).toEqual([3406, 3406]);
  expect(monte.classeur.feuilles.at(-1)!.nom).toBe('Sources du diagnostic');
  await monte.utilisateur.click(screen.getByText('Annuler la correction'));
  await waitFor(() => { expect(celluleA1(tableau(monte), 'D9').valeur).toBeNull(); });
  expect([...monte.classeur.feuilles.at(-1)!.cellules.values()].every(({ valeur }) => valeur === null)).toBe(true);
});

test('créer les feuilles officielles : insérées à la fin, contrôlées à remplir, la première cellule sélectionnée', async () => {
  const monte = await monter(instantane([feuille('Notes', { A1: 'notes' })]));
  await monte.utilisateur.click(await screen.findByText('Créer les feuilles officielles…'));
  const question = (await screen.findByText(/^Créer les feuilles officielles\s\?/, { selector: 'h2' })).closest<HTMLElement>('[role=alertdialog]')!;
  await echangesDepuis(0);
  const depart = banc.emule.compteurs.sync;
  await monte.utilisateur.click(within(question).getByText('Créer les feuilles', { selector: 'button' }));
  expect(await verdict()).toHaveProperty('textContent', 'À remplir');
  // Insérer, relire pour trouver la première cellule, recontrôler, sélectionner.
  expect(await echangesDepuis(depart)).toBeLessThanOrEqual(1 + LECTURE + LECTURE + 2);
  expect(monte.classeur.feuilles.map(({ nom }) => nom)).toEqual(['Notes', 'Tableau de bord', "Plan d'action"]);
  expect(monte.classeur.feuilles[0]!.cellules.get(cleCellule(1, 1))!.valeur).toBe('notes');
  expect(monte.classeur.feuilles[1]!.fusions.length).toBeGreaterThan(0);
  expect(analyser(instantaneDe(monte.classeur)).rapport.verdict).toBe('a_remplir');
});

test('créer les feuilles officielles : structure protégée, refus dit', async () => {
  const monte = await monter(instantane([feuille('Notes', { A1: 'notes' })]));
  monte.classeur.structureProtegee = true;
  await monte.utilisateur.click(await screen.findByText('Créer les feuilles officielles…'));
  const question = (await screen.findByText(/^Créer les feuilles officielles\s\?/, { selector: 'h2' })).closest<HTMLElement>('[role=alertdialog]')!;
  await monte.utilisateur.click(within(question).getByText('Créer les feuilles', { selector: 'button' }));
  const alerte = await screen.findByRole('alert');
  await waitFor(() => { expect(dit(alerte)).toMatch(/Aucune feuille n’a été créée\..*protégé/); });
  expect(monte.classeur.feuilles).toHaveLength(1);
});
