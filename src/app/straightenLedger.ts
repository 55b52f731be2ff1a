import { normalLabel } from '../domain/pipeline';
import { layColumns } from '../google/layTab';
import { underLock } from '../google/lock';
import type { Tab } from '../google/tab';
import { findHeaders, HEADER_SEARCH_ROWS, type Headers } from '../sheet/headers';
import { layoutOf, type TabLayout } from '../sheet/layout';
import { follows, ledgerNote, linesIn } from './ledgerNote';
import type { OpenPipeline } from './openPipeline';

type LedgerHeaders = Headers<'ledger'>;

const LOCK_MS = 30_000;

/** As `straightenLedger`, for a caller that holds no lock: it takes the lock only where something is to be done. */
export function keepLedgerStraight(open: OpenPipeline): void {
  const ledger = open.workbook.tab('ledger');
  if (ledger === null || isStraight(headersOf(ledger), layoutOf('ledger', open.language))) return;
  underLock(LOCK_MS, () => straightenLedger(open, ledger));
}

/**
 * The ledger's end is read and written by place. Where somebody has moved columns, put one between them or taken headings away, the
 * columns go back to their order with all that was laid over them, and people's own stand behind. Stopped half-way, each one still
 * stands under its heading. Answers whether the entries can be told: not where all headings are gone and the digests say
 * that the columns are not in their order either. One read while all is well. Hold the lock.
 */
export function straightenLedger(open: OpenPipeline, ledger: Tab): boolean {
  const layout = layoutOf('ledger', open.language);
  const found = headersOf(ledger);
  if (isStraight(found, layout)) return true;
  const inOrder = layout.columns.map((_, i) => i);
  const isWhole = found !== null && layout.columns.every(({ key }) => placeOf(found, key) >= 0);
  if (!isWhole && lastLinks(open, ledger, inOrder)) {
    layHeadings(ledger, layout, found);
    return true;
  }
  if (found === null) return false;
  const headers = isWhole ? trueHeaders(open, ledger, found) : withMissing(ledger, layout, found);
  moveBack(ledger, layout, headers);
  return true;
}

function headersOf(ledger: Tab): LedgerHeaders | null {
  return findHeaders('ledger', ledger.readRows(1, HEADER_SEARCH_ROWS));
}

/** From 0; -1 for none. */
function placeOf(headers: LedgerHeaders, key: string): number {
  return (headers.columns.get(key) ?? 0) - 1;
}

function isStraight(headers: LedgerHeaders | null, { columns }: TabLayout): boolean {
  return headers !== null && columns.every(({ key }, i) => placeOf(headers, key) === i);
}

/** Whether the last entry, read from these columns, goes on the chain of digests. Where there is none, nothing is in disorder. */
function lastLinks(open: OpenPipeline, ledger: Tab, places: readonly number[]): boolean {
  const note = ledgerNote();
  if (note?.seq === 0) return true;
  const end = ledger.lastRow();
  const rows = end === 0 ? [] : ledger.readRows(Math.max(1, end - 1), end);
  const read = rows.map((row) => linesIn(open, [places.map((place) => row[place] ?? '')])[0]);
  const last = read[read.length - 1];
  if (last === undefined) return end === 0;
  const isNoted = note?.seq === last.seq && note.before !== undefined;
  return (
    follows(read.length < 2 ? '' : (read[0]?.digest ?? ''), last) ||
    (isNoted && follows(note.before ?? '', last))
  );
}

/** Headings over the columns as they stand: above the first row, when none of the headers is left. */
function layHeadings(ledger: Tab, layout: TabLayout, found: LedgerHeaders | null): void {
  if (found === null && ledger.lastRow() > 0) ledger.sheet.insertRowsBefore(1, 1);
  const placed = layout.columns.map((column, i) => ({ layout: column, column: i + 1 }));
  const lacking = placed.filter(
    ({ layout: { key } }, i) => found === null || placeOf(found, key) !== i,
  );
  layColumns(ledger.sheet, layout, found?.row ?? 1, lacking, () => null);
}

/** Where two columns bear the same heading, the one counts under which the last entry goes on the chain. */
function trueHeaders(open: OpenPipeline, ledger: Tab, found: LedgerHeaders): LedgerHeaders {
  const { columns } = layoutOf('ledger', open.language);
  for (const { code, column } of found.problems) {
    if (code !== 'duplicateHeader') continue;
    const label = normalLabel(found.texts[column - 1] ?? '');
    const first = found.texts.findIndex((text) => normalLabel(text) === label);
    const texts = found.texts.map((text, i) => (i === first ? '' : text));
    const other = findHeaders('ledger', [texts]);
    const places = columns.map(({ key }) => (other === null ? -1 : placeOf(other, key)));
    if (other !== null && lastLinks(open, ledger, places)) return { ...other, row: found.row };
  }
  return found;
}

/** Columns that somebody has deleted stand anew, empty, behind all others: Health tells which entries lack something. */
function withMissing(ledger: Tab, layout: TabLayout, found: LedgerHeaders): LedgerHeaders {
  const behind = ledger.lastColumn();
  const missing = layout.columns.filter(({ key }) => placeOf(found, key) < 0);
  const placed = missing.map((column, i) => ({ layout: column, column: behind + 1 + i }));
  layColumns(ledger.sheet, layout, found.row, placed, () => null);
  const added = missing.map(({ key }, i) => [key, behind + 1 + i] as const);
  return { ...found, columns: new Map([...found.columns, ...added]) };
}

/** One column after the other, from the left, each with its heading. */
function moveBack(ledger: Tab, { columns }: TabLayout, headers: LedgerHeaders): void {
  const width = Math.max(ledger.lastColumn(), ...headers.columns.values());
  const keyAt = new Map([...headers.columns].map(([key, column]) => [column, key]));
  const order = Array.from({ length: width }, (_, i) => keyAt.get(i + 1) ?? '');
  columns.forEach(({ key }, i) => {
    const from = order.indexOf(key);
    if (from === i || from < 0) return;
    ledger.sheet.moveColumns(ledger.sheet.getRange(1, from + 1), i + 1);
    order.splice(i, 0, ...order.splice(from, 1));
  });
}
