/**
 * Les règles de la maison. Les plus importantes gardent l'ordre des dossiers (CONTRIBUTING.md) :
 * un import à contre-sens est une erreur, pas un avis.
 */
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const SOCLE = ['referentiel', 'classeur'];
const JUGEMENT = [...SOCLE, 'formules', 'corrections', 'controles'];
const COEUR = [...JUGEMENT, 'modele', 'moteur', 'decisions', 'diagnostic', 'rapport', 'comparaison', 'consolidation'];
const PORT = 'hote/port.ts';

/** Ce que chaque dossier peut importer, hors de lui-même. Un dossier absent d'ici n'est importé de nulle part. */
export const IMPORTS_ADMIS = {
  referentiel: [],
  classeur: ['referentiel'],
  formules: SOCLE,
  corrections: [...SOCLE, 'formules'],
  modele: [...SOCLE, 'formules', 'corrections'],
  controles: [...SOCLE, 'formules', 'corrections'],
  moteur: JUGEMENT,
  decisions: [...JUGEMENT, 'moteur'],
  diagnostic: [...JUGEMENT, 'modele', 'moteur', 'decisions'],
  rapport: [...JUGEMENT, 'moteur', 'decisions', 'diagnostic'],
  comparaison: [...JUGEMENT, 'moteur', 'decisions', 'rapport'],
  consolidation: [...JUGEMENT, 'modele', 'moteur', 'decisions', 'rapport'],
  'hote/port.ts': ['classeur', 'corrections'],
  'hote/fichier': [PORT, ...SOCLE, 'corrections', 'modele'],
  'hote/excel': [PORT, ...SOCLE, 'corrections'],
  taskpane: [...COEUR, PORT],
  page: [...COEUR, PORT, 'hote/fichier', 'taskpane'],
  cli: [...COEUR, PORT, 'hote/fichier'],
};

/** Les seuls endroits qui parlent à Office.js : l'hôte, et les points d'entrée qui attendent Excel. */
const OFFICE_ADMIS = ['src/hote/excel/**', 'src/taskpane/index.tsx', 'src/taskpane/demarrage.ts'];

