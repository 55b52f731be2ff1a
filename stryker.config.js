/**
 * `npm run mutate`: breaks the domain in thousands of small ways and asks its tests whether they see it.
 * `npm run mutate -- -m src/domain/day.ts` does one file; what was tried before is remembered in reports/.
 */
export default {
  testRunner: 'domain',
  plugins: ['./scripts/mutate/domainRunner.js'],
  coverageAnalysis: 'perTest',
  mutate: ['src/domain/**/*.ts'],
  incremental: true,
  incrementalFile: 'reports/mutation.json',
  reporters: ['clear-text', 'progress', 'html'],
  htmlReporter: { fileName: 'reports/mutation.html' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  allowConsoleColors: false,
  concurrency: 2,
  thresholds: { high: 90, low: 85, break: 85 },
  tempDirName: '.stryker-tmp',
  // It would be rewritten with an interface that TypeScript 7 no longer has; nothing here reads it.
  tsconfigFile: 'none',
  ignorePatterns: [
    'dist',
    'reports',
    'docs',
    '.preview',
    'coverage',
    'sidebar',
    'preview',
    'biome.json',
  ],
};
