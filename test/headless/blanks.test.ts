import { expect, test } from '@jest/globals';
import { folderWith, runIn } from './folder';

type Notes = Readonly<Record<string, readonly [value: string, note: string]>>;

/** What stands at a glance on the Funnel tab, by measure. */
function atAGlance(deals: string, language = 'en'): Notes {
  const run = runIn(
    folderWith({ 'deals.csv': `ID,Deal,Stage,Amount,Currency,Created,Closed\n${deals}` }),
    ...['--deals', '@deals.csv', '--as-of', '2026-03-31', '--language', language],
  );
  const rows = run.rows('Funnel.summary.csv');
  return Object.fromEntries(rows.map(({ measure, value, note }) => [measure, [value, note]]));
}

const many = (count: number, row: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => `${row(n)}\n`).join('');

const OPEN = 'O1,Ash,Proposal,100,,2026-03-01,\n';
const FORMULA =
  'USD: open deals past the first stage x mean won amount x win rate / mean cycle, last 12 months';

test('a workbook without a closed deal says why each measure is blank', () => {
  expect(atAGlance(OPEN)).toEqual({
    'Win rate by count': ['', '0 won, 0 lost; not enough history (n = 0)'],
    'Win rate by amount': ['', 'no deal closed in the last 12 months'],
    'Sales cycle, median days': ['', 'no deal was won in the last 12 months'],
    'Sales cycle, mean days': ['', 'no deal was won in the last 12 months'],
    'Velocity per day': [
      '',
      `no deal was won in the last 12 months; no deal closed in the last 12 months; ${FORMULA}`,
    ],
    'Review rhythm that fits': ['', 'no deal was won in the last 12 months'],
  });
});

const YEN = OPEN + many(10, (n) => `W${n},Won ${n},Closed won,100,JPY,2026-02-01,2026-02-21`);

test('won deals in a currency without a rate leave the velocity blank, with what to do', () => {
  const why = 'no won deal has an amount in a currency with a rate: add the rates to Settings';
  expect(atAGlance(YEN)).toMatchObject({
    'Win rate by count': ['1', '10 won, 0 lost; 95% interval 72% to 100%'],
    'Win rate by amount': ['', why],
    'Sales cycle, median days': ['20', '10 won deals'],
    'Velocity per day': ['', `${why}; ${FORMULA}`],
  });
});

test('the same in Chinese', () => {
  const why = '赢单商机的金额都没有汇率：请在“设置”中补充汇率';
  const told = atAGlance(YEN, 'zh');
  expect(told['赢单率（按金额）']).toEqual(['', why]);
  expect(told.每日销售速度?.[1]).toMatch(new RegExp(`^${why}；CNY：第一阶段之后`));
  expect(atAGlance(OPEN, 'zh').每日销售速度?.[1]).toMatch(
    /^近 12 个月没有赢单；近 12 个月没有结束的商机；CNY：/,
  );
});

test('a velocity says how many won deals its mean amount leaves out', () => {
  const some =
    OPEN +
    many(10, (n) => `W${n},Won ${n},Closed won,200,,2026-02-01,2026-02-21`) +
    'X1,Yen,Closed won,900,JPY,2026-02-01,2026-02-21\nX2,None,Closed won,,,2026-02-01,2026-02-21\n';
  // 1 open deal x 200 x 100 % / 20 days
  expect(atAGlance(some)['Velocity per day']).toEqual([
    '10',
    `without an amount and left out: 1 deal; in a currency without a rate and left out: 1 deal; ${FORMULA}`,
  ]);
});
