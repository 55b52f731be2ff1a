import { expect, test } from '@jest/globals';
import { addDays } from '../../src/domain/day';
import { limits } from '../../src/domain/limits';
import { aDeal, aStage, type Step, threeStages } from '../support/deals';

const TODAY = { today: '2026-12-31', count: 'calendar' } as const;

/** A deal that was in lead for `days` and then went to `exit`. */
function after(days: number, exit: string, index = 0) {
  const steps: Step[] = ['2026-01-01 lead', `${addDays('2026-01-01', days)} ${exit}`];
  return aDeal(steps, `${exit}${days}-${index}`);
}

function many(count: number, of: (index: number) => ReturnType<typeof aDeal>) {
  return Array.from({ length: count }, (_, index) => of(index + 1));
}

function limitOf(deals: ReturnType<typeof many>, defaults = {}) {
  return limits(threeStages, deals, { ...TODAY, defaults }).get('lead');
}

test('with 20 winners the limit is the 90th percentile of their days, losers or not', () => {
  const winners = many(20, (days) => after(days, 'won'));
  const losers = many(40, (index) =>
    aDeal(['2026-01-01 lead', '2026-07-20 proposal', '2026-07-21 lost'], `L${index}`),
  );
  // Type 7 of 1 ... 20: place 17.1, so 18.1.
  const limit = limitOf([...winners, ...losers]);
  expect(limit).toMatchObject({ source: 'winners', n: 20, usual: 10.5 });
  expect(limit?.days).toBeCloseTo(18.1, 12);
});

test('with 19 winners all completed visits speak, and the limit is twice their median', () => {
  const winners = many(19, () => after(10, 'won'));
  expect(limitOf(winners)).toEqual({ days: 20, source: 'visits', n: 19, usual: 10 });
  const mixed = [...many(6, () => after(10, 'won')), ...many(5, () => after(2, 'lost'))];
  expect(limitOf(mixed)).toMatchObject({ days: 20, n: 11 });
});

test('deals that are in the last open stage have not won', () => {
  expect(limitOf(many(30, () => after(10, 'contract')))).toMatchObject({ source: 'visits' });
});

test('10 completed visits are enough', () => {
  const ten = many(10, () => after(8, 'lost'));
  expect(limitOf(ten)).toEqual({ days: 16, source: 'visits', n: 10, usual: 8 });
});

test('with 9 completed visits the default of the stage set holds, or 30 days', () => {
  const few = many(9, () => after(10, 'won'));
  const expected = { days: 14, source: 'default', n: 0, usual: null };
  expect(limitOf(few, { lead: 14 })).toEqual(expected);
  expect(limitOf(few)).toEqual({ ...expected, days: 30 });
});

test('a limit is never learned below 3 days', () => {
  expect(limitOf(many(30, () => after(0, 'won')))?.days).toBe(3);
  expect(limitOf([], { lead: 1 })?.days).toBe(3);
});

test('configured days are taken as they are', () => {
  const stages = [aStage('lead', { limitDays: 1 }), ...threeStages.stages.slice(1)];
  const found = limits(
    { ...threeStages, stages },
    many(30, () => after(20, 'won')),
    TODAY,
  );
  expect(found.get('lead')).toEqual({ days: 1, source: 'configured', n: 0, usual: 20 });
});

test("trap: a winner's visit that ended by going back teaches nothing about winning", () => {
  const wanderer = (index: number) =>
    aDeal(
      ['2026-01-01 proposal', '2026-04-11 lead', '2026-04-16 proposal', '2026-04-18 won'],
      `W${index}`,
    );
  const found = limits(threeStages, many(20, wanderer), TODAY);
  expect(found.get('proposal')).toMatchObject({ source: 'winners', n: 20, days: 3, usual: 2 });
});

test('deals still in the stage and deleted deals teach nothing', () => {
  const open = many(30, (index) => aDeal(['2026-01-01 lead'], `O${index}`));
  const gone = many(30, (index) => ({ ...after(50, 'won', index), deleted: true }));
  expect(limitOf([...open, ...gone])).toMatchObject({ source: 'default' });
});

test('every open stage has a limit, and no other', () => {
  expect([...limits(threeStages, [], TODAY).keys()]).toEqual(['lead', 'proposal', 'contract']);
});
