import { expect, test } from '@jest/globals';
import { type Outlook, outlookOf } from '../../../src/domain/forecast/outlook';
import { periodOutlooks } from '../../../src/domain/forecast/periods';
import type { DealHistory } from '../../../src/domain/history';
import { aHistory, asItStood, oneADay, threeStages } from './histories';

const CNY = { currency: 'CNY', perUnit: new Map<string, number>() };

function outlook(histories: readonly DealHistory[], asOf: string, horizons = [28]): Outlook {
  return outlookOf({ histories, pipeline: threeStages(), asOf, horizons, rates: CNY });
}

function part(result: Outlook, measure: 'amount' | 'count', days = 28) {
  return result.horizons.find((one) => one.measure === measure && one.days === days)!;
}

/** One deal a day of 1000, each won five days later: a team like a clock. */
const CLOCK = oneADay(
  '2026-01-01',
  200,
  () =>
    [
      ['propose', 0],
      ['won', 5],
    ] as const,
  {
    amount: 1000,
  },
);

function clockOn(day: string): readonly DealHistory[] {
  return CLOCK.flatMap((history) => asItStood(history, day) ?? []).map((history) => ({
    ...history,
    closed: history.stage === 'won' ? history.visits[1]!.from : null,
  }));
}

test('a team that wins one deal a day is forecast to win one deal a day', () => {
  const result = outlook(clockOn('2026-06-01'), '2026-06-01');
  const { open, fresh, total, runRate } = part(result, 'count');
  expect(runRate).toBeCloseTo(28, 9);
  expect(open.mean).toBeGreaterThan(4.5);
  expect(open.mean).toBeLessThanOrEqual(5);
  expect(fresh.mean).toBeGreaterThan(19);
  expect(fresh.mean).toBeLessThan(25);
  expect(total.mean).toBeGreaterThan(25);
  expect(total.mean).toBeLessThan(30);
  expect(part(result, 'amount').total.mean).toBeCloseTo(1000 * total.mean, 0);
});

test('the range holds the mean and comes with the replays that it was learned from', () => {
  const { total, replays } = part(outlook(clockOn('2026-06-01'), '2026-06-01'), 'count');
  // Weekly from day 124 (28 before the last) back to day 21: 15.
  expect(replays).toBe(15);
  expect(total.range!.p10).toBeLessThan(28);
  expect(total.range!.p90).toBeGreaterThan(28);
  expect(total.range!.p10).toBeGreaterThan(18);
  expect(total.range!.p90).toBeLessThan(38);
});

test('the run rate is the mean of the trailing 84 days, or of all days if fewer', () => {
  // Wins on days 6 to 60 of 60: 55 / 60 a day.
  const result = outlook(clockOn('2026-03-01'), '2026-03-01');
  expect(part(result, 'count').runRate).toBeCloseTo((55 / 60) * 28, 9);
  expect(part(result, 'amount').runRate).toBeCloseTo((55 / 60) * 28 * 1000, 6);
});

test('without enough history there is a mean and no range, and it says so', () => {
  const few = [aHistory('D1', [['propose', '2026-01-05']], { amount: 5000 })];
  const result = outlook(few, '2026-01-20');
  const { open, total, runRate } = part(result, 'amount');
  expect(result.enoughHistory).toBe(false);
  expect(open.range).toBeNull();
  expect(total.range).toBeNull();
  expect(open.mean).toBeGreaterThan(0);
  expect(open.mean).toBeLessThanOrEqual(0.425 * 5000);
  expect(runRate).toBe(0);
});

test('an empty workbook forecasts nothing', () => {
  const result = outlook([], '2026-01-20', [7, 28]);
  expect(result.horizons).toHaveLength(4);
  for (const { total } of result.horizons) expect(total).toEqual({ mean: 0, range: null });
});

test('an open deal without an amount counts at the mean won amount, and is listed', () => {
  const unpriced = aHistory('unpriced', [['propose', '2026-05-30']]);
  const priced = aHistory('priced', [['propose', '2026-05-30']], { amount: 1000 });
  const base = clockOn('2026-06-01');
  const result = outlook([...base, unpriced], '2026-06-01');
  expect(result.withoutAmount).toEqual(['unpriced']);
  expect(part(result, 'amount').open.mean).toBeCloseTo(
    part(outlook([...base, priced], '2026-06-01'), 'amount').open.mean,
    6,
  );
});

