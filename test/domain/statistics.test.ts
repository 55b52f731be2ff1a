import { expect, test } from '@jest/globals';
import {
  mean,
  median,
  medianVariance,
  quantile,
  rateOf,
  wilson,
} from '../../src/domain/statistics';

/** Type 7: place (n - 1) p between the ordered values, computed by hand. */
test.each<{ values: readonly number[]; p: number; expected: number | null }>`
  values                | p       | expected
  ${[]}                 | ${0.5}  | ${null}
  ${[7]}                | ${0.9}  | ${7}
  ${[1, 2, 3, 4]}       | ${0.9}  | ${3.7}
  ${[4, 1, 3, 2]}       | ${0.25} | ${1.75}
  ${[10, 20, 30]}       | ${0.5}  | ${20}
  ${[1, 2, 3, 4]}       | ${0}    | ${1}
  ${[1, 2, 3, 4]}       | ${1}    | ${4}
  ${[100, 9, 80, 7, 6]} | ${0.5}  | ${9}
`('the $p quantile of $values is $expected', ({ values, p, expected }) => {
  if (expected === null) expect(quantile(values, p)).toBeNull();
  else expect(quantile(values, p)).toBeCloseTo(expected, 12);
});

test('median and mean, of nothing too', () => {
  expect(median([3, 1, 2, 10])).toBe(2.5);
  expect(mean([3, 1, 2, 10])).toBe(4);
  expect(median([])).toBeNull();
  expect(mean([])).toBeNull();
});

test('numbers are ordered as numbers, and the list given stays as it was', () => {
  const values = [10, 9, 100];
  expect(median(values)).toBe(10);
  expect(values).toEqual([10, 9, 100]);
});

/**
 * 1 ... 25: the 7th and the 19th value are 12 apart, so (12 / 5.15166)^2, and pi / (24 x 25) for the rounding. Of 2 ... 10
 * the 1st and the 5th are taken.
 */
test.each<{ values: readonly number[]; variance: number }>`
  values                                                  | variance
  ${Array.from({ length: 25 }, (_, index) => 25 - index)} | ${5.4311}
  ${[10, 2, 9, 3, 4]}                                     | ${2.4377}
  ${[5, 5, 5, 5]}                                         | ${0.0327}
`('the median of $values has variance $variance', ({ values, variance }) => {
  expect(medianVariance(values)).toBeCloseTo(variance, 4);
});

/** 8 of 10 by hand: (0.8 + 0.19207 -+ 1.96 x 0.16001) / 1.38415. The others are printed in textbooks. */
test.each<{ successes: number; n: number; low: number; high: number }>`
  successes | n      | low       | high
  ${8}      | ${10}  | ${0.4902} | ${0.9433}
  ${0}      | ${10}  | ${0}      | ${0.2775}
  ${10}     | ${10}  | ${0.7225} | ${1}
  ${50}     | ${100} | ${0.4038} | ${0.5962}
  ${1}      | ${1}   | ${0.2065} | ${1}
`('of $n deals $successes: between $low and $high', ({ successes, n, low, high }) => {
  const interval = wilson(successes, n);
  expect(interval?.low).toBeCloseTo(low, 4);
  expect(interval?.high).toBeCloseTo(high, 4);
});

test('nothing has no interval', () => {
  expect(wilson(0, 0)).toBeNull();
});

test('under 10 cases there is no rate, but the cases are told', () => {
  expect(rateOf(9, 9)).toEqual({ value: null, n: 9, successes: 9, low: null, high: null });
  expect(rateOf(4, 10)).toMatchObject({ value: 0.4, n: 10, successes: 4 });
  expect(rateOf(0, 0).value).toBeNull();
});
