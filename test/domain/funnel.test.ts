import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type FunnelOptions, type FunnelRow, funnelOf } from '../../src/domain/funnel';
import type { DealHistory } from '../../src/domain/history';
import { aDeal, aStage, deals, type Step, threeStages } from '../support/deals';

const TODAY = { today: '2026-12-31', count: 'calendar' } as const;

function funnel(of: readonly DealHistory[], options: Partial<FunnelOptions> = {}) {
  return funnelOf(of, threeStages, { ...TODAY, ...options });
}

/** A column from the first stage to won. */
function column(of: readonly DealHistory[], name: keyof FunnelRow, options = {}) {
  return funnel(of, options)
    .rows.slice(0, 4)
    .map((row) => row[name]);
}

function copies(count: number, steps: readonly Step[], name = 'D'): readonly DealHistory[] {
  return Array.from({ length: count }, (_, index) => aDeal(steps, `${name}${index}`));
}

const won: Step[] = [
  '2026-01-01 lead',
  '2026-01-11 proposal',
  '2026-01-16 contract',
  '2026-01-18 won',
];
const lostAtProposal: Step[] = ['2026-02-01 lead', '2026-02-03 proposal', '2026-02-13 lost'];

test('the stages are shown in order, then won, lost and nurture', () => {
  const shown = ['lead', 'proposal', 'contract', 'won', 'lost', 'nurture'];
  expect(funnel([]).rows.map((row) => row.stage)).toEqual(shown);
});

test('a small funnel by hand', () => {
  const some = deals({
    won,
    lostAtProposal,
    open: ['2026-03-01 lead'],
    nurtured: ['2026-03-01 lead', '2026-03-02 contract', '2026-03-03 nurture'],
  });
  expect(column(some, 'now')).toEqual([1, 0, 0, 1]);
  expect(column(some, 'reached')).toEqual([4, 3, 2, 1]);
  expect(column(some, 'visited')).toEqual([4, 2, 2, 1]);
  expect(column(some, 'strict')).toEqual([4, 2, 1, 1]);
  expect(column(some, 'skipped')).toEqual([0, 1, 0, 0]);
  expect(column(some, 'lostHere')).toEqual([0, 1, 0, null]);
  const [, , , , lost, nurture] = funnel(some).rows;
  expect(lost).toMatchObject({ stage: 'lost', now: 1, reached: null });
  expect(nurture).toMatchObject({ stage: 'nurture', now: 1 });
});

test('trap: log rows are not deals; a deal with ten changes counts once', () => {
  const changes = Array.from({ length: 10 }, (_, n) => ({ on: '2026-01-02', amount: n }));
  const held = { on: '2026-01-03', kind: 'held', from: 'lead', to: 'won' } as const;
  expect(column([aDeal(['2026-01-01 lead', ...changes, held])], 'reached')).toEqual([1, 0, 0, 0]);
});

test('trap: lost deals stay in the funnel, at the furthest stage that they reached', () => {
  expect(column(copies(10, lostAtProposal), 'reached')).toEqual([10, 10, 0, 0]);
});

test('trap: a stage entered twice counts once', () => {
  const twice = aDeal([
    '2026-01-01 lead',
    '2026-01-02 proposal',
    '2026-01-03 lead',
    '2026-01-04 proposal',
  ]);
  expect(column([twice], 'reached')).toEqual([1, 1, 0, 0]);
  expect(column([twice], 'visited')).toEqual([1, 1, 0, 0]);
});

test('trap: the first stage counts deals that skipped it or whose start is unknown', () => {
  const some = deals({
    late: ['2026-01-01 contract'],
    unknown: [{ on: '2026-01-02', kind: 'moved', from: 'proposal', to: 'contract' }],
  });
  expect(column(some, 'reached')).toEqual([2, 2, 2, 0]);
});

test('trap: no rate is over 100 %, even when more deals are in a stage than before it', () => {
  const late = copies(12, ['2026-01-01 contract']);
  const rates = funnel(late).rows.map((row) => row.next?.value ?? 0);
  expect(Math.max(...rates)).toBe(1);
});

