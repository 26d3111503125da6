/**
 * `npm run demo` : construit la commande, puis contrôle un classeur d'exemple qui porte des
 * anomalies. Rend 0 si le contrôle les trouve.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const RACINE = join(dirname(fileURLToPath(import.meta.url)), '..');
const EXEMPLE = 'exemples/87-haute-vienne-anomalies.xlsx';
/** Ce que rend la commande quand elle trouve un point bloquant. */
const BLOQUANT = 1;

function executer(...argumentsDeNode) {
  const { status, error } = spawnSync(process.execPath, argumentsDeNode, { cwd: RACINE, stdio: 'inherit' });
  if (error) throw error;
  return status;
}

const construction = executer(require.resolve('webpack/bin/webpack.js'), '--config', 'webpack.cli.config.js');
if (construction === 0) {
  console.log(`\n$ npx cdppe controler ${EXEMPLE}\n`);
  const code = executer(join('bin', 'cdppe.cjs'), 'controler', EXEMPLE);
  if (code === BLOQUANT) {
    console.log('\nC’est un exemple : ses points bloquants sont voulus. À votre tour : npx cdppe controler votre-classeur.xlsx');
  } else {
    console.error(`\nLe contrôle a rendu ${code} ; on attendait ${BLOQUANT} (un point bloquant trouvé).`);
    process.exitCode = 1;
  }
} else {
  process.exitCode = construction ?? 1;
}
