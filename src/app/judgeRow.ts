import { type Day, dayOf, type LocalTime } from '../domain/day';
import { isVersionOf, seqOf } from '../domain/fingerprint';
import type { Shortfall } from '../domain/gate';
import { closingDay, judgeMove, judgeTyped, type Outcome } from '../domain/judge';
import { lastOpen } from '../domain/lastOpen';
import { type How, isAccepted, type LedgerEntry, type Tracked } from '../domain/ledger';
import { named } from '../domain/named';
import { missingForNext } from '../domain/nextStage';
import { isOpenIn, type Pipeline, type Stage, stageOf } from '../domain/pipeline';
import type { Counts } from '../domain/shortfalls';
import { pipelineNamed, pipelineOfDeal } from '../sheet/askedStage';
import type { DealRow } from '../sheet/dealsTab';
import { EMPTY_MEMO, type Memo, REASON_LENGTH } from '../sheet/memo';
import type { GateState } from '../words/gates';

/** Who asks, and how: the same for all rows of one gesture. */
export interface Asking {
  readonly pipeline: Pipeline;
  readonly how: How;
  readonly by: string;
  readonly now: LocalTime;
  readonly today: Day;
  /** The lost reason that asks for a note. */
  readonly otherReason: string;
  /** Where a new deal of a pipeline starts when its Stage cell is empty; of the first one when none is named. */
  readonly firstStage: (pipeline?: string) => Stage;
  /** Words the reason of a held move for the ledger. */
  readonly why: (shortfalls: readonly Shortfall[]) => string;
  readonly override?: { readonly reason: string };
}

/** What the ledger knows of the deal of a row. */
export interface Known {
  readonly accepted: Stage;
  readonly stageSince: Day;
  readonly created: Day;
  /** Whether a tracked field differs from the last entry. */
  readonly changed: boolean;
  readonly seq: number;
  readonly memo: Memo;
}

/** An entry before it has its place in the ledger. */
export type Draft = Omit<LedgerEntry, 'seq' | 'batch'>;

/** What is to become of a row. */
export interface Verdict {
  readonly row: DealRow;
  readonly id: string;
  readonly drafts: readonly Draft[];
  readonly outcome: Outcome | null;
  /** The stage that the deal is in from now on. */
  readonly stage: Stage;
  readonly stageSince: Day;
  readonly created: Day;
  /** As it was before the drafts. */
  readonly memo: Memo;
  /** To be written into the Stage cell: a held move's old stage, a new deal's first; `null` leaves the cell alone. */
  readonly stageCell: string | null;
  /** To be written into the Pipeline cell, which follows the stage; `null` leaves the cell alone. */
  readonly pipelineCell: string | null;
  /** To be written into the Close date cell: the day of a win, or what stood there before; `null` leaves the cell alone. */
  readonly closeDateCell: Day | '' | null;
  readonly tracked: Tracked;
  /** The last entry that the ledger has already; 0 when it has none. */
  readonly seq: number;
}

/** What the row's own block says of the deal; `null` when it contradicts itself and only the ledger can tell. */
export function knownFromBlock(row: DealRow): Known | null {
  const { accepted, program } = row;
  const seq = seqOf(program.version);
  if (accepted === undefined || seq === null || row.id === '') return null;
  const { memo, stageSince, created } = program;
  if (memo.deal !== undefined && memo.deal !== row.id) return null;
  const last = [...memo.history].reverse().find(isAccepted);
  if (last?.to !== accepted.key || stageSince === null || created === null) return null;
  const deal = { deal: row.id, accepted: accepted.key, tracked: row.tracked };
  const changed = !isVersionOf(program.version, deal);
  return { accepted, stageSince, created, changed, seq, memo };
}

/** What the block remembers, looked up when a criterion asks: few do. */
export function countsOf(block: { readonly memo: Memo }): Counts {
  return {
    activities: (kind) =>
      kind === ''
        ? Object.values(block.memo.activities).reduce((sum, n) => sum + n, 0)
        : (named(block.memo.activities, kind) ?? 0),
    isTaskDone: (task) => (named(block.memo.doneTasks, task) ?? 0) > 0,
  };
}

