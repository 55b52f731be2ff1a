import { expect, test } from '@jest/globals';
import { folderWith, runIn } from './folder';

test.each(['general', 'from-data'])(
  'a stage that only a rejected row names is in no guess (stages: %s)',
  (stages) => {
    const deals =
      'ID,Deal,Stage,Created\n' +
      'A1,Ash,Site visit,2026-01-01\n' +
      'B1,Birch,Crane booking,2026-01-05\n' +
      'C1,Cedar,Soil survey,2026-02-30\n';
    const folder = folderWith({ 'deals.csv': deals });
    const asked = ['--deals', '@deals.csv', '--stages', stages, '--as-of', '2026-03-31'];
    const run = runIn(folder, ...asked);
    expect(run.rows('rejects.csv').map(({ line }) => line)).toEqual(['4']);
    const told = JSON.stringify(run.json('summary.json').guesses);
    expect(told).toContain('Crane booking');
    expect(told).not.toContain('Soil survey');
  },
);
