import { existsSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays } from '../../../src/domain/day';
import type { ChanceModel } from '../../../src/domain/forecast/chanceModel';
import {
  cellOf,
  type DealOutlook,
  dealOutlooks,
  earlierChances,
} from '../../../src/domain/forecast/dealOutlook';
import { learn } from '../../../src/domain/forecast/learning';
import type { DealHistory } from '../../../src/domain/history';
import type { Pipeline } from '../../../src/domain/pipeline';
import { aHistory, asItStood, oneADay, threeStages } from './histories';
import { bpicBrier } from './realData';

const HORIZONS = [7, 28, 90];

function outlooks(
  histories: readonly DealHistory[],
  asOf: string,
  pipeline: Pipeline = threeStages(),
): readonly DealOutlook[] {
  return dealOutlooks({ histories, pipeline, asOf, horizons: HORIZONS });
}

test('without history a deal has the chance of its stage, and says so', () => {
  const [outlook] = outlooks([aHistory('D1', [['propose', '2026-01-05']])], '2026-01-09');
  expect(outlook).toMatchObject({
    deal: 'D1',
    stage: 'propose',
    daysInStage: 4,
    source: 'default',
  });
  expect(outlook!.chance).toBeCloseTo(0.425, 6);
  expect(outlook!.evidence).toBeNull();
});

test('outlooks come in the order of the deals, not of their days', () => {
  const days = ['2026-01-07', '2026-01-05', '2026-01-06'];
  const deals = days.map((day) => aHistory(day, [['propose', day]]));
  expect(outlooks(deals, '2026-01-09').map(({ deal }) => deal)).toEqual(days);
});

test('trap: 0 is 0: a stage that was set to 0 stays at 0', () => {
  const pipeline = threeStages({ propose: { chance: 0 } });
  const [outlook] = outlooks([aHistory('D1', [['propose', '2026-01-05']])], '2026-01-09', pipeline);
  expect(outlook).toMatchObject({ chance: 0, within: [0, 0, 0] });
});

test.each([0, 0.33, 1])('the chance %d that a person typed wins over everything', (winChance) => {
  const learned = oneADay('2026-01-01', 100, (index) => [
    ['propose', 0],
    [index % 2 === 0 ? 'won' : 'lost', 9],
  ]);
  const own = aHistory('own', [['propose', '2026-04-01']], { winChance });
  const outlook = outlooks([...learned, own], '2026-04-12').find(({ deal }) => deal === 'own')!;
  expect(outlook).toMatchObject({ chance: winChance, source: 'override' });
  for (const within of outlook.within) expect(within).toBeLessThanOrEqual(winChance);
});

test('won, lost, nurtured and deleted deals have no outlook', () => {
  const gone = ['won', 'lost', 'nurture'].map((stage) =>
    aHistory(stage, [
      ['propose', '2026-01-05'],
      [stage, '2026-01-08'],
    ]),
  );
  const deleted = { ...aHistory('D4', [['propose', '2026-01-05']]), deleted: true };
  expect(outlooks([...gone, deleted], '2026-01-09')).toEqual([]);
});

/** Offers: half are won after ten days, the rest lapse on day 30. */
const LAPSING = oneADay('2026-01-01', 200, (index) => [
  ['propose', 0],
  index % 2 === 0 ? ['won', 10] : ['lost', 30],
]);

test('trap: the win rate of a stage is not the chance of a deal in it: quick winners have left, and a deal that still waits is worth less than its stage wins', () => {
  const asOf = '2026-07-19';
  const standing = LAPSING.map((history) => asItStood(history, asOf)!).filter(
    (one) => one !== null,
  );
  const byDays = new Map(outlooks(standing, asOf).map((one) => [one.daysInStage!, one]));
  expect(byDays.get(4)!.chance).toBeGreaterThan(0.42);
  expect(byDays.get(4)!.chance).toBeLessThan(0.58);
  expect(byDays.get(4)!.within[0]!).toBeGreaterThan(0.35);
  expect(byDays.get(20)!.chance).toBeLessThan(0.12);
  expect(byDays.get(20)!.source).toBe('learned');
});

