import { expect } from '@jest/globals';
import type { Host } from '../../../preview/google/host';
import {
  at,
  blockOf,
  dealNamed,
  does,
  everything,
  lifeOf,
  newDeal,
  PROPOSABLE,
  pastes,
  QUALIFIED,
  sweeps,
  types,
} from '../../app/desk';
import { aTeam, filled, fillsIn } from '../../app/rules';
import { OWNER, returned, rowsOf } from '../../support/standIn';

const ANN = 'ann@example.com';
/** We take it for an address, Google does not. */
const CY = 'cy(old)@example.com';
const MOVED = 'moved: Qualification -> Needs analysis';
const BACK = 'moved: Needs analysis -> Qualification';

function stageOf(host: Host, deal: string): unknown {
  const { Stage, 'Accepted stage': accepted } = dealNamed(host, deal);
  return Stage === accepted ? Stage : `${Stage}, accepted ${accepted}`;
}

/** The deal's life without the facts that changed on the way. */
function moves(host: Host, deal: string): readonly string[] {
  return lifeOf(host, deal).filter((line) => !line.startsWith('changed'));
}

/** Set up beside somebody's own tab, and opened again as a published add-on would be where nobody has enabled it. */
function begins(host: Host): void {
  does(host, { open: {} });
  does(host, { edit: { tab: 'Sheet1', range: 'A1', values: [['My own notes']] } });
  does(host, { renameTab: { tab: 'Sheet1', to: 'what-if' } });
  returned(host.call(OWNER, 'setUp', [JSON.stringify({ language: 'en', stages: 'general' })]));
  does(host, { open: { authMode: 'NONE' } });
  aTeam(host);
}

function typesAndIsHeld(host: Host): void {
  does(host, { edit: { tab: 'Deals', range: at(host, 'Deal', 2), values: [["'=1+1 pumps"]] } });
  types(host, '=1+1 pumps', { Owner: 'Ann' });
  types(host, '=1+1 pumps', { Stage: 'Needs analysis' }, ANN);
  expect(stageOf(host, '=1+1 pumps')).toBe('Qualification');
  expect(dealNamed(host, '=1+1 pumps').Gate).toContain('Not moved to Needs analysis');
  types(host, '=1+1 pumps', QUALIFIED, ANN);
  types(host, '=1+1 pumps', { Stage: 'Needs analysis' }, ANN);
  expect(stageOf(host, '=1+1 pumps')).toBe('Needs analysis');
  expect(moves(host, '=1+1 pumps')).toEqual([
    'created: Qualification',
    'held: Qualification -> Needs analysis',
    MOVED,
  ]);
}

/** One row has what it needs, the other has not. */
function pastesABlock(host: Host): void {
  newDeal(host, 'Dam', { ...PROPOSABLE, Owner: 'Ann' });
  newDeal(host, 'Weir', { Customer: '@Reservoir' });
  pastes(host, 'Stage', 3, ['Needs analysis', 'Needs analysis']);
  expect(['Dam', 'Weir'].map((deal) => stageOf(host, deal))).toEqual([
    'Needs analysis',
    'Qualification',
  ]);
}

function takesBack(host: Host): void {
  types(host, 'Dam', { Stage: 'Proposal' });
  expect(stageOf(host, 'Dam')).toBe('Proposal');
  does(host, { undo: {} });
  sweeps(host);
  expect(stageOf(host, 'Dam')).toBe('Needs analysis');
  expect(moves(host, 'Dam').slice(-2)).toEqual([
    'moved: Needs analysis -> Proposal',
    'moved: Proposal -> Needs analysis',
  ]);
}

/** Rows change places, and a stage is cut from one row and pasted into another. */
function movesCells(host: Host): void {
  const whole = `A2:${at(host, 'ID', 4)}`;
  does(host, { sort: { tab: 'Deals', range: whole, column: 'Deal', ascending: false } });
  sweeps(host);
  const before = ['=1+1 pumps', 'Dam', 'Weir'].map((deal) => moves(host, deal));
  sweeps(host);
  expect(['=1+1 pumps', 'Dam', 'Weir'].map((deal) => moves(host, deal))).toEqual(before);
  const stage = (row: number) => at(host, 'Stage', row);
  // Weir, Dam, pumps: the first deal's stage goes over the second's.
  does(host, { cutPaste: { tab: 'Deals', from: stage(2), to: stage(3) } });
  sweeps(host);
  expect(['Weir', 'Dam'].map((deal) => stageOf(host, deal))).toEqual([
    'Qualification',
    'Qualification',
  ]);
  expect(moves(host, 'Dam').at(-1)).toBe(BACK);
}

/** A formula that ends in an error fills no field: the deal is held until somebody types a customer. */
function typesAFormula(host: Host): void {
  types(host, 'Weir', { ...QUALIFIED, Customer: '=1/0' });
  types(host, 'Weir', { Stage: 'Needs analysis' });
  expect(stageOf(host, 'Weir')).toBe('Qualification');
  types(host, 'Weir', { Customer: '@Reservoir', 'Need confirmed': false });
}

