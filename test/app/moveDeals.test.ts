import { expect, test } from '@jest/globals';
import type { Host } from '../../preview/google/host';
import type { DealView, Reply, Request } from '../../src/rpc';
import { ask, OWNER, rowsOf } from '../support/standIn';
import {
  aPipeline,
  at,
  dealNamed,
  dealRows,
  does,
  everything,
  idOf,
  lifeOf,
  newDeal,
  PROPOSABLE,
  QUALIFIED,
  sweeps,
  types,
  WINNABLE,
} from './desk';

const REP = 'ann@example.com';

/** A manager who set the workbook up, and Ann, a rep who may not override. */
function aTeam(): Host {
  const host = aPipeline();
  does(host, { rights: { user: REP, may: 'edit' } });
  does(host, { edit: { tab: 'Team', range: 'A3:C3', values: [['Ann', REP, 'Rep']] } });
  newDeal(host, 'Mill', QUALIFIED);
  newDeal(host, 'Dam');
  return host;
}

type Moved = Reply<'moveDeals'> & { readonly code?: string };

function moves(
  host: Host,
  deals: readonly string[],
  more: Partial<Request<'moveDeals'>> & { readonly to: string },
  user = OWNER,
): Moved {
  const ids = deals.map((deal) => idOf(host, deal));
  return ask(host, 'moveDeals', { ids, ...more }, user) as Moved;
}

function view(host: Host, deal: string): DealView {
  const reply = ask(host, 'dealView', { id: idOf(host, deal) }) as Reply<'dealView'>;
  if (reply.deal === null) throw new Error(`no view of ${deal}`);
  return reply.deal;
}

test('a limit of 10.6 days is told as 10: on the eleventh day the deal is stalled', () => {
  const host = aTeam();
  moves(host, ['Mill'], { to: 'needs-analysis' }, REP);
  const limit = { tab: 'Stages', range: 'E3', values: [['10.6']] };
  does(host, { edit: limit });
  does(host, { menu: 'refreshReports' });
  expect(view(host, 'Mill')).toMatchObject({ limitDays: 10, stalled: false });
});

test('a move from the sidebar passes, is in the ledger with who asked, and the answer shows the deal', () => {
  const host = aTeam();
  const reply = moves(host, ['Mill'], { to: 'needs-analysis' }, REP);
  expect(reply.results).toMatchObject([{ outcome: 'moved' }]);
  expect(reply.deal).toMatchObject({ stage: 'needs-analysis', daysInStage: 0 });
  expect(dealNamed(host, 'Mill').Stage).toBe('Needs analysis');
  expect(rowsOf(host, 'Ledger').at(-1)).toMatchObject({
    Kind: 'moved',
    By: REP,
    How: 'sidebar',
  });
  expect(view(host, 'Mill')).toMatchObject({ version: reply.deal?.version });
});

test('a held move keeps the facts that came with it, and offers the rest for filling in', () => {
  const host = aTeam();
  const facts = { Customer: 'Northwind', 'Need confirmed': true };
  const reply = moves(host, ['Dam'], { to: 'Needs analysis', facts });
  expect(reply.results).toMatchObject([
    { outcome: 'held', shortfalls: [{ field: 'Ideal customer fit', control: 'tick' }] },
  ]);
  expect(dealNamed(host, 'Dam')).toMatchObject({
    Stage: 'Qualification',
    Customer: 'Northwind',
    'Need confirmed': true,
  });
  const again = moves(host, ['Dam'], {
    to: 'Needs analysis',
    facts: { 'Ideal customer fit': true },
  });
  expect(again.results).toMatchObject([{ outcome: 'moved' }]);
});

test('facts that come with a move to the stage where the deal is already are kept', () => {
  const host = aTeam();
  moves(host, ['Dam'], { to: 'Qualification', facts: { Customer: 'Northwind', Amount: 70 } });
  expect(dealNamed(host, 'Dam')).toMatchObject({ Customer: 'Northwind', Amount: 70 });
});

test('somebody else was faster: nothing moves, and the answer says who', () => {
  const host = aTeam();
  const { id, version } = view(host, 'Mill');
  moves(host, ['Mill'], { to: 'needs-analysis' }, REP);
  const before = everything(host);
  const reply = moves(host, ['Mill'], { to: 'nurture', versions: { [id]: version } });
  expect(reply.results).toMatchObject([{ outcome: 'stale' }]);
  expect(reply.results[0]?.message).toContain(REP);
  expect(everything(host)).toEqual(before);
});

