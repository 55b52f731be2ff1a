import { expect, test } from '@jest/globals';
import { bringIn } from './bringIn';

/** What a header is taken for, beside columns that make it a deals file. */
function roleOf(header: string, cells: readonly string[]): string {
  const rows = cells.map((cell, i) => `D${i + 1},"${cell}"`).join('\n');
  const { plan } = bringIn({ deals: `Key,${header}\n${rows}\n` });
  const role = plan.columns[1]?.role;
  return role?.kind === 'field' ? role.field : (role?.kind ?? '');
}

const DAYS = ['2026-01-05', '2026-02-06', '2026-03-07'];
const AMOUNTS = ['1200', '3400.50', '80'];
const NAMES = ['Acme', 'Globex', 'Initech'];
const STAGES = ['Proposal', 'Negotiation', 'Closed won'];

test.each([
  ['Account Name', NAMES, 'customer'],
  ['Associated Company', NAMES, 'customer'],
  ['客户名称', ['宏图', '远景', '天一'], 'customer'],
  ['Opportunity Name', NAMES, 'deal'],
  ['dealname', NAMES, 'deal'],
  ['商机名称', NAMES, 'deal'],
  ['sales_agent', NAMES, 'owner'],
  ['Opportunity Owner', NAMES, 'owner'],
  ['负责人', NAMES, 'owner'],
  ['Primary Contact', NAMES, 'contact'],
  ['Amount (USD)', AMOUNTS, 'amount'],
  ['DealValue', AMOUNTS, 'amount'],
  ['close_value', AMOUNTS, 'amount'],
  ['预计金额', AMOUNTS, 'amount'],
  ['Expected Close Date', DAYS, 'closeDate'],
  ['预计成交日期', DAYS, 'closeDate'],
  ['Closed At', DAYS, 'closed'],
  ['CreatedDate', DAYS, 'created'],
  ['创建时间', DAYS, 'created'],
  ['Last Stage Change Date', DAYS, 'since'],
  ['Deal Stage', STAGES, 'stage'],
  ['销售阶段', STAGES, 'stage'],
  ['Lead Source', ['Web', 'Fair', 'Web'], 'source'],
  ['Probability (%)', ['10', '50', '90'], 'winChance'],
  ['Loss Reason', ['Price', '', 'Time'], 'lostReason'],
  ['E-Mail', ['a@example.com', 'b@example.com', ''], 'email'],
  ['Region', ['North', 'South', 'North'], 'own:Region'],
])('a column called %s is understood', (header, cells, role) => {
  expect(roleOf(header, cells)).toBe(role);
});

test.each([
  ['Amount', ['big', 'small', 'huge'], 'own:Amount (2)'],
  ['Created', NAMES, 'own:Created (2)'],
  ['Email', NAMES, 'own:Email (2)'],
  ['has_company', ['true', 'false', 'true'], 'own:has_company'],
  ['Forecast Category', ['Hardware', 'Software', 'Hardware'], 'own:Forecast Category'],
])('a column called %s whose cells say otherwise stays the team’s own', (header, cells, role) => {
  expect(roleOf(header, cells)).toBe(role);
});

test('the identifier is unique in the file; a column of customers’ numbers is none', () => {
  const { plan, deals } = bringIn({
    deals: 'ID,Company,Amount\n7,Acme,1\n7,Globex,2\n7,Initech,3\n8,Umbrella,4\n',
  });
  expect(plan.columns[0]?.role).toEqual({ kind: 'field', field: 'own:ID (2)' });
  expect(deals.map(({ id }) => id)).toEqual(['random1', 'random2', 'random3', 'random4']);
});

test('a deal ID is the identifier also where a few deals stand there twice, and those rows are rejected', () => {
  const { deals, rejects } = bringIn({
    deals: 'Deal ID,Company,Stage\n7,Acme,Demo\n8,Globex,Demo\n8,Globex,Demo\n9,Initech,Demo\n',
  });
  expect(deals.map(({ id }) => id)).toEqual(['7', '8', '9']);
  expect(rejects.map(({ line, column }) => [line, column])).toEqual([[4, 'Deal ID']]);
});

test('a word that all headers begin with says nothing about any of them', () => {
  const { plan } = bringIn({
    deals:
      'Deal - Title,Deal - Value,Deal - Stage,Deal - Owner,Deal - Deal created\n' +
      'A,100,Proposal,Ann,2026-01-02\nB,200,Won,Bob,2026-01-03\n',
  });
  expect(plan.columns.map(({ role }) => (role.kind === 'field' ? role.field : role.kind))).toEqual([
    'deal',
    'amount',
    'stage',
    'owner',
    'created',
  ]);
});

test('Status beside Stage says how a deal ended', () => {
  const { plan } = bringIn({
    deals: 'ID,Stage,Status\n1,Proposal,Open\n2,Proposal,Won\n3,Demo,Lost\n',
  });
  expect(plan.columns[2]?.role).toEqual({ kind: 'outcome' });
});

test('a file without a stage header is read by its cells', () => {
  const { plan } = bringIn({
    deals: 'Ref,Where we are\n1,Proposal\n2,Negotiation\n3,Won\n4,Proposal\n',
  });
  expect(plan.columns[1]?.role).toEqual({ kind: 'field', field: 'stage' });
});

test('the map decides before any guess, and what no file has is said', () => {
  const { plan, guesses } = bringIn({
    deals: 'ID,Amount,Worth,Notes\n1,5,500,x\n2,6,600,y\n',
    map: { columns: { worth: 'Amount', Amount: null, Notes: 'Background', Nowhere: 'owner' } },
  });
  expect(plan.columns.map(({ role }) => role)).toEqual([
    { kind: 'id' },
    { kind: 'ignore' },
    { kind: 'field', field: 'amount' },
    { kind: 'field', field: 'own:Background' },
  ]);
  expect(guesses).toContainEqual({
    about: 'Not used from the map',
    theirs: 'Nowhere',
    ours: 'no such column',
  });
  expect(guesses).not.toContainEqual({ about: 'Column', theirs: 'Worth', ours: 'Amount' });
});

test('an own column called like one of ours gets another name', () => {
  const { plan } = bringIn({ deals: 'ID,Owner,Sales rep,负责人\n1,Ann,Bob,Cy\n' });
  const fields = plan.columns.flatMap(({ role }) => (role.kind === 'field' ? [role.field] : []));
  expect(fields).toEqual(['owner', 'own:Sales rep', 'own:负责人 (2)']);
});

test('history rows are joined by whichever column names the same deals', () => {
  const { plan, deals } = bringIn({
    deals: 'Opportunity,Stage\nAcme 2026,Won\nGlobex 2026,Demo\n',
    history:
      'What,To stage,Changed on\nAcme 2026,Demo,2026-01-01\nAcme 2026,Won,2026-02-01\nGlobex 2026,Demo,2026-01-03\n',
  });
  expect(plan.history?.columns.map(({ role }) => role)).toEqual(['deal', 'stage', 'at']);
  expect(deals.map(({ id, entries }) => [id, entries.length])).toEqual([
    ['Acme 2026', 2],
    ['Globex 2026', 1],
  ]);
});
