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
import { OWNER, returned } from '../../support/standIn';

const ANN = 'ann@example.com';
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

/** Set up, and opened again as a published add-on would be where nobody has enabled it. */
function begins(host: Host): void {
  does(host, { open: {} });
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
  const whole = `A2:${at(host, 'Version', 4)}`;
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
}

/** Each mail goes out once, however often its trigger fires. */
function mails(host: Host): void {
  does(host, { menu: 'refreshReports' });
  const open = blockOf(host, 'Funnel', 'stages').map(({ stage, now }) => `${stage}: ${now}`);
  expect(open.slice(0, 2)).toEqual(['Qualification: 1', 'Needs analysis: 2']);
  fillsIn(host, 'Outbox', 2, [
    ['k', 'Waiting', ANN, '', 'News', 'Hello', '', '<p>Hello</p>', '', '', '', 1],
  ]);
  for (let again = 0; again < 2; again++) {
    does(host, { trigger: 'work' });
    does(host, { trigger: 'sendStallReport' });
  }
  does(host, { advance: { days: 1, hours: 1 } });
  const sent = host.mails.map(({ to, subject }) => `${to}: ${subject}`);
  expect(sent).toEqual([`${ANN}: News`, expect.stringMatching(/^owner@example.com: /)]);
  expect(filled(host, 'Outbox').filter(({ State }) => State === 'Waiting')).toEqual([]);
}

/**
 * A representative story: set-up, an edit held and one passed, a paste, undo, rows that change places,
 * protected and merged cells, reports and mail; and at the end nothing is left to do.
 */
export function tellStory(host: Host): void {
  begins(host);
  typesAndIsHeld(host);
  pastesABlock(host);
  takesBack(host);
  movesCells(host);
  closesParts(host);
  mails(host);
  sweeps(host);
  const settled = everything(host);
  sweeps(host);
  expect(everything(host)).toEqual(settled);
  expect(dealNamed(host, '=1+1 pumps').Customer).toBe('Northwind Mills');
  expect(dealNamed(host, 'Weir').Customer).toBe('@Reservoir');
}
