import { expect, test } from '@jest/globals';
import { missingForNext, nextStage } from '../../src/domain/nextStage';
import { aCriterion, facts, threeStages } from '../support/deals';

test.each<{ from: string; next: string | undefined }>`
  from          | next
  ${''}         | ${'lead'}
  ${'lead'}     | ${'proposal'}
  ${'contract'} | ${'won'}
  ${'won'}      | ${undefined}
  ${'lost'}     | ${undefined}
  ${'nurture'}  | ${undefined}
  ${'demo'}     | ${undefined}
`('after "$from" comes $next', ({ from, next }) => {
  expect(nextStage(threeStages, from)?.key).toBe(next);
});

test('a new deal starts in the first stage that it may start in', () => {
  const switches = { ...threeStages.switches, startIn: ['contract', 'proposal'] };
  expect(nextStage({ ...threeStages, switches }, '')?.key).toBe('proposal');
});

test('what is missing for the next stage is leaving this one and entering that one', () => {
  const criteria = [
    aCriterion('leaving lead', 'customer', { kind: 'isFilled' }),
    aCriterion('entering proposal', 'amount', { kind: 'atLeast', number: 500 }),
    aCriterion('leaving proposal', 'product', { kind: 'isFilled' }),
  ];
  const about = { facts: facts({ customer: 'Acme' }), today: '2026-03-10' };
  expect(missingForNext({ ...threeStages, criteria }, 'lead', about)).toMatchObject({
    next: { key: 'proposal' },
    shortfalls: [{ field: 'amount' }],
  });
  expect(missingForNext({ ...threeStages, criteria }, 'won', about)).toBeNull();
});

test('logged activities count for the next stage', () => {
  const must = { kind: 'activities', atLeast: 1, activity: 'demo' } as const;
  const criteria = [aCriterion('entering proposal', 'deal', must)];
  const counts = { activities: () => 1, isTaskDone: () => false };
  const about = { facts: facts(), today: '2026-03-10' };
  const missing = (more: object) =>
    missingForNext({ ...threeStages, criteria }, 'lead', { ...about, ...more })?.shortfalls;
  expect(missing({ counts })).toEqual([]);
  expect(missing({})).toHaveLength(1);
});
