import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import {
  categoryOf,
  type MonthlyForecast,
  type MonthlyInput,
  type MonthRow,
  monthlyForecast,
} from '../../../src/domain/forecast/months';
import type { DealHistory } from '../../../src/domain/history';
import type { Tracked } from '../../../src/domain/ledger';
import type { Category } from '../../../src/domain/pipeline';
import { aHistory, threeStages } from './histories';

const TODAY = '2026-02-10';
const CNY = { currency: 'CNY', perUnit: new Map<string, number>() };

function open(
  deal: string,
  amount: number | null,
  closeDate: string | null,
  more: Partial<Tracked> = {},
) {
  return aHistory(deal, [['propose', '2026-01-05']], { amount, closeDate, ...more });
}

function won(deal: string, amount: number, day: string, closeDate: string | null = day) {
  return aHistory(
    deal,
    [
      ['propose', '2026-01-05'],
      ['won', day],
    ],
    { amount, closeDate },
  );
}

function forecast(
  histories: readonly DealHistory[],
  more: Partial<MonthlyInput> = {},
): MonthlyForecast {
  return monthlyForecast({
    histories,
    pipeline: threeStages(),
    today: TODAY,
    rates: CNY,
    targets: new Map(),
    chanceOf: () => 0.4,
    ...more,
  });
}

function row(result: MonthlyForecast, name: string): MonthRow {
  return result.rows.find(({ bucket }) =>
    bucket.kind === 'month' ? bucket.month === name : bucket.kind === name,
  )!;
}

test('an open deal counts in the month it is expected to close, weighted by its chance', () => {
  const result = forecast([open('D1', 1000, '2026-03-31'), open('D2', 505, '2026-03-01')]);
  expect(row(result, '2026-03')).toMatchObject({
    pipeline: 1505,
    weighted: 602,
    deals: ['D1', 'D2'],
  });
  expect(row(result, '2026-02')).toMatchObject({ pipeline: 0, weighted: 0, deals: [] });
});

test('trap: overdue deals are not added to this month: a deal whose close date has passed is in no month, one that closes today is not', () => {
  const result = forecast([open('D1', 100, '2026-02-09'), open('D2', 7, '2026-02-10')]);
  expect(row(result, 'overdue')).toMatchObject({ pipeline: 100, weighted: 40, deals: ['D1'] });
  expect(row(result, '2026-02')).toMatchObject({ pipeline: 7, deals: ['D2'] });
});

test('trap: a deal without a close date is in no month', () => {
  const result = forecast([open('D1', 100, null)]);
  expect(row(result, 'noDate')).toMatchObject({ pipeline: 100, deals: ['D1'] });
  expect(row(result, '2026-02').pipeline).toBe(0);
});

test('close dates in 1900 and 9999 are overdue and a month of their own, without rows between', () => {
  const result = forecast([open('D1', 1, '1900-01-01'), open('D2', 2, '9999-12-31')]);
  expect(row(result, 'overdue').pipeline).toBe(1);
  expect(row(result, '9999-12').pipeline).toBe(2);
  expect(result.rows).toHaveLength(6);
});

test('a won deal is closed in the month it was won, not the month it was once expected', () => {
  const result = forecast([
    won('D1', 900, '2026-01-20', '2026-04-30'),
    won('D2', 50, '2026-02-02', '2026-01-31'),
  ]);
  expect(row(result, '2026-01')).toMatchObject({ closed: 950, weighted: 0 });
});

test.each<{ typed: string | null; moved: string | null; month: string }>`
  typed           | moved           | month
  ${'2026-01-15'} | ${'2026-02-02'} | ${'2026-01'}
  ${'2026-04-30'} | ${'2026-01-20'} | ${'2026-01'}
  ${null}         | ${'2026-01-20'} | ${'2026-01'}
  ${'2026-01-15'} | ${null}         | ${'2026-01'}
  ${null}         | ${null}         | ${'2026-02'}
`('a deal won with close date $typed and moved on $moved is closed in $month', (row) => {
  const closed = row.moved === null ? null : `${row.moved}T10:00:00`;
  const deal = { ...won('D1', 900, '2026-01-20', row.typed), closed };
  const { rows } = forecast([deal]);
  expect(closedIn(rows, 900)).toEqual([row.month]);
});

/** The months in which so much is closed. */
function closedIn(rows: readonly MonthRow[], amount: number): readonly string[] {
  return rows.flatMap(({ bucket, closed }) =>
    closed === amount && bucket.kind === 'month' ? [bucket.month] : [],
  );
}

test('lost, nurtured and deleted deals are in no row', () => {
  const gone = ['lost', 'nurture'].map((stage) =>
    aHistory(stage, [[stage, '2026-01-05']], { amount: 1000, closeDate: '2026-02-20' }),
  );
  const deleted = { ...open('D1', 1000, '2026-02-20'), deleted: true };
  const { rows, total } = forecast([...gone, deleted]);
  expect(rows.flatMap(({ deals }) => deals)).toEqual([]);
  expect(total.weighted).toBe(0);
});

test('months stand in order, whatever the order of the deals, then overdue and undated ones once each', () => {
  const result = forecast([
    open('D1', 1, null),
    open('D2', 1, '2026-09-01'),
    open('D3', 1, '2026-02-01'),
    open('D4', 1, '2026-06-01'),
  ]);
  const buckets = result.rows.map(({ bucket }) =>
    bucket.kind === 'month' ? bucket.month : bucket.kind,
  );
  expect(buckets).toEqual([
    ...['2026-02', '2026-03', '2026-04', '2026-06', '2026-09'],
    ...['overdue', 'noDate'],
  ]);
});

