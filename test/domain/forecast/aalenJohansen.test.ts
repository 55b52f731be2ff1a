import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { daysBetween } from '../../../src/domain/day';
import {
  aalenJohansen,
  type CurvePoint,
  curveAt,
  type Spell,
} from '../../../src/domain/forecast/aalenJohansen';

const DAYS = [3, 5, 5, 8, 10, 12, 12, 12, 15, 18, 20, 25, 25, 30];
const OUTCOMES = [2, 1, 2, 0, 1, 2, 2, 1, 0, 1, 0, 2, 0, 1];
const NAMES = ['open', 'won', 'lost'] as const;

const fourteen: readonly Spell[] = DAYS.map((time, index) => ({
  entry: 0,
  time,
  outcome: NAMES[OUTCOMES[index]!]!,
}));

/** Figures of R 4 / survival 3.5.3, survfit with a multi-state outcome, on the same fourteen deals. */
test.each<{ time: number; atRisk: number; open: number; won: number; lost: number; seWon: number }>`
  time  | atRisk | open                 | won                   | lost                  | seWon
  ${3}  | ${14}  | ${0.928571428571429} | ${0}                  | ${0.0714285714285714} | ${0}
  ${5}  | ${13}  | ${0.785714285714286} | ${0.0714285714285714} | ${0.142857142857143}  | ${0.0688302936899594}
  ${8}  | ${11}  | ${0.785714285714286} | ${0.0714285714285714} | ${0.142857142857143}  | ${0.0688302936899594}
  ${10} | ${10}  | ${0.707142857142857} | ${0.15}               | ${0.142857142857143}  | ${0.0980420567815628}
  ${12} | ${9}   | ${0.471428571428572} | ${0.228571428571429}  | ${0.3}                | ${0.11615813088313}
  ${15} | ${6}   | ${0.471428571428572} | ${0.228571428571429}  | ${0.3}                | ${0.11615813088313}
  ${18} | ${5}   | ${0.377142857142857} | ${0.322857142857143}  | ${0.3}                | ${0.134247063478045}
  ${20} | ${4}   | ${0.377142857142857} | ${0.322857142857143}  | ${0.3}                | ${0.134247063478045}
  ${25} | ${3}   | ${0.251428571428572} | ${0.322857142857143}  | ${0.425714285714286}  | ${0.134247063478045}
  ${30} | ${1}   | ${0}                 | ${0.574285714285714}  | ${0.425714285714286}  | ${0.151124968399858}
`('of fourteen deals $won are won by day $time, as R computes it', (row) => {
  const point = aalenJohansen(fourteen).find(({ time }) => time === row.time)!;
  expect(point.atRisk).toBe(row.atRisk);
  for (const share of ['open', 'won', 'lost', 'seWon'] as const) {
    expect(Math.abs(point[share] - row[share])).toBeLessThan(1e-9);
  }
});

const SHARED = new URL('../../../../shared/', `file://${__filename}`).pathname;
const ORACLE = `${SHARED}oracle/aalen_johansen.csv`;
const MAVEN = `${SHARED}data/maven_asof_2017-09-30/sales_pipeline.csv`;
const withData = existsSync(ORACLE) && existsSync(MAVEN) ? test : test.skip;

function mavenSpells(seenFrom: string): readonly Spell[] {
  return rowsOf(MAVEN)
    .filter(([, , , , stage]) => stage !== 'Prospecting')
    .map(([, , , , stage, engaged, closed]) => ({
      entry: Math.max(0, daysBetween(engaged!, seenFrom)),
      time: daysBetween(engaged!, closed === '' ? '2017-09-30' : closed!),
      outcome: stage === 'Won' ? 'won' : stage === 'Lost' ? 'lost' : 'open',
    }));
}

