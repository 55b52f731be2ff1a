import { expect, test } from '@jest/globals';
import type { ImportMap } from '../../../src/rpc/importCalls';
import { planImport } from '../../../src/sheet/importing/planImport';
import { sentSlices } from '../../../src/sheet/importing/sentSlices';
import { aStage, table } from './bringIn';

/** The open stages that the workbook has once these files are in, by name. */
function stagesAfter(csv: string, history: string | null, map: ImportMap = {}): readonly string[] {
  const deals = table(csv, 'deals.csv');
  const lives = history === null ? null : table(history, 'history.csv');
  const about = { deals, history: lives, asOf: '2026-06-30' };
  const mine = [aStage('Lead'), aStage('Won', 'won'), aStage('Lost', 'lost')];
  const target = { stages: mine, language: 'en', currency: 'USD' } as const;
  const { plan } = planImport({ ...about, prices: null, map, stages: 'keep' }, target);
  const [slice] = sentSlices({ ...about, plan, language: 'en', currency: 'USD', size: 9 });
  const stages = slice?.setUp.stages ?? [];
  return stages
    .filter(({ kind }) => kind === 'open')
    .map(({ label }) => label)
    .sort();
}

const HISTORY = 'ID,From,Stage,Entered\nA,,Lead,2026-01-01\n';

test.each([
  [
    'of a deal that comes in',
    'A,Lead,Site visit,2026-01-09',
    ['Crane booking', 'Lead', 'Site visit'],
  ],
  ['without a day', 'A,Lead,Site visit,someday', ['Crane booking', 'Lead']],
  ['of no deal in the file', 'X,Soil survey,Site visit,2026-01-09', ['Crane booking', 'Lead']],
])('of the history, an entry %s adds these stages', (_, entry, open) => {
  const deals = 'ID,Stage,Created\nA,Crane booking,2026-01-01\n';
  expect(stagesAfter(deals, `${HISTORY}${entry}\n`)).toEqual(open);
});

test('a stage that somebody tells, or that a column is called after, is added though no row of it comes in', () => {
  const deals = 'ID,Stage,Created,Site visit date\nA,Lead,2026-01-01,\nB,Site visit,2026-02-30,\n';
  const columns = { 'Site visit date': 'entered: Site visit' };
  const told = { columns, stages: { Survey: { name: 'Survey', kind: 'open' } } } as const;
  expect(stagesAfter(deals, null, told)).toEqual(['Lead', 'Site visit', 'Survey']);
});

test('what is said of the stages tells of no stage that only a rejected row names', () => {
  const csv = 'ID,Stage,Created\nA,Lead,2026-01-01\nB,Demo,2026-01-05\nC,Soil survey,2026-02-30\n';
  const files = { deals: table(csv, 'deals.csv'), history: null, asOf: '2026-06-30' };
  const mine = [aStage('Lead'), aStage('Won', 'won'), aStage('Lost', 'lost')];
  const target = { stages: mine, language: 'en', currency: 'USD' } as const;
  const read = { ...files, prices: null, map: {}, stages: 'keep' } as const;
  const { plan, guessesFor } = planImport(read, target);
  const [slice] = sentSlices({ ...files, plan, language: 'en', currency: 'USD', size: 9 });
  const told = guessesFor(slice?.setUp.stages ?? []).filter(({ about }) => about.includes('tage'));
  expect(told).toEqual([
    { about: 'New stage', theirs: 'Demo', ours: 'Demo (open)' },
    { about: 'Order of stages', theirs: 'Demo, Lead', ours: 'Lead → Demo' },
  ]);
});