test('of several deals each is judged by itself; one that is gone or held holds back no other', () => {
  const host = aTeam();
  newDeal(host, 'Gone');
  const ids = ['Mill', 'Dam', 'Gone'].map((name) => idOf(host, name));
  does(host, { deleteRows: { tab: 'Deals', at: 4, count: 1 } });
  const reply = ask(host, 'moveDeals', { ids, to: 'needs-analysis', from: 'board' }) as Moved;
  expect(reply.results.map(({ outcome }) => outcome)).toEqual(['moved', 'held', 'gone']);
  const undone = ask(host, 'undoMove', { batch: reply.batch }) as Reply<'undoMove'>;
  expect(undone.results.map(({ outcome }) => outcome)).toEqual(['moved']);
  expect(dealNamed(host, 'Mill').Stage).toBe('Qualification');
});

test('only whom Team allows may override, and only with a reason', () => {
  const host = aTeam();
  const refused = moves(host, ['Dam'], { to: 'won', override: true, reason: 'please' }, REP);
  expect(refused).toMatchObject({ ok: false, code: 'mayNotOverride' });
  const silent = moves(host, ['Dam'], { to: 'won', override: true, reason: '  ' });
  expect(silent).toMatchObject({ ok: false, code: 'reasonNeeded' });
  expect(dealNamed(host, 'Dam').Stage).toBe('Qualification');
  const done = moves(host, ['Dam'], { to: 'proposal', override: true, reason: 'Board decided' });
  expect(done.results).toMatchObject([{ outcome: 'overridden' }]);
  expect(rowsOf(host, 'Ledger').at(-1)).toMatchObject({
    Kind: 'overridden',
    By: OWNER,
    Reason: 'Board decided',
  });
  sweeps(host);
  expect(dealNamed(host, 'Dam').Stage).toBe('Proposal');
});

test('lost with a reason and nurture with a day are one call each', () => {
  const host = aTeam();
  expect(moves(host, ['Mill'], { to: 'lost' }).results).toMatchObject([{ outcome: 'held' }]);
  moves(host, ['Mill'], { to: 'lost', reason: 'Price' });
  moves(host, ['Dam'], { to: 'nurture', until: '2026-06-01' });
  expect(dealRows(host).map((row) => [row.Stage, row['Lost reason'], row['Revisit on']])).toEqual([
    ['Closed lost', 'Price', ''],
    ['Nurture', '', '2026-06-01'],
  ]);
});

test('a win that is taken back gives the expected close date back', () => {
  const host = aTeam();
  types(host, 'Mill', WINNABLE);
  moves(host, ['Mill'], { to: 'won' });
  expect(dealNamed(host, 'Mill')['Close date']).toBe('2026-02-02');
  const [entry] = view(host, 'Mill').history;
  ask(host, 'undoMove', { entry: entry?.entry });
  expect(dealNamed(host, 'Mill')).toMatchObject({
    Stage: 'Qualification',
    'Close date': '2026-03-31',
  });
  const before = everything(host);
  sweeps(host);
  expect(everything(host)).toEqual(before);
});

test('only the latest move can be taken back, and only once', () => {
  const host = aTeam();
  types(host, 'Mill', { ...PROPOSABLE, Stage: 'Needs analysis' });
  const first = rowsOf(host, 'Ledger').at(-1)?.Seq;
  types(host, 'Mill', { Stage: 'Proposal' });
  const second = rowsOf(host, 'Ledger').at(-1)?.Seq;
  const undo = (entry: unknown) => (ask(host, 'undoMove', { entry }) as Moved).results;
  expect(undo(first)).toMatchObject([{ outcome: 'stale' }]);
  expect(undo(second)).toMatchObject([{ outcome: 'moved' }]);
  expect(undo(second)).toMatchObject([{ outcome: 'stale' }]);
  expect(ask(host, 'undoMove', { entry: 1 })).toMatchObject({ ok: false, code: 'noUndo' });
  expect(lifeOf(host, 'Mill').filter((line) => !line.startsWith('changed'))).toEqual([
    'created: Qualification',
    'moved: Qualification -> Needs analysis',
    'moved: Needs analysis -> Proposal',
    'undone: Proposal -> Needs analysis',
  ]);
});

test('facts are saved, tracked ones noted, and the checklist follows', () => {
  const host = aTeam();
  const { id, version } = view(host, 'Dam');
  const facts = { Customer: 'Northwind', Amount: '1,250.50', 'Close date': '2026-05-01' };
  const saved = ask(host, 'saveFacts', { id, facts, version }) as Reply<'saveFacts'>;
  expect(saved.deal?.missing.map(({ field }) => field)).toEqual([
    'Ideal customer fit',
    'Need confirmed',
  ]);
  expect(dealNamed(host, 'Dam')).toMatchObject({ Amount: 1250.5, 'Close date': '2026-05-01' });
  expect(rowsOf(host, 'Ledger').at(-1)).toMatchObject({ Kind: 'changed', Amount: 1250.5 });
  const stale = ask(host, 'saveFacts', { id, facts: { Amount: 1 }, version });
  expect(stale).toMatchObject({ ok: true, stale: true });
  expect(dealNamed(host, 'Dam').Amount).toBe(1250.5);
});

