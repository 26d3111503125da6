/** Les vrais tableurs : LibreOffice et openpyxl, cherchés sur la machine, un seul processus pour tout un dossier. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const repond = (commande: string, ...argv: readonly string[]): boolean => spawnSync(commande, argv).status === 0;

export const LIBREOFFICE = repond('soffice', '--version') ? 'soffice' : null;
/** Le `python3` du chemin n'est pas toujours celui du système, à qui `apt` donne ses modules. */
export const PYTHON = ['python3', '/usr/bin/python3'].find((python) => repond(python, '-c', 'import openpyxl')) ?? null;

/** Absent : le test se dit sauté ; en intégration continue, il échoue. */
export function avec(outil: string | null): typeof test {
  return outil !== null || process.env.CI === 'true' ? test : (test.skip as typeof test);
}

/** Convertit en .xlsx tous les classeurs d'un dossier ; rend les octets par nom sans extension. */
export function convertir(dossier: string, sortie: string): ReadonlyMap<string, Uint8Array> {
  if (LIBREOFFICE === null) throw new Error('LibreOffice (soffice) est absent : installez libreoffice-calc.');
  mkdirSync(sortie, { recursive: true });
  const fichiers = readdirSync(dossier).filter((nom) => /\.xls[xm]$/.test(nom)).map((nom) => join(dossier, nom));
  execFileSync(LIBREOFFICE, [`-env:UserInstallation=file://${sortie}-profil`, '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', sortie, ...fichiers], { stdio: 'pipe', timeout: 300_000 });
  return new Map(readdirSync(sortie).map((nom) => [nom.replace(/\.xlsx$/, ''), new Uint8Array(readFileSync(join(sortie, nom)))]));
}

/** Ce qu'openpyxl voit d'un classeur. */
export interface VuParOpenpyxl {
  readonly feuilles: readonly string[];
  readonly comptes: Readonly<Record<string, number>>;
  /** Par « feuille!adresse » ; les formules en texte. */
  readonly valeurs: Readonly<Record<string, string | number | boolean | null>>;
}

/**
 * `lire` ouvre chaque classeur d'un dossier (`strict` : un avertissement est une erreur) ; `recrire`
 * le réenregistre dans le dossier `option`.
 */
export function openpyxl(action: 'lire' | 'recrire', dossier: string, option = ''): Readonly<Record<string, VuParOpenpyxl>> {
  if (PYTHON === null) throw new Error('openpyxl est absent : installez python3-openpyxl.');
  return JSON.parse(execFileSync(PYTHON, [join(__dirname, 'par_openpyxl.py'), action, dossier, option], { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 })) as Record<string, VuParOpenpyxl>;
}
