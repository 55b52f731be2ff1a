import { expect, test } from '@jest/globals';
import { addDays } from '../../../src/domain/day';
import { type HorizonOutlook, outlookOf } from '../../../src/domain/forecast/outlook';
import { periodOutlooks } from '../../../src/domain/forecast/periods';
import type { DealHistory } from '../../../src/domain/history';
import type { Tracked } from '../../../src/domain/ledger';
import { aHistory, threeStages } from './histories';

const FIRST = '2026-01-01';
const RATES = { currency: 'CNY', perUnit: new Map([['USD', 7]]) };

/** The outlook on the evening of a file's so many-th day. */
function outlook(histories: readonly DealHistory[], days: number, horizons: readonly number[]) {
  const asOf = addDays(FIRST, days - 1);
  const input = { histories, pipeline: threeStages(), asOf, horizons, rates: RATES };
  return outlookOf({ ...input, seasonal: false });
}

function line(lines: readonly HorizonOutlook[], measure: 'amount' | 'count'): HorizonOutlook {
  return lines.find((one) => one.measure === measure)!;
}

const WAITING = aHistory('waiting', [['propose', FIRST]], { amount: 1000 });

test.each<{ days: number; horizon: number; replays: number }>`
  days   | horizon | replays
  ${48}  | ${28}   | ${0}
  ${49}  | ${28}   | ${1}
  ${55}  | ${28}   | ${1}
  ${56}  | ${28}   | ${2}
  ${154} | ${28}   | ${16}
  ${161} | ${28}   | ${16}
  ${27}  | ${3}    | ${0}
  ${28}  | ${3}    | ${1}
  ${90}  | ${60}   | ${0}
  ${91}  | ${60}   | ${1}
  ${105} | ${60}   | ${2}
`(
  // Of 28 days weekly, of 60 every second week, each over by now and with 21 days before it.
  'after $days days a forecast of $horizon days has been tried on $replays earlier evenings',
  ({ days, horizon, replays }) => {
    const { horizons } = outlook([WAITING], days, [horizon]);
    expect(horizons.map((one) => [one.measure, one.days, one.replays])).toEqual([
      ['amount', horizon, replays],
      ['count', horizon, replays],
    ]);
  },
);

/** Closed on the day they came, from the first day on; of these so many won. */
function closedAtOnce(closed: number, won: number): readonly DealHistory[] {
  return Array.from({ length: closed }, (_, index) =>
    aHistory(`C${index}`, [
      ['propose', `${FIRST}T09:00:00`],
      [index < won ? 'won' : 'lost', `${FIRST}T10:00:00`],
    ]),
  );
}

test.each<{ closed: number; won: number; days: number; enough: boolean }>`
  closed | won  | days  | enough
  ${20}  | ${5} | ${28} | ${true}
  ${19}  | ${5} | ${28} | ${false}
  ${20}  | ${4} | ${28} | ${false}
  ${20}  | ${5} | ${27} | ${false}
`('$closed closed deals, $won of them won, in $days days: a range is $enough', (row) => {
  const result = outlook([...closedAtOnce(row.closed, row.won), WAITING], row.days, [28]);
  expect(result.enoughHistory).toBe(row.enough);
  expect(line(result.horizons, 'amount').open.range !== null).toBe(row.enough);
});

/** One deal a day for so many days, won for 1000 after five days. */
function winners(days: number, more: Partial<Tracked> = {}): readonly DealHistory[] {
  return Array.from({ length: days }, (_, index) => {
    const day = addDays(FIRST, index);
    const path = [
      ['propose', day],
      ['won', addDays(day, 5)],
    ] as const;
    return aHistory(`W${index}`, path, { amount: 1000, ...more });
  });
}

test('the total is what the deals say, mixed with the run rate by its share', () => {
  // Two weeks with a deal a day, two without any, and so on.
  const deals = winners(120).filter((_, index) => Math.floor(index / 14) % 2 === 0);
  for (const each of outlook(deals, 120, [28]).horizons) {
    const { open, fresh, total, runRate, runRateShare } = each;
    expect(runRateShare).toBeGreaterThan(0);
    expect(runRateShare).toBeLessThan(1);
    const mixed = (1 - runRateShare) * (open.mean + fresh.mean) + runRateShare * runRate!;
    expect(total.mean / mixed).toBeCloseTo(1, 9);
    expect(total.range!.p10).toBeLessThan(total.mean);
    expect(total.range!.p90).toBeGreaterThan(total.mean);
  }
});

/** Won on the day they came: one a day in the first month of each quarter, two in the second, three in the third. */
const QUARTERS = Array.from({ length: 181 }, (_, index) => addDays(FIRST, index)).flatMap((day) =>
  Array.from({ length: ((Number(day.slice(5, 7)) - 1) % 3) + 1 }, (_, index) =>
    aHistory(`${day} ${index}`, [
      ['propose', `${day}T09:00:00`],
      ['won', `${day}T10:00:00`],
    ]),
  ),
);