test.each<{ field: string }>`
  field
  ${'Stage'}
  ${'Accepted stage'}
  ${'ID'}
  ${'Version'}
  ${'acceptedStage'}
  ${'No such column'}
  ${''}
`('a page cannot type into "$field"', ({ field }) => {
  const host = aTeam();
  const id = idOf(host, 'Dam');
  const before = everything(host);
  const facts = { Customer: 'Northwind', [field]: 'Closed won' };
  expect(ask(host, 'saveFacts', { id, facts })).toMatchObject({ ok: false, code: 'unknownField' });
  expect(ask(host, 'moveDeals', { ids: [id], to: 'lost', facts })).toMatchObject({ ok: false });
  expect(everything(host)).toEqual(before);
});

test('a logged call is a row of Activities; another ID finds no deal', () => {
  const host = aTeam();
  const id = idOf(host, 'Mill');
  ask(host, 'logActivity', { id, kind: 'call', note: 'Spoke with Bo' }, REP);
  expect(rowsOf(host, 'Activities')).toMatchObject([
    { 'Deal ID': id, Kind: 'Call', Note: 'Spoke with Bo', By: REP },
  ]);
  expect(ask(host, 'logActivity', { id: 'nobody', kind: 'call' })).toMatchObject({ code: 'gone' });
  const before = everything(host);
  sweeps(host);
  expect(everything(host)).toEqual(before);
});

test('the board shows every deal where it stands, with its version', () => {
  const host = aTeam();
  types(host, 'Mill', { ...PROPOSABLE, Owner: 'Ann', Stage: 'Proposal' });
  const board = ask(host, 'boardView', {}) as Reply<'boardView'>;
  expect(board.cards).toMatchObject([
    { name: 'Mill', stage: 'proposal', amount: 12_000, owner: 'Ann', chance: 0.5 },
    { name: 'Dam', stage: 'qualification', amount: null, chance: 0.1 },
  ]);
  expect(board.cards[0]?.version).toBe(view(host, 'Mill').version);
  expect(board.pipeline.stages.map(({ key }) => key)).toHaveLength(7);
});

test('deals are found by name, customer or ID, whatever the case', () => {
  const host = aTeam();
  const found = (text: string) =>
    (ask(host, 'findDeals', { text }) as Reply<'findDeals'>).deals.map(({ name }) => name);
  expect(found('mil')).toEqual(['Mill']);
  expect(found('NORTHWIND')).toEqual(['Mill']);
  expect(found(idOf(host, 'Dam'))).toEqual(['Dam']);
  expect(found('nothing like it')).toEqual([]);
  expect(found('  ')).toEqual([]);
});

test('the sidebar follows the selected row, and shows no deal beside the deals', () => {
  const host = aTeam();
  const selected = (range: string) => {
    does(host, { select: { tab: 'Deals', range } });
    return (ask(host, 'dealView', {}) as Reply<'dealView'>).deal?.name ?? null;
  };
  expect([selected('B3'), selected('A1'), selected('A40')]).toEqual(['Dam', null, null]);
});

test('who may no longer edit moves nothing, and is told so', () => {
  const host = aTeam();
  const id = idOf(host, 'Mill');
  does(host, { rights: { user: REP, may: 'view' } });
  const before = everything(host);
  const outcome = host.gesture({
    call: 'moveDeals',
    args: [JSON.stringify({ ids: [id], to: 'needs-analysis' })],
    as: REP,
  });
  expect(outcome.error ?? outcome.value).toMatch(/permission|"ok":false|access|protected/i);
  expect(everything(host)).toEqual(before);
});

test('while somebody else is saving the page is told to try again', () => {
  const host = aTeam();
  const id = idOf(host, 'Dam');
  const other = { call: 'moveDeals', args: [JSON.stringify({ ids: [id], to: 'needs-analysis' })] };
  const busy: unknown[] = [];
  for (let call = 1; call < 40; call++) {
    const outcome = host.gesture({
      edit: { tab: 'Deals', range: at(host, 'Stage', 2), values: [['Proposal']] },
      during: { call, do: other },
    } as never);
    if (outcome.during !== undefined) busy.push(JSON.parse(String(outcome.during.value)));
  }
  expect(busy).toContainEqual(expect.objectContaining({ ok: false, code: 'busy' }));
  sweeps(host);
  expect(dealRows(host).map(({ Stage }) => Stage)).toEqual(['Qualification', 'Qualification']);
});
