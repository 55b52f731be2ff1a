import { expect, test } from '@jest/globals';
import { addDays, daysBetween, monthOf } from '../../../src/domain/day';
import {
  lookAhead,
  type Parts,
  type Standpoint,
  seasonalChances,
} from '../../../src/domain/forecast/ahead';
import type { ChanceModel } from '../../../src/domain/forecast/chanceModel';
import { numberOf, panelOf } from '../../../src/domain/forecast/panel';
import { NO_SEASON } from '../../../src/domain/forecast/season';
import { type Track, trackOf } from '../../../src/domain/forecast/track';
import type { DealHistory } from '../../../src/domain/history';
import { aHistory, aStage, threeStages } from './histories';

const ONE_STAGE = {
  ...threeStages(),
  stages: [aStage('offer'), aStage('won'), aStage('lost'), aStage('nurture')],
};

/**
 * Offers: of 10 on their first evening 7 stay, 2 are won and 1 is lost the next day; later 4 stay, 3 are won and 3 lost.
 * Nurtured deals stay. Of ten new deals nine come as offers, one is won on the day it comes.
 */
const MODEL: ChanceModel = {
  cap: 2,
  states: 2,
  stay: Float64Array.of(0.7, 0.4, 1, 1),
  go: Float64Array.of(0, 0, 0.2, 0.1, 0, 0, 0.3, 0.3, 0, 0, 0, 0, 0, 0, 0, 0),
  born: Float64Array.of(0.9, 0, 0.1, 0),
  weight: Float64Array.of(1, 1),
};
// Won within 1, 2, 3 days on the first evening: 0.2, 0.41, 0.494; later: 0.3, 0.42, 0.468.

function closed(deal: string, came: string, day: string, amount: number | null): DealHistory {
  const path = [
    ['offer', came],
    [amount === null ? 'lost' : 'won', day],
  ] as const;
  return aHistory(deal, path, { amount });
}

/** Two new deals in each of four weeks of January. It is the evening of the 28th. */
const JANUARY: readonly DealHistory[] = [
  closed('won for 100', '2026-01-02', '2026-01-05', 100),
  closed('lost', '2026-01-03', '2026-01-04', null),
  closed('won for 300', '2026-01-09', '2026-01-12', 300),
  aHistory('nurtured', [
    ['offer', '2026-01-10'],
    ['nurture', '2026-01-12'],
  ]),
  closed('lost', '2026-01-15', '2026-01-17', null),
  closed('lost', '2026-01-16', '2026-01-20', null),
  aHistory('waiting', [['offer', '2026-01-23']]),
  aHistory('fresh', [['offer', '2026-01-28']], { amount: 1000 }),
];

function standpoint(histories = JANUARY, asOf = '2026-01-28', first = '2026-01-01'): Standpoint {
  const panel = panelOf(histories, ONE_STAGE, asOf);
  const amountOf = (deal: number) => panel.histories[deal]!.state.amount;
  const standing = [...panel.spells.to.keys()].filter(
    (spell) => panel.spells.to[spell]! > panel.lastDay,
  );
  return {
    day: panel.lastDay,
    model: MODEL,
    track: trackOf(panel, numberOf(first), (deal) => amountOf(deal) ?? 0),
    panel,
    spells: Int32Array.from(standing),
    amountOf,
    spans: [{ after: 1, upTo: 3 }],
    seasonal: false,
  };
}

function close(found: Parts, expected: Parts): void {
  for (const part of ['open', 'fresh'] as const) {
    for (const figure of ['mean', 'variance', 'none'] as const) {
      expect(found[part][figure]).toBeCloseTo(expected[part][figure], 9);
    }
  }
  expect(found.runRate).toBeCloseTo(expected.runRate, 9);
  expect(found.runRateInSeason).toBeCloseTo(expected.runRateInSeason, 9);
}

// The fresh offer is won on the second or third day with 0.494 - 0.2, the waiting one with 0.468 - 0.3.
// New deals won on those days, 2 a week: 2/7 x (0.1 + 0.9 x 0.2) and 2/7 x (0.1 + 0.9 x 0.41).
const COMING = (2 / 7) * (0.28 + 0.469);

test('deals of the second and third day to come, worked out by hand', () => {
  close(lookAhead(standpoint())[0]!.count, {
    open: {
      mean: 0.294 + 0.168,
      variance: 0.294 * 0.706 + 0.168 * 0.832,
      none: 0.706 * 0.832,
    },
    fresh: { mean: COMING, variance: COMING, none: Math.exp(-COMING) },
    runRate: (2 / 28) * 2,
    runRateInSeason: (2 / 28) * 2,
  });
});

test('their amounts: a deal without one counts as a usual win, 200 on average, 50,000 in the square', () => {
  close(lookAhead(standpoint())[0]!.amount, {
    open: {
      mean: 0.294 * 1000 + 0.168 * 200,
      variance: 0.294 * 1000 ** 2 - 294 ** 2 + 0.168 * 50_000 - 33.6 ** 2,
      none: 0.706 * 0.832,
    },
    fresh: { mean: COMING * 200, variance: COMING * 50_000, none: Math.exp(-COMING) },
    runRate: (400 / 28) * 2,
    runRateInSeason: (400 / 28) * 2,
  });
});

