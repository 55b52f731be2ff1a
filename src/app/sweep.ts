import type { DealId, How } from '../domain/ledger';
import { underLock } from '../google/lock';
import type { Row } from '../sheet/cell';
import { cellText } from '../sheet/cellText';
import type { DealRow } from '../sheet/dealsTab';
import { askingOf } from './asking';
import { claimRows } from './claimRows';
import { noteCompared } from './compareStages';
import { dealIn, echoes, WRITTEN_CELLS } from './echoes';
import type { Verdict } from './judgeRow';
import { keepStages } from './keepConfiguration';
import { layTickBoxes, newRows } from './layTickBoxes';
import { noteTail, type Tail, tailOf } from './ledgerTail';
import { deletions, judgeRows, type Knowledge, knowledgeOf } from './ledgerVerdicts';
import { type OpenPipeline, reloadPipeline } from './openPipeline';
import { type Book, knownRows, readBook } from './readBook';
import { record } from './record';
import { softenRules } from './refusals';
import { isRenamed } from './relabelStages';
import { straightenLedger } from './straightenLedger';
import { sweepDone, wantSweep } from './sweepWanted';
import { type Meant, takeBackStrays } from './takeBackStrays';

const LOCK_MS = 30_000;

/** Told before what takes long. */
export type Begun = (open: OpenPipeline) => void;

export interface Swept {
  readonly deals: number;
  /** Entries that the ledger lacked. */
  readonly entries: number;
}

/**
 * Compares every row of Deals with the ledger and puts right what no trigger saw: new rows, moves
 * that another program wrote, changed and deleted deals, a program block that somebody pasted over.
 * A second sweep changes nothing. `null`: no pipeline here, somebody else is saving, or has
 * rearranged the rows meanwhile.
 */
export function sweep(begun: Begun = () => {}): Swept | null {
  try {
    return sweepOnce(begun);
  } catch (error) {
    if (!softenRules()) throw error;
    return sweepOnce(begun);
  }
}

function sweepOnce(begun: Begun): Swept | null {
  const open = reloadPipeline();
  if (open === null) return null;
  begun(open);
  return underLock(LOCK_MS, () => sweepAll(open));
}

/** As `sweep`, for a caller that holds the document's lock; entries say `how` they came about. */
export function sweepAll(open: OpenPipeline, how: How = 'sweep'): Swept | null {
  const ledger = open.workbook.tab('ledger');
  if (ledger === null || !straightenLedger(open, ledger)) return null;
  if (isRenamed(open)) keepStages(open);
  const book = readBook(open);
  const asking = book === null ? null : askingOf(open, how, book.headers);
  // Without its IDs no row can be told from another: nothing may be concluded from that.
  if (book === null || asking === null || !book.headers.columns.has('id')) return null;
  const tail = tailOf(book.lines, book.ledgerRows);
  const known = knowledgeOf(book, open.configuration.pipeline, tail);
  const strays = echoes(knownRows(book), book, known);
  const rows = knownRows(book).filter((row) => !strays.has(row));
  const judged = judgeRows(rows, known, asking);
  if (isRearranged(book)) return null;
  const verdicts = stillAsked(book, judged);
  // A deal that no row shows may be one whose ID cannot be seen.
  const isAll = rows.length + strays.size === book.rows.length;
  const present = new Set([...verdicts.map(({ id }) => id), ...book.archived]);
  const also = isAll ? deletions(present, known, asking) : [];
  const read = { headers: book.headers, first: 1, cells: book.cells };
  const claimed = claimRows(book.deals, read, verdicts);
  if (claimed === null) return null;
  const settled = { ...tail, orphans: leftOut(tail, verdicts, claimed), fresh: [] };
  const done = record(open, book, read, { verdicts: claimed, also, asking, tail: settled });
  const isNoted = done.lines.length > 0 || tail.orphans.length + tail.fresh.length === 0;
  if (!isNoted) noteTail(done.tail);
  clearStrays(book, known, claimed, strays);
  layTickBoxes(open, book.deals, book.headers, newRows(claimed));
  noteCompared();
  sweepDone();
  const hasStrays = takeBackStrays(book, pipelinesWritten(book, claimed));
  if (hasStrays || claimed.length < verdicts.length) wantSweep();
  return { deals: book.rows.length, entries: done.lines.length };
}

