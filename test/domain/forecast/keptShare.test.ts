import { expect, test } from '@jest/globals';
import { type Ages, agesOf, shareByAges } from '../../../src/domain/forecast/keptShare';
import { numberOf, panelOf } from '../../../src/domain/forecast/panel';
import { aHistory, threeStages } from './histories';

/**
 * Thirty deals a day for 60 days, of which three close on each of their first ten days (after that
 * all have closed); every `keep`th closed deal is in the file, and the given share of open ones.
 */
function agesWhen(keepClosed: number, keepOpen = 1): Ages {
  const days = 60;
  const ages = {
    open: new Float64Array(days),
    closed: new Float64Array(days),
    closedAt: new Float64Array(days),
  };
  for (let age = 0; age < days; age++) {
    const closed = Math.min(10, age + 1) * 3;
    ages.open[age] = keepOpen * (30 - closed);
    ages.closed[age] = keepClosed * closed;
    for (let at = 0; at <= Math.min(9, age); at++) ages.closedAt[at]! += keepClosed * 3;
  }
  return ages;
}

test.each`
  closed  | open   | from     | to
  ${1}    | ${1}   | ${1}     | ${1}
  ${0.1}  | ${0.1} | ${1}     | ${1}
  ${0.1}  | ${1}   | ${0.1}   | ${0.11}
  ${0.02} | ${1}   | ${0.018} | ${0.019}
  ${0.6}  | ${1}   | ${1}     | ${1}
`(
  'a file with $closed of its closed and $open of its open deals kept a share of $from to $to, as far as their ages tell',
  ({ closed, open, from, to }: Readonly<Record<string, number>>) => {
    const share = shareByAges(agesWhen(closed!, open!));
    expect(share).toBeGreaterThanOrEqual(from!);
    expect(share).toBeLessThanOrEqual(to!);
  },
);

test('a handful of deals tells nothing about what was left out', () => {
  const ages = agesWhen(1 / 30, 1 / 30);
  for (const counts of [ages.open, ages.closed, ages.closedAt]) {
    for (let age = 0; age < counts.length; age++) counts[age] = Math.round(counts[age]! / 9);
  }
  expect(shareByAges(ages)).toBe(1);
});

test('whole deals that all closed within ten days, one of ten kept', () => {
  const share = shareByAges(agesWhen(1, 10));
  expect(share).toBeGreaterThan(0.1);
  expect(share).toBeLessThan(0.11);
});

test('a share that two deals alone speak for is none, however clear it is for two thousand', () => {
  const ages = agesWhen(0.1);
  for (const counts of [ages.open, ages.closed, ages.closedAt]) {
    for (let age = 0; age < counts.length; age++) counts[age]! /= 1000;
  }
  expect(shareByAges(ages)).toBe(1);
});

test('ages count from the day a deal came, and only of deals that came on or after the first day', () => {
  const histories = [
    aHistory('before', [['qualify', '2025-12-31']]),
    aHistory('closed before', [
      ['qualify', '2025-12-29'],
      ['won', '2025-12-30'],
    ]),
    aHistory('open', [['qualify', '2026-01-03']]),
    aHistory('gone to a stage that is none', [
      ['qualify', '2026-01-02'],
      ['elsewhere', '2026-01-03'],
    ]),
    aHistory('won', [
      ['qualify', '2026-01-01'],
      ['propose', '2026-01-02'],
      ['won', '2026-01-03'],
    ]),
    aHistory('reopened', [
      ['qualify', '2026-01-02'],
      ['lost', '2026-01-03'],
      ['qualify', '2026-01-04'],
    ]),
  ];
  const panel = panelOf(histories, threeStages(), '2026-01-04');
  const open = new Set(
    panel.histories.flatMap(({ stage }, position) => (stage === 'qualify' ? [position] : [])),
  );
  const { open: waiting, closed, closedAt } = agesOf(panel, open, numberOf('2026-01-01'));
  expect([...waiting]).toEqual([0, 1, 1, 0]);
  expect([...closed]).toEqual([0, 0, 0, 1]);
  expect([...closedAt]).toEqual([0, 0, 1, 0]);
});