test('going back never lowers the reach, and neither does a lost win', () => {
  const some = deals({
    back: ['2026-01-01 lead', '2026-01-02 contract', '2026-01-03 lead'],
    undone: [...won, '2026-02-01 lost'],
  });
  expect(column(some, 'reached')).toEqual([2, 2, 2, 1]);
  expect(column(some, 'lostHere')).toEqual([0, 0, 1, null]);
});

test('strict counts those who went through every stage in order', () => {
  const some = deals({
    inOrder: won,
    skipped: ['2026-01-01 lead', '2026-01-02 contract', '2026-01-03 won'],
    caughtUp: [
      '2026-01-01 lead',
      '2026-01-02 contract',
      '2026-01-03 proposal',
      '2026-01-04 contract',
    ],
    late: ['2026-01-01 proposal'],
  });
  expect(column(some, 'strict')).toEqual([3, 2, 2, 1]);
});

test('rates carry their n; of fewer than 10 deals there is none', () => {
  const some = [...copies(8, won, 'W'), ...copies(4, ['2026-03-01 lead'], 'O')];
  const [lead, proposal] = funnel(some).rows;
  expect(lead?.next).toMatchObject({ n: 12, successes: 8, value: 8 / 12 });
  expect(proposal?.next).toMatchObject({ n: 8, value: null, low: null });
  expect(proposal?.cumulative).toMatchObject({ n: 12, value: 8 / 12 });
});

test('a resolved rate has neither the deals that are still there nor those in nurture', () => {
  const some = [
    ...copies(6, won, 'W'),
    ...copies(4, lostAtProposal, 'L'),
    ...copies(5, ['2026-03-01 lead', '2026-03-02 proposal'], 'O'),
    ...copies(5, ['2026-03-01 lead', '2026-03-02 proposal', '2026-03-03 nurture'], 'N'),
  ];
  expect(funnel(some).rows[1]?.resolved).toMatchObject({ n: 10, successes: 6, value: 0.6 });
});

test('a deal that was in a stage twice resolves there once, by how it ended', () => {
  const cameBackAndLost: Step[] = [...won.slice(0, 3), '2026-01-20 proposal', '2026-01-25 lost'];
  const reopened: Step[] = [...lostAtProposal, '2026-03-01 contract'];
  const backAndStill: Step[] = [...won.slice(0, 3), '2026-01-20 proposal'];
  const backFurther: Step[] = [...backAndStill, '2026-01-25 lead'];
  const some = deals({ cameBackAndLost, reopened, backAndStill, backFurther });
  expect(funnel(some).rows[1]?.resolved).toMatchObject({ n: 3, successes: 2 });
});

test('median dwell is of completed visits of known length', () => {
  const some = deals({
    won,
    lostAtProposal,
    open: ['2026-03-01 lead', '2026-03-02 proposal'],
    assumed: [{ on: '2026-01-01', to: 'lead', how: 'assumed' }],
  });
  // Lead: 10, 2 and 1 days; proposal: 5 and 10.
  expect(column(some, 'medianDwell')).toEqual([2, 7.5, 2, null]);
  expect(column(some, 'dwellVisits')).toEqual([3, 2, 1, 0]);
});

test('a lost deal of unknown history counts at the first stage, and is counted as such', () => {
  const some = deals({
    nothing: ['2026-01-01 lost'],
    assumed: [{ on: '2026-01-01', to: 'proposal', how: 'assumed' }, '2026-01-02 lost'],
    known: lostAtProposal,
  });
  expect(column(some, 'reached')).toEqual([3, 2, 0, 0]);
  expect(column(some, 'lostHere')).toEqual([1, 2, 0, null]);
  expect(funnel(some).reachUnknown).toBe(2);
});

test('deals in a stage that the pipeline does not have are told apart', () => {
  const some = deals({ here: ['2026-01-01 lead'], there: ['2026-01-01 lead', '2026-01-02 demo'] });
  expect(funnel(some)).toMatchObject({ deals: 2, elsewhere: 1 });
  expect(column(some, 'reached')).toEqual([1, 0, 0, 0]);
});

test('deleted deals are in no funnel', () => {
  const gone = aDeal(['2026-01-01 lead', { on: '2026-01-02', kind: 'deleted' }]);
  expect(funnel([gone])).toMatchObject({ deals: 0, openShare: null });
});

