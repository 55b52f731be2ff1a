import { expect, test } from '@jest/globals';
import { addDays } from '../../../src/domain/day';
import { pastForecasts } from '../../../src/domain/forecast/pastForecasts';
import type { DealHistory } from '../../../src/domain/history';
import { aDeal, type Step, threeStages } from '../../support/deals';

const RATES = { currency: 'USD', perUnit: new Map<string, number>() };

/** A deal a day from 1 September 2025; every second one is won for 100 after 20 days, the others lost. */
function steady(days: number): readonly DealHistory[] {
  return Array.from({ length: days }, (_, i) => {
    const born = addDays('2025-09-01', i);
    const steps: Step[] = [{ on: born, to: 'lead', amount: 100_00, currency: 'USD' }];
    if (i + 20 < days) {
      steps.push({ on: addDays(born, 20), to: i % 2 === 0 ? 'won' : 'lost' });
    }
    return aDeal(steps, `D${i}`);
  });
}

const HISTORIES = steady(180);
const TODAY = addDays('2025-09-01', 179);
const PAST = pastForecasts(
  { histories: HISTORIES, pipeline: threeStages, asOf: TODAY, rates: RATES },
  [30],
);

test('what came is what was won in the thirty days after each Sunday: fifteen deals', () => {
  expect(PAST).toHaveLength(13);
  for (const { came } of PAST) expect(came).toBe(15 * 100_00);
});

test('forecasts of a steady pipeline come close, and their ranges hold what came', () => {
  for (const { mean, range, came } of PAST.slice(-6)) {
    expect(Math.abs(mean - came) / came).toBeLessThan(0.25);
    expect(range !== null && range.p10 <= came && came <= range.p90).toBe(true);
  }
});

test('a forecast knows nothing of what came after its day', () => {
  const [last] = PAST.slice(-1);
  if (last === undefined) throw new Error('there is a forecast');
  const then = addDays(TODAY, -last.daysAgo);
  // The same deals, but from then on nothing is won any more.
  const changed = HISTORIES.map((history) =>
    history.closed !== null && history.closed.slice(0, 10) > then && history.stage === 'won'
      ? { ...history, stage: 'lost', visits: history.visits.map(asLost) }
      : history,
  );
  const input = { histories: changed, pipeline: threeStages, asOf: TODAY, rates: RATES };
  const again = pastForecasts(input, [30]).find(({ daysAgo }) => daysAgo === last.daysAgo);
  expect(again?.came).toBe(0);
  expect(again?.mean).toBeCloseTo(last.mean, 6);
});

function asLost(visit: DealHistory['visits'][number]): DealHistory['visits'][number] {
  if (visit.stage === 'won') return { ...visit, stage: 'lost' };
  return visit.exit === 'won' ? { ...visit, exit: 'lost' } : visit;
}
