import { expect, test } from '@jest/globals';
import { numberOf, panelOf } from '../../../src/domain/forecast/panel';
import { between, trackOf } from '../../../src/domain/forecast/track';
import { aHistory, threeStages } from './histories';

/** Three deals: won for 100 and for 50 on 5 January, and lost on the 6th. */
const PANEL = panelOf(
  [
    aHistory(
      'A',
      [
        ['qualify', '2026-01-01'],
        ['won', '2026-01-05'],
      ],
      { amount: 100 },
    ),
    aHistory(
      'B',
      [
        ['qualify', '2026-01-03'],
        ['lost', '2026-01-06'],
      ],
      { amount: 900 },
    ),
    aHistory(
      'C',
      [
        ['qualify', '2026-01-03'],
        ['won', '2026-01-05'],
      ],
      { amount: 50 },
    ),
  ],
  threeStages(),
  '2026-01-10',
);

function trackFrom(first: string) {
  const amountOf = (deal: number) => PANEL.histories[deal]!.state.amount!;
  return trackOf(PANEL, numberOf(first), amountOf);
}

test.each<{ first: string; after: string; upTo: string; born: number; won: number; sum: number }>`
  first           | after           | upTo            | born | won  | sum
  ${'2026-01-01'} | ${'2025-12-31'} | ${'2026-01-10'} | ${3} | ${2} | ${150}
  ${'2026-01-01'} | ${'2025-01-01'} | ${'2025-12-31'} | ${0} | ${0} | ${0}
  ${'2026-01-01'} | ${'2025-12-31'} | ${'2026-01-01'} | ${1} | ${0} | ${0}
  ${'2026-01-01'} | ${'2026-01-01'} | ${'2026-01-04'} | ${2} | ${0} | ${0}
  ${'2026-01-01'} | ${'2026-01-04'} | ${'2026-01-05'} | ${0} | ${2} | ${150}
  ${'2026-01-01'} | ${'2026-01-05'} | ${'2026-01-31'} | ${0} | ${0} | ${0}
  ${'2026-01-03'} | ${'2025-12-31'} | ${'2026-01-10'} | ${2} | ${2} | ${150}
  ${'2026-01-05'} | ${'2026-01-04'} | ${'2026-01-05'} | ${0} | ${2} | ${150}
  ${'2026-01-06'} | ${'2025-12-31'} | ${'2026-01-10'} | ${0} | ${0} | ${0}
  ${'2026-02-01'} | ${'2025-12-31'} | ${'2026-02-10'} | ${0} | ${0} | ${0}
`('seen from $first, after $after up to $upTo: $born new deals, $won won for $sum', (row) => {
  const track = trackFrom(row.first);
  const grown = (sums: Float64Array) =>
    between(track, sums, numberOf(row.after), numberOf(row.upTo));
  expect([grown(track.born), grown(track.won), grown(track.wonAmount)]).toEqual([
    row.born,
    row.won,
    row.sum,
  ]);
});

test('the squares of won amounts are summed too: 100 x 100 + 50 x 50', () => {
  const track = trackFrom('2026-01-01');
  expect(between(track, track.wonSquare, track.first, numberOf('2026-01-10'))).toBe(12_500);
});
