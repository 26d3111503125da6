/**
 * Engendre docs/controles : `npm run documents`. Avec `--verifier`, n'écrit rien et échoue si une
 * page n'est pas à jour.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const RACINE = join(dirname(fileURLToPath(import.meta.url)), '..');
require('./ts.cjs');
const { engendrerControles } = require('./documents/controles.ts');

const verifier = process.argv.includes('--verifier');
const pages = engendrerControles(join(RACINE, 'exemples'));
const dossier = join(RACINE, 'docs/controles');

const presentes = await readdir(dossier).catch(() => []);
const perimees = presentes.map((nom) => `docs/controles/${nom}`).filter((chemin) => !pages.has(chemin));
const changees = [];
for (const [chemin, contenu] of pages) {
  const ecrit = await readFile(join(RACINE, chemin), 'utf8').catch(() => null);
  if (ecrit !== contenu) changees.push(chemin);
}

if (verifier) {
  for (const chemin of [...changees, ...perimees]) console.error(`${chemin} n'est pas à jour.`);
  if (changees.length + perimees.length > 0) {
    console.error('Lancez « npm run documents », relisez, puis gardez le résultat.');
    process.exitCode = 1;
  }
} else {
  await mkdir(dossier, { recursive: true });
  for (const chemin of changees) await writeFile(join(RACINE, chemin), pages.get(chemin));
  for (const chemin of perimees) await rm(join(RACINE, chemin));
  console.log(`${pages.size} pages : ${changees.length} écrites, ${perimees.length} retirées.`);
}