test.each<{
  stage: string;
  category: Category | null;
  byHand: Category | null;
  counts: Category | null;
}>`
  stage          | category      | byHand        | counts
  ${'propose'}   | ${null}       | ${null}       | ${'pipeline'}
  ${'propose'}   | ${'bestCase'} | ${null}       | ${'bestCase'}
  ${'propose'}   | ${'bestCase'} | ${'commit'}   | ${'commit'}
  ${'propose'}   | ${'commit'}   | ${'omitted'}  | ${'omitted'}
  ${'propose'}   | ${null}       | ${'closed'}   | ${'pipeline'}
  ${'won'}       | ${null}       | ${'pipeline'} | ${'closed'}
  ${'lost'}      | ${null}       | ${'commit'}   | ${null}
  ${'nurture'}   | ${null}       | ${'commit'}   | ${null}
  ${'elsewhere'} | ${null}       | ${'commit'}   | ${null}
`(
  'a deal in $stage (usually $category), set by hand to $byHand, counts as $counts',
  ({ stage, category, byHand, counts }) => {
    const pipeline = threeStages({ propose: { category } });
    const history = aHistory('D1', [[stage, '2026-01-05']], { category: byHand });
    expect(categoryOf(history, pipeline)).toBe(counts);
  },
);

test('an omitted deal is shown as omitted and in no weighted or cumulative figure', () => {
  const result = forecast([open('D1', 100, '2026-02-20', { category: 'omitted' })]);
  expect(row(result, '2026-02')).toMatchObject({
    omitted: 100,
    weighted: 0,
    cumulative: { pipeline: 0 },
  });
});

test('each cumulative figure holds the surer categories', () => {
  const result = forecast([
    won('W', 1000, '2026-02-01'),
    open('C', 200, '2026-02-20', { category: 'commit' }),
    open('B', 30, '2026-02-20', { category: 'bestCase' }),
    open('P', 4, '2026-02-20'),
  ]);
  expect(row(result, '2026-02').cumulative).toEqual({
    commit: 1200,
    bestCase: 1230,
    pipeline: 1234,
  });
});

test.each<{ target: number | null; gap: number | null; coverage: number | null }>`
  target  | gap     | coverage
  ${null} | ${null} | ${null}
  ${2000} | ${800}  | ${0.5}
  ${1200} | ${0}    | ${2.5}
  ${1000} | ${-200} | ${null}
  ${900}  | ${-300} | ${null}
`(
  'with 1000 won, 200 committed and 300 open, a target of $target leaves a gap of $gap and coverage $coverage',
  ({ target, gap, coverage }) => {
    const deals = [
      won('W', 1000, '2026-02-01'),
      open('C', 200, '2026-02-20', { category: 'commit' }),
      open('P', 300, '2026-02-20'),
    ];
    const targets = new Map(target === null ? [] : [['2026-02', target]]);
    expect(row(forecast(deals, { targets }), '2026-02')).toMatchObject({ target, gap, coverage });
  },
);

test('a deal without an amount counts as nothing and is listed', () => {
  const result = forecast([open('D1', null, '2026-02-20'), open('D2', 0, '2026-02-20')]);
  expect(result.withoutAmount).toEqual(['D1']);
  expect(row(result, '2026-02').deals).toEqual(['D1', 'D2']);
});

test('amounts of another currency are converted, and listed instead of added when no rate is known', () => {
  const rates = { currency: 'CNY', perUnit: new Map([['USD', 7.1]]) };
  const deals = [
    open('D1', 100, '2026-02-20', { currency: 'USD' }),
    open('D2', 100, '2026-02-20', { currency: 'CNY' }),
    open('D3', 100, '2026-02-20', { currency: 'EUR' }),
  ];
  const result = forecast(deals, { rates });
  expect(row(result, '2026-02').pipeline).toBe(810);
  expect(result.withoutRate).toEqual([{ deal: 'D3', currency: 'EUR' }]);
});

const anyDeal = fc
  .record({
    amount: fc.option(fc.integer({ min: -1_000_000, max: 100_000_000 })),
    day: fc.option(fc.constantFrom('2025-12-31', '2026-02-09', '2026-02-10', '2026-07-01')),
    stage: fc.constantFrom('qualify', 'propose', 'won', 'lost', 'nurture'),
    category: fc.option(fc.constantFrom<Category>('omitted', 'pipeline', 'bestCase', 'commit')),
  })
  .map(({ amount, day, stage, category }) =>
    aHistory('D', [[stage, '2026-01-05']], { amount, closeDate: day, category }),
  );

test('rows add up to the total in every category, in whole minor units', () => {
  fc.assert(
    fc.property(fc.array(anyDeal), fc.double({ min: 0, max: 1, noNaN: true }), (deals, chance) => {
      const { rows, total } = forecast(deals, { chanceOf: () => chance });
      for (const figure of [
        'closed',
        'commit',
        'bestCase',
        'pipeline',
        'omitted',
        'weighted',
      ] as const) {
        expect(rows.reduce((sum, each) => sum + each[figure], 0)).toBe(total[figure]);
        expect(Number.isInteger(total[figure])).toBe(true);
      }
    }),
  );
});
