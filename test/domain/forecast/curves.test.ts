import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
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

test('a way that opens on the second evening is taken from then on', () => {
  // First stage: stays the first evening, then stays 0.5 and goes on 0.5. Second: stays 0.5, won 0.5.
  const go = [0, 0, 0, 0, 0, 0.5, 0, 0, 0, 0, 0.5, 0, 0, 0, 0.5, 0];
  const { within } = curvesOf(aModel(2, [1, 0.5, 0.5, 0.5], go), [2, 3]);
  // From the second evening: 0.5 x 0.5 in two days; 0.5 x 0.75 + 0.5 x 0.25 in three.
  expect(within.map(shown)).toEqual([
    [0, 0.25, 0.75, 0.75],
    [0.25, 0.5, 0.875, 0.875],
  ]);
});

test('without a horizon there is nothing to look at', () => {
  const { within, fromBirth } = curvesOf(aModel(1, [1], [0, 0, 0]), []);
  expect(within).toEqual([]);
  expect(shown(fromBirth)).toEqual([0]);
});

/** Two evenings in each of three states, from which a deal goes to some of the others, is won or is lost. */
const someModel = fc
  .array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }), {
    minLength: 6,
    maxLength: 6,
  })
  .map((cells) => {
    // Each row: stays, goes to the first, second, third, won, lost; nothing at all is staying.
    const shares = cells.map((row) => {
      const all = row.reduce((sum, one) => sum + one, 0);
      return row.map((one, at) => (all === 0 ? Number(at === 0) : one / all));
    });
    return aModel(
      2,
      shares.map(([stays]) => stays!),
      shares.flatMap((row) => row.slice(1)),
    );
  });

/** By the words of the definition: won today, or where the deal stands tomorrow, with a day less. */
function wonWithin(model: ChanceModel, state: number, evening: number, days: number): number {
  if (days === 0) return 0;
  const cell = state * 2 + evening;
  const goes = (to: number) => model.go[cell * 5 + to]!;
  const elsewhere = [0, 1, 2].reduce(
    (sum, to) => sum + (goes(to) === 0 ? 0 : goes(to) * wonWithin(model, to, 0, days - 1)),
    0,
  );
  return goes(3) + elsewhere + model.stay[cell]! * wonWithin(model, state, 1, days - 1);
}

test('whatever ways lead from stage to stage, a chance is what each of tomorrow’s places promises', () => {
  fc.assert(
    fc.property(someModel, (model) => {
      const { within, fromBirth } = curvesOf(model, [4]);
      for (const state of [0, 1, 2]) {
        expect(fromBirth[4 * 3 + state]).toBeCloseTo(wonWithin(model, state, 0, 4), 12);
        expect(within[0]![state * 2 + 1]).toBeCloseTo(wonWithin(model, state, 1, 4), 12);
      }
    }),
  );
});
