import type { CellValue } from '../../preview/google/book/rect';
import type { SheetModel } from '../../preview/google/book/sheet';
import { plainCells } from '../../preview/google/gestures/plainCells';
import type { Host } from '../../preview/google/host';
import type { Reply } from '../../src/rpc';
import { fileName, type OutFolder } from './outFolder';

type Described = Reply<'describeWorkbook'>;
type DescribedTab = Described['tabs'][number];

/** Rows from the top among which the headers may stand. */
const HEADER_ROWS = 5;

function cellsOf(sheet: SheetModel): CellValue[][] {
  const { lastRow, lastColumn } = sheet;
  if (lastRow === 0 || lastColumn === 0) return [];
  return plainCells(sheet, { row: 1, column: 1, rows: lastRow, columns: lastColumn });
}

/** Where a tab's headers stand: the row that has most of them. -1 for a tab without. */
function headerRow(cells: readonly CellValue[][], headers: Readonly<Record<string, string>>) {
  let best = -1;
  let most = 0;
  cells.slice(0, HEADER_ROWS).forEach((row, i) => {
    const known = row.filter((cell) => Object.hasOwn(headers, String(cell))).length;
    if (known > most) {
      best = i;
      most = known;
    }
  });
  return best;
}

const isFilled = (row: readonly CellValue[]): boolean => row.some((cell) => cell !== '');

/** A table tab from its headers on, in English; any other tab cell for cell. */
function writeTab(out: OutFolder, sheet: SheetModel, tab: DescribedTab | undefined): number {
  const cells = cellsOf(sheet);
  const at = headerRow(cells, tab?.headers ?? {});
  const name = fileName(tab?.english ?? sheet.name);
  if (at === -1) {
    out.csv(name, (cells[0] ?? []).map(String), cells.slice(1));
    return Math.max(0, cells.length - 1);
  }
  const english = (cells[at] ?? []).map((label) => tab?.headers[String(label)] ?? String(label));
  const rows = cells.slice(at + 1).filter(isFilled);
  out.csv(name, english, rows);
  return rows.length;
}

function writeBlock(
  out: OutFolder,
  host: Host,
  block: Described['blocks'][number],
  described: Described,
) {
  const tab = described.tabs.find(({ english }) => english === block.tab);
  const sheet = host.book.sheetById(tab?.sheetId ?? -1);
  if (sheet === null) return;
  const { row, column, rows, columns } = block;
  const cells = rows === 0 ? [] : plainCells(sheet, { row, column, rows, columns: columns.length });
  out.csv(`${fileName(block.tab)}.${fileName(block.block)}`, columns, cells);
}

/** English name -> label, for tabs and for the headers of each. */
function labels(described: Described) {
  return {
    language: described.language,
    tabs: Object.fromEntries(described.tabs.map(({ english, name }) => [english, name])),
    headers: Object.fromEntries(
      described.tabs.map(({ english, headers }) => [
        english,
        Object.fromEntries(Object.entries(headers).map(([label, name]) => [name, label])),
      ]),
    ),
  };
}

/** Writes every tab, the blocks of the generated ones, and labels.json. Answers rows by English tab name. */
export function writeTabs(
  out: OutFolder,
  host: Host,
  described: Described,
): Readonly<Record<string, number>> {
  const rows: Record<string, number> = {};
  for (const sheet of host.book.sheets) {
    const tab = described.tabs.find(({ sheetId }) => sheetId === sheet.id);
    rows[tab?.english ?? sheet.name] = writeTab(out, sheet, tab);
  }
  for (const block of described.blocks) writeBlock(out, host, block, described);
  out.json('labels.json', labels(described));
  return rows;
}

type Figures = Reply<'outlook'>;

const DEAL_OUTLOOK = [
  'deal',
  'stage',
  'days_in_stage',
  'chance',
  'source',
  'chance_7',
  'chance_14',
  'chance_28',
  'chance_30',
  'chance_90',
  'chance_180',
  'amount',
];
const OUTLOOK = ['horizon_days', 'part', 'measure', 'mean', 'p10', 'p50', 'p90', 'run_rate'];

/** The columns that docs/headless.md names first, then what was added since. */
function columnsOf(first: readonly string[], rows: Figures['deals']): string[] {
  const more = new Set(rows.flatMap((row) => Object.keys(row)));
  return [...first, ...[...more].filter((key) => !first.includes(key))];
}

/** Writes deal-outlook.csv and outlook.csv. */
export function writeOutlook(out: OutFolder, { deals, outlook }: Figures): void {
  const write = (name: string, first: readonly string[], rows: Figures['deals']) => {
    const columns = columnsOf(first, rows);
    out.csv(
      name,
      columns,
      rows.map((row) => columns.map((column) => row[column] ?? null)),
    );
  };
  write('deal-outlook', DEAL_OUTLOOK, deals);
  write('outlook', OUTLOOK, outlook);
}
