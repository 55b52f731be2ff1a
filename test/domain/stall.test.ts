import { expect, test } from '@jest/globals';
import type { Limit } from '../../src/domain/limits';
import { stalledDeals, stallOf } from '../../src/domain/stall';
import { aDeal, type Step } from '../support/deals';

const limit: Limit = { days: 14, source: 'winners', n: 25, usual: 12 };
const rules = {
  today: '2026-02-11',
  count: 'calendar',
  limits: new Map([['lead', limit]]),
} as const;

/** In lead since a day, 14 of them being the limit. */
function since(day: string, ...more: readonly Step[]) {
  return stallOf(aDeal([`${day} lead`, ...more]), rules);
}

test('a deal is stalled on the day after its limit', () => {
  expect(since('2026-01-28')).toMatchObject({ days: 14, stalled: false });
  expect(since('2026-01-27')).toMatchObject({ days: 15, stalled: true });
});

test('41 days, usually 12, is 3.4 times', () => {
  const stall = since('2026-01-01');
  expect(stall?.days).toBe(41);
  expect(stall?.times).toBeCloseTo(3.4, 1);
});

test.each<{ date: string; covered: boolean }>`
  date            | covered
  ${'2026-02-10'} | ${false}
  ${'2026-02-11'} | ${true}
  ${'2026-03-13'} | ${true}
  ${'2026-03-14'} | ${false}
`('a next step or plan on $date covers the deal: $covered', ({ date, covered }) => {
  const byStep = since('2026-01-01', { on: '2026-01-02', nextStepDate: date });
  const byPlan = stallOf(aDeal(['2026-01-01 lead']), rules, { planDue: date });
  for (const stall of [byStep, byPlan]) {
    expect(stall).toMatchObject({ stalled: !covered, coveredUntil: covered ? date : null });
  }
});

test('trap: dates that are re-typed for ever do not hide a deal: the third extension uncovers it', () => {
  const extended = (...dates: readonly string[]) =>
    since('2026-01-01', ...dates.map((nextStepDate) => ({ on: '2026-01-02', nextStepDate })));
  expect(extended('2026-01-10', '2026-01-20', '2026-02-20')).toMatchObject({ stalled: false });
  expect(extended('2026-01-10', '2026-01-20', '2026-02-01', '2026-02-20')).toMatchObject({
    stalled: true,
    coveredUntil: null,
  });
});

test.each<{ plan: number; steps: readonly string[]; stalled: boolean }>`
  plan | steps                                         | stalled
  ${0} | ${[]}                                         | ${false}
  ${2} | ${[]}                                         | ${false}
  ${3} | ${[]}                                         | ${true}
  ${1} | ${['2026-01-10', '2026-01-20']}               | ${false}
  ${1} | ${['2026-01-10', '2026-01-20', '2026-02-01']} | ${true}
`('trap: a plan put off $plan times beside next steps of $steps: stalled is $stalled', (row) => {
  const steps = row.steps.map((nextStepDate: string) => ({ on: '2026-01-02', nextStepDate }));
  const deal = aDeal(['2026-01-01 lead', ...steps]);
  const facts = { planDue: '2026-02-20', planPutOff: row.plan };
  expect(stallOf(deal, rules, facts)?.stalled).toBe(row.stalled);
});

test('a deal is silent when nobody touched it for longer than its limit, covered or not', () => {
  expect(since('2026-01-01')?.silent).toBe(true);
  expect(since('2026-01-01', { on: '2026-02-01', nextStep: 'Call' })?.silent).toBe(false);
  const called = stallOf(aDeal(['2026-01-01 lead']), rules, { lastActivity: '2026-02-09' });
  expect(called).toMatchObject({ idle: 2, silent: false, stalled: true });
});

test('a deal is silent on the day after its limit', () => {
  const touched = (on: string) => since('2026-01-01', { on, nextStep: 'Call' })?.silent;
  expect(touched('2026-01-28')).toBe(false);
  expect(touched('2026-01-27')).toBe(true);
});

test('where the team says how long silence may last, that goes before the stage’s limit', () => {
  const deal = aDeal(['2026-02-01 lead']);
  expect(stallOf(deal, { ...rules, silentDays: 9 })).toMatchObject({ idle: 10, silent: true });
  expect(stallOf(deal, { ...rules, silentDays: 10 })).toMatchObject({ idle: 10, silent: false });
});

test('a deal is overdue on the day after its close date', () => {
  const closing = (closeDate: string) => since('2026-02-01', { on: '2026-02-01', closeDate });
  expect(closing('2026-02-11')?.overdue).toBe(false);
  expect(closing('2026-02-10')?.overdue).toBe(true);
});

test('three months put off are slipping', () => {
  const slipped = (...dates: readonly string[]) =>
    since('2026-02-01', ...dates.map((closeDate) => ({ on: '2026-02-01', closeDate })));
  expect(slipped('2026-03-01', '2026-04-01', '2026-05-01')).toMatchObject({ slipping: false });
  expect(slipped('2026-03-01', '2026-04-01', '2026-05-01', '2026-06-01')).toMatchObject({
    slips: 3,
    slipping: true,
  });
});

test('won, lost, nurtured and deleted deals do not stall', () => {
  for (const stage of ['won', 'lost', 'nurture']) {
    expect(since('2026-01-01', `2026-01-02 ${stage}`)).toBeNull();
  }
  expect(since('2026-01-01', { on: '2026-01-02', kind: 'deleted' })).toBeNull();
});

test('a deal of which nobody knows how long it has been there is not called stalled', () => {
  const stall = stallOf(aDeal([{ on: '2020-01-01', to: 'lead', how: 'assumed' }]), rules);
  expect(stall).toMatchObject({ days: null, times: null, stalled: false });
});

test('a deal far over a short limit comes before one just over a long limit', () => {
  const long = {
    ...rules,
    limits: new Map([...rules.limits, ['contract', { ...limit, days: 40 }]]),
  };
  const list = stalledDeals(
    [aDeal(['2026-01-01 contract'], 'long'), aDeal(['2026-01-20 lead'], 'short')],
    long,
  );
  expect(list.map(({ deal }) => deal)).toEqual(['short', 'long']);
});

test('the list begins with the deal that is furthest over its limit', () => {
  const list = stalledDeals(
    [
      aDeal(['2026-01-20 lead'], 'B'),
      aDeal(['2026-01-01 lead'], 'C'),
      aDeal(['2026-02-10 lead'], 'D'),
      aDeal(['2026-01-20 lead'], 'A'),
      aDeal(['2026-01-05 lead'], 'planned'),
    ],
    rules,
    (deal) => (deal === 'planned' ? { planDue: '2026-02-20' } : {}),
  );
  expect(list.map(({ deal }) => deal)).toEqual(['C', 'A', 'B']);
});
