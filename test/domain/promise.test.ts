import { expect, test } from '@jest/globals';
import { type PromiseFacts, promisesOf } from '../../src/domain/promise';
import { histories } from '../../src/domain/replay';
import { entriesOf, type Step, threeStages } from '../support/deals';

/** From Monday 2 March to Monday 9 March. */
const WEEK = { from: '2026-03-02', to: '2026-03-09' };

/** The promise of a deal that was created on 1 February, and what happened during the week. */
function promise(steps: readonly Step[], facts: PromiseFacts = {}) {
  const entries = entriesOf('D1', steps);
  const at = (day: string) => histories(entries, threeStages, day);
  return promisesOf(at(WEEK.from), at(WEEK.to), WEEK, () => facts);
}

const withStep = (nextStepDate: string | null): Step => ({
  on: '2026-02-01',
  to: 'lead',
  owner: 'Ann',
  nextStepDate,
});

test.each<{ step: string | null; plan: string | null; due: string | undefined }>`
  step            | plan            | due
  ${'2026-03-02'} | ${null}         | ${undefined}
  ${'2026-03-03'} | ${null}         | ${'2026-03-03'}
  ${'2026-03-09'} | ${null}         | ${'2026-03-09'}
  ${'2026-03-10'} | ${null}         | ${undefined}
  ${null}         | ${null}         | ${undefined}
  ${null}         | ${'2026-03-04'} | ${'2026-03-04'}
  ${'2026-03-05'} | ${'2026-03-04'} | ${'2026-03-04'}
  ${'2026-03-05'} | ${'2026-03-06'} | ${'2026-03-05'}
  ${'2026-03-20'} | ${'2026-03-06'} | ${'2026-03-06'}
`('of a next step of $step and a plan of $plan, $due fell due in the week', (row) => {
  const found = promise([withStep(row.step)], { planDue: row.plan });
  expect(found.map(({ due }) => due)).toEqual(row.due === undefined ? [] : [row.due]);
});

test.each<{ happened: string; more: readonly Step[]; facts: PromiseFacts; kept: boolean }>`
  happened                        | more                                               | facts                             | kept
  ${'nothing'}                    | ${[]}                                              | ${{}}                             | ${false}
  ${'a move'}                     | ${['2026-03-05 proposal']}                         | ${{}}                             | ${true}
  ${'a win'}                      | ${['2026-03-05 won']}                              | ${{}}                             | ${true}
  ${'a changed next step'}        | ${[{ on: '2026-03-03', nextStep: 'Send prices' }]} | ${{}}                             | ${true}
  ${'a changed amount'}           | ${[{ on: '2026-03-03', amount: 500 }]}             | ${{}}                             | ${false}
  ${'an activity'}                | ${[]}                                              | ${{ lastActivity: '2026-03-03' }} | ${true}
  ${'an activity the day before'} | ${[]}                                              | ${{ lastActivity: '2026-03-02' }} | ${false}
`('a next step of 4 March with $happened since: kept is $kept', ({ more, facts, kept }) => {
  expect(promise([withStep('2026-03-04'), ...more], facts)).toEqual([
    { deal: 'D1', owner: 'Ann', due: '2026-03-04', kept },
  ]);
});

test.each<{ deal: string; more: readonly Step[] }>`
  deal                         | more
  ${'lost before the week'}    | ${['2026-02-20 lost']}
  ${'deleted before the week'} | ${[{ on: '2026-02-20', kind: 'deleted' }]}
  ${'deleted during the week'} | ${[{ on: '2026-03-03', kind: 'deleted' }]}
`('a deal $deal promised nothing', ({ more }) => {
  expect(promise([withStep('2026-03-04'), ...more])).toEqual([]);
});

test('a deal that nobody knows any more promised nothing', () => {
  const before = histories(entriesOf('D1', [withStep('2026-03-04')]), threeStages);
  expect(promisesOf(before, new Map(), WEEK, () => ({}))).toEqual([]);
});

test('the next owner answers for what falls due', () => {
  const [found] = promise([withStep('2026-03-04'), { on: '2026-03-03', owner: 'Bob' }]);
  expect(found?.owner).toBe('Bob');
});
