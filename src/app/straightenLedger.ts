import { ledgerDigest } from '../domain/fingerprint';
import { layColumns, textColumns } from '../google/layTab';
import { flushWrites, underLock } from '../google/lock';
import type { Tab } from '../google/tab';
import type { Cell, Grid, Row } from '../sheet/cell';
import { findHeaders, HEADER_SEARCH_ROWS, type Headers } from '../sheet/headers';
import { layoutOf, plainColumns, type TabLayout } from '../sheet/layout';
import { type LedgerLine, readLedger } from '../sheet/ledgerTab';
import type { OpenPipeline } from './openPipeline';

const LOCK_MS = 30_000;

/** As `straightenLedger`, for a caller that holds no lock: it takes the lock only where something is to be done. */
export function keepLedgerStraight(open: OpenPipeline): void {
  if (crooked(open) !== null) underLock(LOCK_MS, () => straightenLedger(open));
}

/**
 * An edit finds the ledger's end without looking at its headers. Where somebody has moved columns of it, put one between them
 * or taken the header away, the columns go back to their order; those that are not the program's stand behind them. A row that was
 * written meanwhile is in that order already: the digests tell which. One read while all is in order. Hold the lock.
 */
export function straightenLedger(open: OpenPipeline): void {
  const found = crooked(open);
  if (found !== null) rewrite(open, found.ledger, found.headers);
}

interface Crooked {
  readonly ledger: Tab;
  readonly headers: Headers<'ledger'> | null;
}

/** `null` when every column stands in its place. */
function crooked(open: OpenPipeline): Crooked | null {
  const ledger = open.workbook.tab('ledger');
  if (ledger === null) return null;
  const headers = findHeaders('ledger', ledger.readRows(1, HEADER_SEARCH_ROWS));
  const { columns } = layoutOf('ledger', open.language);
  const isStraight = headers !== null && columns.every(({ key }, i) => placeOf(headers, key) === i);
  return isStraight ? null : { ledger, headers };
}

/** From 0; -1 for none. */
function placeOf(headers: Headers<'ledger'>, key: string): number {
  return (headers.columns.get(key) ?? 0) - 1;
}

function rewrite(open: OpenPipeline, ledger: Tab, headers: Crooked['headers']): void {
  const layout = layoutOf('ledger', open.language);
  const header = headers?.row ?? 1;
  const rows = ledger.readAll().slice(headers === null ? 0 : header);
  const places = placesIn(headers, layout);
  const others = otherPlaces(places, headers, rows);
  const width = layout.columns.length;
  const byHeader = rows.map((row) => [...at(row, places), ...at(row, others)]);
  const asWritten = rows.map((row) => [
    ...at(
      row,
      layout.columns.map((_, i) => i),
    ),
    ...others.map((place) => (place < width ? '' : (row[place] ?? ''))),
  ]);
  const names = [
    ...layout.columns.map((column) => column.header),
    ...others.map((place) => headers?.texts[place] ?? ''),
  ];
  const straight = linkedRows(open, names, byHeader, asWritten);
  ledger.widen(names.length);
  textColumns(ledger.sheet, header, plainColumns(layout));
  // All rows at once: stopped half way, none could tell any more how it was meant.
  ledger.append(header - 1, [names, ...straight], plainColumns(layout));
  flushWrites();
  const placed = layout.columns.map((column, i) => ({ layout: column, column: i + 1 }));
  layColumns(ledger.sheet, layout, header, placed, () => null);
}

function at(row: Row, places: readonly number[]): Cell[] {
  return places.map((place) => row[place] ?? '');
}

/** Where each standard column stands: by its header; in its own place, where that bears none that we know. */
function placesIn(headers: Headers<'ledger'> | null, { columns }: TabLayout): readonly number[] {
  const known = columns.map(({ key }) => (headers === null ? -1 : placeOf(headers, key)));
  return known.map((place, i) => (place < 0 && !known.includes(i) ? i : place));
}

/** The filled columns that are none of these. */
function otherPlaces(
  places: readonly number[],
  headers: Headers<'ledger'> | null,
  rows: Grid,
): readonly number[] {
  const texts = headers?.texts ?? [];
  const width = rows.reduce((most, row) => Math.max(most, row.length), texts.length);
  const isFilled = (place: number) =>
    (texts[place] ?? '') !== '' || rows.some((row) => (row[place] ?? '') !== '');
  return Array.from({ length: width }, (_, place) => place).filter(
    (place) => !places.includes(place) && isFilled(place),
  );
}

/** Each row as the one of two readings that goes on the chain of digests; where neither does, the first that is an entry. */
function linkedRows(
  open: OpenPipeline,
  names: Row,
  ...[first, second]: readonly [readonly Row[], readonly Row[]]
): readonly Row[] {
  const [inFirst, inSecond] = [first, second].map((rows) => linesIn(open, [names, ...rows]));
  let digest = '';
  return first.map((row, i) => {
    const [one, other] = [inFirst?.get(i), inSecond?.get(i)];
    const isSecond = !follows(digest, one) && (follows(digest, other) || one === undefined);
    digest = (isSecond ? other : one)?.digest ?? digest;
    return isSecond && other !== undefined ? (second[i] ?? row) : row;
  });
}

function follows(digest: string, line: LedgerLine | undefined): boolean {
  if (line === undefined) return false;
  const { digest: own, ...entry } = line;
  return ledgerDigest(digest, entry) === own;
}

/** The entries of a grid in the standard order, by the place of their row below the header. */
function linesIn(open: OpenPipeline, grid: Grid): ReadonlyMap<number, LedgerLine> {
  const headers = findHeaders('ledger', grid.slice(0, 1));
  if (headers === null) return new Map();
  const { lines, rows } = readLedger(headers, grid, open.configuration.pipeline);
  return new Map(lines.map((line, i) => [(rows[i] ?? 0) - 2, line]));
}
