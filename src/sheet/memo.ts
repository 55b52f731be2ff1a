import * as z from 'zod/mini';
import type { Day, LocalTime } from '../domain/day';
import { type DealId, ENTRY_KINDS, type EntryKind, isAccepted } from '../domain/ledger';
import type { StageKey } from '../domain/pipeline';

export interface MemoLine {
  readonly seq: number;
  readonly kind: EntryKind;
  readonly from: StageKey | '';
  readonly to: StageKey | '';
  readonly at: LocalTime;
  readonly by: string;
  readonly reason: string;
}

/** What the row remembers of the deal, so that one edit and one selection need no scan of the ledger. */
export interface Memo {
  /** Whose it is, where it was read: beside another deal it tells nothing. */
  readonly deal?: DealId;
  /** The last entries, oldest first. */
  readonly history: readonly MemoLine[];
  /** Activities by kind, done tasks by name. */
  readonly activities: Readonly<Record<string, number>>;
  readonly doneTasks: Readonly<Record<string, number>>;
  /** Which of these entries have an assumed day: nobody knows when they happened. */
  readonly assumed?: readonly number[] | undefined;
  readonly plan?: NotedPlan | undefined;
}

/** The ledger carries no plan: what checks have seen of it. */
export interface NotedPlan {
  readonly due: Day;
  /** How often it went to a later day in this stage, and in the one before. */
  readonly putOff: number;
  readonly putOffBefore: number;
}

export const EMPTY_MEMO: Memo = { history: [], activities: {}, doneTasks: {} };

/** How many entries a memo keeps. */
export const MEMO_LINES = 6;

/** A memo is there to be shown in a line: the ledger has reasons at full length. */
export const REASON_LENGTH = 300;

const makeStored = () => {
  const text = z.string();
  const line = z.tuple([z.number(), z.enum(ENTRY_KINDS), text, text, text, text, text]);
  const counts = z.array(z.tuple([text, z.number().check(z.nonnegative())]));
  const count = z.number().check(z.nonnegative());
  const plan = z.optional(z.tuple([text, count, count]));
  const assumed = z.optional(z.array(z.number()));
  return z.object({
    i: z.optional(text),
    h: z.array(line),
    a: counts,
    d: counts,
    s: assumed,
    p: plan,
  });
};

/** Made when a memo is first read, and then used for all rows. */
let stored: ReturnType<typeof makeStored> | undefined;

/** A cell takes 50,000 signs: this much of it for either kind of count leaves room for the history. */
const MOST_COUNTS = 15_000;

/** The first of these counts, as many as there is room for. */
function thatFit(counts: [string, number][]): [string, number][] {
  let room = MOST_COUNTS;
  const end = counts.findIndex((line) => {
    room -= JSON.stringify(line).length + 1;
    return room < 0;
  });
  return end < 0 ? counts : counts.slice(0, end);
}

/** Compact text for a deal's Memo cell. Only the last lines are kept, with their reasons shortened. */
export function memoText(memo: Memo, deal: DealId): string {
  const kept: z.infer<ReturnType<typeof makeStored>> = {
    i: memo.deal ?? deal,
    h: memo.history
      .slice(-MEMO_LINES)
      .map((l) => [l.seq, l.kind, l.from, l.to, l.at, l.by, l.reason.slice(0, REASON_LENGTH)]),
    a: thatFit(Object.entries(memo.activities)),
    d: thatFit(Object.entries(memo.doneTasks)),
    ...assumedIn(memo),
    ...planIn(memo),
  };
  return JSON.stringify(kept);
}

/** As the text has them, by which one can tell that a memo holds none. */
export const ASSUMED_KEY = '"s":[';
export const PLAN_KEY = '"p":[';

function assumedIn({ history, assumed = [] }: Memo): { s?: number[] } {
  const kept = history.slice(-MEMO_LINES).map(({ seq }) => seq);
  const seqs = assumed.filter((seq) => kept.includes(seq));
  return seqs.length === 0 ? {} : { s: seqs };
}

function planIn({ plan }: Memo): { p?: [string, number, number] } {
  return plan === undefined ? {} : { p: [plan.due, plan.putOff, plan.putOffBefore] };
}

/** Whether the day on which the deal came to its stage is an assumed one. A move that is taken back counts as never made. */
export function isEntryAssumed({ history, assumed = [] }: Memo): boolean {
  const entering = history.filter((line) => isAccepted(line) && line.from !== line.to);
  const last = entering[entering.length - 1];
  const came =
    last?.kind === 'undone'
      ? [...entering].reverse().find(({ kind, to }) => kind !== 'undone' && to === last.to)
      : last;
  return came !== undefined && assumed.includes(came.seq);
}

/** Reads a Memo cell; one that somebody broke reads as empty. */
export function readMemo(text: string): Memo {
  if (text === '') return EMPTY_MEMO;
  stored ??= makeStored();
  const read = stored.safeParse(parsed(text));
  if (!read.success) return EMPTY_MEMO;
  const { i, h, a, d, s, p } = read.data;
  return {
    ...(i === undefined ? {} : { deal: i }),
    history: h.map(([seq, kind, from, to, at, by, reason]) => ({
      seq,
      kind,
      from,
      to,
      at,
      by,
      reason,
    })),
    activities: Object.fromEntries(a),
    doneTasks: Object.fromEntries(d),
    ...(s === undefined ? {} : { assumed: s }),
    ...(p === undefined ? {} : { plan: { due: p[0], putOff: p[1], putOffBefore: p[2] } }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