/**
 * What people do to a workbook without a thought for any script: a tab of their own that is called almost like one of ours,
 * no empty rows, tick boxes below the deals, and a list of their own in a Stage cell that rejects everything else.
 */
function livesIn(host: Host): void {
  does(host, { menu: 'whatIf' });
  expect(rowsOf(host, 'What-if 2').length).toBe(3);
  host.gesture({ renameTab: { tab: 'what-if', to: 'FUNNEL' } });
  const team = host.names().tab('Team');
  does(host, { deleteRows: { tab: 'Team', at: 11, count: team.maxRows - 10 } });
  does(host, {
    edit: { tab: 'Deals', range: at(host, 'Need confirmed', 12), values: [['FALSE']] },
  });
  const deals = host.names().tab('Deals');
  const { column } = host.names().column(deals, 'Stage');
  const own = { criteria: 'VALUE_IN_LIST', args: ['Proposal'], showDropdown: true, helpText: null };
  deals.validations.fill({ row: 2, column, rows: 1, columns: 1 }, { ...own, allowInvalid: false });
  // Google may refuse to write the old stage back; then the worker does.
  host.gesture({ edit: { tab: 'Deals', range: at(host, 'Stage', 2), values: [['Proposal']] } });
  does(host, { trigger: 'work' });
  expect(stageOf(host, 'Weir')).toBe('Qualification');
  expect(moves(host, 'Weir').at(-1)).toBe('held: Qualification -> Proposal');
}

/** The owner closes the ledger, so what Ann types waits; then two Stage cells are merged. */
function closesParts(host: Host): void {
  does(host, { protect: { tab: 'Ledger', editors: [] } });
  types(host, 'Dam', { Stage: 'Needs analysis' }, ANN);
  does(host, { trigger: 'work' });
  expect(moves(host, 'Dam').at(-1)).toBe(MOVED);
  does(host, { merge: { tab: 'Deals', range: at(host, 'Stage', 3, 4) } });
  sweeps(host);
  expect(stageOf(host, 'Dam')).toBe('Needs analysis');
  expect(dealNamed(host, '=1+1 pumps')['Accepted stage']).toBe('Needs analysis');
  does(host, { unmerge: { tab: 'Deals', range: at(host, 'Stage', 3, 4) } });
  // What the program notes of the lower deal is written behind the merged cell.
  does(host, { merge: { tab: 'Deals', range: at(host, 'Gate', 3, 4) } });
  types(host, '=1+1 pumps', { Amount: 700 });
  sweeps(host);
  does(host, { unmerge: { tab: 'Deals', range: at(host, 'Gate', 3, 4) } });
}

/** Each mail goes out once, however often its trigger fires. */
function mails(host: Host): void {
  does(host, { menu: 'refreshReports' });
  const open = blockOf(host, 'Funnel', 'stages').map(({ stage, now }) => `${stage}: ${now}`);
  expect(open.slice(0, 2)).toEqual(['Qualification: 1', 'Needs analysis: 2']);
  fillsIn(host, 'Team', 5, [['Cy', CY, 'Rep']]);
  fillsIn(host, 'Outbox', 2, [
    ['k', 'Waiting', ANN, '', 'News', 'Hello', '', '<p>Hello</p>', '', '', '', 1],
    ['l', 'Waiting', CY, '', 'News', 'Hello', '', '<p>Hello</p>', '', '', '', 1],
  ]);
  for (let again = 0; again < 2; again++) {
    does(host, { trigger: 'work' });
    does(host, { trigger: 'sendStallReport' });
  }
  does(host, { advance: { days: 4, hours: 1 } });
  const sent = host.mails.map(({ to, subject }) => `${to}: ${subject}`);
  expect(sent).toEqual([`${ANN}: News`, expect.stringMatching(/^owner@example.com: /)]);
  const states = filled(host, 'Outbox').map(({ To, State }) => `${To}: ${State}`);
  expect(states.slice(0, 2)).toEqual([`${ANN}: Sent`, `${CY}: Failed`]);
  expect(states.filter((state) => state.endsWith('Waiting'))).toEqual([]);
}

/**
 * A representative story: set-up, an edit held and one passed, a paste, undo, a formula in error, rows that change places,
 * protected and merged cells, tabs and rules of people's own, reports and mail; and at the end nothing is left to do. It comes to
 * each fact that nobody could verify.
 */
export function tellStory(host: Host): void {
  begins(host);
  typesAndIsHeld(host);
  pastesABlock(host);
  takesBack(host);
  typesAFormula(host);
  movesCells(host);
  closesParts(host);
  livesIn(host);
  mails(host);
  sweeps(host);
  const settled = everything(host);
  sweeps(host);
  expect(everything(host)).toEqual(settled);
  expect(dealNamed(host, '=1+1 pumps').Customer).toBe('Northwind Mills');
  expect(dealNamed(host, 'Weir').Customer).toBe('@Reservoir');
}