/** The open stage that the deal was in last, for one that is closed now. */
function cameFrom(memo: Memo, pipeline: Pipeline): string {
  return lastOpen(memo.history, isOpenIn(pipeline))?.stage ?? '';
}

/** Judges a row that the ledger does not know yet. What its own block says counts for nothing. */
export function judgeNew(
  row: DealRow,
  id: string,
  asking: Asking,
  activities: Memo['activities'] = {},
): Verdict {
  const request = { from: '', facts: row.facts, today: asking.today } as const;
  const typed = row.byPipeline ? '' : row.stageTyped.trim();
  const outcome: Outcome =
    typed === ''
      ? { kind: 'moved' }
      : judgeTyped(asking.pipeline, typed, { ...request, otherReason: asking.otherReason });
  const held = outcome.kind === 'held';
  const first = asking.firstStage(row.stage?.pipeline);
  const stage = held || row.stage === undefined ? first : row.stage;
  const won = stage.kind === 'won' ? closingDay(row.tracked.closeDate, asking.today) : null;
  const tracked = won === null ? row.tracked : { ...row.tracked, closeDate: won };
  const created = draft(asking, id, tracked, { kind: 'created', from: '', to: stage.key });
  const drafts = held
    ? [created, heldDraft(asking, id, tracked, stage, row, outcome.shortfalls)]
    : [created];
  return {
    row,
    id,
    drafts,
    outcome: typed === '' ? null : outcome,
    stage,
    stageSince: asking.today,
    created: asking.today,
    memo: { ...EMPTY_MEMO, activities },
    stageCell: held || typed === '' ? stage.label : null,
    pipelineCell: pipelineCell(row, asking.pipeline, { stage, memo: EMPTY_MEMO, judged: true }),
    closeDateCell: won !== null && won !== row.tracked.closeDate ? won : null,
    tracked,
    seq: 0,
  };
}

/** Judges a row of a deal that the ledger knows; `null` when there is nothing to note. */
export function judgeKnown(row: DealRow, known: Known, asking: Asking): Verdict | null {
  const asks = row.stage?.key !== known.accepted.key;
  if (!asks && !known.changed) return null;
  const outcome = asks ? judgeAsked(row, known, asking) : null;
  const moves = outcome !== null && outcome.kind !== 'held' && row.stage !== undefined;
  const stage = moves && row.stage !== undefined ? row.stage : known.accepted;
  const won =
    moves && stage.kind === 'won' ? closingDay(row.tracked.closeDate, asking.today) : null;
  const tracked = won === null ? row.tracked : { ...row.tracked, closeDate: won };
  const drafts = draftsFor(row, known, asking, { outcome, stage, tracked });
  return {
    row,
    id: row.id,
    drafts,
    outcome,
    stage,
    stageSince: moves ? asking.today : known.stageSince,
    created: known.created,
    memo: known.memo,
    stageCell: asks && (!moves || row.byPipeline) ? stage.label : null,
    pipelineCell: pipelineCell(row, asking.pipeline, { stage, memo: known.memo, judged: asks }),
    closeDateCell: won !== null && won !== row.tracked.closeDate ? won : null,
    tracked,
    seq: known.seq,
  };
}

/** A row of which nothing new is to be noted: its block is written anew where it no longer says what is so. */
export function verdictOf(
  row: DealRow,
  known: Known,
  { pipeline }: Pick<Asking, 'pipeline'>,
): Verdict {
  const { accepted: stage, memo } = known;
  return {
    row,
    id: row.id,
    drafts: [],
    outcome: null,
    stage: known.accepted,
    stageSince: known.stageSince,
    created: known.created,
    memo: known.memo,
    stageCell: null,
    pipelineCell: pipelineCell(row, pipeline, { stage, memo, judged: false }),
    closeDateCell: null,
    tracked: row.tracked,
    seq: known.seq,
  };
}

/**
 * What the Pipeline cell is to say: the pipeline of the deal's stage, where the cell is empty or a
 * judgement has answered what it asked. A name that is no pipeline's is left for its writer to mend.
 */
