/** Aides des tests de la commande : une sortie en mémoire, un dossier provisoire. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { executer } from '../../src/cli/programme';
import { SANS_STYLE } from '../../src/rapport/rapporteur';

export const RACINE = join(__dirname, '../..');
export const EXEMPLES = join(RACINE, 'exemples');
export const CONFORME = join(EXEMPLES, '87-haute-vienne-conforme.xlsx');
export const ANOMALIES = join(EXEMPLES, '87-haute-vienne-anomalies.xlsx');

export interface Execution {
  readonly code: number;
  readonly sortie: string;
  readonly erreurs: readonly string[];
}

/** Exécute la commande dans le processus du test. */
export async function lancer(...argv: readonly string[]): Promise<Execution> {
  const ecrits: string[] = [];
  const erreurs: string[] = [];
  const code = await executer(argv, {
    ecrire: (texte) => ecrits.push(texte),
    signaler: (ligne) => erreurs.push(ligne),
    style: SANS_STYLE,
    largeur: 100,
  });
  return { code, sortie: ecrits.join(''), erreurs };
}

const dossiers: string[] = [];

afterAll(() => {
  for (const dossier of dossiers.splice(0)) rmSync(dossier, { recursive: true, force: true });
});

/** Dossier provisoire, retiré après les tests ; `fichiers` : chemin → contenu. */
export function dossierProvisoire(fichiers: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const dossier = mkdtempSync(join(tmpdir(), 'cdppe-'));
  dossiers.push(dossier);
  for (const [chemin, contenu] of Object.entries(fichiers)) {
    mkdirSync(dirname(join(dossier, chemin)), { recursive: true });
    writeFileSync(join(dossier, chemin), contenu);
  }
  return dossier;
}