function rowsOf(file: string): readonly string[][] {
  const [, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => line.replace(/"/g, '').split(','));
}

withData.each([
  ['maven_no_truncation', '1900-01-01'],
  ['maven_left_truncated', '2017-02-28'],
])('%s is what R computes for 7,135 real-sized deals, entering late or not', (set, seenFrom) => {
  const points = aalenJohansen(mavenSpells(seenFrom));
  const oracle = rowsOf(ORACLE).filter(([name]) => name === set);
  expect(oracle).toHaveLength(7);
  for (const [, time, ...figures] of oracle) {
    const { open, won, lost, seWon } = curveAt(points, Number(time));
    const after = points.find((point) => point.time >= Number(time)) as CurvePoint;
    const ours = [after.atRisk, open, won, lost, seWon];
    figures.forEach((figure, index) => {
      expect(Math.abs(ours[index]! - Number(figure))).toBeLessThan(1e-9);
    });
  }
});

test('trap: delayed entry: a deal first seen on day 40 is at risk from day 40 on, not before', () => {
  const points = aalenJohansen([
    { entry: 0, time: 10, outcome: 'won' },
    { entry: 0, time: 50, outcome: 'lost' },
    { entry: 40, time: 50, outcome: 'won' },
  ]);
  expect(points.map(({ time, atRisk }) => [time, atRisk])).toEqual([
    [10, 2],
    [50, 2],
  ]);
  expect(points[1]!.won).toBeCloseTo(0.75, 12);
});

test('of two deals one is won on the day it comes: half are won on day 0, give or take the root of 1/8', () => {
  const points = aalenJohansen([
    { entry: 0, time: 0, outcome: 'won' },
    { entry: 0, time: 2, outcome: 'lost' },
  ]);
  expect(points.map(({ time, atRisk, won, lost }) => [time, atRisk, won, lost])).toEqual([
    [0, 2, 0.5, 0],
    [2, 1, 0.5, 0.5],
  ]);
  expect(points[0]!.seWon).toBeCloseTo(Math.sqrt(0.5 * 0.5 * 0.5), 12);
});

test('a deal first seen on the day it leaves, or later, says nothing', () => {
  const two = [
    { entry: 0, time: 5, outcome: 'won' },
    { entry: 0, time: 9, outcome: 'open' },
  ] as const;
  const silent = [
    { entry: 5, time: 5, outcome: 'lost' },
    { entry: 7, time: 5, outcome: 'won' },
    { entry: 7, time: 0, outcome: 'won' },
  ] as const;
  expect(aalenJohansen([...two, ...silent])).toEqual(aalenJohansen(two));
});

test('how sure the curve is, when a deal comes late, worked out by hand', () => {
  const points = aalenJohansen([
    { entry: 0, time: 10, outcome: 'won' },
    { entry: 0, time: 50, outcome: 'lost' },
    { entry: 10, time: 50, outcome: 'won' },
  ]);
  expect(points.map(({ atRisk, won }) => [atRisk, won])).toEqual([
    [2, 0.5],
    [2, 0.75],
  ]);
  // Day 10: the first two pull by 1/4 and -1/4. Day 50: the first by 1/4 - 1/4 x 1/2, the second by
  // -1/4 + 1/4 x 1/2 - 1/2 x 1/4, the third by 1/2 x 1/4.
  expect(points[0]!.seWon).toBeCloseTo(Math.sqrt(2 / 16), 12);
  expect(points[1]!.seWon).toBeCloseTo(Math.sqrt(1 / 64 + 1 / 16 + 1 / 64), 12);
});

test.each<{ day: number; won: number }>`
  day    | won
  ${4}   | ${0}
  ${5}   | ${1 / 14}
  ${9}   | ${1 / 14}
  ${10}  | ${0.15}
  ${11}  | ${0.15}
  ${400} | ${0.574285714285714}
`('on day $day the curve stands where its last step left it: $won won', ({ day, won }) => {
  const at = curveAt(aalenJohansen(fourteen), day);
  expect(at.won).toBeCloseTo(won, 12);
  expect(at.time).toBe(day);
});

test('before the first day everything is open', () => {
  expect(curveAt(aalenJohansen(fourteen), 2)).toMatchObject({ open: 1, won: 0, lost: 0 });
});

const spell = fc
  .record({
    entry: fc.integer({ min: 0, max: 20 }),
    length: fc.integer({ min: 1, max: 60 }),
    outcome: fc.constantFrom(...NAMES),
  })
  .map(({ entry, length, outcome }) => ({ entry, time: entry + length, outcome }));

test('open, won and lost always make a whole, and won never falls', () => {
  fc.assert(
    fc.property(fc.array(spell, { minLength: 1 }), (spells) => {
      let before = 0;
      for (const { open, won, lost } of aalenJohansen(spells)) {
        expect(open + won + lost).toBeCloseTo(1, 9);
        expect(won).toBeGreaterThanOrEqual(before - 1e-12);
        before = won;
      }
    }),
  );
});
