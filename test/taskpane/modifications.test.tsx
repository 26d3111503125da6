/** @jest-environment jsdom */
import { act, screen, waitFor } from '@testing-library/react';
import type { Emplacement } from '../../src/classeur/adresse';
import { CALME_MS } from '../../src/taskpane/hooks/useEcoute';
import { dit, type Monte, monter, ouvrirConstat, verdict } from './monter';

const plan = ({ hote }: Monte, ligne: number, colonne: number): Emplacement => ({ feuille: hote.classeur().feuilles[1]!.id, ligne, colonne });
const saisir = (monte: Monte, ligne: number, colonne: number, valeur: number) => { act(() => { monte.hote.saisir(plan(monte, ligne, colonne), { valeur }); }); };
/** Laisse passer le temps de calme, et le contrôle qui suit. */
const calme = () => act(() => new Promise((suite) => { setTimeout(suite, CALME_MS + 300); }));

test('une modification périme le résultat, puis le recontrôle seul ; ce qui est résolu et nouveau se dit', async () => {
  const monte = await monter('87-haute-vienne-anomalies');
  await verdict();
  const lectures = monte.hote.lectures;
  // L'objectif 4 retrouve la parité ; l'objectif 5 la perd.
  saisir(monte, 10, 7, 90_000);
  saisir(monte, 11, 7, 10_000);
  expect(await screen.findByText('Résultats à actualiser.')).toBeTruthy();
  expect(monte.hote.lectures).toBe(lectures);
  await calme();
  await waitFor(() => { expect(monte.hote.lectures).toBe(lectures + 1); });
  const evolution = await screen.findByRole('button', { name: /^Depuis/ });
  expect(dit(evolution)).toMatch(/Depuis 9 h 30 : 1 résolu, 1 nouveau, \d+ restants/);
  expect(screen.queryByText('Résultats à actualiser.')).toBeNull();
  expect(screen.getByText('Nouveau')).toBeTruthy();
  await monte.utilisateur.click(evolution);
  expect(screen.getByText(/Le Département apporte 60.000/)).toBeTruthy();
  await monte.utilisateur.click(screen.getByRole('button', { name: 'Compter à partir de maintenant' }));
  expect(screen.queryByRole('button', { name: /^Depuis/ })).toBeNull();
});

test('une rafale de modifications : un seul recontrôle', async () => {
  const monte = await monter('87-haute-vienne-anomalies');
  await verdict();
  const lectures = monte.hote.lectures;
  for (const valeur of [1, 2, 3, 4]) saisir(monte, 10, 7, valeur);
  await calme();
  expect(monte.hote.lectures).toBe(lectures + 1);
});

test('« Actualiser » n’attend pas, et garde le focus dans le volet', async () => {
  const monte = await monter('87-haute-vienne-anomalies');
  await verdict();
  saisir(monte, 10, 7, 90_000);
  const lectures = monte.hote.lectures;
  // Par le texte : chercher par rôle prend, ici, plus que le temps de calme.
  await monte.utilisateur.click(await screen.findByText('Actualiser'));
  expect(monte.hote.lectures).toBe(lectures + 1);
  expect(document.activeElement?.id).toBe('controler-le-classeur');
});

test('le constat ouvert reste ouvert, et le focus ne bouge pas, quand un recontrôle le résout', async () => {
  const monte = await monter('87-haute-vienne-anomalies');
  await ouvrirConstat(monte.utilisateur, /il manque 30.000/);
  const suivant = screen.getByRole('button', { name: 'Suivant' });
  suivant.focus();
  saisir(monte, 10, 7, 90_000);
  await calme();
  expect(await screen.findByText('Résolu.')).toBeTruthy();
  expect(document.activeElement).toBe(suivant);
  await monte.utilisateur.click(suivant);
  expect(screen.queryByText('Résolu.')).toBeNull();
});

test('une cellule en cours de saisie : l’ancien résultat reste, et le contrôle reprend seul', async () => {
  const monte = await monter('87-haute-vienne-anomalies');
  await verdict();
  monte.hote.enPanne('lire', 'edition');
  saisir(monte, 10, 7, 90_000);
  await calme();
  expect(await screen.findByText('Saisie en cours.')).toBeTruthy();
  expect(dit(await verdict())).toBe('Non conforme');
  monte.hote.enPanne('lire', null);
  await waitFor(() => { expect(screen.queryByText('Saisie en cours.')).toBeNull(); });
});

describe('corriger', () => {
  test('appliquer, puis annuler la correction', async () => {
    const monte = await monter('87-haute-vienne-anomalies');
    await ouvrirConstat(monte.utilisateur, /« 2.657 », saisi/);
    await monte.utilisateur.click(screen.getByRole('button', { name: 'Appliquer la correction' }));
    expect(await screen.findByText('Résolu.', {})).toBeTruthy();
    const cellule = () => [...monte.hote.classeur().feuilles[0]!.cellules.values()].find(({ ligne, colonne }) => ligne === 12 && colonne === 4)?.valeur;
    expect(cellule()).toBe(2657);
    await monte.utilisateur.click(await screen.findByRole('button', { name: 'Annuler la correction' }));
    await waitFor(() => { expect(cellule()).toBe('2 657'); });
    await waitFor(() => { expect(screen.queryByText('Résolu.')).toBeNull(); });
    expect(screen.queryByRole('button', { name: 'Annuler la correction' })).toBeNull();
  });

  test('la cellule a changé entre-temps : rien n’est écrit, on le dit', async () => {
    const monte = await monter('87-haute-vienne-anomalies');
    await ouvrirConstat(monte.utilisateur, /« 2.657 », saisi/);
    const { saisir: muet } = monte.hote;
    act(() => { muet({ feuille: monte.hote.classeur().feuilles[0]!.id, ligne: 12, colonne: 4 }, { valeur: '2 700' }); });
    const bouton = screen.getByRole('button', { name: 'Appliquer la correction' });
    expect(bouton.getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByText(/actualisez les résultats avant de corriger/)).toBeTruthy();
  });

  test('feuille protégée : le refus est prévu, puis dit', async () => {
    const { lireExemple } = await import('../moteur/vues/aide');
    const lu = lireExemple('87-haute-vienne-anomalies');
    const protege = { ...lu, feuilles: lu.feuilles.map((feuille) => ({ ...feuille, protegee: true })) };
    const monte = await monter(protege);
    const article = await ouvrirConstat(monte.utilisateur, /« 2.657 », saisi/);
    expect(dit(article)).toContain('La feuille est protégée');
    await monte.utilisateur.click(screen.getByRole('button', { name: 'Appliquer la correction' }));
    expect(await screen.findByText('La correction n’a pas été appliquée.')).toBeTruthy();
    expect(dit(screen.getByRole('article'))).toContain('La cellule est verrouillée');
  });
});
