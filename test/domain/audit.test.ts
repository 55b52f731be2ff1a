import { expect, test } from '@jest/globals';
import { audit, auditChange } from '../../src/domain/audit';
import { aCriterion, facts, threeStages } from '../support/deals';

const TODAY = '2026-03-10';
const gated = {
  ...threeStages,
  criteria: [
    aCriterion('entering lead', 'deal', { kind: 'isFilled' }),
    aCriterion('leaving lead', 'customer', { kind: 'isFilled' }),
    aCriterion('entering proposal', 'amount', { kind: 'isFilled' }),
    aCriterion('leaving proposal', 'product', { kind: 'isFilled' }),
    aCriterion('entering contract', 'email', { kind: 'isFilled' }),
    aCriterion('entering lost', 'lostReason', { kind: 'isFilled' }),
  ],
};

function flagged(stage: string): readonly string[] {
  const [finding] = audit(gated, [{ deal: 'D1', stage, facts: facts(), today: TODAY }]);
  return (finding?.shortfalls ?? []).map((it) => ('field' in it ? it.field : it.kind));
}

test.each<{ stage: string; fields: readonly string[] }>`
  stage         | fields
  ${'lead'}     | ${['deal']}
  ${'proposal'} | ${['customer', 'amount']}
  ${'contract'} | ${['customer', 'product', 'email']}
  ${'lost'}     | ${[]}
  ${'won'}      | ${[]}
  ${'demo'}     | ${[]}
`('an empty deal in $stage is flagged for $fields', ({ stage, fields }) => {
  expect(flagged(stage)).toEqual(fields);
});

test('deals that meet what is asked of them are not listed', () => {
  const fine = { deal: 'D1', stage: 'lead', facts: facts({ deal: 'Pump' }), today: TODAY };
  const short = { ...fine, deal: 'D2', facts: facts() };
  expect(audit(gated, [fine, short]).map((finding) => finding.deal)).toEqual(['D2']);
});

test('a dry run lists only what the changed criterion would flag', () => {
  const deals = [
    { deal: 'D1', stage: 'proposal', facts: facts({ customer: 'Acme' }), today: TODAY },
    { deal: 'D2', stage: 'proposal', facts: facts({ source: 'Fair' }), today: TODAY },
    { deal: 'D3', stage: 'won', facts: facts(), today: TODAY },
  ];
  const added = aCriterion('entering proposal', 'source', { kind: 'isFilled' });
  const after = { ...gated, criteria: [...gated.criteria, added] };
  expect(auditChange(gated, after, deals)).toMatchObject([
    { deal: 'D1', stage: 'proposal', shortfalls: [{ field: 'source' }] },
  ]);
});
