/** Construire ce que Chromium charge : le script de l'hôte émulé, et le volet de production. */
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import webpack from 'webpack';
import type { Configuration } from 'webpack';

const NOM_SCRIPT = 'hote-emule.js';

let script: Promise<string> | null = null;

const CONFIGURATION_HOTE = (dossier: string): Configuration => ({
  mode: 'development',
  devtool: false,
  entry: join(__dirname, 'navigateur.ts'),
  output: { path: dossier, filename: NOM_SCRIPT },
  resolve: { extensions: ['.ts', '.js'] },
  module: {
    rules: [{ test: /\.ts$/, exclude: /node_modules/, loader: 'swc-loader', options: { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } } }],
  },
});

function construire(configuration: Configuration): Promise<void> {
  const compilateur = webpack(configuration);
  return new Promise((fini, rate) => {
    compilateur.run((erreur, bilan) => {
      if (erreur) rate(erreur);
      else if (bilan?.hasErrors()) rate(new Error(bilan.toString({ all: false, errors: true })));
      else compilateur.close((fermeture) => (fermeture ? rate(fermeture) : fini()));
    });
  });
}

/** Le script de l'hôte émulé pour navigateur, construit une fois par processus. */
export function scriptHote(): Promise<string> {
  script ??= mkdtemp(join(tmpdir(), 'hote-emule-')).then(async (dossier) => {
    await construire(CONFIGURATION_HOTE(dossier));
    return readFile(join(dossier, NOM_SCRIPT), 'utf8');
  });
  return script;
}

/** Construit le volet de production dans un dossier temporaire, qu'il rend. */
export async function construireVolet(): Promise<string> {
  const dossier = await mkdtemp(join(tmpdir(), 'volet-'));
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const configurer = require('../../webpack.config.js') as (env: object, options: { mode: string }) => Promise<Configuration>;
  const configuration = await configurer({}, { mode: 'production' });
  await construire({ ...configuration, output: { ...configuration.output, path: dossier } });
  return dossier;
}
