import { expect, test } from '@jest/globals';
import { type Evidence, evidenceOf } from '../../../src/domain/forecast/evidence';
import { panelOf } from '../../../src/domain/forecast/panel';
import type { DealHistory } from '../../../src/domain/history';
import { aHistory, threeStages } from './histories';

/** All came to Propose on 1 January, save one on 20 May; it is 1 June. */
const DEALS: readonly DealHistory[] = [
  aHistory('won on day 19', [
    ['propose', '2026-01-01'],
    ['won', '2026-01-20'],
  ]),
  aHistory('won on day 28', [
    ['propose', '2026-01-01'],
    ['won', '2026-01-29'],
  ]),
  aHistory('won on day 59', [
    ['propose', '2026-01-01'],
    ['won', '2026-03-01'],
  ]),
  aHistory('lost on day 50', [
    ['propose', '2026-01-01'],
    ['lost', '2026-02-20'],
  ]),
  aHistory('open for 12 days', [['propose', '2026-05-20']]),
];

function evidence(evenings: number, deals = DEALS): Evidence {
  const states = ['qualify', 'propose'];
  return evidenceOf(panelOf(deals, threeStages(), '2026-06-01'))(
    states.indexOf('propose'),
    evenings,
  );
}

test.each<{ evenings: number; band: readonly (number | null)[]; deals: number; won: number }>`
  evenings | band           | deals | won
  ${0}     | ${[0, 0]}      | ${4}  | ${2}
  ${1}     | ${[1, 2]}      | ${4}  | ${2}
  ${2}     | ${[1, 2]}      | ${4}  | ${2}
  ${14}    | ${[14, 27]}    | ${4}  | ${2}
  ${27}    | ${[14, 27]}    | ${4}  | ${2}
  ${28}    | ${[28, 55]}    | ${2}  | ${0}
  ${60}    | ${[56, 111]}   | ${1}  | ${1}
  ${500}   | ${[224, null]} | ${0}  | ${0}
`('of $deals deals that sat $band days, $won were won within 28', (row) => {
  const [fromDay, toDay] = row.band;
  const { deals, won } = row;
  const counted = { fromDay, toDay, deals, won, stage: 'propose', withinDays: 28 };
  expect(evidence(row.evenings)).toEqual(counted);
});

test('a deal counts once it was followed for 28 days, and when its days there are known', () => {
  const since = (day: string) => aHistory('open', [['propose', day]]);
  expect(evidence(0, [since('2026-05-04')]).deals).toBe(1);
  expect(evidence(0, [since('2026-05-05')]).deals).toBe(0);
  const known = since('2026-01-01');
  const assumed = { ...known, visits: known.visits.map((visit) => ({ ...visit, known: false })) };
  expect(evidence(0, [assumed]).deals).toBe(0);
});
