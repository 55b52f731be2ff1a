import { expect, test } from '@jest/globals';
import type { ChanceModel } from '../../../src/domain/forecast/chanceModel';
import { curvesOf } from '../../../src/domain/forecast/curves';

function aModel(cap: number, stay: readonly number[], go: readonly number[]): ChanceModel {
  const states = stay.length / cap;
  const nothing = new Float64Array(states + 2);
  return {
    ...{ cap, states, stay: Float64Array.from(stay), go: Float64Array.from(go) },
    ...{ born: nothing, weight: nothing },
  };
}

/** To four decimals. */
const shown = (chances: Float64Array) => [...chances].map((chance) => Number(chance.toFixed(4)));

test('one stage, two evenings: won today, or still there and won later', () => {
  // First evening: stays 0.7, won 0.2, lost 0.1. From the second on: stays 0.4, won 0.3, lost 0.3.
  const model = aModel(2, [0.7, 0.4], [0, 0.2, 0.1, 0, 0.3, 0.3]);
  const { within, fromBirth } = curvesOf(model, [3, 0, 1, 2]);
  // Two days: 0.2 + 0.7 x 0.3, and 0.3 + 0.4 x 0.3. Three: 0.2 + 0.7 x 0.42, and 0.3 + 0.4 x 0.42.
  expect(within.map(shown)).toEqual([
    [0.494, 0.468],
    [0, 0],
    [0.2, 0.3],
    [0.41, 0.42],
  ]);
  expect(shown(fromBirth)).toEqual([0, 0.2, 0.41, 0.494]);
});

test('two stages: a deal that goes on has what a deal there has, a day less', () => {
  // First stage: stays 0.4, goes on 0.5, lost 0.1. Second: stays 0.5, won 0.25, lost 0.25.
  const model = aModel(1, [0.4, 0.5], [0, 0.5, 0, 0.1, 0, 0, 0.25, 0.25]);
  const { within, fromBirth } = curvesOf(model, [1, 2, 3]);
  // Two days: 0.5 x 0.25; three: 0.5 x 0.375 + 0.4 x 0.125.
  expect(within.map(shown)).toEqual([
    [0, 0.25],
    [0.125, 0.375],
    [0.2375, 0.4375],
  ]);
  expect(shown(fromBirth)).toEqual([0, 0, 0, 0.25, 0.125, 0.375, 0.2375, 0.4375]);
});

test('without a horizon there is nothing to look at', () => {
  const { within, fromBirth } = curvesOf(aModel(1, [1], [0, 0, 0]), []);
  expect(within).toEqual([]);
  expect(shown(fromBirth)).toEqual([0]);
});
