import { expect, test } from '@jest/globals';
import type { PastForecast } from '../../src/domain/forecast/pastForecasts';
import {
  type JudgedForecast,
  judgeKept,
  keptBeforeReplayed,
  replayedForecasts,
  trackRecords,
  wonMoves,
} from '../../src/domain/trackRecord';
import { deals, threeStages } from '../support/deals';

const own = (minor: number) => minor;

/** Won on 10 January for 100 and on 3 February for 40; a lost and an open one beside them. */
const WON = wonMoves(
  deals({
    first: [
      { on: '2026-01-01', to: 'lead', amount: 100, currency: 'USD' },
      { on: '2026-01-10', to: 'won' },
    ],
    second: [
      { on: '2026-01-01', to: 'lead', amount: 40, currency: 'USD' },
      { on: '2026-02-03', to: 'won' },
    ],
    gone: [
      { on: '2026-01-01', to: 'lead', amount: 70, currency: 'USD' },
      { on: '2026-01-09', to: 'lost' },
    ],
    open: [{ on: '2026-01-01', to: 'lead', amount: 30, currency: 'USD' }],
  }),
  threeStages,
  own,
);

test('wins carry their day and amount; lost and open deals are none', () => {
  expect(WON).toEqual([
    { deal: 'first', day: '2026-01-10', amount: 100 },
    { deal: 'second', day: '2026-02-03', amount: 40 },
  ]);
});

const kept = (week: string, mean: number) => ({
  ...{ week, days: 30, mean, range: { p10: 50, p50: 90, p90: 120 }, runRate: null },
});

test('a kept forecast is judged once its days are over, by what was won after its evening', () => {
  const forecasts = [kept('2026-01-04', 120), kept('2026-01-10', 60), kept('2026-01-25', 10)];
  const judged = judgeKept(forecasts, [], { moves: WON, today: '2026-02-20' });
  expect(judged.map(({ week, came }) => [week, came])).toEqual([
    ['2026-01-04', 140],
    ['2026-01-10', 40],
  ]);
});

test('the kept chances of a week are scored against the deals that were won in time', () => {
  const chances = [
    { week: '2026-01-04', days: 30, deal: 'first', chance: 0.8 },
    { week: '2026-01-04', days: 30, deal: 'open', chance: 0.4 },
  ];
  const [judged] = judgeKept([kept('2026-01-04', 120)], chances, {
    moves: WON,
    today: '2026-02-20',
  });
  expect(judged?.brier).toBeCloseTo((0.2 ** 2 + 0.4 ** 2) / 2, 12);
  expect(judged?.deals).toBe(2);
});

test('a week that was kept is not replayed beside it', () => {
  const past: PastForecast = {
    ...{ daysAgo: 43, days: 30, mean: 1, range: null, came: 0, brier: null, deals: 0 },
  };
  const replayed = replayedForecasts([past, { ...past, daysAgo: 36 }], '2026-02-16');
  expect(replayed.map(({ week }) => week)).toEqual(['2026-01-04', '2026-01-11']);
  const judged = judgeKept([kept('2026-01-04', 120)], [], { moves: WON, today: '2026-02-20' });
  const all = keptBeforeReplayed(judged, replayed);
  expect(all.map(({ week, made }) => [week, made])).toEqual([
    ['2026-01-04', 'kept'],
    ['2026-01-11', 'replayed'],
  ]);
});

test('WAPE, bias, hits and Brier of a horizon, by hand', () => {
  const one = (mean: number, came: number, brier: number, n: number): JudgedForecast => ({
    ...{ week: '2026-01-04', days: 30, mean, came, brier, deals: n, made: 'replayed' },
    range: { p10: 80, p50: 100, p90: 110 },
  });
  // |120-100| + |70-100| = 50 of 200; +20-30 = -10 of 200; 100 is in 80..110 both times.
  const [record, other] = trackRecords([one(120, 100, 0.1, 3), one(70, 100, 0.3, 1)], [30, 90]);
  expect(record).toEqual({
    ...{ days: 30, kept: 0, replayed: 2, wape: 0.25, bias: -0.05, hitRate: 1, ranges: 2 },
    brier: expect.closeTo((0.1 * 3 + 0.3) / 4, 12),
  });
  expect(other).toEqual({
    ...{ days: 90, kept: 0, replayed: 0, wape: null, bias: null, hitRate: null, ranges: 0 },
    brier: null,
  });
});

test('a forecast of 7 days is judged on the seventh, by these days alone', () => {
  const week = { ...kept('2026-01-04', 90), days: 7 };
  const judgedOn = (today: string) => judgeKept([week], [], { moves: WON, today });
  expect(judgedOn('2026-01-10')).toEqual([]);
  expect(judgedOn('2026-01-11')).toMatchObject([{ came: 100, brier: null, deals: 0 }]);
  const early = { ...kept('2026-01-02', 90), days: 7 };
  expect(judgeKept([early], [], { moves: WON, today: '2026-02-20' })[0]?.came).toBe(0);
});

test('forecasts stand by horizon, and then the oldest first, in whatever order they were kept', () => {
  const one = (week: string, days: number): JudgedForecast => ({
    ...{ week, days, mean: 1, range: null, came: 1, brier: null, deals: 0, made: 'kept' },
  });
  const all = [
    one('2026-01-11', 90),
    one('2026-01-18', 30),
    one('2026-01-04', 90),
    one('2026-01-04', 30),
    one('2026-01-11', 30),
  ];
  const expected = ['30 01-04', '30 01-11', '30 01-18', '90 01-04', '90 01-11'];
  const shown = (kept: readonly JudgedForecast[]) =>
    keptBeforeReplayed(kept, []).map(({ days, week }) => `${days} ${week.slice(5)}`);
  expect(shown(all)).toEqual(expected);
  expect(shown([...all].reverse())).toEqual(expected);
});

test('a record tells kept from replayed forecasts, and those that gave a range', () => {
  const one = (made: 'kept' | 'replayed', range: JudgedForecast['range']): JudgedForecast => ({
    ...{ week: '2026-01-04', days: 30, mean: 90, came: 100, brier: null, deals: 0, made, range },
  });
  const ranged = one('kept', { p10: 80, p50: 90, p90: 99 });
  const records = trackRecords([ranged, one('kept', null), one('replayed', null)], [30]);
  expect(records).toMatchObject([{ kept: 2, replayed: 1, hitRate: 0, ranges: 1, brier: null }]);
});
