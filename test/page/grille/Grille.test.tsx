/** @jest-environment jsdom */
/** La grille au clavier et pour un lecteur d'écran. */
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { cleCellule } from '../../../src/classeur/instantane';
import type { Constat } from '../../../src/controles/constat';
import { lireClasseur } from '../../../src/hote/fichier/lire';
import { PanneauGrille } from '../../../src/page/grille/PanneauGrille';
import { creerSession } from '../../../src/page/session/session';
import { useEtat } from '../../../src/page/session/useEtat';
import { creerOuvrier } from '../../../src/page/travail/taches';
import type { ConstatMontre } from '../../../src/taskpane/etat/constats';
import { fabriquerClasseur } from '../../classeurs/fabrique';

jest.mock('../../../src/page/grille/police', () => ({ POLICE: 'sans-serif', chasseDeLaPolice: () => 0.5 }));

const OCTETS = fabriquerClasseur([
  { nom: 'Tableau', cellules: { A1: 'Titre', A2: 'Indicateur', B2: 'Cible', A3: 'Taux', B3: { formule: '=B4/B5', valeur: 0.5, format: '0.0%' }, B4: 10, B5: 20, C9: 'fin' }, fusions: ['A1:B1'], figees: { lignes: 2, colonnes: 1 }, lignesMasquees: [6] },
  { nom: 'Annexe', visibilite: 'masquee', lignes: [['caché']] },
]);

async function monter() {
  const ouvrier = creerOuvrier();
  await ouvrier.ouvrir({ nom: 'essai.xlsx', octets: OCTETS });
  const session = creerSession('essai.xlsx', { ...ouvrier, congedier: () => undefined });
  await session.controleur(await session.hote.lire(), {});
  const [feuille] = lireClasseur(OCTETS, { nom: null }).feuilles;
  const emplacement = { feuille: feuille!.id, ligne: 3, colonne: 2 };
  const constat = { code: 'FOR-02', gravite: 'bloquant', feuille: feuille!.id, emplacement, message: 'La formule est fausse.' } as unknown as Constat;
  const constats: readonly ConstatMontre[] = [{ id: 'constat-1', constat, decision: null, nouveau: false }];
  const surConstat = jest.fn();

  function Essai() {
    const { instantane, fichier } = useEtat(session);
    return <FluentProvider theme={webLightTheme}><PanneauGrille session={session} instantane={instantane!} fichier={fichier!} constats={constats} sombre={false} visible surConstat={surConstat} /></FluentProvider>;
  }
  render(<Essai />);
  return { session, surConstat, feuille: feuille!.id, grille: screen.getByRole('grid'), utilisateur: userEvent.setup(), recontroler: async () => { await act(async () => { await session.controleur(await session.hote.lire(), {}); }); } };
}

const active = (grille: HTMLElement) => grille.getAttribute('aria-activedescendant');
const caseDe = (adresse: string) => document.getElementById(`case-${adresse}`);

test('chaque case dit son adresse, ses intitulés, sa valeur et ses constats', async () => {
  const { grille } = await monter();
  expect(grille.getAttribute('aria-rowcount')).toBe('10');
  expect(caseDe('B3')!.getAttribute('aria-label')).toBe('B3, Taux, Cible, 50,0%, constat : bloquant');
  expect(caseDe('C4')!.getAttribute('aria-label')).toBe('C4, vide');
  expect(caseDe('A1')!.getAttribute('aria-colspan')).toBe('2');
  expect(caseDe('B1')).toBeNull();
});

test('flèches, bornes, fusion et ligne masquée', async () => {
  const { grille, utilisateur } = await monter();
  grille.focus();
  expect(active(grille)).toBe('case-A1');
  await utilisateur.keyboard('{ArrowRight}');
  expect(active(grille)).toBe('case-C1');
  await utilisateur.keyboard('{ArrowLeft}{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}');
  expect(active(grille)).toBe('case-A7');
  expect(caseDe('A7')!.getAttribute('aria-selected')).toBe('true');
});