test('the evidence counts deals, each once, and those won within 28 days', () => {
  const asOf = '2026-07-19';
  const standing = LAPSING.map((history) => asItStood(history, asOf)!).filter(
    (one) => one !== null,
  );
  const outlook = outlooks(standing, asOf).find(({ daysInStage }) => daysInStage === 9)!;
  // Deals of days 0 to 164 sat 7 days by 2026-06-21, 28 days before; every other one was won.
  expect(outlook.evidence).toEqual({
    stage: 'propose',
    fromDay: 7,
    toDay: 13,
    deals: 165,
    won: 83,
    withinDays: 28,
  });
});

test('several stages in one day: a deal is judged by where it stands in the evening', () => {
  const rushed = oneADay('2026-01-01', 90, (index) => [
    ['qualify', 0],
    ['propose', 0],
    ['negotiate', 0],
    [index % 3 === 0 ? 'lost' : 'won', 5],
  ]);
  const fresh = aHistory('fresh', [
    ['qualify', '2026-04-09'],
    ['negotiate', '2026-04-09'],
  ]);
  const outlook = outlooks([...rushed, fresh], '2026-04-10').find(({ deal }) => deal === 'fresh')!;
  expect(outlook).toMatchObject({ stage: 'negotiate', source: 'learned' });
  expect(outlook.chance).toBeGreaterThan(0.6);
  expect(outlook.chance).toBeLessThan(0.75);
});

test('where nothing was ever won, chances fall below the default, and never below 0', () => {
  const lost = oneADay('2026-01-01', 60, () => [
    ['propose', 0],
    ['lost', 8],
  ]);
  const open = aHistory('open', [['propose', '2026-03-05']]);
  const outlook = outlooks([...lost, open], '2026-03-08').find(({ deal }) => deal === 'open')!;
  expect(outlook.chance).toBeLessThan(0.2);
  expect(outlook.chance).toBeGreaterThan(0);
});

test('where everything was won, chances rise above the default, and never above 1', () => {
  const won = oneADay('2026-01-01', 60, () => [
    ['propose', 0],
    ['won', 8],
  ]);
  const open = aHistory('open', [['propose', '2026-03-05']]);
  const outlook = outlooks([...won, open], '2026-03-08').find(({ deal }) => deal === 'open')!;
  expect(outlook.chance).toBeGreaterThan(0.75);
  expect(outlook.chance).toBeLessThan(1);
});

test('a deal in a stage since nobody knows when says so and still has a chance', () => {
  const deal = aHistory('D1', [['propose', '2026-01-05']]);
  const unknown = { ...deal, visits: [{ ...deal.visits[0]!, known: false, from: '' }] };
  const [outlook] = outlooks([unknown], '2026-01-09');
  expect(outlook!.daysInStage).toBeNull();
  expect(outlook!.chance).toBeCloseTo(0.425, 6);
});

