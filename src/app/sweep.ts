import { changedFields } from '../domain/changes';
import { dayOf } from '../domain/day';
import type { DealHistory } from '../domain/history';
import type { DealId } from '../domain/ledger';
import { stageOf } from '../domain/pipeline';
import { histories } from '../domain/replay';
import { type Standing, standings } from '../domain/standing';
import { underLock } from '../google/lock';
import { randomId } from '../google/random';
import { readActivities } from '../sheet/activitiesTab';
import { type DealRow, readDeals } from '../sheet/dealsTab';
import { findHeaders, HEADER_SEARCH_ROWS } from '../sheet/headers';
import { type LedgerLine, readLedger } from '../sheet/ledgerTab';
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
  const deals = open.workbook.tab('deals');
  const ledger = open.workbook.tab('ledger');
  if (deals === null || ledger === null) return null;
  const cells = deals.readAll();
  const headers = findHeaders('deals', cells.slice(0, HEADER_SEARCH_ROWS));
  const asking = headers === null ? null : askingOf(open, 'sweep', headers);
  if (headers === null || asking === null) return null;

  const { pipeline, settings } = open.configuration;
  const grid = ledger.readAll();
  const lines = linesOf(open, grid);
  const rows = readDeals(headers, cells, { currency: settings.currency, pipeline });
  const book = bookOf(open, lines);
  const verdicts = judgeRows(rows, book, asking);
  const also = deletions(new Set(verdicts.map(({ id }) => id)), book, asking);
  const tail = tailOf(lines, grid.length);
  const done = record(
    open,
    { deals, ledger },
    { headers, first: 1, cells },
    { verdicts, also, asking, tail },
  );
  layTickBoxes(open, deals, headers, newRows(verdicts));
  noteCompared();
  sweepDone();
  return { deals: rows.length, entries: done.lines.length };
}

function linesOf(
  open: OpenPipeline,
  grid: Parameters<typeof readLedger>[1],
): readonly LedgerLine[] {
  const headers = findHeaders('ledger', grid.slice(0, HEADER_SEARCH_ROWS));
  return headers === null ? [] : readLedger(headers, grid, open.configuration.pipeline).lines;
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
interface DealBook {
  readonly standings: ReadonlyMap<DealId, Standing>;
  readonly histories: ReadonlyMap<DealId, DealHistory>;
  readonly activities: ReadonlyMap<DealId, Readonly<Record<string, number>>>;
  readonly pipeline: OpenPipeline['configuration']['pipeline'];
}

function bookOf(open: OpenPipeline, lines: readonly LedgerLine[]): DealBook {
  const { pipeline } = open.configuration;
  return {
    standings: standings(lines, MEMO_LINES),
    histories: histories(lines, pipeline),
    activities: activityCounts(open),
    pipeline,
  };
}

function activityCounts(open: OpenPipeline): Map<DealId, Record<string, number>> {
  const counts = new Map<DealId, Record<string, number>>();
  const tab = open.workbook.tab('activities');
  if (tab === null) return counts;
  for (const { deal, kind } of readActivities(tab.readAll()).activities) {
    const own = counts.get(deal) ?? {};
    own[kind] = (own[kind] ?? 0) + 1;
    counts.set(deal, own);
  }
  return counts;
}

/** Every row's verdict. Of rows with one ID the first keeps it: the others are copies, deals of their own. */
function judgeRows(rows: readonly DealRow[], book: DealBook, asking: Asking): Verdict[] {
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

function knownFromLedger(row: DealRow, book: DealBook): Known | null {
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
function isBack(row: DealRow, book: DealBook): boolean {
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
function deletions(present: ReadonlySet<DealId>, book: DealBook, asking: Asking): Draft[] {
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