test('rates are greyed until 80 % of their deals have resolved', () => {
  const open = copies(3, ['2026-03-01 lead'], 'O');
  const mostlyOpen = funnel([...open, ...copies(11, won, 'W')]);
  expect(mostlyOpen.rows[0]).toMatchObject({ greyed: true, openShare: 3 / 14 });
  expect(mostlyOpen.rows[1]).toMatchObject({ greyed: false, openShare: 0 });
  expect(funnel([...open, ...copies(12, won, 'W')]).rows[0]?.greyed).toBe(false);
});

const january = { from: '2026-01-01', to: '2026-01-31' };

test('a created cohort holds the deals created in the period, and tells how many have no date', () => {
  const some = deals({
    first: ['2026-01-01 lead', '2026-05-01 won'],
    last: ['2026-01-31 lead'],
    later: ['2026-02-01 lead'],
    undated: [{ on: '2026-01-10', to: 'lead', how: 'assumed' }],
  });
  const cohort = { by: 'created', period: january } as const;
  expect(funnel(some, { cohort })).toMatchObject({
    cohort: 'created',
    deals: 2,
    undated: 1,
    openShare: 0.5,
  });
});

test('an entered cohort has its own deals at each stage, and what they reached afterwards', () => {
  const some = deals({
    won,
    earlier: ['2025-12-01 lead', '2026-01-05 proposal'],
    again: ['2025-12-01 proposal', '2025-12-20 contract', '2026-01-05 proposal'],
    later: ['2026-02-01 lead', '2026-02-02 won'],
  });
  const options = { cohort: { by: 'entered', period: january } as const };
  expect(column(some, 'reached', options)).toEqual([1, 3, 1, 1]);
  const [lead, proposal] = funnel(some, options).rows;
  expect(lead).toMatchObject({ next: { n: 1, successes: 1 }, cumulative: null });
  expect(proposal?.next).toMatchObject({ n: 3, successes: 1 });
});

test('in an entered cohort, what happened in stages entered outside the period is left out', () => {
  const some = deals({
    outside: ['2026-01-05 lead', '2026-02-05 proposal', '2026-02-10 lost'],
    lostInside: ['2025-12-05 lead', '2026-01-10 lost'],
  });
  const options = { cohort: { by: 'entered', period: january } as const };
  expect(column(some, 'reached', options)).toEqual([1, 0, 0, 0]);
  expect(column(some, 'lostHere', options)).toEqual([0, 0, 0, null]);
  expect(column(some, 'dwellVisits', options)).toEqual([1, 0, 0, 0]);
});

test('a skipped stage was not visited, even by a deal that is lost now', () => {
  const some = deals({ skipped: ['2026-01-01 contract', '2026-01-05 lost'] });
  expect(column(some, 'visited')).toEqual([0, 0, 1, 0]);
});

test('a filter keeps only its own deals', () => {
  const some = deals({
    ann: [{ on: '2026-01-01', to: 'lead', owner: 'ann@example.com' }],
    bob: [{ on: '2026-01-01', to: 'lead', owner: 'bob@example.com' }],
  });
  expect(funnel(some, { where: (it) => it.state.owner === 'ann@example.com' }).deals).toBe(1);
});

test.each<{
  what: string;
  stages: readonly string[];
  deal: readonly Step[];
  counts: readonly number[];
}>`
  what                            | stages              | deal                   | counts
  ${'no open stage, a lost deal'} | ${['won', 'lost']}  | ${['2026-01-01 lost']} | ${[0, 1]}
  ${'no open stage, a won deal'}  | ${['won', 'lost']}  | ${['2026-01-01 won']}  | ${[1, 0]}
  ${'no won stage'}               | ${['lead', 'lost']} | ${['2026-01-01 lead']} | ${[1, 0]}
`('a pipeline with $what has a funnel', ({ stages, deal, counts }) => {
  const own = threeStages.stages.filter((it) => stages.includes(it.key));
  const pipeline = { ...threeStages, stages: own };
  const found = funnelOf([aDeal(deal, 'D1', pipeline)], pipeline, TODAY);
  expect(found.rows.map((row) => row.now)).toEqual(counts);
  expect(found.deals).toBe(1);
});

