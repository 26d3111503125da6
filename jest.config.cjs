/** @type {import('jest').Config} */
const transform = {
  '^.+\\.(t|j)sx?$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        target: 'es2022',
        transform: { react: { runtime: 'automatic' } },
      },
    },
  ],
};

module.exports = {
  testEnvironment: 'node',
  // Une machine chargée n'est pas une panne : le délai n'arrête que ce qui ne finirait pas.
  testTimeout: 120_000,
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
  transform,
  testPathIgnorePatterns: process.env.TESTS_LONGS ? ['/node_modules/'] : ['/node_modules/', '\\.long\\.test\\.tsx?$'],
};