test('a team that wins at the end of a quarter is forecast to win less at the start of the next', () => {
  const input = { histories: QUARTERS, pipeline: threeStages(), asOf: '2026-06-30' };
  const total = (seasonal?: boolean) => {
    const more = seasonal === undefined ? {} : { seasonal };
    const { horizons } = outlookOf({ ...input, ...more, horizons: [7], rates: RATES });
    return line(horizons, 'count').total.mean;
  };
  expect(total()).toBeLessThan(0.8 * total(false));
  expect(total(true)).toBe(total());
});

test('next month is tried on earlier months as far ahead: a steady team came close each time', () => {
  const input = { histories: winners(170), pipeline: threeStages(), asOf: '2026-06-15' };
  const july = { from: '2026-07-01', to: '2026-07-31' };
  const { periods } = periodOutlooks({ ...input, rates: RATES }, [july]);
  const count = periods.find(({ measure }) => measure === 'count')!;
  const amount = periods.find(({ measure }) => measure === 'amount')!;
  const { total, replays } = count;
  // Of 165 days before, seven whole weeks hold the 46 ahead and 20 come first: 96 are left, a week apart.
  expect(replays).toBe(14);
  expect(total.range!.p10).toBeGreaterThan(20);
  expect(total.range!.p90).toBeLessThan(45);
  expect(amount.total.range!.p10).toBeCloseTo(1000 * total.range!.p10, 3);
  expect(amount.total.range!.p90).toBeCloseTo(1000 * total.range!.p90, 3);
});

test('a deal that is moved to won after the day is not won so far, whatever close date was typed', () => {
  const june = { from: '2026-06-01', to: '2026-06-30' };
  const deal = (moved: string) =>
    aHistory(
      moved,
      [
        ['propose', '2026-05-05'],
        ['won', moved],
      ],
      { amount: 1000, closeDate: '2026-06-05' },
    );
  const histories = [deal('2026-06-12'), deal('2026-06-10'), WAITING];
  const input = { histories, pipeline: threeStages(), asOf: '2026-06-10', rates: RATES };
  const { periods } = periodOutlooks(input, [june]);
  expect(periods.map(({ measure, wonSoFar }) => [measure, wonSoFar])).toEqual([
    ['amount', 1000],
    ['count', 1],
  ]);
});

test('a deal that was won after the day counts with what was known while it was open', () => {
  const later = aHistory(
    'later',
    [
      ['propose', '2026-01-05'],
      ['won', '2026-03-01'],
    ],
    { amount: 900_000 },
  );
  const whenOpen = (deal: DealHistory) =>
    line(outlook([WAITING, deal], 30, [28]).horizons, 'amount').open.mean;
  const open = aHistory('later', [['propose', '2026-01-05']], { amount: 1000 });
  expect(whenOpen({ ...later, openAmount: 1000 })).toBeCloseTo(whenOpen(open), 9);
  expect(whenOpen({ ...open, openAmount: 1 })).toBeCloseTo(whenOpen(open), 9);
});

test('amounts count in the currency of the team: open deals, won ones and the run rate', () => {
  const inDollars = outlook(winners(60, { amount: 100, currency: 'USD' }), 60, [28]);
  const inYuan = outlook(winners(60, { amount: 700 }), 60, [28]);
  expect(inDollars.horizons).toEqual(inYuan.horizons);
  expect(inDollars.withoutRate).toEqual([]);
});

test('deals without an amount or a rate are listed by name, closed ones without an amount are not', () => {
  const deals = [
    aHistory('no amount', [['propose', FIRST]]),
    aHistory('no rate', [['propose', FIRST]], { amount: 5, currency: 'EUR' }),
    aHistory('rested', [
      ['propose', FIRST],
      ['nurture', '2026-01-03'],
    ]),
    ...closedAtOnce(1, 1),
    WAITING,
  ];
  const { withoutAmount, withoutRate } = outlook(deals, 30, [28]);
  expect(withoutAmount).toEqual(['no amount']);
  expect(withoutRate).toEqual([{ deal: 'no rate', currency: 'EUR' }]);
});

test('several horizons come in the order asked, each with its own replays, and grow', () => {
  const { horizons } = outlook(winners(100), 100, [28, 7, 14]);
  const counts = horizons.filter(({ measure }) => measure === 'count');
  // Weekly back to day 21: 100 - 28 - 21 = 51 days, 100 - 7 - 21 = 72, 100 - 14 - 21 = 65.
  expect(counts.map(({ days, replays }) => [days, replays])).toEqual([
    [28, 8],
    [7, 11],
    [14, 10],
  ]);
  const [month, week, fortnight] = counts.map(({ open, fresh }) => open.mean + fresh.mean);
  expect(week).toBeLessThan(fortnight!);
  expect(fortnight).toBeLessThan(month!);
});
