/** Trouver un navigateur, et sauter proprement les tests qui en demandent un. */
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const NAVIGATEURS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge'];

/** Arguments de Chromium dans un conteneur sans écran. */
export const ARGUMENTS_CHROMIUM = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

/** Chromium, Chrome ou Edge installé (`CHROMIUM` pour en désigner un), ou `null`. */
export function cheminChromium(): string | null {
  return [process.env['CHROMIUM'], ...NAVIGATEURS].find((chemin) => chemin && existsSync(chemin)) ?? null;
}

/** Tests qui demandent un navigateur : sautés s'il n'y en a pas, en échec dans ce cas en CI. */
export function decrireChromium(nom: string, corps: (lancer: () => Promise<Browser>) => void): void {
  const chemin = cheminChromium();
  const absent = (): Promise<Browser> => Promise.reject(new Error('Aucun Chromium, Chrome ou Edge sur ce poste (CHROMIUM=chemin).'));
  if (chemin === null && process.env['CI'] !== 'true') describe.skip(`${nom} (aucun navigateur trouvé)`, () => corps(absent));
  else describe(nom, () => corps(chemin === null ? absent : () => chromium.launch({ executablePath: chemin, args: ARGUMENTS_CHROMIUM })));
}
