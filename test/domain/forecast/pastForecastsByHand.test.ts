import { expect, test } from '@jest/globals';
import { addDays, daysBetween } from '../../../src/domain/day';
import { dealOutlooks } from '../../../src/domain/forecast/dealOutlook';
import { outlookOf } from '../../../src/domain/forecast/outlook';
import { pastForecasts } from '../../../src/domain/forecast/pastForecasts';
import type { DealHistory } from '../../../src/domain/history';
import { aHistory, asItStood, threeStages } from './histories';

const RATES = { currency: 'CNY', perUnit: new Map<string, number>() };

function past(histories: readonly DealHistory[], asOf: string, horizons: readonly number[]) {
  return pastForecasts({ histories, pipeline: threeStages(), asOf, rates: RATES }, horizons);
}

function lostAtOnce(day: string): DealHistory {
  return aHistory(`lost ${day}`, [
    ['qualify', `${day}T09:00:00`],
    ['lost', `${day}T10:00:00`],
  ]);
}

/** 12 April 2026 is a Sunday. */
test.each<{ from: string; asOf: string; horizon: number; oldest: number; newest: number }>`
  from            | asOf            | horizon | oldest | newest
  ${'2026-01-01'} | ${'2026-04-15'} | ${28}   | ${73}  | ${31}
  ${'2026-01-04'} | ${'2026-04-15'} | ${28}   | ${73}  | ${31}
  ${'2026-01-05'} | ${'2026-04-15'} | ${28}   | ${66}  | ${31}
  ${'2026-01-01'} | ${'2026-04-15'} | ${31}   | ${73}  | ${31}
  ${'2026-01-01'} | ${'2026-04-15'} | ${32}   | ${73}  | ${38}
  ${'2025-10-01'} | ${'2026-04-12'} | ${7}    | ${91}  | ${7}
  ${'2025-10-01'} | ${'2026-04-13'} | ${1}    | ${85}  | ${1}
  ${'2025-10-01'} | ${'2026-04-15'} | ${3}    | ${87}  | ${3}
`(
  'a file from $from on, on $asOf: Sundays $oldest to $newest days ago are tried for $horizon days',
  ({ from, asOf, horizon, oldest, newest }) => {
    const ago = past([lostAtOnce(from)], asOf, [horizon]).map(({ daysAgo }) => daysAgo);
    const weekly = (oldest - newest) / 7 + 1;
    expect(ago).toEqual(Array.from({ length: weekly }, (_, week) => oldest - 7 * week));
  },
);

test('of two horizons each has its own Sundays, also where no other has one', () => {
  const asOf = '2026-04-12';
  const found = past([lostAtOnce(addDays(asOf, -200))], asOf, [7, 150]);
  const ago = (horizon: number) =>
    found.filter(({ days }) => days === horizon).map(({ daysAgo }) => daysAgo);
  expect(ago(7)).toEqual([91, 84, 77, 70, 63, 56, 49, 42, 35, 28, 21, 14, 7]);
  expect(ago(150)).toEqual([168, 161, 154]);
  expect(found.map(({ daysAgo }) => daysAgo)).toEqual([...ago(150), ...ago(7)]);
});

test('the chances of a Sunday are those that a look from it gives, and are judged by the days that follow', () => {
  const sunday = '2026-03-01';
  const deal = (name: string, ...end: readonly (readonly [string, string])[]) =>
    aHistory(name, [['negotiate', `2026-02-${name.slice(0, 2)}`], ...end]);
  const won: readonly DealHistory[] = [
    deal('01 the first day', ['won', '2026-03-02']),
    deal('10 the last day', ['won', '2026-03-29']),
  ];
  const not: readonly DealHistory[] = [
    deal('12 a day too late', ['won', '2026-03-30']),
    deal('14 lost', ['lost', '2026-03-10']),
    deal('04 won before, and reopened', ['won', '2026-02-08'], ['negotiate', '2026-02-12']),
    deal('28 open'),
  ];
  const others = [
    lostAtOnce('2026-01-01'),
    aHistory('old', [['qualify', '2026-01-01']]),
    deal('02 before', ['won', sunday]),
    deal('03 rested', ['nurture', '2026-02-20'], ['won', '2026-03-05']),
  ];
  const all = [...others, ...won, ...not];
  const judged = past(all, '2026-04-01', [28]).find(({ daysAgo }) => daysAgo === 31)!;
  expect(judged.deals).toBe(7);
  const then = all.flatMap((one) => asItStood(one, sunday) ?? []);
  const looks = dealOutlooks({
    ...{ histories: then, pipeline: threeStages(), asOf: sunday, horizons: [28] },
  });
  const misses = looks.map(({ deal: name, within }) => {
    const came = won.some((one) => one.deal === name) ? 1 : 0;
    return (within[0]! - came) ** 2;
  });
  expect(misses).toHaveLength(7);
  // Not to the last digit: between two stops the past does not fade, and these stop more often.
  expect(judged.brier).toBeCloseTo(misses.reduce((sum, miss) => sum + miss, 0) / 7, 3);
});

