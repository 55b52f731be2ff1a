import { type DealId, isAccepted } from '../domain/ledger';
import { type Stage, stageOf } from '../domain/pipeline';
import { standingMoves, undoOf } from '../domain/undo';
import { underLock } from '../google/lock';
import type { Tab } from '../google/tab';
import type { MoveResult, Reply, Request } from '../rpc';
import type { DealRow } from '../sheet/dealsTab';
import type { LedgerLine } from '../sheet/ledgerTab';
import { APP_WORDS } from '../words/app';
import { Refused } from './answer';
import { askingOf } from './asking';
import { cardMaker } from './boardView';
import { dealViewOf } from './dealView';
import { dealsTab, type FoundRows } from './findRows';
import { type Asking, knownFromBlock, pipelineCell, type Verdict } from './judgeRow';
import { batchSpan, linesFrom, type Tail } from './ledgerTail';
import { rowsNow } from './moveDeals';
import { needOpen, type OpenPipeline } from './openPipeline';
import { record } from './record';
import { settledRows, settledTail } from './settledRows';

const LOCK_MS = 10_000;

type Answer = Omit<Reply<'undoMove'>, 'ok'>;

/**
 * Takes back a move, or every move of a batch, as new entries: nothing is erased. Only a deal's latest move can be
 * taken back, so that no later decision is lost.
 */
export function undoMove(request: Request<'undoMove'>): Answer {
  const open = needOpen();
  const done = underLock(LOCK_MS, () => undoUnderLock(open, request));
  if (done === null) throw new Refused('busy', APP_WORDS[open.language].busy);
  return done;
}

function undoUnderLock(open: OpenPipeline, request: Request<'undoMove'>): Answer {
  const words = APP_WORDS[open.language];
  const ledger = open.workbook.tab('ledger');
  if (ledger === null) throw new Refused('notSetUp', words.notSetUp);
  const end = settledTail(open, ledger);
  const moves = movesOf(open, ledger, end, request);
  if (moves.length === 0) throw new Refused('noUndo', words.noUndo);
  const tab = dealsTab(open);
  const asking = askingOf(open, 'undo', tab.headers);
  if (asking === null) throw new Refused('notSetUp', words.notSetUp);
  const closeDates = closeDatesBefore(open, ledger, moves, end.row);
  // Rows are looked for last: somebody may move them meanwhile.
  const ids = moves.map(({ deal }) => deal);
  const { found, tail } = settledRows(open, ledger, ids, tab);
  const judged = moves.map((move) =>
    undoOne(open, found, move, { ...asking, closeDate: closeDates.get(move.deal) ?? null }),
  );
  const verdicts = judged.filter((one): one is Verdict => 'drafts' in one);
  const { blocks } = record(open, { deals: found.deals, ledger }, found, {
    verdicts,
    asking,
    tail,
  });
  const results = judged.map(
    (one): MoveResult =>
      'drafts' in one ? { id: one.id, outcome: 'moved', shortfalls: [], message: '' } : one,
  );
  const now = rowsNow(found, verdicts, blocks);
  const only = verdicts.length === 1 ? now.get(verdicts[0]?.id ?? '') : undefined;
  return {
    results,
    deal: only === undefined ? null : dealViewOf(open, found.headers, only),
    cards: [...now.values()].map(cardMaker(open)),
  };
}

/** Entries are looked up by number: rows follow numbers, unless somebody removed or sorted some. */
function movesOf(
  open: OpenPipeline,
  ledger: Tab,
  { row: lastRow, seq: lastSeq }: Tail,
  { entry, batch }: Request<'undoMove'>,
): readonly LedgerLine[] {
  const span = batch === undefined ? { first: entry ?? 0, length: 1 } : batchSpan(batch);
  if (span === null || !Number.isInteger(span.first) || span.first < 1) return [];
  const last = span.first + span.length - 1;
  const wanted = (line: LedgerLine): boolean =>
    line.seq >= span.first && line.seq <= last && isMove(line);
  const rowOf = (seq: number): number => lastRow - (lastSeq - seq);
  const near = linesFrom(
    open,
    ledger,
    Math.max(2, rowOf(span.first)),
    Math.min(rowOf(last), lastRow),
  );
  const found = near.filter(wanted);
  const isThere = near.some((line) => line.seq === span.first);
  return isThere ? found : linesFrom(open, ledger, 2, lastRow).filter(wanted);
}

function undoOne(
  open: OpenPipeline,
  found: FoundRows,
  move: LedgerLine,
  asking: Asking & { readonly closeDate: string | null },
): Verdict | MoveResult {
  const words = APP_WORDS[open.language];
  const row = found.rows.get(move.deal);
  if (row === undefined) return refused(move.deal, 'gone', words.gone);
  const known = knownFromBlock(row);
  const { pipeline } = open.configuration;
  const back = stageOf(pipeline, move.from);
  const [latest] = [...standingMoves(row.program.memo.history)].reverse();
  if (known === null || back === undefined || latest?.seq !== move.seq) {
    return refused(move.deal, 'stale', words.noUndo);
  }
  const { by, how, now } = asking;
  const { closeDate } = asking;
  const tracked =
    closeDate === null ? row.tracked : { ...row.tracked, closeDate: closeDate || null };
  return {
    row,
    id: row.id,
    drafts: [
      {
        ...tracked,
        deal: row.id,
        kind: 'undone',
        from: known.accepted.key,
        to: back.key,
        at: now,
        by,
        how,
        reason: words.undone(move.seq),
      },
    ],
    outcome: null,
    stage: back,
    stageSince: sinceBefore(row, back) ?? known.stageSince,
    created: known.created,
    memo: known.memo,
    stageCell: back.label,
    pipelineCell: pipelineCell(row, pipeline, { stage: back, memo: known.memo, judged: true }),
    closeDateCell: closeDate,
    tracked,
    seq: known.seq,
  };
}

function isMove({ kind }: LedgerLine): boolean {
  return kind === 'moved' || kind === 'overridden';
}

/** The day that the deal entered the stage it goes back to, where the row still remembers it. */
function sinceBefore(row: DealRow, back: Stage): string | null {
  const told = row.program.memo.history.filter(isAccepted);
  const entered = told
    .slice(0, -1)
    .reverse()
    .find((line) => line.to === back.key);
  return entered === undefined ? null : entered.at.slice(0, 10);
}

/** Winning wrote the day of the win into Close date; what stood there before comes back with the stage, unless somebody typed another day since. */
function closeDatesBefore(
  open: OpenPipeline,
  ledger: Tab,
  moves: readonly LedgerLine[],
  lastRow: number,
): ReadonlyMap<DealId, string> {
  const { pipeline } = open.configuration;
  const wins = moves.filter(({ to }) => stageOf(pipeline, to)?.kind === 'won');
  const before = new Map<DealId, string>();
  if (wins.length === 0) return before;
  const deals = new Set(wins.map(({ deal }) => deal));
  const lines = linesFrom(open, ledger, 2, lastRow).filter(({ deal }) => deals.has(deal));
  for (const { deal, seq } of wins) {
    const own = lines.filter((line) => line.deal === deal);
    const undo = undoOf(own, seq, pipeline);
    if (undo.kind === 'undo' && undo.closeDate !== undefined)
      before.set(deal, undo.closeDate ?? '');
  }
  return before;
}

function refused(id: DealId, outcome: MoveResult['outcome'], message: string): MoveResult {
  return { id, outcome, shortfalls: [], message };
}
