import { expect, test } from '@jest/globals';
import { numberOf, type Panel, panelOf } from '../../../src/domain/forecast/panel';
import type { DealHistory } from '../../../src/domain/history';
import { aHistory, threeStages } from './histories';

const NAMES = ['qualify', 'propose', 'negotiate', 'nurture', 'won', 'lost'];
const JAN = numberOf('2026-01-01') - 1;

function panel(history: DealHistory | readonly DealHistory[], asOf = '2026-01-31'): Panel {
  const histories = Array.isArray(history) ? history : [history];
  return panelOf(histories, threeStages(), asOf);
}

/** Spells as 'stage from-to>exit', days of January. */
function told({ spells }: Panel): readonly string[] {
  return Array.from(spells.from, (from, at) => {
    const exit = NAMES[spells.exit[at]!] ?? 'unseen';
    return `${NAMES[spells.state[at]!]} ${from - JAN}-${spells.to[at]! - JAN}>${exit}`;
  });
}

test('a deal stands in a stage on every evening until it moves on', () => {
  const deal = aHistory('D1', [
    ['qualify', '2026-01-05'],
    ['propose', '2026-01-09'],
    ['won', '2026-01-20'],
  ]);
  expect(told(panel(deal))).toEqual(['qualify 5-9>propose', 'propose 9-20>won']);
});

test('several moves on one day are one step, to where the deal stands that evening', () => {
  const deal = aHistory('D1', [
    ['qualify', '2026-01-05T09:00:00'],
    ['propose', '2026-01-05T10:00:00'],
    ['negotiate', '2026-01-05T11:00:00'],
    ['lost', '2026-01-09T10:00:00'],
  ]);
  expect(told(panel(deal))).toEqual(['negotiate 5-9>lost']);
});

test('a deal that is moved and moved back within a day never left its stage', () => {
  const deal = aHistory('D1', [
    ['qualify', '2026-01-05'],
    ['propose', '2026-01-09T10:00:00'],
    ['qualify', '2026-01-09T11:00:00'],
    ['won', '2026-01-12'],
  ]);
  expect(told(panel(deal))).toEqual(['qualify 5-12>won']);
});

test('a deal that is lost on the day it arrives sits nowhere, and still counts as born and closed', () => {
  const deal = aHistory('D1', [
    ['qualify', '2026-01-05T09:00:00'],
    ['lost', '2026-01-05T15:00:00'],
  ]);
  const { births, closings, lost } = panel(deal);
  expect(told(panel(deal))).toEqual([]);
  expect([...births.into]).toEqual([lost]);
  expect([...closings.won]).toEqual([0]);
});

test('what happens after the day is not looked at', () => {
  const deal = aHistory('D1', [
    ['qualify', '2026-01-05'],
    ['won', '2026-01-20'],
  ]);
  expect(told(panel(deal, '2026-01-19'))).toEqual(['qualify 5-20>unseen']);
  expect(told(panel(deal, '2026-01-20'))).toEqual(['qualify 5-20>won']);
  expect(panel(deal, '2026-01-04').births.day).toHaveLength(0);
});

test('a stage that the pipeline does not have ends a spell without saying how', () => {
  const deal = aHistory('D1', [
    ['qualify', '2026-01-05'],
    ['elsewhere', '2026-01-08'],
    ['propose', '2026-01-10'],
  ]);
  expect(told(panel(deal))).toEqual(['qualify 5-8>unseen', 'propose 10-32>unseen']);
});

test('a deal whose times run backwards happens in its own order, never before itself', () => {
  const deal = aHistory('D1', [
    ['qualify', '2026-01-20'],
    ['won', '2026-01-05'],
  ]);
  expect(told(panel(deal))).toEqual([]);
  expect(panel(deal).closings.day[0]! - JAN).toBe(20);
});

test('a visit whose beginning is only assumed is marked, and so is the one before it', () => {
  const deal = aHistory('D1', [
    ['qualify', '2026-01-05'],
    ['propose', '2026-01-09'],
    ['negotiate', '2026-01-12'],
    ['won', '2026-01-15'],
  ]);
  const visits = deal.visits.map((visit) => ({ ...visit, known: visit.stage !== 'propose' }));
  expect([...panel({ ...deal, visits }).spells.known]).toEqual([0, 0, 1]);
});

test.each<{ entry: boolean; creation: boolean; born: number }>`
  entry    | creation | born
  ${true}  | ${true}  | ${1}
  ${true}  | ${false} | ${1}
  ${false} | ${true}  | ${1}
  ${false} | ${false} | ${0}
`(
  'a deal is new on its first day when somebody knows its first move ($entry) or its creation ($creation)',
  ({ entry, creation, born }) => {
    const deal = aHistory('D1', [['qualify', '2026-01-05']]);
    const visits = deal.visits.map((visit) => ({ ...visit, known: entry }));
    const { births } = panel({ ...deal, visits, createdKnown: creation });
    expect(births.deal).toHaveLength(born);
  },
);

test('years like 1900 and 9999, and no day at all, are read without a stumble', () => {
  const old = aHistory('D1', [
    ['qualify', '1900-01-01'],
    ['won', '2026-01-10'],
  ]);
  const far = aHistory('D2', [
    ['qualify', '2026-01-08'],
    ['won', '9999-12-31'],
  ]);
  const never = aHistory('D3', [['qualify', '']]);
  expect(told(panel([old, far, never]))).toEqual([
    `qualify ${numberOf('1900-01-01') - JAN}-10>won`,
    'qualify 8-32>unseen',
    'qualify 31-32>unseen',
  ]);
});

test('deleted deals are left out', () => {
  const deal = aHistory('D1', [['qualify', '2026-01-05']]);
  expect(panel({ ...deal, deleted: true }).histories).toEqual([]);
});

test('spells come by their first day, whatever the order of the deals', () => {
  const late = aHistory('D1', [['qualify', '2026-01-09']]);
  const early = aHistory('D2', [['qualify', '2026-01-02']]);
  const { spells, histories } = panel([late, early]);
  expect(Array.from(spells.deal, (deal) => histories[deal]!.deal)).toEqual(['D2', 'D1']);
});
