import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import {
  bandsUpTo,
  type ChanceModel,
  defaultExits,
  fitChances,
} from '../../../src/domain/forecast/chanceModel';
import { curvesOf } from '../../../src/domain/forecast/curves';
import { noExits } from '../../../src/domain/forecast/exits';

/** One stage that is won on one evening in ten, and never lost. */
const TENTH: ChanceModel = {
  cap: 1,
  states: 1,
  stay: Float64Array.of(0.9),
  go: Float64Array.of(0, 0.1, 0),
  born: Float64Array.of(1, 0, 0),
  weight: Float64Array.of(1),
};

test.each<{ days: number; chance: number }>`
  days  | chance
  ${0}  | ${0}
  ${1}  | ${0.1}
  ${2}  | ${0.19}
  ${3}  | ${0.271}
  ${28} | ${0.9476652367}
`('a deal won on one evening in ten is won within $days days with $chance', ({ days, chance }) => {
  const { within, fromBirth } = curvesOf(TENTH, [days]);
  expect(within[0]![0]).toBeCloseTo(chance, 9);
  expect(fromBirth[days]).toBeCloseTo(chance, 9);
});

/** Two stages: the first goes on to the second (0.5) or is lost (0.1); the second is won (0.4) or goes back (0.2). */
const BACK_AND_FORTH: ChanceModel = {
  cap: 1,
  states: 2,
  stay: Float64Array.of(0.4, 0.4),
  go: Float64Array.of(0, 0.5, 0, 0.1, 0.2, 0, 0.4, 0),
  born: Float64Array.of(1, 0, 0, 0),
  weight: Float64Array.of(1, 1),
};

test('a deal that goes back starts again: two days and for ever, worked out by hand', () => {
  const { within } = curvesOf(BACK_AND_FORTH, [2, 730]);
  // Within 2: on to the second stage and won there. Second stage: won at once, or stays and is won.
  expect(within[0]![0]).toBeCloseTo(0.5 * 0.4, 12);
  expect(within[0]![1]).toBeCloseTo(0.4 + 0.4 * 0.4, 12);
  // Ever: x = (0.5 y) / 0.6 and y = (0.4 + 0.2 x) / 0.6, so x = 10/13 and y = 12/13.
  expect(within[1]![0]).toBeCloseTo(10 / 13, 9);
  expect(within[1]![1]).toBeCloseTo(12 / 13, 9);
});

test('before anything is learned each stage has exactly its default chance', () => {
  const chance = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(chance, { minLength: 1, maxLength: 6 }), (chances) => {
      const states = chances.map(String);
      const model = fitChances(noExits({ states }, 30), defaultExits(chances, states.length));
      const ever = curvesOf(model, [730]).within[0]!;
      chances.forEach((expected, state) => {
        for (const evening of [0, 7, 29]) {
          expect(ever[state * 30 + evening]).toBeCloseTo(expected, 6);
        }
      });
    }),
    { numRuns: 20 },
  );
});

test('chances of an evening make a whole: stay, go on, won or lost', () => {
  const states = ['a', 'b'];
  const exits = noExits({ states }, 40);
  for (let cell = 0; cell < 80; cell++) {
    exits.exposed[cell] = 10;
    exits.left[cell * 4 + (cell % 4)] = cell % 11;
  }
  exits.resolved.fill(30);
  const { stay, go } = fitChances(exits, defaultExits([0.2, 0.5], 2));
  stay.forEach((staying, cell) => {
    const leaving = go.slice(cell * 4, cell * 4 + 4).reduce((sum, chance) => sum + chance, 0);
    expect(staying + leaving).toBeCloseTo(1, 9);
    expect(Math.min(...go.slice(cell * 4, cell * 4 + 4))).toBeGreaterThanOrEqual(0);
  });
});

test('a deal that stays long is judged by those that stayed, not by the many that left at once', () => {
  const exits = noExits({ states: ['a'] }, 100);
  const [WON, LOST] = [1, 2];
  exits.exposed[0] = 2000;
  exits.left[0 * 3 + LOST] = 1000;
  exits.leftState[LOST] = 1000;
  for (let evening = 14; evening < 28; evening++) {
    exits.exposed[evening] = 40;
    exits.left[evening * 3 + WON] = 2;
    exits.leftState[WON]! += 2;
  }
  exits.resolved[0] = 1028;
  const { go } = fitChances(exits, defaultExits([0.3], 1));
  expect(go[60 * 3 + WON]!).toBeGreaterThan(go[60 * 3 + LOST]!);
  expect(go[0 * 3 + WON]!).toBeLessThan(0.05 * go[0 * 3 + LOST]!);
});

test('with 20 resolved deals the table weighs half, with 180 nine tenths', () => {
  const exits = noExits({ states: ['a'] }, 5);
  exits.resolved[0] = 20;
  expect(fitChances(exits, defaultExits([0.2], 1)).weight[0]).toBe(0.5);
  exits.resolved[0] = 180;
  expect(fitChances(exits, defaultExits([0.2], 1)).weight[0]).toBe(0.9);
});

test('bands cover all evenings below the cap, each once', () => {
  for (const cap of [1, 5, 30, 366]) {
    const evenings = bandsUpTo(cap).flatMap(([first, last]) =>
      Array.from({ length: last - first }, (_, index) => first + index),
    );
    expect(evenings).toEqual(Array.from({ length: cap }, (_, index) => index));
  }
});
