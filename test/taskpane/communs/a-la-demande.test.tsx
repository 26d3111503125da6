/** @jest-environment jsdom */
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { aLaDemande, davance, toutCharger } from '../../../src/taskpane/communs/a-la-demande';
import { Garde } from '../../../src/taskpane/coque/Garde';

function Ecran({ nom }: { readonly nom: string }) {
  return <p>Écran {nom}</p>;
}

test('un module qui ne vient pas se dit, se réessaie, et s’affiche quand il vient', async () => {
  const charger = jest.fn<Promise<{ default: typeof Ecran }>, []>()
    .mockRejectedValueOnce(new Error('coupé'))
    .mockRejectedValueOnce(new Error('coupé'))
    .mockResolvedValue({ default: Ecran });
  const Demande = aLaDemande(charger);
  render(<FluentProvider theme={webLightTheme}><Suspense fallback={null}><Demande nom="des cibles" /></Suspense></FluentProvider>);
  expect((await screen.findByRole('alert')).textContent).toContain('n’a pas pu être chargée');
  await userEvent.click(screen.getByRole('button', { name: 'Réessayer' }));
  expect((await screen.findByRole('alert')).textContent).toContain('après 2 essais');
  await userEvent.click(screen.getByRole('button', { name: 'Réessayer' }));
  expect(await screen.findByText('Écran des cibles')).toBeTruthy();
});

test('tout se charge d’avance, un échec n’arrête pas la suite, et ce qui s’inscrit en route vient aussi', async () => {
  const charges: string[] = [];
  davance(() => Promise.reject(new Error('coupé')));
  davance(async () => {
    charges.push('écran');
    davance(async () => { charges.push('sa boîte'); });
  });
  await toutCharger();
  expect(charges).toEqual(['écran', 'sa boîte']);
});

test('une faute d’affichage se dit ; changer d’écran repart sain', async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const Fautif = (): never => { throw new Error('série absente'); };
  const { rerender } = render(<FluentProvider theme={webLightTheme}><Garde ecran="cibles"><Fautif /></Garde></FluentProvider>);
  expect(screen.getByRole('alert').textContent).toContain('série absente');
  rerender(<FluentProvider theme={webLightTheme}><Garde ecran="financement"><Ecran nom="du financement" /></Garde></FluentProvider>);
  expect(await screen.findByText('Écran du financement')).toBeTruthy();
});
