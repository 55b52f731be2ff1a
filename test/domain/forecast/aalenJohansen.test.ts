import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { daysBetween } from '../../../src/domain/day';
import { aalenJohansen, type CurvePoint, curveAt } from '../../support/aalenJohansen';
import { type Followed, sharesOf, spellsOf } from './followed';

const DAYS = [3, 5, 5, 8, 10, 12, 12, 12, 15, 18, 20, 25, 25, 30];
const OUTCOMES = [2, 1, 2, 0, 1, 2, 2, 1, 0, 1, 0, 2, 0, 1];
const NAMES = ['open', 'won', 'lost'] as const;

/** All looked at on day 30: those that are open then came as late as they are young. */
const FOURTEEN: Followed = {
  deals: DAYS.map((time, index) => {
    const outcome = NAMES[OUTCOMES[index]!]!;
    return { came: outcome === 'open' ? 30 - time : 0, outcome, left: time };
  }),
  seenFrom: 0,
  lastDay: 30,
};
const fourteen = spellsOf(FOURTEEN);

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
  const [ours] = sharesOf(FOURTEEN, [row.time]);
  const point = aalenJohansen(fourteen).find(({ time }) => time === row.time)!;
  expect([ours!.atRisk, point.atRisk]).toEqual([row.atRisk, row.atRisk]);
  for (const share of ['open', 'won', 'lost'] as const) {
    expect(Math.abs(ours![share] - row[share])).toBeLessThan(1e-9);
  }
  for (const share of ['open', 'won', 'lost', 'seWon'] as const) {
    expect(Math.abs(point[share] - row[share])).toBeLessThan(1e-9);
  }
});

const SHARED = new URL('../../../../shared/', `file://${__filename}`).pathname;
const ORACLE = `${SHARED}oracle/aalen_johansen.csv`;
const MAVEN = `${SHARED}data/maven_asof_2017-09-30/sales_pipeline.csv`;
const withData = existsSync(ORACLE) && existsSync(MAVEN) ? test : test.skip;

/** Days are counted from the first of 2016: before anything in the file. */
const dayOfMaven = (day: string) => daysBetween('2016-01-01', day);

function maven(seenFrom: string): Followed {
  const deals = rowsOf(MAVEN)
    .filter(([, , , , stage]) => stage !== 'Prospecting')
    .map(([, , , , stage, engaged, closed]) => ({
      came: dayOfMaven(engaged!),
      outcome:
        stage === 'Won'
          ? ('won' as const)
          : stage === 'Lost'
            ? ('lost' as const)
            : ('open' as const),
      left: closed === '' ? 0 : dayOfMaven(closed!),
    }));
  return { deals, seenFrom: dayOfMaven(seenFrom), lastDay: dayOfMaven('2017-09-30') };
}

function rowsOf(file: string): readonly string[][] {
  const [, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => line.replace(/"/g, '').split(','));
}

withData.each([
  ['maven_no_truncation', '2016-01-01'],
  ['maven_left_truncated', '2017-02-28'],
])(
  '%s: the forecast works out what R does for 7,135 real-sized deals, entering late or not',
  (set, seenFrom) => {
    const followed = maven(seenFrom);
    const oracle = rowsOf(ORACLE)
      .filter(([name]) => name === set)
      .map(([, ...figures]) => figures.map(Number));
    expect(oracle).toHaveLength(7);
    const ours = sharesOf(
      followed,
      oracle.map(([time]) => time!),
    );
    const points = aalenJohansen(spellsOf(followed));
    oracle.forEach(([time, atRisk, open, won, lost, seWon], index) => {
      const shares = { atRisk: atRisk!, open: open!, won: won!, lost: lost! };
      expectSame(ours[index]!, shares);
      const after = points.find((point) => point.time >= time!) as CurvePoint;
      const estimated = { ...curveAt(points, time!), atRisk: after.atRisk };
      expectSame(estimated, { ...shares, seWon: seWon! });
    });
  },
);

/** Equal within 1e-9, figure by figure. */
function expectSame(
  ours: Readonly<Record<string, number>>,
  told: Readonly<Record<string, number>>,
): void {
  for (const [name, figure] of Object.entries(told)) {
    expect([name, Math.abs(ours[name]! - figure) < 1e-9]).toEqual([name, true]);
  }
}

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

const followed = fc
  .record({
    deals: fc.array(
      fc.record({
        came: fc.integer({ min: 0, max: 20 }),
        stays: fc.integer({ min: 1, max: 60 }),
        outcome: fc.constantFrom(...NAMES),
      }),
      { minLength: 1 },
    ),
    seenFrom: fc.integer({ min: 0, max: 30 }),
  })
  .map(
    ({ deals, seenFrom }): Followed => ({
      deals: deals.map(({ came, stays, outcome }) => ({ came, outcome, left: came + stays })),
      seenFrom,
      lastDay: 81,
    }),
  );

test('whenever deals come and leave, the forecast counts and works out what the estimator does', () => {
  fc.assert(
    fc.property(followed, (some) => {
      const points = aalenJohansen(spellsOf(some)).filter(({ time }) => time > 0);
      const ours = sharesOf(
        some,
        points.map(({ time }) => time),
      );
      points.forEach(({ atRisk, open, won, lost }, i) => {
        expectSame(ours[i]!, { atRisk, open, won, lost });
      });
    }),
  );
});

test('open, won and lost always make a whole, and won never falls', () => {
  fc.assert(
    fc.property(followed, (some) => {
      let before = 0;
      for (const { open, won, lost } of aalenJohansen(spellsOf(some))) {
        expect(open + won + lost).toBeCloseTo(1, 9);
        expect(won).toBeGreaterThanOrEqual(before - 1e-12);
        before = won;
      }
    }),
  );
});