export function pipelineCell(
  { request }: DealRow,
  whole: Pipeline,
  deal: { readonly stage: Stage; readonly memo: Memo; readonly judged: boolean },
): string | null {
  const { pipeline: typed } = request;
  if (typed === null) return null;
  const named = pipelineNamed(whole, typed);
  const own = pipelineOfDeal(whole, deal.stage, deal.memo) ?? named;
  if (own === undefined || own === named) return null;
  return typed === '' || (deal.judged && named !== undefined) ? own : null;
}

function judgeAsked(row: DealRow, known: Known, asking: Asking): Outcome {
  return judgeTyped(asking.pipeline, row.stageTyped, {
    from: known.accepted.key,
    facts: row.facts,
    today: asking.today,
    counts: countsOf(known),
    cameFrom: cameFrom(known.memo, asking.pipeline),
    otherReason: asking.otherReason,
    ...(asking.override === undefined ? {} : { override: asking.override }),
  });
}

function draftsFor(
  row: DealRow,
  known: Known,
  asking: Asking,
  { outcome, stage, tracked }: { outcome: Outcome | null; stage: Stage; tracked: Tracked },
): Draft[] {
  const from = known.accepted.key;
  const changed: Draft[] = known.changed
    ? [draft(asking, row.id, tracked, { kind: 'changed', from, to: from })]
    : [];
  if (outcome === null) return changed;
  if (outcome.kind === 'held') {
    return [
      ...changed,
      heldDraft(asking, row.id, tracked, known.accepted, row, outcome.shortfalls),
    ];
  }
  const kind = outcome.kind;
  const reason = outcome.kind === 'overridden' ? outcome.reason : '';
  return [draft(asking, row.id, tracked, { kind, from, to: stage.key, reason })];
}

function draft(
  asking: Asking,
  deal: string,
  tracked: Tracked,
  what: Pick<Draft, 'kind' | 'from' | 'to'> & { readonly reason?: string },
): Draft {
  return { ...tracked, reason: '', ...what, deal, at: asking.now, by: asking.by, how: asking.how };
}

function heldDraft(
  asking: Asking,
  deal: string,
  tracked: Tracked,
  stays: Stage,
  row: DealRow,
  shortfalls: readonly Shortfall[],
): Draft {
  const what = { kind: 'held', from: stays.key, to: row.stage?.key ?? '' } as const;
  return { ...draft(asking, deal, tracked, what), reason: asking.why(shortfalls) };
}

/**
 * What stands between a deal and its next stage now. A held move is asked again until something
 * else happens to the deal, so that the reason goes when the facts are there.
 */
export function gateState(
  deal: Pick<DealRow, 'facts'> & { readonly stage: Stage; readonly memo: Memo },
  asking: Pick<Asking, 'pipeline' | 'today' | 'otherReason'>,
): GateState {
  const { stage, memo } = deal;
  const about = { facts: deal.facts, today: asking.today, counts: countsOf({ memo }) };
  const last = memo.history[memo.history.length - 1];
  if (last?.kind === 'held' && last.to === '' && dayOf(last.at) === asking.today) {
    return { kind: 'heldNowhere', reason: last.reason.slice(0, REASON_LENGTH) };
  }
  const asked = last?.kind === 'held' ? stageOf(asking.pipeline, last.to) : undefined;
  if (asked !== undefined && asked.key !== stage.key) {
    const again = judgeMove(asking.pipeline, {
      ...about,
      from: stage.key,
      to: asked,
      cameFrom: cameFrom(memo, asking.pipeline),
      otherReason: asking.otherReason,
    });
    return again.kind === 'held'
      ? { kind: 'held', to: asked.key, shortfalls: again.shortfalls }
      : { kind: 'ready', next: asked.key };
  }
  const ahead = missingForNext(asking.pipeline, stage.key, about);
  if (ahead === null) return { kind: 'none' };
  return ahead.shortfalls.length === 0
    ? { kind: 'ready', next: ahead.next.key }
    : { kind: 'needs', next: ahead.next.key, shortfalls: ahead.shortfalls };
}
