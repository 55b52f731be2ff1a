import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { normalQuantile, plus, rangeOf, times } from '../../../src/domain/forecast/range';

/** Figures of the standard normal distribution's tables. */
test.each<{ share: number; z: number }>`
  share      | z
  ${0.5}     | ${0}
  ${0.1}     | ${-1.2815515655}
  ${0.9}     | ${1.2815515655}
  ${0.975}   | ${1.9599639845}
  ${0.01}    | ${-2.326347874}
  ${0.00001} | ${-4.2648907939}
  ${0.99}    | ${2.326347874}
  ${0.99999} | ${4.2648907939}
`('the normal quantile of $share is $z', ({ share, z }) => {
  expect(normalQuantile(share)).toBeCloseTo(z, 7);
});

test('a sum that is certain has no range', () => {
  expect(rangeOf({ mean: 100, variance: 0, none: 0 }, 0)).toEqual({ p10: 100, p50: 100, p90: 100 });
});

test('one error of log spread 0.2 shared by all deals: exp(-0.02 -+ 0.2 x 1.28155)', () => {
  const { p10, p50, p90 } = rangeOf({ mean: 100, variance: 0, none: 0 }, Math.exp(0.04) - 1);
  expect(p10).toBeCloseTo(75.8579, 3);
  expect(p50).toBeCloseTo(98.0199, 3);
  expect(p90).toBeCloseTo(126.6567, 3);
});

test('one deal of 1000 with a chance of 30 % brings nothing or 1000', () => {
  const range = rangeOf({ mean: 300, variance: 210_000, none: 0.7 }, 0);
  expect(range.p10).toBe(0);
  expect(range.p50).toBe(0);
  expect(range.p90).toBeCloseTo(1000, 3);
});

test('nothing to come has a range of nothing', () => {
  expect(rangeOf({ mean: 0, variance: 0, none: 1 }, 0.04)).toEqual({ p10: 0, p50: 0, p90: 0 });
});

test('what is certain or impossible has no finite quantile', () => {
  expect(normalQuantile(0)).toBe(-Infinity);
  expect(normalQuantile(1)).toBe(Infinity);
});

test('half a chance of a lognormal 200 with log spread 0.5: P90 is the 80th of what comes', () => {
  // Second moment 0.5 x 200 x 200 x exp(0.25), less the square of the mean of 100.
  const sum = { mean: 100, variance: 20_000 * Math.exp(0.25) - 10_000, none: 0.5 };
  const { p10, p50, p90 } = rangeOf(sum, 0);
  expect([p10, p50]).toEqual([0, 0]);
  expect(p90).toBeCloseTo(200 * Math.exp(0.5 * 0.8416212336 - 0.125), 5);
});

test('a chance of one in ten that nothing comes makes P10 nothing; a sum of nothing has no range', () => {
  expect(rangeOf({ mean: 90, variance: 900, none: 0.1 }, 0).p10).toBe(0);
  expect(rangeOf({ mean: 0, variance: 0, none: 0 }, 0)).toEqual({ p10: 0, p50: 0, p90: 0 });
});

test('sums add up, and are multiplied with their spread', () => {
  const one = { mean: 10, variance: 4, none: 0.5 };
  const other = { mean: 5, variance: 1, none: 0.2 };
  expect(plus(one, other)).toEqual({ mean: 15, variance: 5, none: 0.1 });
  expect(times(one, 3)).toEqual({ mean: 30, variance: 36, none: 0.5 });
});

test('trap: independent draws alone are too narrow: a larger shared error widens, and P10, P50, P90 stay in order', () => {
  const sum = fc.record({
    mean: fc.double({ min: 1, max: 1e9, noNaN: true }),
    variance: fc.double({ min: 0, max: 1e12, noNaN: true }),
    none: fc.double({ min: 0, max: 0.95, noNaN: true }),
  });
  fc.assert(
    fc.property(sum, fc.double({ min: 0, max: 2, noNaN: true }), (each, shared) => {
      const { p10, p50, p90 } = rangeOf(each, shared);
      expect(p10).toBeGreaterThanOrEqual(0);
      expect(p50).toBeGreaterThanOrEqual(p10);
      expect(p90).toBeGreaterThanOrEqual(p50);
      expect(Number.isFinite(p90)).toBe(true);
    }),
  );
});