const path = fc
  .array(
    fc.tuple(
      fc.constantFrom('qualify', 'propose', 'negotiate', 'won', 'lost', 'nurture'),
      fc.nat(40),
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((steps) => {
    let day = 0;
    return steps.map(([stage, after]) => {
      day += after;
      const at = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
      return [stage, at] as const;
    });
  });
const anyDeals = fc
  .array(path, { minLength: 1, maxLength: 40 })
  .map((paths) => paths.map((steps, index) => aHistory(`D${index}`, steps)));

test('chances lie between 0 and 1 and grow with the horizon up to ever', () => {
  fc.assert(
    fc.property(anyDeals, (histories) => {
      for (const { chance, within } of outlooks(histories, '2026-04-01')) {
        const rising = [0, ...within, chance, 1];
        rising.forEach((value, index) => {
          expect(value).toBeGreaterThanOrEqual((rising[index - 1] ?? 0) - 1e-12);
        });
      }
    }),
    { numRuns: 30 },
  );
});

test('the order of deals does not matter', () => {
  fc.assert(
    fc.property(anyDeals, (histories) => {
      const one = outlooks(histories, '2026-04-01');
      const other = [...outlooks([...histories].reverse(), '2026-04-01')].reverse();
      expect(other.map(({ deal }) => deal)).toEqual(one.map(({ deal }) => deal));
      other.forEach(({ chance }, index) => {
        expect(chance).toBeCloseTo(one[index]!.chance, 9);
      });
    }),
    { numRuns: 20 },
  );
});

test('a past day is seen as it was: nothing that came later changes a chance', () => {
  fc.assert(
    fc.property(anyDeals, (histories) => {
      const day = '2026-02-15';
      const then = histories
        .map((history) => asItStood(history, day))
        .filter((one) => one !== null);
      expect(outlooks(histories, day)).toEqual(outlooks(then, day));
    }),
    { numRuns: 20 },
  );
});

const DATA = new URL('../../../../shared/data', `file://${__filename}`).pathname;
const withData = existsSync(DATA) ? test : test.skip;

withData('on real applications, chances within 28 days miss less than fixed percentages', () => {
  const { ours, fixed, learned } = bpicBrier(DATA, ['2011-11-27', '2011-12-11']);
  expect(ours / fixed).toBeLessThan(0.85);
  expect(learned).toBeGreaterThan(0.8);
});

test('the chance of four weeks ago is the one that a look from that day would have given', () => {
  const histories = oneADay('2026-01-01', 120, (index) => [
    ['qualify', 0],
    ['propose', 3],
    [index % 3 === 0 ? 'won' : 'lost', 5 + ((index * 7) % 30)],
  ]);
  const now = histories.flatMap((history) => asItStood(history, '2026-04-30') ?? []);
  const past = { histories: now, pipeline: threeStages(), asOf: '2026-04-30' };
  const then = now.flatMap((history) => asItStood(history, '2026-04-02') ?? []);
  const expected = new Map(outlooks(then, '2026-04-02').map(({ deal, chance }) => [deal, chance]));
  const found = earlierChances(learn(past), past.pipeline, '2026-04-02');
  expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
  for (const [deal, chance] of expected) {
    // To a thousandth: how fast the past fades is learned from all of it.
    expect(found.get(deal)).toBeCloseTo(chance, 3);
  }
});

test('a deal that rested then had no chance then', () => {
  const histories = [
    aHistory('rested', [
      ['propose', '2026-01-05'],
      ['nurture', '2026-01-10'],
      ['propose', '2026-02-10'],
    ]),
    aHistory('open', [['propose', '2026-01-05']]),
  ];
  const past = { histories, pipeline: threeStages(), asOf: '2026-03-01' };
  const found = earlierChances(learn(past), past.pipeline, '2026-02-01');
  expect([...found.keys()]).toEqual(['open']);
});

test.each([
  [19, 'default'],
  [20, 'learned'],
])('after %d resolved deals a chance is called %s', (count, source) => {
  const closed = Array.from({ length: count }, (_, index) =>
    aHistory(`closed ${index}`, [
      ['propose', '2026-01-05'],
      ['won', '2026-01-06'],
    ]),
  );
  const open = aHistory('open', [['propose', '2026-01-05']]);
  const found = outlooks([...closed, open], '2026-01-09').find(({ deal }) => deal === 'open')!;
  expect(found.source).toBe(source);
});

test('evenings beyond the last cell share it', () => {
  const cell = (evenings: number) =>
    cellOf({ cap: 366, states: 2 } as ChanceModel, 1, evenings) - 366;
  expect([-1, 0, 364, 365, 366, 5000].map(cell)).toEqual([0, 0, 364, 365, 365, 365]);
});

test('right after the end of a quarter chances are lower for a team that wins at its end', () => {
  const histories: DealHistory[] = [];
  for (let day = '2025-01-06'; day <= '2026-06-30'; day = addDays(day, 1)) {
    const wins = ((Number(day.slice(5, 7)) - 1) % 3) + 1;
    for (let n = 0; n < wins; n++) {
      const path = [
        ['propose', addDays(day, -5)],
        ['won', day],
      ] as const;
      histories.push(aHistory(`${day} ${n}`, path));
    }
  }
  histories.push(aHistory('open', [['propose', '2026-06-26']]));
  const input = { histories, pipeline: threeStages(), asOf: '2026-06-30', horizons: [3] };
  const within = (seasonal?: boolean) =>
    dealOutlooks(seasonal === undefined ? input : { ...input, seasonal }).find(
      ({ deal }) => deal === 'open',
    )!.within[0]!;
  expect(within()).toBeLessThan(0.8 * within(false));
  expect(within(true)).toBe(within());
});
