import { expect, test } from '@jest/globals';
import { folderWith, type Run, runIn } from './folder';

/** Ash took 30 days. The file says that Birch was created four weeks after it was won. */
const DEALS =
  'ID,Deal,Stage,Amount,Created,Closed\n' +
  'A1,Ash,Won,100,2026-01-01,2026-01-31\n' +
  'B1,Birch,Won,100,2026-03-01,2026-02-01\n' +
  'C1,Cedar,Lead,100,2026-02-10,\n';

const bringIn = (...more: readonly string[]): Run =>
  runIn(
    folderWith({ 'deals.csv': DEALS }),
    ...['--deals', '@deals.csv', '--stages', 'from-data', '--as-of', '2026-03-31', ...more],
  );

/** The median and the mean cycle, each with what stands beside it. */
const cycles = (run: Run) =>
  run
    .rows('Funnel.summary.csv')
    .slice(2, 4)
    .map((row) => [row.value, row.note]);

const createdGuesses = (run: Run, about: string) =>
  (
    run.json('summary.json').guesses as unknown as { about: string; theirs: string; ours: string }[]
  ).filter((guess) => guess.about === about && guess.ours.includes('1'));

test('a deal that its file has created after it closed is in no cycle, and Health and the import say so', () => {
  const run = bringIn();
  const note = '1 won deal; 1 without a known start left out';
  expect(cycles(run)).toEqual([
    ['30', note],
    ['30', note],
  ]);
  const told = run.rows('Health.problems.csv').filter(({ problem }) => problem?.includes('Birch'));
  expect(told).toEqual([
    {
      tab: 'Deals',
      cell: expect.stringMatching(/^[A-Z]+3$/),
      problem:
        'The file says that "Birch" was created on 2026-03-01, but it came to "Won" on 2026-02-01',
      what_to_do: expect.stringContaining('import the deal under another ID'),
      repair: 'By hand',
    },
  ]);
  expect(createdGuesses(run, 'Created')).toEqual([
    {
      about: 'Created',
      theirs: 'Created',
      ours: 'later than what followed for 1 deal; it counts as unknown, so correct the file first if you know it (line 3)',
    },
  ]);
});

test('it is said in Chinese where the workbook is Chinese', () => {
  const run = bringIn('--language', 'zh');
  const told = run.rows('Health.problems.csv').filter(({ problem }) => problem?.includes('Birch'));
  expect(told).toMatchObject([
    { problem: '按导入的文件，“Birch”创建于 2026-03-01，但它在 2026-02-01 就已进入“Won”' },
  ]);
  expect(createdGuesses(run, '创建日期')).toMatchObject([
    { ours: '1 个商机晚于其后的进展，按未知处理；如果知道确切日期，请先在文件中改正（第 3 行）' },
  ]);
});

test('deleted, corrected and imported under another ID the deal is in the cycle, and Health is quiet', () => {
  const folder = folderWith({
    'deals.csv': DEALS,
    'mended.csv': 'ID,Deal,Stage,Amount,Created,Closed\nB2,Birch,Won,100,2026-01-22,2026-02-01\n',
    'delete.jsonl': '{"deleteRows":{"tab":"Deals","at":3,"count":1}}\n',
  });
  const workbook = ['--workbook', '@book.json', '--as-of', '2026-03-31'];
  const stages = ['--stages', 'from-data'];
  runIn(folder, ...workbook, ...stages, '--deals', '@deals.csv', '--script', '@delete.jsonl');
  const run = runIn(folder, ...workbook, '--deals', '@mended.csv');
  // 30 days of Ash, 10 of Birch.
  expect(cycles(run).map(([days]) => days)).toEqual(['20', '20']);
  expect(
    run.rows('Health.problems.csv').filter(({ problem }) => problem?.includes('Birch')),
  ).toEqual([]);
});

test('a deal without a day of creation is no contradiction: the import counts it, Health says nothing', () => {
  const deals = 'ID,Deal,Stage,Created,Closed\nA1,Ash,Won,,2026-01-31\nC1,Cedar,Lead,2026-02-10,\n';
  const run = runIn(
    folderWith({ 'deals.csv': deals }),
    ...['--deals', '@deals.csv', '--stages', 'from-data', '--as-of', '2026-03-31'],
  );
  expect(createdGuesses(run, 'Created')).toMatchObject([
    {
      ours: 'not told for 1 deal; it counts as unknown, so put it into the file first if you know it',
    },
  ]);
  const told = run.rows('Health.problems.csv').map(({ problem }) => problem);
  expect(told.filter((problem) => problem?.includes('created on'))).toEqual([]);
});

test.each<{ language: 'en' | 'zh'; about: string; says: string }>`
  language | about         | says
  ${'en'}  | ${'Created'}  | ${'not told for 1 deal; it counts as unknown, so choose the column with the day of creation, if the file has one'}
  ${'zh'}  | ${'创建日期'} | ${'1 个商机未写明，按未知处理；如果文件中有创建日期一列，请选择该列'}
`('where no column tells the creation, the import says in $language to choose it', (row) => {
  const run = runIn(
    folderWith({ 'deals.csv': 'ID,Deal,Stage\nA1,Ash,Won\n' }),
    ...['--deals', '@deals.csv', '--stages', 'from-data', '--as-of', '2026-03-31'],
    ...['--language', row.language],
  );
  expect(createdGuesses(run, row.about)).toEqual([
    { about: row.about, theirs: '', ours: row.says },
  ]);
});
