export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  transform: { '\\.(ts|tsx|js|mjs)$': '<rootDir>/test/support/transform.cjs' },
  transformIgnorePatterns: ['/node_modules/(?!@ironcalc/)', '/dist/'],
  globalSetup: '<rootDir>/test/support/globalSetup.ts',
  maxWorkers: 2,
};