function ordre(dossier, admis) {
  const zone = {
    target: `./src/${dossier}`,
    from: './src',
    except: [dossier, ...admis].map((chemin) => `./${chemin}`),
    message: `src/${dossier} n'importe que : ${admis.length === 0 ? 'rien' : admis.join(', ')}. L'ordre des dossiers est dans CONTRIBUTING.md.`,
  };
  return { 'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones: [zone] }] };
}

const fichiersDe = (dossier) => (dossier.endsWith('.ts') ? `src/${dossier}` : `src/${dossier}/**/*.{ts,tsx}`);

const GLOBALES_D_OFFICE = ['Office', 'Excel', 'OfficeExtension', 'OfficeRuntime'].map((name) => ({ name, message: "Office.js n'est connu que de src/hote/excel et src/taskpane/index.tsx : passer par le port." }));
const TYPES_D_OFFICE = { selector: 'TSQualifiedName > Identifier.left[name=/^(Office|Excel)$/]', message: "Les types d'Office.js ne sont connus que de src/hote/excel et src/taskpane/index.tsx." };
const GLOBALES_DE_LIEU = ['window', 'document', 'navigator', 'self', 'localStorage', 'sessionStorage', 'fetch', 'XMLHttpRequest', 'process', 'Buffer', '__dirname', '__filename', 'require', 'setTimeout', 'setInterval', 'console'].map((name) => ({ name, message: 'Le cœur ne connaît ni le navigateur, ni Node, ni le temps qui passe.' }));

export default tseslint.config(
  { ignores: ['node_modules/', 'build/', 'dist*/', 'coverage/', 'assets/'] },
  ...tseslint.configs.strict,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/extensions': ['.ts', '.tsx'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.json' })],
    },
    rules: {
      // Un indice vérifié par construction se lit mieux avec « ! » (noUncheckedIndexedAccess est actif).
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-control-regex': 'error',
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true, skipRegExps: true, skipComments: true }],
      'no-misleading-character-class': 'error',
      'no-constant-condition': 'error',
      'no-unsafe-finally': 'error',
      'no-unreachable': 'error',
      'no-fallthrough': 'error',
      'no-useless-escape': 'error',
      'no-self-compare': 'error',
      'no-template-curly-in-string': 'error',
      'no-cond-assign': 'error',
      'prefer-const': 'error',
      'no-var': 'error',
      'max-lines': ['warn', { max: 200, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // Les seules règles qui demandent les types, là où le code est asynchrone : une promesse oubliée avale une panne.
    files: ['src/{hote,taskpane,page,cli}/**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'import-x/no-cycle': 'error',
      'import-x/no-self-import': 'error',
      'no-restricted-globals': ['error', ...GLOBALES_D_OFFICE],
      'no-restricted-syntax': ['error', TYPES_D_OFFICE],
    },
  },
  ...Object.entries(IMPORTS_ADMIS).map(([dossier, admis]) => ({ files: [fichiersDe(dossier)], rules: ordre(dossier, admis) })),
  {
    files: ['src/taskpane/index.tsx'],
    rules: ordre('taskpane', [...IMPORTS_ADMIS.taskpane, 'hote/excel']),
  },
  {
    // Une trame .xlsx, les annexes vierges : des fichiers que le volet lit et fabrique, sans être l'hôte.
    files: ['src/taskpane/communs/classeurs.ts'],
    rules: ordre('taskpane', [...IMPORTS_ADMIS.taskpane, 'hote/fichier']),
  },
  {
    files: COEUR.map(fichiersDe),
    rules: {
      'no-restricted-globals': ['error', ...GLOBALES_D_OFFICE, ...GLOBALES_DE_LIEU],
      'no-console': 'error',
      'no-restricted-imports': ['error', { patterns: [{ group: ['react', 'react-dom', 'react/*', '@fluentui/*', 'commander', 'picocolors'], message: 'Le cœur ne connaît ni React ni le terminal.' }] }],
      'import-x/no-nodejs-modules': 'error',
    },
  },
  {
    // React.lazy veut un export par défaut : le volet et la page en ont, le reste s'en passe.
    files: [...COEUR, PORT, 'hote/fichier', 'hote/excel', 'cli'].map(fichiersDe),
    rules: { 'import-x/no-default-export': 'error' },
  },
  { files: OFFICE_ADMIS, rules: { 'no-restricted-globals': 'off', 'no-restricted-syntax': 'off' } },
  {
    files: ['src/hote/excel/**/*.ts'],
    plugins: { 'office-addins': officeAddins },
    rules: {
      'office-addins/no-context-sync-in-loop': 'error',
      'office-addins/no-navigational-load': 'error',
      'office-addins/no-office-initialize': 'error',
      'office-addins/call-sync-before-read': 'error',
      'office-addins/call-sync-after-load': 'error',
      'office-addins/load-object-before-read': 'error',
      'office-addins/test-for-null-using-isNullObject': 'error',
    },
  },
  {
    files: ['src/**/*.tsx', 'src/{taskpane,page}/**/*.ts'],
    plugins: { 'react-hooks': reactHooks },
    // Les autres règles du paquet préparent le code au compilateur de React, que le projet n'emploie pas.
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'react-hooks/static-components': 'error',
      'react-hooks/set-state-in-render': 'error',
      'react-hooks/error-boundaries': 'error',
      'react-hooks/use-memo': 'error',
    },
  },
  {
    // Une table de cas se lit d'une traite, et fabriquer un fichier hostile demande de l'abîmer.
    files: ['test/**/*.{ts,tsx}'],
    rules: { 'max-lines': 'off', '@typescript-eslint/no-dynamic-delete': 'off' },
  },
  {
    files: ['**/*.{js,cjs}'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
