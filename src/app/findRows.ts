import type { DealId } from '../domain/ledger';
import { activeRow } from '../google/selection';
import type { Tab } from '../google/tab';
import type { Row } from '../sheet/cell';
import { type DealRow, readDeal } from '../sheet/dealsTab';
import { findHeaders, HEADER_SEARCH_ROWS, type Headers } from '../sheet/headers';
import { APP_WORDS } from '../words/app';
import { Refused } from './answer';
import type { OpenPipeline } from './openPipeline';
import type { RowsRead } from './rowsRead';

/** Rows of Deals that belong to the deals asked for. */
export interface FoundRows extends RowsRead {
  readonly deals: Tab;
  /** By ID; a deal that has no row any more is not among them. */
  readonly rows: ReadonlyMap<DealId, DealRow>;
}

/** The Deals tab and its headers; refuses when either is gone. */
export function dealsTab(open: OpenPipeline): {
  readonly deals: Tab;
  readonly headers: Headers<'deals'>;
} {
  const deals = open.workbook.tab('deals');
  const words = APP_WORDS[open.language];
  if (deals === null) throw new Refused('noDealsTab', words.noDealsTab);
  const headers = findHeaders('deals', deals.readRows(1, HEADER_SEARCH_ROWS));
  if (headers === null) throw new Refused('noHeaders', words.noHeaders);
  return { deals, headers };
}

/** Who sorts rows between two reads is answered by looking once more. */
const MOST_LOOKS = 3;

/** Finds deals by their IDs, wherever their rows are now: three reads with those of `dealsTab`, however many deals. */
export function findRows(
  open: OpenPipeline,
  ids: readonly DealId[],
  tab = dealsTab(open),
): FoundRows {
  const wanted = new Set(ids);
  for (let looks = 1; ; looks++) {
    const { found, there } = lookFor(open, tab, wanted);
    if (found.rows.size === there || looks === MOST_LOOKS) return found;
  }
}

/** The rows, and how many of the deals had an ID in the tab a moment ago. */
function lookFor(
  open: OpenPipeline,
  { deals, headers }: ReturnType<typeof dealsTab>,
  wanted: ReadonlySet<DealId>,
): { readonly found: FoundRows; readonly there: number } {
  const column = headers.columns.get('id') ?? 0;
  const at: number[] = [];
  const seen = new Set<DealId>();
  if (column > 0) {
    deals.readColumn(column).forEach((cell, i) => {
      const id = String(cell).trim();
      if (i < headers.row || id === '' || !wanted.has(id)) return;
      at.push(i + 1);
      seen.add(id);
    });
  }
  const there = seen.size;
  if (there === 0)
    return { found: { deals, headers, first: 0, cells: [], rows: new Map() }, there };
  const first = at.reduce((a, b) => Math.min(a, b));
  const cells: Row[] = deals.readRows(
    first,
    at.reduce((a, b) => Math.max(a, b)),
  );
  const rows = new Map<DealId, DealRow>();
  for (const row of at) {
    const read = rowAt(open, headers, cells, first, row);
    if (read !== null && wanted.has(read.id) && !rows.has(read.id)) rows.set(read.id, read);
  }
  return { found: { deals, headers, first, cells, rows }, there };
}

/** The deal in the row that the person has selected in Deals; `null` elsewhere or in an empty row. */
export function selectedRow(open: OpenPipeline): FoundRows & { readonly selected: DealRow | null } {
  const { deals, headers } = dealsTab(open);
  const row = activeRow(deals.sheet);
  const none = { deals, headers, first: 0, cells: [], rows: new Map(), selected: null };
  if (row === null || row <= headers.row) return none;
  const cells: Row[] = deals.readRows(row, row);
  const read = rowAt(open, headers, cells, row, row);
  if (read === null || read.id === '') return none;
  return { deals, headers, first: row, cells, rows: new Map([[read.id, read]]), selected: read };
}

function rowAt(
  open: OpenPipeline,
  headers: Headers<'deals'>,
  cells: readonly Row[],
  first: number,
  row: number,
): DealRow | null {
  const { pipeline, settings } = open.configuration;
  const cell = cells[row - first];
  return cell === undefined
    ? null
    : readDeal(headers, cell, row, { currency: settings.currency, pipeline });
}
