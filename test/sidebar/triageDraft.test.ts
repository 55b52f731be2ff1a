import { expect, test } from '@jest/globals';
import {
  EMPTY_TRIAGE,
  planFacts,
  type TriageDraft,
  triageProblem,
  wayOrder,
} from '../../sidebar/triageDraft';
import { PAGE_WORDS } from '../../src/words/pages';
import { TRIAGE_WORDS } from '../../src/words/triage';
import { aPipelineView } from '../support/pageFixtures';

const words = { page: PAGE_WORDS.en, triage: TRIAGE_WORDS.en };
const draft = (part: Partial<TriageDraft>): TriageDraft => ({ ...EMPTY_TRIAGE, ...part });
const plan = { cause: 'Budget', way: 'plan' as const };
const lost = { cause: 'Budget', way: 'lost' as const };

test.each<{ typed: string; part: Partial<TriageDraft>; asks: string | undefined }>`
  typed                       | part                                                | asks
  ${'nothing'}                | ${{}}                                               | ${'cause'}
  ${'a cause'}                | ${{ cause: 'Budget' }}                              | ${'way'}
  ${'a chance of 140'}        | ${{ cause: 'Budget', winChance: '140' }}            | ${'winChance'}
  ${'a plan of spaces'}       | ${{ ...plan, plan: '  ' }}                          | ${'plan'}
  ${'a plan without a day'}   | ${{ ...plan, plan: 'Call' }}                        | ${'planDue'}
  ${'a plan with its day'}    | ${{ ...plan, plan: 'Call', planDue: '2026-12-01' }} | ${undefined}
  ${'rest without a day'}     | ${{ cause: 'Budget', way: 'nurture' }}              | ${'until'}
  ${'a loss without reason'}  | ${lost}                                             | ${'lostReason'}
  ${'"Other" without a note'} | ${{ ...lost, lostReason: 'Other' }}                 | ${'lostNote'}
  ${'a loss with its reason'} | ${{ ...lost, lostReason: 'Price' }}                 | ${undefined}
`('with $typed, what is asked next is: $asks', ({ part, asks }) => {
  expect(triageProblem(draft(part), aPipelineView(), words)?.field).toBe(asks);
});

test('a plan leaves the close date alone unless it was judged again', () => {
  const typed = { ...plan, plan: 'Call', planDue: '2026-12-01' };
  const facts = { cause: 'Budget', plan: 'Call', planDue: '2026-12-01' };
  expect(planFacts(draft(typed))).toEqual(facts);
  expect(planFacts(draft({ ...typed, closeDate: '2027-02-01' }))).toEqual({
    ...facts,
    closeDate: '2027-02-01',
  });
});

test('a win chance that was judged again is saved as a share, and an emptied one is taken away', () => {
  const rest = { cause: 'Budget', way: 'nurture' as const, until: '2027-03-01' };
  const saved = (winChance: string) =>
    wayOrder(draft({ ...rest, winChance }), 'nurture').facts.winChance;
  expect([saved('40'), saved('0'), saved('')]).toEqual([0.4, 0, null]);
});

test('the other two ways are moves that carry the cause along', () => {
  expect(wayOrder(draft({ ...lost, lostReason: 'Other', lostNote: 'Sold' }), 'lost')).toEqual({
    to: 'lost',
    facts: { cause: 'Budget', lostNote: 'Sold' },
    reason: 'Other',
  });
  const rest = { cause: 'Budget', way: 'nurture' as const, until: '2027-03-01' };
  expect(wayOrder(draft(rest), 'nurture')).toEqual({
    to: 'nurture',
    facts: { cause: 'Budget' },
    until: '2027-03-01',
  });
});
