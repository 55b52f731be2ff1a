import { expect, test } from '@jest/globals';
import { rowsOf, standIn } from '../support/standIn';
import { aPipeline, dealNamed, does, everything, newDeal, PROPOSABLE, QUALIFIED } from './desk';

type Host = ReturnType<typeof aPipeline>;

function audited(host: Host): string {
  return does(host, { menu: 'auditCriteria' }).alerts[0]?.message ?? '';
}

function addsCriterion(host: Host, cells: readonly (string | number)[]): void {
  const row = rowsOf(host, 'Gates').length + 2;
  does(host, { edit: { tab: 'Gates', range: `A${row}`, values: [[...cells]] } } as never);
}

test('criteria that nobody changed flag nobody anew', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', PROPOSABLE, 'Proposal');
  expect(audited(host)).toContain('The criteria have not changed lately. 0 open deals lack');
});

test('a new criterion lists the open deals that do not meet it, and throws none of them back', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', { ...PROPOSABLE, Source: 'Fair' }, 'Proposal');
  newDeal(host, 'Dam', PROPOSABLE, 'Proposal');
  newDeal(host, 'Lake');
  addsCriterion(host, ['Proposal', 'Entering', 'Source', 'is filled']);
  const before = everything(host);
  const message = audited(host);
  expect(message).toContain('1 open deal lacks something that the changed criteria newly ask');
  expect(message).toContain('Dam (Proposal): Fill in Source');
  expect(message).not.toContain('Mill');
  expect(everything(host)).toEqual(before);
});

test('several edits within half an hour are one change; a later one is another', () => {
  const host = aPipeline();
  newDeal(host, 'Dam', PROPOSABLE, 'Proposal');
  addsCriterion(host, ['Proposal', 'Entering', 'Source', 'is filled']);
  addsCriterion(host, ['Proposal', 'Entering', 'Phone', 'is filled']);
  expect(audited(host)).toContain('Fill in Source; Fill in Phone');
  does(host, { advance: { hours: 2 } });
  addsCriterion(host, ['Proposal', 'Entering', 'Email', 'is filled']);
  expect(audited(host)).toContain('Dam (Proposal): Fill in Email');
});

test.each<{ answer: string; first: string }>`
  answer             | first
  ${''}              | ${'Qualification'}
  ${'2'}             | ${'Initial proposal and quote'}
  ${'manufacturing'} | ${'Initial proposal and quote'}
  ${'SaaS'}          | ${'Discovery and demo'}
`(
  'Set up in an empty workbook asks for the stage set: "$answer" begins with $first',
  ({ answer, first }) => {
    const host = standIn();
    const asked = does(host, { menu: 'setUp', answers: [{ text: answer }] });
    expect(asked.alerts[0]?.message).toContain('2. Manufacturing');
    expect(rowsOf(host, 'Stages')[0]?.Stage).toBe(first);
    const before = everything(host);
    expect(does(host, { menu: 'setUp' }).alerts).toEqual([]);
    expect(everything(host)).toEqual(before);
  },
);

test('whoever cancels the question has set up nothing', () => {
  const host = standIn();
  does(host, { menu: 'setUp', answers: [{ button: 'CANCEL' }] });
  expect(host.book.sheets).toHaveLength(1);
});

test('within ten minutes of a changed criterion every Gate cell says what it asks now', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED);
  expect(dealNamed(host, 'Mill').Gate).toBe('Ready for Needs analysis');
  addsCriterion(host, ['Qualification', 'Leaving', 'Source', 'is filled']);
  does(host, { advance: { hours: 1 } });
  expect(dealNamed(host, 'Mill').Gate).toBe('For Needs analysis: Fill in Source');
});
