import { expect, test } from '@jest/globals';
import type { Execution } from '../../preview/google/execution';
import type { Host } from '../../preview/google/host';
import { CALLS, type CallName, type Request } from '../../src/rpc';
import { refusal } from '../../src/rpc/shapes';
import { type Cells, dealRows } from '../app/desk';
import { OWNER } from '../support/standIn';
import { tryAll } from './budget';
import { type Asked, aRequest, type Known } from './requests';
import { aBusyPipeline, changedTabs, formulasIn, PROGRAM, type Seen, seen } from './world';

/** Tabs that a call may write when it is not refused. */
const WRITES: Readonly<Record<CallName, readonly string[]>> = {
  dealView: [],
  dealsBehind: [],
  moveDeals: ['Deals', 'Ledger'],
  undoMove: ['Deals', 'Ledger'],
  saveFacts: ['Deals', 'Ledger'],
  boardView: [],
  findDeals: [],
  showDeal: [],
  logActivity: ['Deals', 'Activities'],
  addTask: ['Tasks'],
  tickTask: ['Deals', 'Tasks'],
  welcomeView: [],
  welcome: [],
  importTarget: [],
  importDeals: ['Deals', 'Ledger', 'Stages'],
  changeDeals: ['Deals', 'Ledger'],
  describeWorkbook: [],
  outlook: [],
};

/** No request needs more, whatever is in it: describing the workbook reads each tab twice; each fact may take a write. */
const MOST = { read: 60, write: 50 } as const;

/** The refusals that there are. `broken` is none of them: it is a bug. */
const NOES = [
  'badRequest',
  'gone',
  'taskGone',
  'thereAlready',
  'unknownStage',
  'unknownField',
  'noFigure',
  'mayNotOverride',
  'reasonNeeded',
  'noUndo',
];

function knownIn(host: Host): Known {
  const deals = dealRows(host);
  return {
    ids: deals.map(({ ID }) => String(ID)),
    headers: Object.keys(deals[0] ?? {}),
    versions: deals.map(({ Version }) => String(Version)),
  };
}

interface Answer {
  readonly ok: boolean;
  readonly code?: string;
}

/** The call's reply, which both sides can read; never an exception. */
function answerOf(run: Execution, call: CallName): Answer {
  expect([run.error, run.stopped]).toEqual([undefined, undefined]);
  const reply = JSON.parse(String(run.value)) as Answer & { readonly message?: string };
  const read = (reply.ok ? CALLS[call].reply : refusal()).safeParse(reply);
  if (!read.success) expect(reply).toBe(read.error.message);
  if (!reply.ok && !NOES.includes(reply.code ?? '')) expect(reply).toBe('a refusal that there is');
  if (!reply.ok) expect(reply.message).toMatch(/\S/);
  return reply;
}

/** Deals and entries that were there are there still, and in deals that nobody asked for nothing changed: to undo is to ask for whatever the entries moved. */
function expectNothingLost(before: Seen, after: Seen, call: CallName, text: string): void {
  expect(after.ledger.slice(0, before.ledger.length)).toEqual(before.ledger);
  const now = new Map(after.deals.map((row) => [row.ID, row]));
  for (const row of before.deals) {
    const then = now.get(row.ID);
    if (then === undefined) expect([...now.keys()]).toContain(row.ID);
    else if (call !== 'undoMove' && !text.includes(String(row.ID))) expect(then).toMatchObject(row);
    else expectOwnCells(row, then, text);
  }
  expect(new Set(after.deals.map(({ ID }) => ID)).size).toBe(after.deals.length);
}

/** A person's cell changes only where the request says so. */
function expectOwnCells(before: Cells, after: Cells, text: string): void {
  // Headers are compared without case and width.
  const named = text.normalize('NFKC').toLowerCase();
  for (const [header, cell] of Object.entries(before)) {
    const isNamed = [header, keyOf(header)].some((name) => named.includes(name.toLowerCase()));
    if (!PROGRAM.has(header) && !isNamed && !REASONS.includes(header)) {
      expect([header, after[header]]).toEqual([header, cell]);
    }
  }
}

/** A move's own parts: `reason` and `until` go to these cells. */
const REASONS = ['Lost reason', 'Revisit on'];

function keyOf(header: string): string {
  const [first = '', ...rest] = header.split(' ');
  return first.toLowerCase() + rest.map((w) => w[0]?.toUpperCase() + w.slice(1)).join('');
}

/** Columns that take any text as it is. */
const FREE = ['Customer', 'Contact', 'Product', 'Next step', 'Plan', 'Lost note', 'Pain'] as const;

/** Text stays the text that it is, whatever Google would make of it. */
function expectTyped({ deals }: Seen, argument: string): void {
  const { id, facts, version } = JSON.parse(argument) as Request<'saveFacts'>;
  const row = deals.find(({ ID }) => ID === id);
  for (const header of FREE) {
    const sent = facts[header];
    const isTold = typeof sent === 'string' && version === undefined;
    if (isTold) expect([header, row?.[header]]).toEqual([header, sent.trim()]);
  }
}

/** How often each call was asked for, and how often it was not refused at the door. */
const REACHED = new Map<CallName, { readonly asked: number; readonly done: number }>();

/** A workbook, and what was in it after the last call. */
class Desk {
  private before: Seen;

  constructor(private readonly host: Host) {
    this.before = seen(host);
  }

  takes({ call, as, argument }: Asked): void {
    const run = this.called(as, call, argument);
    if (run === null) return;
    const answer = answerOf(run, call);
    const { asked, done } = REACHED.get(call) ?? { asked: 0, done: 0 };
    REACHED.set(call, { asked: asked + 1, done: done + (answer.ok ? 1 : 0) });
    const { before } = this;
    const after = seen(this.host);
    this.before = after;
    expect(run.calls.read).toBeLessThanOrEqual(MOST.read);
    expect(run.calls.write).toBeLessThanOrEqual(answer.ok ? MOST.write : 0);
    const changed = changedTabs(before, after);
    expect(changed.filter((tab) => !answer.ok || !WRITES[call].includes(tab))).toEqual([]);
    if (answer.ok && call === 'saveFacts') expectTyped(after, String(argument));
    if (changed.length === 0) return;
    const text = typeof argument === 'string' ? argument : JSON.stringify(argument);
    expectNothingLost(before, after, call, text);
    expect(formulasIn(this.host)).toEqual([]);
    for (const line of after.ledger.slice(before.ledger.length)) {
      if (as !== OWNER) expect(line).not.toContain('"overridden"');
    }
  }

  /** `null` where the argument cannot cross: then the page fails, and nothing is sent. */
  private called(as: string, call: CallName, argument: unknown): Execution | null {
    try {
      return this.host.call(as, call, [argument]);
    } catch (error) {
      expect(String(error)).toMatch(/illegal value in property/);
      return null;
    }
  }
}

test('whatever a page sends, it gets an answer, and nothing but what it asked for is written', () => {
  const step = aRequest(knownIn(aBusyPipeline()));
  const begin = () => new Desk(aBusyPipeline());
  tryAll('pageCalls', 20, { step, begin, take: (desk, asked) => desk.takes(asked) });
  const reached = [...REACHED].map(([call, { asked, done }]) => `${call} ${done} of ${asked}`);
  console.log(`done, and not refused: ${reached.join(', ')}`);
  const all = [...REACHED.values()];
  const sum = (of: 'asked' | 'done') => all.reduce((total, one) => total + one[of], 0);
  expect(sum('done') / sum('asked')).toBeGreaterThan(0.2);
}, 3_600_000);