test('each span has its own days', () => {
  const spans = [
    { after: 0, upTo: 1 },
    { after: 0, upTo: 3 },
    { after: 1, upTo: 3 },
  ];
  const [one, all, rest] = lookAhead({ ...standpoint(), spans });
  expect(one!.count.open.mean).toBeCloseTo(0.2 + 0.3, 12);
  expect(one!.count.fresh.mean).toBeCloseTo((2 / 7) * 0.1, 12);
  for (const part of ['open', 'fresh'] as const) {
    const sum = one!.amount[part].mean + rest!.amount[part].mean;
    expect(all!.amount[part].mean).toBeCloseTo(sum, 9);
  }
});

/** So many wins of 100 in the middle of January, and one of 5000 on the first day of all. */
function wins(count: number): Standpoint {
  const recent = Array.from({ length: count }, (_, index) =>
    closed(`W${index}`, '2026-01-10', '2026-01-15', 100),
  );
  const old = closed('old', '2025-08-20', '2025-09-01', 5000);
  const waiting = aHistory('waiting', [['offer', '2026-01-23']]);
  return standpoint([...recent, old, waiting], '2026-01-28', '2025-09-01');
}

test.each<{ count: number; usual: number }>`
  count | usual
  ${10} | ${100}
  ${9}  | ${(9 * 100 + 5000) / 10}
  ${0}  | ${5000}
`(
  'after $count wins of 100 in twelve weeks and one of 5000 before, a usual win is $usual',
  (row) => {
    const { amount, count } = lookAhead(wins(row.count))[0]!;
    expect(amount.open.mean / count.open.mean).toBeCloseTo(row.usual, 9);
    expect(count.runRate).toBeCloseTo((row.count / 84) * 2, 12);
  },
);

test('before the first win a usual one is the mean of the open deals that have an amount', () => {
  const deals = [100, 500, null].map((amount, index) =>
    aHistory(`D${index}`, [['offer', '2026-01-23']], { amount }),
  );
  const rested = aHistory(
    'nurtured',
    [
      ['offer', '2026-01-10'],
      ['nurture', '2026-01-12'],
    ],
    { amount: 10 ** 9 },
  );
  const { amount, count } = lookAhead(standpoint([...deals, rested]))[0]!;
  expect(amount.fresh.mean / count.fresh.mean).toBeCloseTo(300, 9);
  expect(amount.fresh.variance / count.fresh.mean).toBeCloseTo(300 ** 2, 6);
  const none = lookAhead(standpoint([aHistory('D1', [['offer', '2026-01-23']])]))[0]!;
  expect(none.amount.open.mean).toBe(0);
});

/** A stage that is won on nine evenings in ten, or on one. */
function oneStage(chance: number): ChanceModel {
  const [stay, go] = [Float64Array.of(1 - chance), Float64Array.of(0, chance, 0)];
  return { cap: 1, states: 1, stay, go, born: go, weight: Float64Array.of(1) };
}

test.each<{ season: readonly [number, number, number]; chance: number; within: number }>`
  season         | chance | within
  ${[1, 1, 1]}   | ${0.1} | ${0.271}
  ${[0.5, 1, 1]} | ${0.1} | ${0.221}
  ${[1, 0.5, 1]} | ${0.1} | ${0.1855}
  ${[1.5, 1, 1]} | ${0.9} | ${1}
  ${[0, 0, 3]}   | ${0.9} | ${0}
`('one day of January and two of February, $season in the quarter: won with $within', (row) => {
  const input = { day: numberOf('2026-01-30'), horizons: [3, 1] };
  const { within } = seasonalChances(oneStage(row.chance), row.season, input);
  expect(within[0]![0]).toBeCloseTo(row.within, 12);
  const unseasonal = seasonalChances(oneStage(row.chance), NO_SEASON, input).within[0]![0];
  expect(unseasonal).toBeCloseTo(1 - (1 - row.chance) ** 3, 12);
});

test('no horizon, no chance', () => {
  expect(seasonalChances(oneStage(0.1), NO_SEASON, { day: 0, horizons: [] }).within).toEqual([]);
});

/** Won 1, 2 and 3 deals a day in the months of two quarters: its season begins with 0.55121 (season.test.ts). */
function quarters(): Track {
  const days = daysBetween('2026-01-01', '2026-06-30') + 1;
  const [won, born] = [new Float64Array(days), new Float64Array(days)];
  for (let day = 0; day < days; day++) {
    const month = Number(monthOf(addDays('2026-01-01', day)).slice(5));
    won[day] = (won[day - 1] ?? 0) + 1 + ((month - 1) % 3);
    born[day] = 2 * (day + 1);
  }
  return { first: numberOf('2026-01-01'), won, born, wonAmount: won, wonSquare: won };
}

test('in the slow month of a quarter everything to come is slow: open, new and the run rate', () => {
  const deals = [aHistory('D1', [['offer', '2026-06-30']])];
  const from = { ...standpoint(deals, '2026-06-30'), track: quarters() };
  const usual = lookAhead(from)[0]!.count;
  const { open, fresh, runRate, runRateInSeason } = lookAhead({ ...from, seasonal: true })[0]!
    .count;
  expect(usual.fresh.mean).toBeCloseTo(2 * (0.28 + 0.469), 9);
  expect(open.mean / usual.open.mean).toBeCloseTo(0.55121, 4);
  expect(fresh.mean / usual.fresh.mean).toBeCloseTo(0.55121, 4);
  expect(runRateInSeason / runRate).toBeCloseTo(0.55121, 4);
  expect(usual.runRateInSeason).toBeCloseTo(usual.runRate, 12);
});
