/**
 * Fait lire le TypeScript du projet à Node, par swc, sans rien construire :
 * `node -r ./scripts/ts.cjs scripts/bench.ts`. Ne vérifie pas les types (`npm run types`).
 */
const { readFileSync } = require('node:fs');
const { transformSync } = require('@swc/core');

for (const extension of ['.ts', '.tsx']) {
  require.extensions[extension] = (module, chemin) => {
    const { code } = transformSync(readFileSync(chemin, 'utf8'), {
      filename: chemin,
      sourceMaps: 'inline',
      module: { type: 'commonjs' },
      jsc: { parser: { syntax: 'typescript', tsx: extension === '.tsx' }, target: 'es2022', transform: { react: { runtime: 'automatic' } } },
    });
    module._compile(code, chemin);
  };
}
