/** `npm run test:long` : les tests de fichiers `*.long.test.ts`, trop longs pour chaque essai. */
process.env.TESTS_LONGS = '1';
require('jest').run(['\\.long\\.test\\.', ...process.argv.slice(2)]);
