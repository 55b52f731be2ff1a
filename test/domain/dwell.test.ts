import { expect, test } from '@jest/globals';
import { workingDaysBetween } from '../../src/domain/day';
import { dwell, idle, lengthOf, totalDwell } from '../../src/domain/dwell';
import { aDeal, type Step } from '../support/deals';

const TODAY = { today: '2026-03-10', count: 'calendar' } as const;

test.each<{ from: string; to: string; days: number }>`
  from            | to              | days
  ${'2026-02-06'} | ${'2026-02-09'} | ${1}
  ${'2026-02-07'} | ${'2026-02-08'} | ${0}
  ${'2026-02-02'} | ${'2026-02-02'} | ${0}
  ${'2026-02-02'} | ${'2026-02-09'} | ${5}
  ${'2026-02-08'} | ${'2026-02-13'} | ${5}
  ${'2026-02-28'} | ${'2026-03-02'} | ${1}
  ${'1969-12-29'} | ${'1970-01-05'} | ${5}
`('from $from to $to are $days working days', ({ from, to, days }) => {
  expect(workingDaysBetween(from, to)).toBe(days);
});

const back = aDeal([
  '2026-01-01 lead',
  '2026-01-11 proposal',
  '2026-01-16 lead',
  '2026-03-01 contract',
]);

test('an open visit ends today, a past one when it was left', () => {
  expect(dwell(back, TODAY)).toBe(9);
  expect(lengthOf(back.visits[0]!, TODAY)).toBe(10);
});

test('a deal that came to its stage today has been there 0 days', () => {
  expect(dwell(aDeal(['2026-03-10 lead']), TODAY)).toBe(0);
});

test('working days leave weekends out', () => {
  // 1 March 2026 is a Sunday: Monday 2 to Friday 6, Monday 9, Tuesday 10.
  expect(dwell(back, { ...TODAY, count: 'working' })).toBe(7);
});

test('total dwell is all visits to a stage together', () => {
  expect(totalDwell(back, 'lead', TODAY)).toBe(10 + 44);
  expect(totalDwell(back, 'won', TODAY)).toBe(0);
});

test('a stage entered on an unknown day has no dwell', () => {
  const deal = aDeal([{ on: '2026-01-01', to: 'lead', how: 'assumed' }]);
  expect(dwell(deal, TODAY)).toBeNull();
  expect(totalDwell(deal, 'lead', TODAY)).toBeNull();
});

test('a stage that was entered twice, once on an unknown day, has no total', () => {
  const deal = aDeal([
    { on: '2026-01-01', to: 'lead', how: 'assumed' },
    { on: '2026-01-05', to: 'proposal', how: 'typed' },
    { on: '2026-02-01', to: 'lead' },
  ]);
  expect(dwell(deal, TODAY)).toBe(37);
  expect(totalDwell(deal, 'lead', TODAY)).toBeNull();
});

test('a stage left on an unknown day has no length either', () => {
  const deal = aDeal(['2026-01-01 lead', { on: '2026-01-01', to: 'contract', how: 'assumed' }]);
  expect(lengthOf(deal.visits[0]!, TODAY)).toBeNull();
  const undone: Step[] = [
    '2026-03-01 lead',
    { on: '2026-03-01', to: 'contract', how: 'assumed' },
    { on: '2026-03-02', kind: 'undone', from: 'contract', to: 'lead' },
  ];
  expect(dwell(aDeal(undone), TODAY)).toBe(9);
});

test('a deal is idle since its last move, next step or activity, whichever is latest', () => {
  expect(idle(back, TODAY)).toBe(9);
  expect(idle(back, TODAY, '2026-03-08')).toBe(2);
  expect(idle(back, TODAY, '2026-01-01')).toBe(9);
});

test('a deal of whose touches nobody knows the day is idle for nobody knows how long', () => {
  const deal = aDeal([{ on: '2026-01-01', kind: 'moved', from: 'lead', to: 'lead' }]);
  expect(idle(deal, TODAY)).toBeNull();
  expect(idle(deal, TODAY, '2026-03-08')).toBe(2);
});
