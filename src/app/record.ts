import { daysFrom } from '../domain/dwell';
import { versionOf } from '../domain/fingerprint';
import { isOpenIn, type Pipeline } from '../domain/pipeline';
import { latest } from '../domain/standing';
import type { Tab } from '../google/tab';
import type { Cell } from '../sheet/cell';
import { isSameBlock, type ProgramBlock, programRow } from '../sheet/dealsTab';
import type { Headers } from '../sheet/headers';
import type { LedgerLine } from '../sheet/ledgerTab';
import { isEntryAssumed, MEMO_LINES, type Memo } from '../sheet/memo';
import { spanOf } from '../sheet/rowRuns';
import { gateText } from '../words/gates';
import { PROGRAM_COLUMNS } from '../words/tabs';
import { giveBack, writeAnswers } from './answeredCells';
import { withFresh } from './freshBlocks';
import { type Asking, type Draft, gateState, type Verdict } from './judgeRow';
import { appendLines, linked, noteTail, type Tail } from './ledgerTail';
import { clockOf, type OpenPipeline } from './openPipeline';
import { planAfter } from './planNoted';
import type { RowsRead } from './rowsRead';
import { namesIn } from './wording';

export interface ToRecord {
  readonly verdicts: readonly Verdict[];
  readonly asking: Asking;
  readonly tail: Tail;
  /** Entries of deals that have no row any more. */
  readonly also?: readonly Draft[];
}

export interface Recorded {
  readonly tail: Tail;
  readonly lines: readonly LedgerLine[];
  /** The program's block of each row whose block is another now. */
  readonly blocks: ReadonlyMap<number, ProgramBlock>;
}

/**
 * Writes what became of rows: the ledger first, then the Stage and Close date cells that the program may touch, then the
 * program's block. Stopped in between, the ledger is ahead and the sweep finishes. Where somebody moves rows in between, the
 * block beside another deal tells the sweep what else went there. The caller holds the document's lock.
 */
export function record(
  open: OpenPipeline,
  tabs: { readonly deals: Tab; readonly ledger: Tab },
  read: RowsRead,
  { verdicts, asking, tail, also = [] }: ToRecord,
): Recorded {
  const drafts = verdicts.flatMap((verdict) => verdict.drafts);
  const lines = linked(open, tail, [...drafts, ...also]);
  const after = appendLines(open, tabs.ledger, tail, lines);
  const blocks = blocksOf(open, read.headers, verdicts, lines, asking);
  writeAnswers(tabs.deals, read.headers, verdicts);
  writeBlocks(tabs.deals, read, blocks);
  const written = withFresh(after, lines);
  if (lines.length > 0) settle(tabs.deals, read, verdicts, written);
  return { tail: written, lines, blocks };
}

/** Makes it all real. Google may refuse the ledger only now, when people's cells are answered already. */
function settle(deals: Tab, read: RowsRead, verdicts: readonly Verdict[], after: Tail): void {
  try {
    noteTail(after);
  } catch (error) {
    giveBack(deals, read, verdicts);
    throw error;
  }
}

function blocksOf(
  open: OpenPipeline,
  headers: Headers<'deals'>,
  verdicts: readonly Verdict[],
  lines: readonly LedgerLine[],
  asking: Asking,
): Map<number, ProgramBlock> {
  const blocks = new Map<number, ProgramBlock>();
  let at = 0;
  for (const verdict of verdicts) {
    const own = lines.slice(at, at + verdict.drafts.length);
    at += verdict.drafts.length;
    const block = blockOf(open, headers, verdict, own, asking);
    if (!isSameBlock(block, verdict.row.program)) blocks.set(verdict.row.row, block);
  }
  return blocks;
}