/** No block is written beside a pipeline that alone is missing: nothing else would tell where it went. */
function pipelinesWritten({ headers }: Book, verdicts: readonly Verdict[]): readonly Meant[] {
  const column = headers.columns.get('pipeline') ?? 0;
  return verdicts.flatMap(({ id, row: { row }, pipelineCell }) =>
    pipelineCell === null || column === 0 ? [] : [{ id, row, column, cell: pipelineCell }],
  );
}

/** Deals whose rows wait for the next check, and may not say yet what was noted of them. */
function leftOut(
  { orphans }: Tail,
  verdicts: readonly Verdict[],
  claimed: readonly Verdict[],
): readonly DealId[] {
  if (claimed.length === verdicts.length) return [];
  const left = new Set(verdicts.map(({ id }) => id));
  for (const { id } of claimed) left.delete(id);
  return orphans.filter((deal) => left.has(deal));
}

/**
 * Blocks in empty rows, of deals that stand elsewhere, and what was written beside them: a row was inserted in the very moment
 * of writing. Whoever types a new deal there would take over the other one's life. One call, and none where there are no
 * such rows.
 */
function clearStrays(
  { deals, headers, cells, rows }: Book,
  known: Knowledge,
  verdicts: readonly Verdict[],
  echoed: ReadonlySet<DealRow>,
): void {
  const [id, version] = [headers.columns.get('id') ?? 0, headers.columns.get('version') ?? 0];
  const blockOf = (row: Row) => dealIn(cellText(row[id - 1]), cellText(row[version - 1]), known);
  const ids = new Set([...rows, ...verdicts].map((row) => row.id).filter((one) => one !== ''));
  const filled = new Set(rows.filter((row) => !echoed.has(row)).map(({ row }) => row));
  const strays = cells.flatMap((row, i) => {
    const isStray = i >= headers.row && !filled.has(i + 1) && ids.has(blockOf(row));
    return isStray ? [i + 1] : [];
  });
  const columns = WRITTEN_CELLS.flatMap((key) => headers.columns.get(key) ?? []);
  deals.writeSame(
    strays.flatMap((row) => columns.map((one) => ({ row, column: one }))),
    '',
  );
}

/**
 * Whether somebody has sorted, inserted or deleted rows since they were read: what was found would be written beside other
 * deals. Nothing is, and the next check begins anew. One read.
 */
export function isRearranged({ deals, headers, cells }: Book): boolean {
  const column = headers.columns.get('id') ?? 0;
  const now = deals.readColumn(column);
  const rows = Math.max(cells.length, now.length);
  const isAt = (i: number) => cellText(cells[i]?.[column - 1]) === cellText(now[i]);
  return !Array.from({ length: rows }, (_, i) => i).every(isAt);
}

/** The cells of people's own that a verdict may answer, each in a column of its own. */
const ANSWERS = [
  ['stage', 'stageCell'],
  ['pipeline', 'pipelineCell'],
  ['closeDate', 'closeDateCell'],
] as const;

/**
 * Reading and judging a large workbook takes seconds, and people go on typing meanwhile: a stage, a pipeline or a close date that
 * somebody has typed since stays, for the next look. One read for each of the three that is written.
 */
export function stillAsked(
  { deals, headers, cells }: Book,
  verdicts: readonly Verdict[],
): readonly Verdict[] {
  return ANSWERS.reduce((left, [key, answer]) => {
    const column = headers.columns.get(key) ?? 0;
    if (column === 0 || left.every((verdict) => verdict[answer] === null)) return left;
    const now = deals.readColumn(column);
    const isAsRead = (row: number) =>
      cellText(now[row - 1]).trim() === cellText(cells[row - 1]?.[column - 1]).trim();
    return left.map((verdict) =>
      verdict[answer] === null || isAsRead(verdict.row.row)
        ? verdict
        : { ...verdict, [answer]: null },
    );
  }, verdicts);
}