test('a deal whose currency has no rate is listed and brings no amount', () => {
  const foreign = aHistory('foreign', [['propose', '2026-05-30']], {
    amount: 10 ** 9,
    currency: 'USD',
  });
  const base = clockOn('2026-06-01');
  const result = outlook([...base, foreign], '2026-06-01');
  expect(result.withoutRate).toEqual([{ deal: 'foreign', currency: 'USD' }]);
  expect(part(result, 'amount').open.mean).toBeLessThan(7000);
});

test('a replay does not know the amount that only the closing told', () => {
  const told = oneADay(
    '2026-01-01',
    150,
    (index) => [
      ['propose', 0],
      [index % 2 === 0 ? 'won' : 'lost', 30 + ((index * 7) % 20)],
    ],
    { amount: 1000 },
  ).flatMap((history) => asItStood(history, '2026-05-30') ?? []);
  const untold = told.map((history) => {
    const amount = { won: 1000, lost: 0 }[history.stage] ?? null;
    return { ...history, openAmount: null, state: { ...history.state, amount } };
  });
  // Known too early, lost deals would be forecast at 0 and replays come out at twice their forecast.
  const one = part(outlook(told, '2026-05-30'), 'amount');
  const other = part(outlook(untold, '2026-05-30'), 'amount');
  expect(other.runRateShare).toBeCloseTo(one.runRateShare, 2);
  expect(other.total.range!.p90 / one.total.range!.p90).toBeCloseTo(1, 1);
});

test('nurtured deals are in no forecast until they come back', () => {
  const base = clockOn('2026-06-01');
  const nurtured = aHistory(
    'rest',
    [
      ['propose', '2026-05-20'],
      ['nurture', '2026-05-25'],
    ],
    {
      amount: 10 ** 9,
    },
  );
  const one = part(outlook(base, '2026-06-01'), 'amount').open.mean;
  const other = part(outlook([...base, nurtured], '2026-06-01'), 'amount').open.mean;
  expect(other).toBeLessThan(2 * one);
});

test('a month is what was won so far and what is to come', () => {
  const { periods } = periodOutlooks(
    { histories: clockOn('2026-06-10'), pipeline: threeStages(), asOf: '2026-06-10', rates: CNY },
    [{ from: '2026-06-01', to: '2026-06-30' }],
  );
  const count = periods.find(({ measure }) => measure === 'count')!;
  expect(count.wonSoFar).toBe(10);
  expect(count.total.mean - 10).toBeGreaterThan(18);
  expect(count.total.mean - 10).toBeLessThan(22);
  expect(count.total.range!.p10).toBeGreaterThan(10);
});

test('what is won so far is what the months call closed: by the day that was typed, and nothing for no amount', () => {
  const histories = [
    aHistory(
      'D1',
      [
        ['propose', '2026-01-05'],
        ['won', '2026-02-02'],
      ],
      { amount: 100, closeDate: '2026-01-30' },
    ),
    aHistory(
      'D2',
      [
        ['propose', '2026-01-05'],
        ['won', '2026-02-03'],
      ],
      { amount: 20, closeDate: '2026-02-03' },
    ),
    aHistory(
      'D3',
      [
        ['propose', '2026-01-05'],
        ['won', '2026-02-04'],
      ],
      { closeDate: '2026-02-28' },
    ),
    aHistory(
      'D4',
      [
        ['propose', '2026-01-05'],
        ['won', '2026-02-04'],
      ],
      { amount: 7, currency: 'XXX' },
    ),
    aHistory(
      'D5',
      [
        ['propose', '2026-01-05'],
        ['lost', '2026-02-04'],
      ],
      { amount: 7 },
    ),
  ];
  const input = { histories, pipeline: threeStages(), asOf: '2026-02-10', rates: CNY };
  const { periods } = periodOutlooks(input, [
    { from: '2026-02-01', to: '2026-02-28' },
    { from: '2026-01-01', to: '2026-03-31' },
  ]);
  expect(periods.map(({ measure, wonSoFar }) => [measure, wonSoFar])).toEqual([
    ['amount', 20],
    ['count', 3],
    ['amount', 120],
    ['count', 4],
  ]);
});