test('Entrée ouvre la saisie, Échap y renonce, une frappe la commence', async () => {
  const { grille, utilisateur, session } = await monter();
  await utilisateur.click(caseDe('B4')!);
  await utilisateur.keyboard('{Enter}');
  expect(screen.getByLabelText<HTMLInputElement>('Valeur à essayer en B4').value).toBe('10');
  await utilisateur.keyboard('99{Escape}');
  expect(screen.queryByLabelText('Valeur à essayer en B4')).toBeNull();
  expect(document.activeElement).toBe(grille);
  expect(session.lire().essais).toEqual([]);
  await utilisateur.keyboard('4,5{Enter}');
  expect(session.lire().essais).toMatchObject([{ ligne: 4, colonne: 2, contenu: { valeur: 4.5 } }]);
});

test('une valeur essayée recalcule la grille, se marque et s’annule', async () => {
  const { utilisateur, recontroler } = await monter();
  await utilisateur.click(caseDe('B4')!);
  await utilisateur.keyboard('15{Enter}');
  await recontroler();
  expect(caseDe('B3')!.textContent).toContain('75,0%');
  expect(caseDe('B4')!.getAttribute('aria-label')).toContain('valeur essayée');
  expect(screen.getByText('Valeur essayée ; le fichier contient : 10.')).toBeTruthy();
  await utilisateur.click(screen.getByRole('button', { name: 'Annuler cet essai' }));
  await recontroler();
  expect(caseDe('B3')!.textContent).toContain('50,0%');
});

test('une saisie ambiguë se refuse, avec la bonne écriture', async () => {
  const { utilisateur, session } = await monter();
  await utilisateur.click(caseDe('B4')!);
  await utilisateur.keyboard('1.5{Enter}');
  expect(screen.getByText(/Écrivez la virgule : « 1,5 »/)).toBeTruthy();
  expect(session.lire().essais).toEqual([]);
});

test('Suppr essaie une cellule vide', async () => {
  const { utilisateur, session } = await monter();
  await utilisateur.click(caseDe('B4')!);
  await utilisateur.keyboard('{Delete}');
  expect(session.lire().essais).toMatchObject([{ contenu: { valeur: null } }]);
});

test('de la cellule au constat : toucher en parle, insister y mène', async () => {
  const { utilisateur, surConstat, feuille } = await monter();
  await utilisateur.click(caseDe('B4')!);
  expect(surConstat).not.toHaveBeenCalled();
  await utilisateur.click(caseDe('B3')!);
  expect(surConstat).toHaveBeenLastCalledWith({ feuille, ligne: 3, colonne: 2 }, false);
  await utilisateur.click(screen.getByRole('button', { name: 'Voir le constat' }));
  expect(surConstat).toHaveBeenLastCalledWith({ feuille, ligne: 3, colonne: 2, constat: 'constat-1' }, true);
  await utilisateur.click(caseDe('B3')!);
  await utilisateur.keyboard('{Control>}{Enter}{/Control}');
  expect(surConstat).toHaveBeenLastCalledWith({ feuille, ligne: 3, colonne: 2 }, true);
});

test('les feuilles masquées se signalent et s’ouvrent', async () => {
  const { utilisateur } = await monter();
  await utilisateur.click(screen.getByRole('tab', { name: 'Annexe (masquée)' }));
  expect(screen.getByRole('grid', { name: 'Feuille « Annexe »' })).toBeTruthy();
});

test('mener à une cellule masquée la montre', async () => {
  const { session, feuille } = await monter();
  expect(caseDe('A6')).toBeNull();
  await act(async () => { await session.hote.selectionner!({ feuille, ligne: 6, colonne: 1 }); });
  expect(caseDe('A6')).not.toBeNull();
  expect(cleCellule(6, 1)).toBeGreaterThan(0);
});
