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

/**
 * One stage with a default of 20 %, three evenings: 40 sat the first one of which 2 were won and 18 lost that day, 20 the
 * second (4 and 6), 10 the third (1 and 1); 8 more left after stays of unknown length (5 and 3). 20 are resolved.
 */
function threeEvenings() {
  const exits = noExits({ states: ['a'] }, 3);
  exits.exposed.set([40, 20, 10]);
  exits.left.set([0, 2, 18, 0, 4, 6, 0, 1, 1]);
  exits.leftState.set([0, 12, 28]);
  exits.resolved[0] = 20;
  return fitChances(exits, defaultExits([0.2], 1));
}

test('three evenings of one stage, worked out by hand', () => {
  // Stage: 32 + 3 exits in 70 + 3 x 14 evenings: 5/16; won (12 + 20 x 0.2) / 60 = 4/15.
  // From the first evening on: (32 + 10) / (70 + 10 x 16/5) = 7/17; won (7 + 2 x 4/15) / 34 = 113/510.
  // The first alone: (20 + 2) / (40 + 2 x 17/7) = 77/157; won (2 + 16 x 113/510) / 36 = 707/4590.
  // From the second on: (12 + 10) / (30 + 10 x 17/7) = 77/190; won (5 + 2 x 113/510) / 14 = 694/1785.
  // Second and third: (12 + 2) / (30 + 2 x 190/77) = 539/1345; won (5 + 16 x 694/1785) / 28 = 20029/49980.
  // The second alone: (10 + 2) / (20 + 2 x 1345/539), the third (2 + 2) / (10 + 2 x 1345/539), and so on.
  const learned = [
    [77 / 157, 707 / 4590],
    [12 / (20 + 2690 / 539), (4 + (16 * 20029) / 49980) / 26],
    [4 / (10 + 2690 / 539), (1 + (16 * 20029) / 49980) / 18],
  ] as const;
  // Half by what was learned, half by the default's 20 % at the rate from there on.
  const onwards = [7 / 17, 77 / 190, 77 / 190];
  const { go, stay } = threeEvenings();
  learned.forEach(([rate, won], evening) => {
    const winning = 0.5 * rate * won + 0.5 * onwards[evening]! * 0.2;
    const losing = 0.5 * rate * (1 - won) + 0.5 * onwards[evening]! * 0.8;
    expect(go[evening * 3]).toBe(0);
    expect(go[evening * 3 + 1]).toBeCloseTo(winning, 12);
    expect(go[evening * 3 + 2]).toBeCloseTo(losing, 12);
    expect(stay[evening]).toBeCloseTo(1 - winning - losing, 12);
  });
});

test('the second of two stages is learned as it would be alone', () => {
  const exits = noExits({ states: ['a', 'b'] }, 3);
  exits.exposed.set([70, 0, 0, 40, 20, 10]);
  exits.left.set([0, 30, 5, 1]);
  exits.leftState.set([0, 30, 5, 1]);
  exits.left.set([0, 0, 2, 18, 0, 0, 4, 6, 0, 0, 1, 1], 3 * 4);
  exits.leftState.set([0, 0, 12, 28], 4);
  exits.resolved.set([7, 20]);
  const { go, stay } = fitChances(exits, defaultExits([0.1, 0.2], 2));
  const alone = threeEvenings();
  for (const evening of [0, 1, 2]) {
    expect(stay[3 + evening]).toBe(alone.stay[evening]);
    for (const closing of [0, 1]) {
      expect(go[(3 + evening) * 4 + 2 + closing]).toBe(alone.go[evening * 3 + 1 + closing]);
    }
  }
});

test('what one stage taught says nothing about another', () => {
  const exits = noExits({ states: ['a', 'b', 'c'] }, 2);
  exits.exposed.set([0, 0, 50, 50, 0, 0]);
  exits.left[2 * 5 + 4] = 40;
  exits.leftState[1 * 5 + 4] = 40;
  exits.resolved[1] = 20;
  const defaults = defaultExits([0.2, 0.4, 0.6], 3);
  const untaught = fitChances(noExits({ states: ['a', 'b', 'c'] }, 2), defaults);
  const { go, weight } = fitChances(exits, defaults);
  expect([...weight]).toEqual([0, 0.5, 0]);
  expect(go.slice(0, 10)).toEqual(untaught.go.slice(0, 10));
  expect(go.slice(20)).toEqual(untaught.go.slice(20));
  expect(go[2 * 5 + 4]).toBeGreaterThan(untaught.go[2 * 5 + 4]!);
  // Of those, one in 14 leaves a day: half of them go on (0.2 / 0.4), the others are lost.
  [0, 1 / 28, 0, 0, 1 / 28].forEach((chance, to) => {
    expect(untaught.go[to]).toBeCloseTo(chance, 12);
  });
});

test('new deals stand where new deals stood on their first evening; in the first stage before any came', () => {
  const exits = noExits({ states: ['a', 'b'] }, 1);
  const defaults = defaultExits([0.2, 0.5], 2);
  expect([...fitChances(exits, defaults).born]).toEqual([1, 0, 0, 0]);
  exits.born.set([5, 2, 1, 2]);
  expect([...fitChances(exits, defaults).born]).toEqual([0.5, 0.2, 0.1, 0.2]);
  expect([...fitChances(noExits({ states: [] }, 1), defaultExits([], 0)).born]).toEqual([0, 0]);
});

test.each<{
  what: string;
  chances: readonly number[];
  states: number;
  lasts: readonly number[] | undefined;
  mixes: readonly (readonly number[])[];
}>`
  what                                              | chances       | states | lasts        | mixes
  ${'rising: 0.2 is 0.4 of 0.5'}                    | ${[0.2, 0.5]} | ${2}   | ${undefined} | ${[[0, 0.4, 0, 0.6], [0, 0, 0.5, 0.5]]}
  ${'falling: half are won at once, 0.2 of others'} | ${[0.6, 0.2]} | ${2}   | ${undefined} | ${[[0, 0.5, 0.5, 0], [0, 0, 0.2, 0.8]]}
  ${'alike: all go on'}                             | ${[0.5, 0.5]} | ${2}   | ${undefined} | ${[[0, 1, 0, 0], [0, 0, 0.5, 0.5]]}
  ${'certain: all go on, all are won'}              | ${[1, 1]}     | ${2}   | ${undefined} | ${[[0, 1, 0, 0], [0, 0, 1, 0]]}
  ${'nothing ahead: all are lost'}                  | ${[0, 0]}     | ${2}   | ${undefined} | ${[[0, 0, 0, 1], [0, 0, 0, 1]]}
  ${'nurtured: 0.2 come back to the first'}         | ${[0.2]}      | ${2}   | ${undefined} | ${[[0, 0, 0.2, 0.8], [0.2, 0, 0, 0.8]]}
  ${'no open stage: nobody comes back'}             | ${[]}         | ${1}   | ${undefined} | ${[[0, 0, 1]]}
  ${'two pipelines: none goes over to the other'}   | ${[0.5, 0.3]} | ${2}   | ${[0, 1]}    | ${[[0, 0, 0.5, 0.5], [0, 0, 0.3, 0.7]]}
`('before anything is learned, $what', ({ chances, states, lasts, mixes }) => {
  const found = defaultExits(chances, states, lasts);
  expect(found).toHaveLength(mixes.flat().length);
  mixes.flat().forEach((share, index) => {
    expect(found[index]).toBeCloseTo(share, 12);
  });
});