/** The program's block of a row after these entries of its own. */
export function blockOf(
  open: OpenPipeline,
  headers: Headers<'deals'>,
  verdict: Verdict,
  lines: readonly LedgerLine[],
  asking: Asking,
): ProgramBlock {
  const plan = planAfter(verdict.row, lines);
  const memo = { ...remembered(verdict.memo, lines, asking.pipeline), plan };
  const { stage } = verdict;
  const state = gateState({ facts: verdict.row.facts, stage, memo }, asking);
  const seq = lines[lines.length - 1]?.seq ?? verdict.seq;
  const { today, count } = clockOf(open);
  const isCounted = stage.kind === 'open' && !isEntryAssumed(memo);
  const deal = { deal: verdict.id, accepted: stage.key, tracked: verdict.tracked };
  return {
    gate: gateText(state, open.language, namesIn(open, headers)),
    daysInStage: isCounted ? daysFrom(verdict.stageSince, today, count) : null,
    stageSince: verdict.stageSince,
    created: verdict.created,
    id: verdict.id,
    accepted: stage.label,
    version: versionOf(seq, deal),
    memo,
  };
}

function remembered(memo: Memo, lines: readonly LedgerLine[], pipeline: Pipeline): Memo {
  const told = lines.filter((line) => line.kind !== 'changed');
  const history = [
    ...memo.history,
    ...told.map(({ seq, kind, from, to, at, by, reason }) => ({
      seq,
      kind,
      from,
      to,
      at,
      by,
      reason,
    })),
  ];
  const assumed = lines.filter(({ how }) => how === 'assumed').map(({ seq }) => seq);
  return {
    ...memo,
    history: latest(history, { keep: MEMO_LINES, isOpen: isOpenIn(pipeline) }),
    assumed: [...(memo.assumed ?? []), ...assumed],
  };
}

/** Formatted as plain text. */
const PLAIN_KEYS = ['version', 'memo'] as const;

const KEYS_BUT_ID = PROGRAM_COLUMNS.filter((key) => key !== 'id');

/** Columns that the program writes and that stand side by side; people may have put others between them. */
function blockRuns(
  headers: Headers<'deals'>,
): { readonly column: number; readonly keys: number[] }[] {
  const runs: { column: number; keys: number[] }[] = [];
  const placed = KEYS_BUT_ID.map((key) => ({
    index: PROGRAM_COLUMNS.indexOf(key),
    column: headers.columns.get(key) ?? 0,
  }))
    .filter(({ column }) => column > 0)
    .sort((a, b) => a.column - b.column);
  for (const { index, column } of placed) {
    const run = runs[runs.length - 1];
    if (run !== undefined && run.column + run.keys.length === column) run.keys.push(index);
    else runs.push({ column, keys: [index] });
  }
  return runs;
}

/**
 * Writes the program's block of these rows: one rectangle, the rows between them as they were read. Their IDs stay untouched:
 * by those they are known again when somebody moves rows in this very moment. New rows have theirs by then: `claimRows`.
 */
export function writeBlocks(
  deals: Tab,
  read: RowsRead,
  blocks: ReadonlyMap<number, ProgramBlock>,
): void {
  if (blocks.size === 0) return;
  const { first, rows } = spanOf([...blocks.keys()]);
  const plain = new Set(PLAIN_KEYS.map((key) => read.headers.columns.get(key) ?? 0));
  const written = new Map([...blocks].map(([row, block]) => [row, programRow(block)]));
  for (const run of blockRuns(read.headers)) {
    const grid = Array.from({ length: rows }, (_, i): Cell[] => {
      const block = written.get(first + i);
      const was = read.cells[first + i - read.first];
      return run.keys.map(
        (key, j) => (block === undefined ? was?.[run.column - 1 + j] : block[key]) ?? '',
      );
    });
    deals.write({ row: first, column: run.column }, grid, plain);
  }
}

/** Writes Gate cells alone: one call, the rows between them as they were read. */
export function writeGates(deals: Tab, read: RowsRead, gates: ReadonlyMap<number, string>): void {
  const column = read.headers.columns.get('gate') ?? 0;
  if (gates.size === 0 || column === 0) return;
  const { first, rows } = spanOf([...gates.keys()]);
  const grid = Array.from({ length: rows }, (_, i): Cell[] => {
    const was = read.cells[first + i - read.first];
    return [gates.get(first + i) ?? was?.[column - 1] ?? ''];
  });
  deals.write({ row: first, column }, grid);
}
