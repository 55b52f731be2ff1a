import type { Execution } from '../../preview/google/execution';
import { Desk } from './actions';
import { done, makeWorkbook } from './workbook';

/** Google's limit on what triggers run for a consumer account, minutes a day (Apps Script quotas). */
export const TRIGGER_MINUTES = 90;
export const USERS = 30;
export const MOVES = 300;

/** What the triggers of one working day took, with a report on it. */
export interface DayCost {
  readonly deals: number;
  readonly moves: number;
  readonly mails: number;
  /** Runs of the ten-minute worker and of the report. */
  readonly runs: number;
  /** By the stand-in's cost model, as all that follow. */
  readonly triggerMinutes: number;
  readonly longestRunSeconds: number;
  /** What a run takes when nothing has happened: the median of the runs at night. */
  readonly idleRunSeconds: number;
  /** Simple edit triggers; Google does not say whether they count. */
  readonly editMinutes: number;
}

const owners = Array.from({ length: USERS }, (_, i) => ({
  name: `Seller ${i + 1}`,
  address: `seller${i + 1}@example.com`,
}));

const TURNS = 144;
/** People work from 9 to 17. */
const FIRST_TURN = 54;
const LAST_TURN = 102;

/** A Monday of a team of thirty: a run every ten minutes, 300 moves between 9 and 17, the report at 8. */
export function measureDay(deals: number): DayCost {
  const { host, ready } = makeWorkbook({ deals, entriesEach: 5, owners, clock: 'running' });
  const desk = new Desk(host, ready);
  host.trigger('work').forEach(done);
  host.advance({ days: 6, hours: 15 }).forEach(done);
  const moved = () => host.names().tab('Ledger').lastRow;
  const before = { entries: moved(), mails: host.mails.length };
  const runs: Execution[] = [];
  const edits: Execution[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const share = Math.min(1, Math.max(0, (turn - FIRST_TURN) / (LAST_TURN - FIRST_TURN)));
    const upTo = Math.round(MOVES * share);
    while (edits.length < upTo) edits.push(desk.types('Stage', 2 + edits.length, 'Needs analysis'));
    runs.push(...host.advance({ hours: 1 / 6 }).map(done));
  }
  const seconds = runs.map(({ simulatedMs }) => simulatedMs / 1_000).sort((a, b) => a - b);
  return {
    deals,
    moves: moved() - before.entries,
    mails: host.mails.length - before.mails,
    runs: runs.length,
    triggerMinutes: minutes(runs),
    longestRunSeconds: Math.round(seconds[seconds.length - 1] ?? 0),
    idleRunSeconds: Math.round((seconds[Math.floor(seconds.length / 3)] ?? 0) * 10) / 10,
    editMinutes: minutes(edits),
  };
}

function minutes(runs: readonly Execution[]): number {
  const ms = runs.reduce((sum, { simulatedMs }) => sum + simulatedMs, 0);
  return Math.round(ms / 6_000) / 10;
}
