import { expect, test } from '@jest/globals';
import { addDays } from '../../../src/domain/day';
import { seenFrom, weightsOf } from '../../../src/domain/forecast/leftOut';
import { numberOf, panelOf } from '../../../src/domain/forecast/panel';
import type { DealHistory } from '../../../src/domain/history';
import { aHistory, threeStages } from './histories';

/** So many deals alike, each step days after the first one's day. */
function alike(count: number, from: string, ...path: readonly (readonly [string, number])[]) {
  const steps = path.map(([stage, after]) => [stage, addDays(from, after)] as const);
  return Array.from({ length: count }, (_, index) => aHistory(`${from} ${index}`, steps));
}

function firstDay(histories: readonly DealHistory[], asOf: string): string {
  return addDays('1970-01-01', seenFrom(panelOf(histories, threeStages(), asOf)));
}

/** The first closing of a file: a proposal of the day before. */
const FIRST_CLOSING = alike(1, '2026-02-28', ['propose', 0], ['lost', 1]);

/**
 * Deals that came on 1 January and wait, then ten that came the day before March, of which some close. What
 * closed before March is left out when more than five closings should have been there.
 */
test.each<{
  waiting: number;
  stage: string;
  closing: number;
  after: number;
  as: string;
  first: string;
}>`
  waiting | stage          | closing | after | as        | first
  ${5}    | ${'negotiate'} | ${10}   | ${1}  | ${'won'}  | ${'2026-01-01'}
  ${6}    | ${'negotiate'} | ${10}   | ${1}  | ${'won'}  | ${'2026-03-01'}
  ${6}    | ${'qualify'}   | ${10}   | ${1}  | ${'lost'} | ${'2026-03-01'}
  ${10}   | ${'qualify'}   | ${5}    | ${1}  | ${'lost'} | ${'2026-01-01'}
  ${11}   | ${'qualify'}   | ${5}    | ${1}  | ${'lost'} | ${'2026-03-01'}
  ${2}    | ${'qualify'}   | ${10}   | ${2}  | ${'won'}  | ${'2026-01-01'}
  ${3}    | ${'negotiate'} | ${10}   | ${2}  | ${'won'}  | ${'2026-03-01'}
`(
  '$waiting deals waited in $stage for two months and $closing of 10 later ones were $as after $after days: seen from $first on',
  ({ waiting, stage, closing, after, as, first }) => {
    const histories = [
      ...alike(waiting, '2026-01-01', [stage, 0]),
      ...FIRST_CLOSING,
      ...alike(closing, '2026-02-28', [stage, 0], [as, after]),
      // The others go on to another stage as soon as the closed ones close.
      ...alike(10 - closing, '2026-02-28', [stage, 0], ['nurture', after]),
    ];
    expect(firstDay(histories, '2026-03-10')).toBe(first);
  },
);

test.each([
  ['2026-03-03', '2026-01-02'],
  ['2026-03-04', '2026-03-04'],
])(
  'a first closing is odd when the next of a hundred come more than 60 days later: on %s, seen from %s on',
  (next, first) => {
    const histories = [
      ...alike(6, '2025-12-01', ['qualify', 0]),
      ...alike(1, '2026-01-01', ['propose', 0], ['lost', 1]),
      ...alike(99, addDays(next, -1), ['qualify', 0], ['lost', 1]),
    ];
    expect(firstDay(histories, '2026-03-10')).toBe(first);
  },
);

test('two years of waiting count as well: evenings from the 224th on are alike', () => {
  const waiting = alike(4, '2024-01-01', ['qualify', 0]);
  const one = alike(1, '2024-01-01', ['qualify', 0], ['lost', 731]);
  // One of five closed on the first evening seen; each waited on 506 such evenings before.
  expect(firstDay([...waiting, ...one], '2026-01-01')).toBe('2026-01-01');
});

test('a file is read from its first deal on when nothing closed, or the first closing came on the second day', () => {
  expect(firstDay(alike(50, '2026-01-01', ['qualify', 0]), '2026-03-01')).toBe('2026-01-01');
  const quick = alike(50, '2026-01-01', ['qualify', 0], ['won', 1]);
  expect(firstDay(quick, '2026-03-01')).toBe('2026-01-01');
  expect(firstDay([], '2026-03-01')).toBe('2026-03-01');
});

test('a closing whose deal never sat anywhere is the first that is seen', () => {
  const atOnce = alike(1, '2026-01-01', ['won', 0]);
  const later = alike(1, '2026-01-20', ['qualify', 0]);
  expect(firstDay([...atOnce, ...later], '2026-03-01')).toBe('2026-01-01');
});

test('what is more than 3650 days ago teaches nothing', () => {
  const old = alike(1, '2010-01-01', ['qualify', 0], ['won', 30]);
  expect(firstDay(old, '2026-01-01')).toBe(addDays('2026-01-01', -3650));
});

/**
 * In a file of so many days: deals that came long ago and closed after the given life, one that waits, and
 * new ones of the last third; twenty closed ones of the days before, which do not count.
 */
function weightOfOpen(file: { days: number; life: number; recent: number; closed: number }) {
  const asOf = '2026-06-30';
  const from = addDays(asOf, 1 - file.days);
  const third = Math.min(28, Math.floor(file.days / 3));
  const histories = [
    ...alike(20, addDays(from, -1), ['qualify', 0], ['won', file.life]),
    ...alike(file.closed - 1, from, ['qualify', 0], ['won', file.life]),
    ...alike(1, addDays(asOf, -file.life), ['qualify', 0], ['won', file.life]),
    ...alike(1, addDays(asOf, -third), ['qualify', 0]),
    ...alike(file.recent, addDays(asOf, 1 - third), ['qualify', 0]),
  ];
  const panel = panelOf(histories, threeStages(), asOf);
  const weights = weightsOf(panel, numberOf(from));
  const isOpen = panel.histories.map(({ closed }) => closed === null);
  expect(weights.every((weight, deal) => isOpen[deal] || weight === 1)).toBe(true);
  return weights[isOpen.indexOf(true)]!;
}

test.each<{ days: number; life: number; recent: number; closed: number; weight: number }>`
  days  | life  | recent | closed | weight
  ${84} | ${50} | ${60}  | ${3}   | ${4 / 40}
  ${84} | ${50} | ${30}  | ${3}   | ${4 / 20}
  ${84} | ${50} | ${29}  | ${3}   | ${1}
  ${84} | ${50} | ${30}  | ${18}  | ${19 / 20}
  ${84} | ${50} | ${30}  | ${19}  | ${1}
  ${84} | ${50} | ${30}  | ${40}  | ${1}
  ${30} | ${20} | ${30}  | ${3}   | ${4 / 20}
`(
  'of $days days the last third (28 at most) brought $recent deals, the others $closed closed and one open: open ones weigh $weight',
  // 60 deals in 28 days: a third of that rate is 40 in the 56 days before. One waits, so 39 must have closed.
  ({ weight, ...file }) => {
    expect(weightOfOpen(file)).toBeCloseTo(weight, 12);
  },
);

test('where more deals wait than must have closed, nothing is missing', () => {
  const [asOf, from] = ['2026-06-30', addDays('2026-06-30', -83)];
  const histories = [
    ...alike(3, from, ['qualify', 0], ['won', 83]),
    ...alike(40, addDays(asOf, -28), ['qualify', 0]),
    ...alike(30, addDays(asOf, -27), ['qualify', 0]),
  ];
  const panel = panelOf(histories, threeStages(), asOf);
  expect(new Set(weightsOf(panel, numberOf(from)))).toEqual(new Set([1]));
});
