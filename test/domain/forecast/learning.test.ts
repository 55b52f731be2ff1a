import { expect, test } from '@jest/globals';
import { addDays } from '../../../src/domain/day';
import type { Exits } from '../../../src/domain/forecast/exits';
import { learn, walkExits } from '../../../src/domain/forecast/learning';
import { numberOf, panelOf } from '../../../src/domain/forecast/panel';
import type { DealHistory } from '../../../src/domain/history';
import { aHistory, threeStages } from './histories';

const FIRST = '2026-01-01';
const [WON, WIDTH] = [4, 6];

/** Everything weighs 1 and is seen from the first of January on. */
function learning(histories: readonly DealHistory[], asOf: string) {
  const panel = panelOf(histories, threeStages(), asOf);
  const weights = new Float64Array(panel.histories.length).fill(1);
  return { panel, first: numberOf(FIRST), weights };
}

/** Deals that were won on the day they came, so many on each of some days. */
function wonAtOnce(aDay: number, days: number, from = FIRST): readonly DealHistory[] {
  return Array.from({ length: aDay * days }, (_, index) => {
    const day = addDays(from, index % days);
    return aHistory(`${from} ${index}`, [
      ['propose', `${day}T09:00:00`],
      ['won', `${day}T10:00:00`],
    ]);
  });
}

/** Sat one evening in Qualify, the only deal that ever did. */
const THIRD_OF_JANUARY = aHistory('D1', [
  ['qualify', '2026-01-02'],
  ['won', '2026-01-03'],
]);

test.each<{ aDay: number; days: number; before: number; half: number }>`
  aDay  | days   | before | half
  ${0}  | ${400} | ${0}   | ${365}
  ${2}  | ${200} | ${0}   | ${150}
  ${2}  | ${200} | ${9}   | ${150}
  ${4}  | ${100} | ${0}   | ${75}
  ${50} | ${60}  | ${0}   | ${45}
`('with $aDay closings a day an exit counts half after $half days', (row) => {
  const closings = wonAtOnce(row.aDay, row.days).slice(1);
  const before = wonAtOnce(row.before, 90, '2025-10-01');
  const all = learning([...before, THIRD_OF_JANUARY, ...closings], addDays(FIRST, row.days - 1));
  const start = numberOf('2026-01-03');
  const seen: number[] = [];
  // Saturdays: six Sundays lie between them.
  walkExits(all, [start, start + 42], ({ leftState }) => seen.push(leftState[WON]!));
  expect(seen[0]).toBe(1);
  expect(seen[1]).toBeCloseTo(0.5 ** (42 / row.half), 12);
});

test('each evening counts once, however far the stops are apart, and less with every Sunday since', () => {
  const open = aHistory('D1', [['qualify', FIRST]]);
  const lastOf = (stops: readonly number[]) => {
    let seen: readonly number[] = [];
    const days = stops.map((stop) => numberOf(FIRST) + stop);
    walkExits(learning([open], '2026-03-31'), days, ({ exposed }) => {
      seen = [...exposed.slice(0, 60)];
    });
    return seen;
  };
  // No closing at all: half after a year. Evening 0 is seen on 2 January; Sundays are the 4th, the 11th ...
  const sundays = [3, 10, 17, 24, 31, 38, 45, 52];
  const since = (day: number) => sundays.filter((sunday) => sunday >= day).length;
  const expected = Array.from({ length: 60 }, (_, evening) =>
    evening < 55 ? 0.5 ** ((7 * since(evening + 1)) / 365) : 0,
  );
  for (const stops of [[55], [3, 4, 20, 55], [17, 24, 55]]) {
    const found = lastOf(stops);
    expected.forEach((count, evening) => {
      expect(found[evening]).toBeCloseTo(count, 12);
    });
  }
});

test('stops before the first day are passed over, and none is shown twice', () => {
  const first = numberOf(FIRST);
  const seen: number[] = [];
  const all = learning([THIRD_OF_JANUARY], '2026-01-31');
  walkExits(all, [first - 3, first - 2, first, first + 7], (_, day) => seen.push(day - first));
  expect(seen).toEqual([0, 7]);
});

test('a deal counts as often as its weight says', () => {
  const other = aHistory('D2', [['qualify', '2026-01-02']]);
  const all = learning([THIRD_OF_JANUARY, other], '2026-01-31');
  let exits: Exits | null = null;
  const weights = Float64Array.of(1, 0.25);
  walkExits({ ...all, weights }, [numberOf('2026-01-03')], (seen) => {
    exits = seen;
  });
  expect(exits!.exposed[0]).toBe(1.25);
  expect(exits!.left[WON]).toBe(1);
  expect(exits!.left).toHaveLength(4 * 366 * WIDTH);
});

test('a deal stands on the evenings up to its exit and not on that one, also days before and after', () => {
  const deals = [
    aHistory('left long before', [
      ['qualify', '2025-12-01'],
      ['won', '2025-12-20'],
    ]),
    aHistory('left that day', [
      ['qualify', '2025-12-01'],
      ['won', '2026-01-10'],
    ]),
    aHistory('leaves the day after', [
      ['qualify', '2025-12-01'],
      ['won', '2026-01-11'],
    ]),
    aHistory('came that day', [['propose', '2026-01-10']]),
    aHistory('came the day after', [['propose', '2026-01-11']]),
  ];
  const all = learning(deals, '2026-01-31');
  const { panel } = all;
  const seen: string[] = [];
  walkExits(all, [numberOf('2026-01-10')], (_, __, standing) => {
    for (const spell of standing) seen.push(panel.histories[panel.spells.deal[spell]!]!.deal);
  });
  expect(seen).toEqual(['leaves the day after', 'came that day']);
});

test('what a caller has learned already is not learned again', () => {
  const given = learning([THIRD_OF_JANUARY], '2026-01-31');
  const past = { histories: [], pipeline: threeStages(), asOf: '2026-01-31' };
  expect(learn({ ...past, learning: given })).toBe(given);
  expect(learn(past).panel.histories).toEqual([]);
});
