import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { folderWith, runIn } from './folder';

const DEALS =
  'Ref;Account;Rep;Deal stage;Created;Engage date;Close date;Value;Region\n' +
  'D1;Acme;Ann;Won;05.01.2026;10.01.2026;01.03.2026;1.234,50 €;North\n' +
  'D2;"Globex; Inc";Bob;Engaging;06.01.2026;11.01.2026;30.06.2026;99,00 €;South\n' +
  'D3;"=1+1";Ann;Prospecting;07.01.2026;;;;North\n' +
  'D4;Umbrella;Bob;Lost;08.01.2026;;02.03.2026;0;South\n' +
  'D5;Initech;Bob;Engaging;soon;;;;South\n';

const AS_OF = ['--as-of', '2026-03-31'];

test('a file comes in, and every tab comes out with English headers', () => {
  const run = runIn(
    folderWith({ 'deals.csv': DEALS }),
    '--deals',
    '@deals.csv',
    '--stages',
    'from-data',
    ...AS_OF,
  );
  expect(run.code).toBe(0);
  expect(run.rows('Deals.csv')).toMatchObject([
    {
      ID: 'D1',
      Customer: 'Acme',
      Owner: 'Ann',
      Amount: '1234.5',
      Currency: 'EUR',
      Stage: 'Won',
      'Close date': '2026-03-01',
      Region: 'North',
    },
    { ID: 'D2', Customer: 'Globex; Inc', Stage: 'Engaging', 'Close date': '2026-06-30' },
    { ID: 'D3', Customer: '=1+1', Stage: 'Prospecting', Amount: '' },
    { ID: 'D4', Stage: 'Lost', Amount: '0' },
  ]);
  expect(run.rows('Ledger.csv').filter(({ Deal }) => Deal === 'D1')).toMatchObject([
    { Kind: 'created', From: '', To: 'Prospecting', At: '2026-01-05 00:00:00', How: 'import' },
    { Kind: 'moved', From: 'Prospecting', To: 'Engaging', At: '2026-01-10 00:00:00' },
    { Kind: 'moved', From: 'Engaging', To: 'Won', At: '2026-03-01 00:00:00' },
  ]);
  const now = run.rows('Funnel.stages.csv').map(({ stage, now: there }) => [stage, there]);
  expect(now.slice(0, 4)).toEqual([
    ['Prospecting', '1'],
    ['Engaging', '1'],
    ['Won', '1'],
    ['Lost', '1'],
  ]);
});

test('rows that cannot be read are kept with file, line, column and reason', () => {
  const run = runIn(
    folderWith({ 'deals.csv': DEALS }),
    '--deals',
    '@deals.csv',
    '--stages',
    'from-data',
    ...AS_OF,
  );
  expect(run.rows('rejects.csv')).toEqual([
    {
      file: 'deals.csv',
      line: '6',
      column: 'Created',
      reason: '"soon" is not a date that can be read: write it like 2026-03-31.',
      row: 'D5,Initech,Bob,Engaging,soon,,,,South',
    },
  ]);
  expect(run.json('summary.json').counts).toMatchObject({ deals: 4, rejects: 1 });
});

test('everything that docs/headless.md names is written', () => {
  const run = runIn(folderWith({ 'deals.csv': DEALS }), '--deals', '@deals.csv', ...AS_OF);
  expect(run.files).toEqual(
    expect.arrayContaining([
      'Deals.csv',
      'Stages.csv',
      'Ledger.csv',
      'Funnel.stages.csv',
      'Forecast.months.csv',
      'Stalled.deals.csv',
      'Health.problems.csv',
      'deal-outlook.csv',
      'outlook.csv',
      'rejects.csv',
      'outcomes.jsonl',
      'summary.json',
      'labels.json',
    ]),
  );
  const header = (name: string) => run.text(name).split('\n')[0];
  expect(header('Funnel.stages.csv')).toBe(
    'stage,now,reached,visited,strict,lost_here,next_rate,next_n,next_low,next_high,cumulative,resolved_rate,median_dwell,resolved_n,resolved_low,resolved_high,skipped,still_open',
  );
  expect(header('Forecast.months.csv')).toBe(
    'month,closed,commit,best_case,pipeline,weighted,target',
  );
  expect(header('Stalled.deals.csv')).toBe('deal,stage,owner,days,limit,reason');
  expect(header('deal-outlook.csv')).toBe(
    'deal,stage,days_in_stage,chance,source,chance_7,chance_14,chance_28,chance_30,chance_90,chance_180,amount',
  );
  expect(header('outlook.csv')).toBe('horizon_days,part,measure,mean,p10,p50,p90,run_rate');
});

test('a Chinese workbook is written under English names, and labels.json says what they are called', () => {
  const run = runIn(
    folderWith({ 'deals.csv': DEALS }),
    '--deals',
    '@deals.csv',
    '--language',
    'zh',
    ...AS_OF,
  );
  expect(run.rows('Deals.csv')[0]).toMatchObject({ ID: 'D1', Customer: 'Acme' });
  expect(run.json('labels.json')).toMatchObject({
    language: 'zh',
    tabs: { Deals: '商机' },
    headers: { Deals: { Customer: '客户' } },
  });
});

