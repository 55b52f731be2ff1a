import { expect, test } from '@jest/globals';
import type { DealOutlook } from '../../../src/domain/forecast/dealOutlook';
import { fallenChances } from '../../../src/domain/forecast/fallenChances';
import { accuracyRecord, type Kept, keptOn } from '../../../src/domain/forecast/record';
import { aHistory, asItStood, oneADay, threeStages } from './histories';

const CNY = { currency: 'CNY', perUnit: new Map<string, number>() };
const won = (deal: string, day: string, amount: number) =>
  aHistory(
    deal,
    [
      ['propose', '2026-01-02'],
      ['won', day],
    ],
    { amount },
  );

/** 300 came in the first week (forecast 200, P10 to P90 100 to 250), 100 in the second (150, 90 to 200). */
const HISTORIES = [won('D1', '2026-01-08', 300), won('D2', '2026-01-12', 100)];
const KEPT: Kept = {
  forecasts: [
    {
      ...{ on: '2026-01-04', days: 7, measure: 'amount', mean: 200 },
      range: { p10: 100, p50: 190, p90: 250 },
    },
    {
      ...{ on: '2026-01-11', days: 7, measure: 'amount', mean: 150 },
      range: { p10: 90, p50: 140, p90: 200 },
    },
    { on: '2026-01-18', days: 7, measure: 'amount', mean: 999, range: null },
  ],
  chances: [
    { on: '2026-01-04', days: 7, deal: 'D1', chance: 0.8 },
    { on: '2026-01-04', days: 7, deal: 'D2', chance: 0.4 },
    { on: '2026-01-11', days: 7, deal: 'D2', chance: 0.5 },
  ],
};

test('kept forecasts are judged once their days are over', () => {
  const record = accuracyRecord({
    ...{ kept: KEPT, histories: HISTORIES, pipeline: threeStages() },
    ...{ asOf: '2026-01-20', rates: CNY },
  });
  expect(record).toHaveLength(2);
  // Misses 100 and 50 of 400 won; -100 + 50; one of two within its range; 0.04, 0.16, 0.25.
  expect(record[0]).toMatchObject({
    days: 7,
    measure: 'amount',
    forecasts: 2,
    ranges: 2,
    chances: 3,
  });
  expect(record[0]!.wape).toBeCloseTo(150 / 400, 12);
  expect(record[0]!.bias).toBeCloseTo(-50 / 400, 12);
  expect(record[0]!.hitRate).toBe(0.5);
  expect(record[0]!.brier).toBeCloseTo(0.45 / 3, 12);
});

test('a forecast that runs until tomorrow is not judged today', () => {
  const input = { kept: KEPT, histories: HISTORIES, pipeline: threeStages(), rates: CNY };
  expect(accuracyRecord({ ...input, asOf: '2026-01-10' })).toEqual([]);
  expect(accuracyRecord({ ...input, asOf: '2026-01-11' })[0]!.forecasts).toBe(1);
});

test('what would have been kept on a past day does not know what came later', () => {
  const all = oneADay('2026-01-01', 100, (index) => [
    ['propose', 0],
    [index % 3 === 0 ? 'won' : 'lost', 20],
  ]);
  const day = '2026-03-20';
  const then = all.flatMap((history) => asItStood(history, day) ?? []);
  const input = { pipeline: threeStages(), asOf: day, rates: CNY };
  expect(keptOn({ histories: all, ...input }, [28])).toEqual(
    keptOn({ histories: then, ...input }, [28]),
  );
});

function outlook(deal: string, chance: number, stage = 'propose'): DealOutlook {
  const rest = { daysInStage: 1, source: 'learned', within: [], amount: null } as const;
  return { deal, stage, chance, ...rest, currency: '', evidence: null };
}

test('deals whose chance fell are listed, the largest fall first', () => {
  const before = [outlook('D1', 0.5), outlook('D2', 0.9), outlook('D3', 0.2), outlook('gone', 0.9)];
  const now = [
    outlook('D1', 0.4),
    outlook('D2', 0.3, 'qualify'),
    outlook('D3', 0.6),
    outlook('new', 0),
  ];
  expect(fallenChances(before, now).map(({ deal }) => deal)).toEqual(['D2', 'D1']);
  expect(fallenChances(before, now)[0]).toEqual({
    ...{ deal: 'D2', before: 0.9, now: 0.3, stageBefore: 'propose', stageNow: 'qualify' },
  });
});
