/** Monte le volet sur un hôte en mémoire, dans jsdom. */
import { configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Volet, type ProprietesVolet } from '../../src/taskpane/Volet';
import type { Instantane } from '../../src/classeur/instantane';
import { lireExemple, type Exemple } from '../moteur/vues/aide';
import { creerHoteMemoire, type HoteMemoire } from './hote-memoire';

// Une machine chargée met parfois plus d'une seconde à contrôler un classeur.
configure({ asyncUtilTimeout: 60_000, getElementError: (message) => new Error(message ?? '') });

/** Ce que jsdom n'a pas, et que Fluent attend d'un navigateur. */
export function completerJsdom({ sombre = false } = {}): void {
  window.matchMedia = ((media: string) => ({
    media, matches: sombre && media.includes('dark'), addEventListener: () => undefined, removeEventListener: () => undefined,
  })) as unknown as typeof window.matchMedia;
  window.ResizeObserver ??= class {
    observe(): void { /* jsdom n'a pas de mise en page : rien à observer. */ }
    unobserve(): void { /* idem */ }
    disconnect(): void { /* idem */ }
  };
  document.body.replaceChildren();
}

export const MAINTENANT = new Date(2020, 8, 15, 9, 30);

export interface Monte {
  readonly hote: HoteMemoire;
  readonly utilisateur: ReturnType<typeof userEvent.setup>;
  readonly conteneur: HTMLElement;
  readonly demonter: () => void;
}

/** Monte le volet et attend son premier verdict. `preparer` règle l'hôte avant. */
export async function monter(classeur: Exemple | Instantane, proprietes: Partial<ProprietesVolet> = {}, preparer?: (hote: HoteMemoire) => void): Promise<Monte> {
  completerJsdom();
  const hote = creerHoteMemoire(typeof classeur === 'string' ? lireExemple(classeur) : classeur);
  preparer?.(hote);
  const utilisateur = userEvent.setup();
  const { container, unmount } = render(<Volet hote={hote} maintenant={() => MAINTENANT} version="0.1.0" {...proprietes} />);
  return { hote, utilisateur, conteneur: container, demonter: unmount };
}

/** Texte d'un élément, espaces insécables ramenées à l'espace. */
export const dit = (element: Element | null): string => element?.textContent?.replace(/[\u00a0\u202f]/g, ' ') ?? '';

/** Le titre du verdict, une fois le contrôle fait. */
export const verdict = (): Promise<HTMLElement> => waitFor(() => {
  const titre = document.getElementById('verdict');
  if (!titre) throw new Error('Pas encore de verdict.');
  return titre;
});

/** Les cartes de la liste. */
export const cartes = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[id^="carte-"]')];

/** Ouvre le premier constat dont la carte contient ce texte ; rend son détail. */
export async function ouvrirConstat(utilisateur: Monte['utilisateur'], texte: RegExp): Promise<HTMLElement> {
  await verdict();
  const carte = cartes().find((candidate) => texte.test(dit(candidate)));
  if (!carte) throw new Error(`Aucun constat ne dit ${String(texte)}.`);
  await utilisateur.click(carte);
  return screen.findByRole('article');
}

/** Attend qu'une boîte refermée ait disparu : tant qu'elle s'efface, le reste du volet est caché aux rôles. */
export async function boiteRefermee(): Promise<void> {
  await waitFor(() => { expect(document.querySelector('[role=dialog], [role=alertdialog]')).toBeNull(); });
}
