import { textDigest } from '../domain/fingerprint';
import { flushWrites, underLock } from '../google/lock';
import { documentStore } from '../google/store';
import type { Tab } from '../google/tab';
import type { Grid } from '../sheet/cell';
import { type DealRow, dealCells, readDeal } from '../sheet/dealsTab';
import { columnOf } from '../sheet/headers';
import { type FormResponse, readResponses } from '../sheet/responses';
import { appendDeals } from './appendDeals';
import { askingOf } from './asking';
import { judgeNew } from './judgeRow';
import { layTickBoxes } from './layTickBoxes';
import type { OpenPipeline } from './openPipeline';
import { type Book, readBook } from './readBook';
import { record } from './record';
import { settledTail } from './settledRows';

const LOCK_MS = 20_000;
const SEEN_KEY = 'responsesSeen';

/** The tab of form responses that Settings names; `null` when there is none, or it is a tab of the pipeline itself. */
export function responsesTab(open: OpenPipeline): Tab | null {
  const { formTab } = open.configuration.settings;
  const tab = formTab === '' ? null : open.workbook.tabNamed(formTab);
  const own = new Set<number>(Object.values(open.tabs));
  return tab === null || own.has(tab.sheet.getSheetId()) ? null : tab;
}

/**
 * Makes a deal of each response that is not one yet. The deal's ID is made from the response, so that
 * one that is stopped half-way, sorted or read again never becomes a second deal.
 */
export function takeResponses(open: OpenPipeline): void {
  const tab = responsesTab(open);
  if (tab === null) return;
  const grid = tab.readAll();
  const seen = `${grid.length} ${textDigest(JSON.stringify(grid))}`;
  if (documentStore.get(SEEN_KEY) === seen) return;
  const done = underLock(LOCK_MS, () => takeAll(open, grid));
  if (done === true) documentStore.set(SEEN_KEY, seen);
}

function takeAll(open: OpenPipeline, grid: Grid): boolean {
  const ledger = open.workbook.tab('ledger');
  const tail = ledger === null ? null : settledTail(open, ledger);
  const book = readBook(open);
  const asking = book === null ? null : askingOf(open, 'form', book.headers);
  if (tail === null || book === null || asking === null || !book.headers.columns.has('id')) {
    return false;
  }
  const known = new Set([...book.rows.map(({ id }) => id), ...book.lines.map(({ deal }) => deal)]);
  const fresh = readResponses(grid, book.headers).filter(({ id }) => !known.has(id));
  if (fresh.length === 0) return true;
  const { first, cells, rows } = appendRows(open, book, fresh);
  const verdicts = rows.map((row) => judgeNew(row, row.id, asking));
  record(open, book, { headers: book.headers, first, cells }, { verdicts, asking, tail });
  layTickBoxes(
    open,
    book.deals,
    book.headers,
    rows.map(({ row }) => row),
  );
  return true;
}

/** Rows with their IDs come first: stopped here, the sweep makes the deals. */
function appendRows(
  open: OpenPipeline,
  { deals, headers }: Book,
  responses: readonly FormResponse[],
): { readonly first: number; readonly cells: Grid; readonly rows: readonly DealRow[] } {
  const id = columnOf(headers, 'id');
  const cells = responses.map((response) => {
    const row = [...dealCells(headers, response.cells)];
    row[id - 1] = response.id;
    return row;
  });
  const [first = headers.row + 1] = appendDeals(open, deals, headers, cells);
  flushWrites();
  const { pipeline, settings } = open.configuration;
  const context = { currency: settings.currency, pipeline };
  return { first, cells, rows: cells.map((row, i) => readDeal(headers, row, first + i, context)) };
}