test('next month is what comes between its first and last day, and a past month has no forecast', () => {
  const input = { pipeline: threeStages(), asOf: '2026-06-10', rates: CNY };
  const { periods } = periodOutlooks({ histories: clockOn('2026-06-10'), ...input }, [
    { from: '2026-07-01', to: '2026-07-31' },
    { from: '2026-05-01', to: '2026-05-31' },
  ]);
  expect(periods.map(({ period }) => period.from)).toEqual(['2026-07-01', '2026-07-01']);
  const count = periods.find(({ measure }) => measure === 'count')!;
  expect(count.wonSoFar).toBe(0);
  expect(count.runRate).toBeCloseTo(31, 9);
  expect(count.total.mean).toBeGreaterThan(27);
  expect(count.total.mean).toBeLessThan(34);
});

test('months that are over leave nothing to forecast', () => {
  const input = { pipeline: threeStages(), asOf: '2026-06-10', rates: CNY };
  const may = { from: '2026-05-01', to: '2026-05-31' };
  expect(periodOutlooks({ histories: clockOn('2026-06-10'), ...input }, [may]).periods).toEqual([]);
});

test('two half months make the month', () => {
  const input = {
    histories: clockOn('2026-06-10'),
    pipeline: threeStages(),
    asOf: '2026-06-10',
    rates: CNY,
  };
  const meanOf = (from: string, to: string) =>
    periodOutlooks(input, [{ from, to }]).periods.map(
      ({ open, fresh }) => open.mean + fresh.mean,
    )[1]!;
  expect(meanOf('2026-07-01', '2026-07-15') + meanOf('2026-07-16', '2026-07-31')).toBeCloseTo(
    meanOf('2026-07-01', '2026-07-31'),
    1,
  );
});

test('a month is its coming days, raised by what was won in it: in deals, in money and in range', () => {
  const histories = clockOn('2026-06-10');
  const { horizons } = outlook(histories, '2026-06-10', [20]);
  const { periods } = periodOutlooks(
    { histories, pipeline: threeStages(), asOf: '2026-06-10', rates: CNY },
    [{ from: '2026-06-01', to: '2026-06-30' }],
  );
  for (const { measure, wonSoFar, total } of periods) {
    const won = measure === 'count' ? 10 : 10_000;
    const coming = horizons.find((one) => one.measure === measure)!.total;
    expect(wonSoFar).toBe(won);
    expect(total.mean).toBeCloseTo(coming.mean + won, 6);
    expect(total.range!.p10).toBeCloseTo(coming.range!.p10 + won, 6);
    expect(total.range!.p50).toBeCloseTo(coming.range!.p50 + won, 6);
    expect(total.range!.p90).toBeCloseTo(coming.range!.p90 + won, 6);
  }
});

test('a single day to come has a forecast; one that ends today or before it begins has none', () => {
  const { periods } = periodOutlooks(
    { histories: clockOn('2026-06-10'), pipeline: threeStages(), asOf: '2026-06-10', rates: CNY },
    [
      { from: '2026-06-01', to: '2026-06-10' },
      { from: '2026-06-20', to: '2026-06-20' },
      { from: '2026-06-25', to: '2026-06-24' },
      { from: '2026-06-10', to: '2026-06-11' },
    ],
  );
  const counts = periods.filter(({ measure }) => measure === 'count');
  expect(counts.map(({ period, wonSoFar }) => [period.from, wonSoFar])).toEqual([
    ['2026-06-20', 0],
    ['2026-06-10', 1],
  ]);
});

test('without enough history a month has a mean and no range', () => {
  const histories = [aHistory('A', [['propose', '2026-06-01']], { amount: 1000 })];
  const { periods } = periodOutlooks(
    { histories, pipeline: threeStages(), asOf: '2026-06-10', rates: CNY },
    [{ from: '2026-06-01', to: '2026-06-30' }],
  );
  expect(periods.map(({ total }) => total.range)).toEqual([null, null]);
});

test('what thirty days will bring does not depend on which other horizons are asked for', () => {
  const team = oneADay('2026-01-01', 150, (index) => [
    ['propose', 0],
    [index % 3 === 0 ? 'lost' : 'won', 2 + ((index * 7) % 40)],
  ]);
  const day = '2026-05-01';
  const then = team.flatMap((history) => asItStood(history, day) ?? []);
  const alone = part(outlook(then, day, [30]), 'count', 30);
  const among = part(outlook(then, day, [7, 10, 30, 90, 180]), 'count', 30);
  expect(among.total.mean).toBeCloseTo(alone.total.mean, 9);
  expect(among.fresh.mean).toBeCloseTo(alone.fresh.mean, 9);
  expect(among.open.mean).toBeCloseTo(alone.open.mean, 9);
});