test('without an open deal there is no chance to judge', () => {
  for (const { brier, deals } of past([lostAtOnce('2026-01-01')], '2026-04-15', [28])) {
    expect([brier, deals]).toEqual([null, 0]);
  }
});

/** Won on the first of January, and lost on the first Sunday of March, all on the day they came. */
function closed(won: number, lost: number): readonly DealHistory[] {
  const wins = Array.from({ length: won }, (_, index) =>
    aHistory(`W${index}`, [
      ['qualify', '2026-01-01T09:00:00'],
      ['won', '2026-01-01T10:00:00'],
    ]),
  );
  return [...wins, ...Array.from({ length: lost }, () => lostAtOnce('2026-03-01'))];
}

test.each<{ won: number; lost: number; ranged: readonly number[] }>`
  won  | lost  | ranged
  ${5} | ${15} | ${[45, 38, 31]}
  ${5} | ${14} | ${[]}
  ${4} | ${16} | ${[]}
  ${9} | ${11} | ${[45, 38, 31]}
`('with $won won in January and $lost lost on 1 March, ranges begin that day', (row) => {
  const found = past(closed(row.won, row.lost), '2026-04-15', [28]);
  const ranged = found.filter(({ range }) => range !== null);
  expect(ranged.map(({ daysAgo }) => daysAgo)).toEqual(row.ranged);
});

/** Won on the day they came: one a day in the first month of each quarter, two in the second, three in the third. */
function inQuarters(until: string): readonly DealHistory[] {
  const days = Array.from({ length: daysBetween('2026-01-01', until) + 1 }, (_, index) =>
    addDays('2026-01-01', index),
  );
  return days.flatMap((day) =>
    Array.from({ length: ((Number(day.slice(5, 7)) - 1) % 3) + 1 }, (_, index) => {
      const path = [
        ['propose', `${day}T09:00:00`],
        ['won', `${day}T10:00:00`],
      ] as const;
      return aHistory(`${day} ${index}`, path, { amount: 1000 });
    }),
  );
}

test('a past forecast knew the quarter of the team', () => {
  const [asOf, sunday] = ['2026-07-15', '2026-07-05'];
  const found = past(inQuarters(asOf), asOf, [7]).find(({ daysAgo }) => daysAgo === 10)!;
  const then = (seasonal: boolean) => {
    const input = { histories: inQuarters(sunday), pipeline: threeStages(), asOf: sunday };
    const { horizons } = outlookOf({ ...input, horizons: [7], rates: RATES, seasonal });
    return horizons.find(({ measure }) => measure === 'amount')!.total.mean;
  };
  expect(then(true)).toBeLessThan(0.8 * then(false));
  expect(found.mean).toBeLessThan(0.85 * then(false));
});

/** A deal every second day from 16 February on, in every other fortnight; half are won after 12 days. */
function fortnights(until: string): readonly DealHistory[] {
  const days = daysBetween('2026-02-16', until);
  return Array.from({ length: days + 1 }, (_, day) => day)
    .filter((day) => day % 2 === 0 && Math.floor(day / 14) % 2 === 0)
    .map((day, index) => {
      const path = [
        ['propose', addDays('2026-02-16', day)],
        [index % 3 === 0 ? 'lost' : 'won', addDays('2026-02-16', day + 12)],
      ] as const;
      return { ...aHistory(`F${day}`, path, { amount: 1000 }), openAmount: 1000 };
    });
}

test('a past forecast is the one that was made that Sunday, its range too', () => {
  const [asOf, sunday] = ['2026-06-17', '2026-05-17'];
  const unpriced = { ...aHistory('unpriced', [['qualify', '2026-03-01']]), openAmount: null };
  const all = [lostAtOnce('2025-07-01'), ...fortnights(asOf), unpriced];
  const standing = (day: string) =>
    all
      .flatMap((one) => asItStood(one, day) ?? [])
      .map((one) => ({
        ...one,
        closed: ['won', 'lost'].includes(one.stage)
          ? one.visits[one.visits.length - 1]!.from
          : null,
      }));
  const found = past(standing(asOf), asOf, [28]).find(({ daysAgo }) => daysAgo === 31)!;
  const then = outlookOf({
    ...{ histories: standing(sunday), pipeline: threeStages(), asOf: sunday },
    ...{ horizons: [28], rates: RATES },
  });
  const { total, runRateShare, replays } = then.horizons.find(
    ({ measure }) => measure === 'amount',
  )!;
  expect(replays).toBe(9);
  expect(runRateShare).toBeGreaterThan(0);
  // To half a percent, for the same reason.
  expect(found.mean / total.mean).toBeCloseTo(1, 2);
  expect(total.range).not.toBeNull();
  for (const quantile of ['p10', 'p50', 'p90'] as const) {
    expect(found.range![quantile] / total.range![quantile]).toBeCloseTo(1, 2);
  }
});
