/** Construit et sert la page d'essai du volet, et l'ouvre dans un navigateur. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe, { type Result } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import webpack from 'webpack';
import { servir, type Service } from '../../hote-excel/serveur';

/** Construit la page dans un dossier temporaire et la sert. */
export async function servirPage(): Promise<Service> {
  const dossier = await mkdtemp(join(tmpdir(), 'volet-'));
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- configuration de webpack, en CommonJS
  const configuration = require('./webpack.config.cjs') as webpack.Configuration;
  await new Promise<void>((fini, rate) => {
    webpack({ ...configuration, output: { ...configuration.output, path: dossier } }, (erreur, bilan) => {
      if (erreur) rate(erreur);
      else if (bilan?.hasErrors()) rate(new Error(bilan.toString({ all: false, errors: true })));
      else fini();
    });
  });
  return servir(dossier);
}

export interface OptionsPage {
  readonly largeur?: number;
  readonly hauteur?: number;
  readonly theme?: 'clair' | 'sombre' | 'contraste';
  /** Classeur de exemples/, sans extension. */
  readonly classeur?: string;
  readonly parametres?: string;
}

export interface PageOuverte {
  readonly page: Page;
  readonly erreurs: readonly string[];
  /** Requêtes parties ailleurs que vers la page. */
  readonly etrangeres: readonly string[];
}

/** Ouvre le volet et attend son premier résultat. */
export async function ouvrir(navigateur: Browser, { origine }: Service, options: OptionsPage = {}): Promise<PageOuverte> {
  const { largeur = 320, hauteur = 600, theme = 'clair', classeur = '87-haute-vienne-anomalies', parametres = '' } = options;
  const page = await navigateur.newPage({
    viewport: { width: largeur, height: hauteur }, locale: 'fr-FR',
    colorScheme: theme === 'sombre' ? 'dark' : 'light', forcedColors: theme === 'contraste' ? 'active' : 'none', reducedMotion: 'reduce',
  });
  const erreurs: string[] = [];
  const etrangeres: string[] = [];
  page.on('pageerror', (erreur) => erreurs.push(String(erreur)));
  page.on('request', (requete) => { if (!requete.url().startsWith(origine)) etrangeres.push(requete.url()); });
  await page.goto(`${origine}/index.html?classeur=${classeur}${parametres}`);
  await page.waitForSelector('#verdict, #etranger');
  return { page, erreurs, etrangeres };
}

/** Violations de l'accessibilité, graves d'abord, avec leurs éléments. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  // Les bornes invisibles de Fluent prennent le focus pour le rendre aussitôt : axe y voit un piège.
  const resultats = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run({ exclude: ['[data-tabster-dummy]'] }, { resultTypes: ['violations'] }));
  return resultats.violations.map(({ id, impact, nodes }: Result) => `${impact ?? ''} ${id} : ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

/** Ce qui dépasse de la largeur du volet, et les cibles de moins de 44 px. */
export function defauts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const visibles = [...document.querySelectorAll<HTMLElement>('button, [role=tab], select, input, textarea, a[href]')].filter((element) => element.checkVisibility());
    const petites = visibles.filter((element) => {
      const boite = (element.closest('.fui-Input, .fui-Select, .fui-Textarea') ?? element).getBoundingClientRect();
      return boite.height < 44 || boite.width < 44;
    });
    const larges = document.documentElement.scrollWidth > document.documentElement.clientWidth ? [`la page déborde : ${String(document.documentElement.scrollWidth)} px`] : [];
    return [...larges, ...petites.map((element) => `cible trop petite : ${element.outerHTML.slice(0, 100)} ${JSON.stringify(element.getBoundingClientRect())}`)];
  });
}