test('gestures are outcomes, also those that fail', () => {
  const script = [
    '{"set":{"deal":"D3","facts":{"Next step":"Call"}}}',
    '# a remark',
    '{"call":"dealView","args":[{"id":"D3"}]}',
    '{"noSuchGesture":{}}',
    '{"edit":{"tab":"Nowhere","range":"A1","values":[["x"]]}}',
  ].join('\n');
  const run = runIn(
    folderWith({ 'deals.csv': DEALS, 'week.jsonl': script }),
    '--deals',
    '@deals.csv',
    '--stages',
    'from-data',
    '--script',
    '@week.jsonl',
    '--no-reports',
    ...AS_OF,
  );
  expect(run.code).toBe(0);
  expect(run.outcomes).toHaveLength(4);
  expect(run.outcomes[0]).toMatchObject({
    cells: { 'Next step': 'Call' },
    ledger: [{ Kind: 'changed' }],
  });
  expect(JSON.parse(run.outcomes[1]?.value ?? '{}')).toMatchObject({ ok: true });
  expect(run.outcomes.slice(2).map((outcome) => typeof outcome.error)).toEqual([
    'string',
    'string',
  ]);
  expect(run.files).not.toContain('outlook.csv');
});

test('a kept workbook is gone on from: the same file brings nothing in twice', () => {
  const folder = folderWith({ 'deals.csv': DEALS });
  const args = ['--deals', '@deals.csv', '--stages', 'from-data', '--workbook', '@book.json'];
  const first = runIn(folder, ...args, ...AS_OF);
  expect(first.rows('Deals.csv')).toHaveLength(4);
  const second = runIn(folder, ...args, '--as-of', '2026-04-02');
  expect(second.rows('Deals.csv')).toHaveLength(4);
  expect(second.json('summary.json').counts).toMatchObject({ deals: 0, rejects: 5 });
  const third = runIn(folder, '--workbook', '@book.json', '--as-of', '2026-04-03');
  expect(third.rows('Deals.csv').map(({ ID }) => ID)).toEqual(['D1', 'D2', 'D3', 'D4']);
});

test('what an earlier run wrote goes, what somebody else put there stays', () => {
  const folder = folderWith({ 'deals.csv': DEALS });
  mkdirSync(join(folder, 'out'));
  writeFileSync(join(folder, 'out', 'mine.csv'), 'mine');
  runIn(folder, '--deals', '@deals.csv', ...AS_OF);
  const second = runIn(folder, '--deals', '@deals.csv', '--no-reports', ...AS_OF);
  expect(second.files).toContain('mine.csv');
  expect(existsSync(join(folder, 'out', 'outlook.csv'))).toBe(false);
});

test.each([
  ['no rows', 'Deal,Amount,Stage\n', 0],
  ['one column', 'Deal\nBig one\nSmall one\n', 2],
])('a file with %s is read', (_, deals, count) => {
  const run = runIn(folderWith({ 'deals.csv': deals }), '--deals', '@deals.csv', ...AS_OF);
  expect(run.code).toBe(0);
  expect(run.rows('Deals.csv')).toHaveLength(count);
});

test.each([
  [['--deals', '@missing.csv'], 'There is no file'],
  [['--deals', '@.'], 'is a folder'],
  [['--deals', '@empty.csv'], 'holds no headers and no rows'],
  [['--deals', '@book.xlsx'], 'is an Excel workbook'],
  [['--history', '@deals.csv'], '--history needs --deals'],
  [['--deals', '@deals.csv', '--map', '@deals.csv'], 'is not JSON'],
  [['--deals', '@deals.csv', '--map', '@map.json'], 'look at "columns.Ref"'],
  [['--script', '@deals.csv'], 'line 1 is not a gesture'],
  [['--workbook', '@map.json'], 'is not a saved workbook'],
  [['--stages', 'mine'], '--stages is one of'],
  [['--language', 'fr'], '--language is one of'],
  [['--gates', 'open'], '--gates is one of'],
  [['--as-of', '2026-02-30'], '--as-of is a day'],
  [['--time-zone', 'Mars/Base'], 'is not a time zone'],
  [['--colour', 'red'], "Unknown option '--colour'"],
])('%j is refused with one sentence and exit code 2', (args, sentence) => {
  const folder = folderWith({
    'deals.csv': DEALS,
    'empty.csv': '',
    'book.xlsx': 'PK\u0003\u0004',
    'map.json': '{"columns":{"Ref":5}}',
  });
  const run = runIn(folder, ...args);
  expect(run.code).toBe(2);
  expect(run.said.filter((line) => !/^ *\d+\.\d s {2}/.test(line))).toHaveLength(1);
  expect(run.said.join('\n')).toContain(sentence);
});
