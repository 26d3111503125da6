/** La commande telle qu'elle s'exécute : son lanceur, sa construction, ses flux. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ANOMALIES, CONFORME, dossierProvisoire, EXEMPLES, RACINE } from './aide';

const lancer = (commande: string, argv: readonly string[], env: Record<string, string> = {}) =>
  spawnSync(commande, argv, { cwd: RACINE, encoding: 'utf8', env: { ...process.env, ...env } });
/** Le code tel qu'il est, sans construction : un lanceur périmé ne fausse pas le test. */
const cdppe = (...argv: readonly string[]) => lancer(process.execPath, ['-r', './scripts/ts.cjs', 'src/cli/index.ts', ...argv]);

describe('le lanceur', () => {
  const dossier = dossierProvisoire();
  mkdirSync(join(dossier, 'bin'));
  copyFileSync(join(RACINE, 'bin/cdppe.cjs'), join(dossier, 'bin/cdppe.cjs'));
  const lanceur = join(dossier, 'bin/cdppe.cjs');

  test('dit quoi faire si la construction manque', () => {
    const { status, stdout, stderr } = lancer(process.execPath, [lanceur, 'controler', CONFORME]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^cdppe : la commande n'est pas encore construite\. .*« npm ci »[^\n]*\n$/);
  });

  test('lance la commande construite, sans rien d’autre que Node', () => {
    const construite = lancer(process.execPath, [require.resolve('webpack/bin/webpack.js'), '--config', 'webpack.cli.config.js', '--output-path', join(dossier, 'build/cli')]);
    expect(construite).toMatchObject({ status: 0 });
    const { status, stdout, stderr } = lancer(process.execPath, [lanceur, 'controler', ANOMALIES]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toContain('NON CONFORME : ');
  }, 120_000);
});

describe('les flux', () => {
  test('résultat sur la sortie, incidents en erreur, code de sortie', () => {
    const { status, stdout, stderr } = cdppe('controler', CONFORME, 'nulle-part.xlsx');
    expect(status).toBe(2);
    expect(stdout).toContain('CONFORME : ');
    expect(stderr).toBe('nulle-part.xlsx : Ce fichier est introuvable : vérifiez son nom et son dossier.\n');
  });

  test('pas de couleur dans un fichier, des couleurs si on les demande', () => {
    expect(cdppe('controler', ANOMALIES).stdout).not.toContain('\u001b');
    const forcee = lancer(process.execPath, ['-r', './scripts/ts.cjs', 'src/cli/index.ts', 'controler', ANOMALIES], { FORCE_COLOR: '1', NO_COLOR: '' });
    expect(forcee.stdout).toContain('\u001b[31m');
  });

  test('un lecteur qui s’en va ne fait pas de pile', () => {
    // Cent rapports JSON dépassent de loin ce qu'un tuyau garde en attente.
    const dossier = dossierProvisoire();
    for (let rang = 0; rang < 100; rang += 1) copyFileSync(ANOMALIES, join(dossier, `${String(rang)}.xlsx`));
    const { stdout, stderr } = lancer('bash', ['-c', `"$0" -r ./scripts/ts.cjs src/cli/index.ts controler "$1" -f json | head -c 20`, process.execPath, dossier]);
    expect(stdout).toHaveLength(20);
    expect(stderr).toBe('');
  });
});

test('npm run controler accepte un dossier', () => {
  const { status, stdout } = cdppe('controler', EXEMPLES);
  expect(status).toBe(1);
  expect(stdout).toContain('5 fichiers : 2 non conformes, 2 conformes, 1 à remplir.');
});
