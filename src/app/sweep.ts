import { changedFields } from '../domain/changes';
import { dayOf } from '../domain/day';
import type { DealHistory } from '../domain/history';
import type { DealId } from '../domain/ledger';
import { stageOf } from '../domain/pipeline';
import { histories } from '../domain/replay';
import { type Standing, standings } from '../domain/standing';
import { underLock } from '../google/lock';
import { randomId } from '../google/random';
import type { DealRow } from '../sheet/dealsTab';
import type { LedgerLine } from '../sheet/ledgerTab';
import { EMPTY_MEMO, MEMO_LINES, type Memo } from '../sheet/memo';
import { askingOf } from './asking';
import { noteCompared } from './compareStages';
import {
  type Asking,
  type Draft,
  judgeKnown,
  judgeNew,
  type Known,
  type Verdict,
  verdictOf,
} from './judgeRow';
import { layTickBoxes, newRows } from './layTickBoxes';
import type { Tail } from './ledgerTail';
import { type OpenPipeline, reloadPipeline } from './openPipeline';
import { activityCounts, type Book, readBook } from './readBook';
import { record } from './record';
import { sweepDone } from './sweepWanted';

const LOCK_MS = 30_000;

export interface Swept {
  readonly deals: number;
  /** Entries that the ledger lacked. */
  readonly entries: number;
}

/**
 * Compares every row of Deals with the ledger and puts right what no trigger saw: new rows, moves
 * that another program wrote, changed and deleted deals, a program block that somebody pasted over.
 * A second sweep changes nothing. `null`: no pipeline here, or somebody else is saving.
 */
export function sweep(): Swept | null {
  const open = reloadPipeline();
  return open === null ? null : underLock(LOCK_MS, () => sweepAll(open));
}

function sweepAll(open: OpenPipeline): Swept | null {
  const book = readBook(open);
  const asking = book === null ? null : askingOf(open, 'sweep', book.headers);
  if (book === null || asking === null) return null;
  const known = knowledgeOf(open, book);
  const verdicts = judgeRows(book.rows, known, asking);
  const also = deletions(new Set(verdicts.map(({ id }) => id)), known, asking);
  const tail = tailOf(book.lines, book.ledgerRows);
  const read = { headers: book.headers, first: 1, cells: book.cells };
  const done = record(open, book, read, { verdicts, also, asking, tail });
  layTickBoxes(open, book.deals, book.headers, newRows(verdicts));
  noteCompared();
  sweepDone();
  return { deals: book.rows.length, entries: done.lines.length };
}

function tailOf(lines: readonly LedgerLine[], rows: number): Tail {
  const seq = lines.reduce((highest, line) => Math.max(highest, line.seq), 0);
  return {
    row: Math.max(1, rows),
    seq,
    digest: lines[lines.length - 1]?.digest ?? '',
    orphans: [],
  };
}

/** What the ledger and the activities say of every deal. */
interface Knowledge {
  readonly standings: ReadonlyMap<DealId, Standing>;
  readonly histories: ReadonlyMap<DealId, DealHistory>;
  readonly activities: ReadonlyMap<DealId, Readonly<Record<string, number>>>;
  readonly pipeline: OpenPipeline['configuration']['pipeline'];
}

function knowledgeOf(open: OpenPipeline, { lines, activities }: Book): Knowledge {
  const { pipeline } = open.configuration;
  return {
    standings: standings(lines, MEMO_LINES),
    histories: histories(lines, pipeline),
    activities: activityCounts(activities),
    pipeline,
  };
}

/** Every row's verdict. Of rows with one ID the first keeps it: the others are copies, deals of their own. */
function judgeRows(rows: readonly DealRow[], book: Knowledge, asking: Asking): Verdict[] {
  const taken = new Set<DealId>();
  return rows.map((row) => {
    const isCopy = row.id !== '' && taken.has(row.id);
    const id = row.id === '' || isCopy ? randomId() : row.id;
    taken.add(id);
    const known = isCopy ? null : knownFromLedger(row, book);
    if (known === null) return judgeNew(row, id, asking);
    const verdict = judgeKnown(row, known, asking) ?? verdictOf(row, known);
    return isBack(row, book)
      ? { ...verdict, drafts: [backDraft(row, known, asking), ...verdict.drafts] }
      : verdict;
  });
}

function knownFromLedger(row: DealRow, book: Knowledge): Known | null {
  const standing = book.standings.get(row.id);
  const history = book.histories.get(row.id);
  const accepted =
    standing === undefined ? undefined : stageOf(book.pipeline, standing.accepted.to);
  if (standing === undefined || history === undefined || accepted === undefined) return null;
  const visit = history.visits[history.visits.length - 1];
  return {
    accepted,
    stageSince: dayOf(visit?.from ?? standing.accepted.at),
    created: dayOf(history.created),
    changed: changedFields(standing.last, row.tracked).length > 0,
    seq: standing.last.seq,
    memo: memoOf(standing, history, book.activities.get(row.id) ?? {}),
  };
}

function memoOf(
  standing: Standing,
  history: DealHistory,
  activities: Readonly<Record<string, number>>,
): Memo {
  const told = standing.told.map(({ seq, kind, from, to, at, by, reason }) => ({
    seq,
    kind,
    from,
    to,
    at,
    by,
    reason,
  }));
  return { ...EMPTY_MEMO, history: told, lastTouch: dayOf(history.lastTouch), activities };
}

/** Somebody deleted the row and brought it back. */
function isBack(row: DealRow, book: Knowledge): boolean {
  return book.standings.get(row.id)?.deleted === true;
}

function backDraft(row: DealRow, known: Known, asking: Asking): Draft {
  const stage = known.accepted.key;
  const { by, how, now } = asking;
  return {
    ...row.tracked,
    deal: row.id,
    kind: 'undone',
    from: stage,
    to: stage,
    at: now,
    by,
    how,
    reason: '',
  };
}

/** Entries for the deals whose rows are gone. */
function deletions(present: ReadonlySet<DealId>, book: Knowledge, asking: Asking): Draft[] {
  const gone: Draft[] = [];
  for (const [deal, { last, accepted, deleted }] of book.standings) {
    if (deleted || present.has(deal)) continue;
    const { seq: _seq, batch: _batch, ...fields } = last;
    const stays = { from: accepted.to, to: '' } as const;
    const { by, how, now } = asking;
    gone.push({ ...fields, ...stays, kind: 'deleted', at: now, by, how, reason: '' });
  }
  return gone;
}
