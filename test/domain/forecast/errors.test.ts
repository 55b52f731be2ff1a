import { expect, test } from '@jest/globals';
import { learnErrors, type Replayed, strideOf } from '../../../src/domain/forecast/errors';

const MONTH = { after: 0, upTo: 28 };

/** A replay whose model said 100 deals, all independent error aside. */
function replayed(runRate: number, came: number, variance = 0): Replayed {
  const parts = {
    open: { mean: 60, variance, none: 0 },
    fresh: { mean: 40, variance: 0, none: 0 },
    runRate,
    runRateInSeason: runRate,
  };
  return { ahead: { count: parts, amount: parts }, came: { count: came, amount: came } };
}

test('without replays the run rate has no share and the error is the usual one', () => {
  expect(learnErrors([], 'count', MONTH)).toEqual({
    runRateShare: 0,
    shared: 0.16 ** 2,
    replays: 0,
  });
});

test('one replay that came halfway to the run rate moves the mix a third of the way', () => {
  const { runRateShare, shared, replays } = learnErrors([replayed(50, 75)], 'count', MONTH);
  // Least squares: 0.25 x 0.5 over 0.5 x 0.5, the latter counted 1.5 times: 1/3. Then the forecast
  // is 83.3, what came 0.9 of it: (2 x 0.0256 + 0.01) / 3.
  expect(runRateShare).toBeCloseTo(1 / 3, 12);
  expect(shared).toBeCloseTo(0.0612 / 3, 12);
  expect(replays).toBe(1);
});

test('a run rate that points the wrong way gets no share', () => {
  expect(learnErrors([replayed(50, 120)], 'count', MONTH).runRateShare).toBe(0);
});

test('what independent deals explain is no shared error', () => {
  expect(learnErrors([replayed(100, 110, 100)], 'count', MONTH).shared).toBeCloseTo(0.0512 / 3, 12);
});

test('what independent deals explain in part leaves the rest', () => {
  // A miss of 0.1 squared, less a variance of 50 over 100 squared.
  const { shared } = learnErrors([replayed(100, 110, 50)], 'count', MONTH);
  expect(shared).toBeCloseTo((0.0512 + 0.005) / 3, 12);
});

test('five replays of the second month, two weeks apart, are worth three; its usual error is larger', () => {
  const five = Array.from({ length: 5 }, () => replayed(100, 120));
  const usualSquare = 0.0256 * 2 ** 0.7;
  const { shared } = learnErrors(five, 'count', { after: 28, upTo: 56 });
  expect(shared).toBeCloseTo((2 * usualSquare + 3 * 0.04) / 5, 12);
});

test('five replays a week apart are worth two months side by side', () => {
  const five = Array.from({ length: 5 }, () => replayed(100, 120));
  expect(learnErrors(five, 'count', MONTH).shared).toBeCloseTo((0.0512 + 2 * 0.04) / 4, 12);
});

test('one wild replay counts as no worse than three times the forecast', () => {
  expect(learnErrors([replayed(100, 5000)], 'count', MONTH).shared).toBeCloseTo(4.0512 / 3, 12);
});

test('a mix that forecasts nothing counts as the worst miss', () => {
  // Four came to nothing at half the run rate, one at none: 4 x 1 x 0.5 + 1 over (4 x 0.25 + 1) x 1.25, so all run rate.
  const four = Array.from({ length: 4 }, () => replayed(50, 0));
  const { runRateShare, shared } = learnErrors([...four, replayed(0, 0)], 'count', MONTH);
  expect(runRateShare).toBe(1);
  // Four miss by all, squared 1; the one of nothing counts 4: 1.6 on average, worth two months side by side.
  expect(shared).toBeCloseTo((0.0512 + 2 * 1.6) / 4, 12);
});

test('a replay of nothing teaches nothing', () => {
  const nothing = replayed(0, 0);
  const { ahead } = nothing;
  const empty = { mean: 0, variance: 0, none: 1 };
  const parts = { ...ahead.count, open: empty, fresh: empty };
  expect(
    learnErrors([{ ...nothing, ahead: { count: parts, amount: parts } }], 'count', MONTH),
  ).toEqual({
    runRateShare: 0,
    shared: 0.16 ** 2,
    replays: 0,
  });
});

test.each([
  [7, 7],
  [28, 7],
  [90, 21],
  [180, 42],
])('replays of %d days lie %d days apart', (days, stride) => {
  expect(strideOf(days)).toBe(stride);
});