test('of two won stages the first carries the counts', () => {
  const pipeline = {
    ...threeStages,
    stages: [...threeStages.stages, aStage('signed', { kind: 'won' })],
  };
  const some = [
    aDeal(['2026-01-01 lead', '2026-01-02 signed'], 'A', pipeline),
    aDeal(['2026-01-01 lead', '2026-01-02 won'], 'B', pipeline),
  ];
  const rows = funnelOf(some, pipeline, TODAY).rows;
  expect(rows.find((row) => row.stage === 'won')).toMatchObject({ now: 1, reached: 2 });
  expect(rows.find((row) => row.stage === 'signed')).toMatchObject({ now: 1, reached: null });
});

const stops = fc.array(
  fc.constantFrom('lead', 'proposal', 'contract', 'won', 'lost', 'nurture', 'demo'),
  { minLength: 1, maxLength: 8 },
);
const anyDeals = fc.array(stops, { maxLength: 30 }).map((all) =>
  all.map((keys, index) =>
    aDeal(
      keys.map((key, day): Step => `2026-01-${String(day + 1).padStart(2, '0')} ${key}`),
      `D${index}`,
    ),
  ),
);

test('whatever the deals did: reached never rises, and now adds up to all deals', () => {
  fc.assert(
    fc.property(anyDeals, (some) => {
      const { rows, elsewhere, deals: total } = funnel(some);
      const reached = rows.slice(0, 4).map((row) => row.reached!);
      expect([...reached].sort((a, b) => b - a)).toEqual(reached);
      expect(reached[0]).toBe(total - elsewhere);
      expect(rows.reduce((sum, row) => sum + row.now, 0) + elsewhere).toBe(some.length);
    }),
  );
});

test('whatever the deals did: strict is in visited, visited in reached, and lost deals add up', () => {
  fc.assert(
    fc.property(anyDeals, (some) => {
      const { rows } = funnel(some);
      for (const row of rows.slice(0, 4)) {
        expect(row.strict! <= row.visited!).toBe(true);
        expect(row.visited! <= row.reached!).toBe(true);
        expect(row.skipped).toBe(row.reached! - row.visited!);
        expect(row.resolved === null || row.resolved.successes <= row.resolved.n).toBe(true);
      }
      const lost = rows.find((row) => row.kind === 'lost')!.now;
      expect(rows.reduce((sum, row) => sum + (row.lostHere ?? 0), 0)).toBe(lost);
    }),
  );
});

test('the order of deals does not matter', () => {
  fc.assert(
    fc.property(anyDeals, (some) => {
      expect(funnel([...some].reverse())).toEqual(funnel(some));
    }),
  );
});

test("a funnel of one owner holds that owner's deals alone", () => {
  const owned = (owner: string): Step[] => [{ on: '2026-01-01', to: 'lead', owner }];
  const some = deals({ a: owned('Ann'), b: owned('Bob'), c: owned('Bob') });
  const ofAnn = funnel(some, { where: ({ state }) => state.owner === 'Ann' });
  expect(ofAnn).toMatchObject({ deals: 1, cohort: 'all', openShare: 1 });
  expect(funnel(some, { where: ({ state }) => state.owner === 'Bob' }).deals).toBe(2);
});

test('the open share is of all deals; an open deal of unknown start is no lost one of unknown reach', () => {
  const some = deals({
    assumed: [{ on: '2026-01-01', to: 'proposal', how: 'assumed' }],
    open: ['2026-01-01 lead'],
    nurtured: ['2026-01-01 lead', '2026-01-02 nurture'],
    won,
  });
  expect(funnel(some)).toMatchObject({ deals: 4, openShare: 0.5, reachUnknown: 0 });
});

test('a deal that entered no stage in the period is in no row of it, and not counted', () => {
  const some = deals({ before: ['2025-12-01 lead'], during: ['2026-01-10 lead'] });
  const cohort = { by: 'entered', period: january } as const;
  expect(funnel(some, { cohort })).toMatchObject({ deals: 1, cohort: 'entered' });
  expect(column(some, 'now', { cohort })).toEqual([1, 0, 0, 0]);
});
