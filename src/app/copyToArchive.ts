import { columnName, type Tab } from '../google/tab';
import type { Cell, Row } from '../sheet/cell';
import { cellText } from '../sheet/cellText';
import type { DealRow } from '../sheet/dealsTab';
import { findHeaders, HEADER_SEARCH_ROWS } from '../sheet/headers';
import { layoutOf } from '../sheet/layout';
import { type LedgerLine, ledgerRows } from '../sheet/ledgerTab';
import { appendTo } from './appendUnder';
import type { OpenPipeline } from './openPipeline';
import { withTab } from './openTab';
import type { Book } from './readBook';
import type { Places } from './stillThere';

/** The rows that were copied, in the archive. */
export interface Copies extends Places {
  readonly tab: Tab;
}

/**
 * Writes these deals' rows, with people's own columns and notes, and these entries below what is archived already; what an
 * earlier, stopped pass has copied is not copied again. The calls are the same however many rows there are. `null`: nothing was copied.
 */
export function copyToArchive(
  open: OpenPipeline,
  book: Book,
  rows: readonly DealRow[],
  lines: readonly LedgerLine[],
): Copies | null {
  if (rows.length === 0) return null;
  const layout = layoutOf('ledger', open.language);
  const ready = withTab(withTab(open, 'archivedEntries', layout.columns), 'archive');
  const entries = ready.workbook.tab('archivedEntries');
  const archive = ready.workbook.tab('archive');
  if (entries === null || archive === null) throw new Error('The archive tabs were not made.');
  const there = new Set(book.archive.lines.map(({ seq }) => seq));
  const fresh = lines.filter(({ seq }) => !there.has(seq));
  if (fresh.length > 0) copyEntries(open, book, entries, fresh);
  return copyRows(archive, book, rows);
}

/** Entries with what stands in people's own columns beside them. */
function copyEntries(
  open: OpenPipeline,
  book: Book,
  entries: Tab,
  fresh: readonly LedgerLine[],
): void {
  const headers = findHeaders('ledger', entries.readRows(1, HEADER_SEARCH_ROWS));
  const copies = ledgerRows(fresh, open.configuration.pipeline, open.language);
  const own = headers === null ? [] : ownCells(book, fresh);
  const names = own.map(({ name }) => name);
  const missing = names.filter((name) => headers?.own.has(name) === false);
  const behind = missing.length === 0 ? 0 : entries.lastColumn();
  if (missing.length > 0) {
    entries.widen(behind + missing.length);
    entries.write({ row: headers?.row ?? 1, column: behind + 1 }, [missing]);
  }
  const columnOf = (name: string) => headers?.own.get(name) ?? behind + 1 + missing.indexOf(name);
  const beside = new Map(own.map(({ name, cells }) => [columnOf(name), cells]));
  appendTo(open, entries, 'ledger', headers, copies, beside);
}

/** What people have written beside these entries, by the heading of its column, or by its letter where it has none. */
function ownCells(
  { ledgerCells, ledgerHeaders, rowOfEntry }: Book,
  fresh: readonly LedgerLine[],
): readonly { readonly name: string; readonly cells: readonly Cell[] }[] {
  const rows = fresh.map(({ seq }) => ledgerCells[(rowOfEntry.get(seq) ?? 0) - 1] ?? []);
  const standard = new Set(ledgerHeaders?.columns.values());
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const names = new Set<string>();
  return Array.from({ length: width }, (_, place) => place).flatMap((place) => {
    const cells = rows.map((row) => row[place] ?? '');
    if (standard.has(place + 1) || cells.every((cell) => cell === '')) return [];
    const text = ledgerHeaders?.texts[place] ?? '';
    const name = text === '' || names.has(text) ? `(${columnName(place + 1)})` : text;
    names.add(name);
    return [{ name, cells }];
  });
}

function copyRows(archive: Tab, book: Book, rows: readonly DealRow[]): Copies | null {
  const there = archive.readAll();
  const headerRow = findHeaders('deals', there.slice(0, HEADER_SEARCH_ROWS))?.row ?? 1;
  // A header that somebody has cleared keeps its place: what stands under it stays apart.
  const isEmpty = there.every((row) => row.every((cell) => cell === ''));
  const header = isEmpty ? [] : (there[headerRow - 1] ?? []).map(cellText);
  const names = columnNames(book, rows);
  const all = [...header, ...names.filter((name) => !header.includes(name))];
  const columns = all.map((name) => names.indexOf(name));
  const known = new Set(
    there.slice(headerRow).map((row) => JSON.stringify(padded(row, all.length))),
  );
  const copies = rows
    .map(({ row, id }) => ({
      row,
      id,
      cells: columns.map((at) => book.cells[row - 1]?.[at] ?? ''),
    }))
    .filter(({ cells }) => !known.has(JSON.stringify(cells)));
  if (copies.length === 0) return null;
  const after = Math.max(headerRow, there.length);
  if (all.length > header.length) {
    archive.widen(all.length);
    archive.write({ row: headerRow, column: 1 }, [all]);
  }
  archive.append(
    after,
    copies.map(({ cells }) => cells),
  );
  copyNotes(archive, book, { after, columns, rows: copies.map(({ row }) => row) });
  const column = columns.indexOf((book.headers.columns.get('id') ?? 0) - 1) + 1;
  return { tab: archive, column, names: new Map(copies.map(({ id }, i) => [after + 1 + i, id])) };
}

function padded(row: Row, width: number): readonly Cell[] {
  return Array.from({ length: width }, (_, i) => row[i] ?? '');
}

/** What each column of Deals is called in the archive: by its header; by its letter where it has none, or one that stands further left. */
function columnNames({ headers, cells }: Book, rows: readonly DealRow[]): readonly string[] {
  const width = Math.max(...rows.map(({ row }) => cells[row - 1]?.length ?? 0));
  const names: string[] = [];
  for (let i = 0; i < width; i++) {
    const text = headers.texts[i] ?? '';
    names.push(text === '' || names.includes(text) ? `(${columnName(i + 1)})` : text);
  }
  return names;
}

interface CopiedRows {
  readonly after: number;
  /** For each column of the archive its place in Deals, from 0; -1 where Deals has none. */
  readonly columns: readonly number[];
  readonly rows: readonly number[];
}

/** Two calls, and the second only where there are notes. */
function copyNotes(archive: Tab, { deals }: Book, { after, columns, rows }: CopiedRows): void {
  const first = Math.min(...rows);
  const width = Math.max(...columns) + 1;
  const notes = deals.readNotes({ row: first, column: 1 }, Math.max(...rows) - first + 1, width);
  const copies = rows.map((row) => columns.map((at) => notes[row - first]?.[at] ?? ''));
  if (copies.flat().some((note) => note !== '')) {
    archive.writeNotes({ row: after + 1, column: 1 }, copies);
  }
}
