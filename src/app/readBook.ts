import type { DealId } from '../domain/ledger';
import { countNames } from '../domain/named';
import type { Tab } from '../google/tab';
import { type Activity, readActivities } from '../sheet/activitiesTab';
import type { Grid, Problem } from '../sheet/cell';
import { type DealRow, readDeals } from '../sheet/dealsTab';
import { findHeaders, HEADER_SEARCH_ROWS, type Headers } from '../sheet/headers';
import { type LedgerLine, readLedger } from '../sheet/ledgerTab';
import { isUnseen, type Merged, mergedProblems } from '../sheet/mergedCells';
import { type PaymentRow, readPayments } from '../sheet/paymentsTab';
import { stageNames } from '../sheet/stageFinder';
import { readTasks, type TaskRow } from '../sheet/tasksTab';
import { type Archived, allLines, archivedDeals, readArchive } from './archived';
import type { OpenPipeline } from './openPipeline';

/** Everything that people and the program wrote, read once: one call a tab. */
export interface Book {
  readonly deals: Tab;
  readonly ledger: Tab;
  readonly headers: Headers<'deals'>;
  readonly cells: Grid;
  readonly rows: readonly DealRow[];
  /** All entries, the archived ones too. */
  readonly lines: readonly LedgerLine[];
  readonly archive: Archived;
  /** Deals that have moved to the archive. */
  readonly archived: ReadonlySet<DealId>;
  /** The row of the Ledger tab in which each entry stands, by its number. */
  readonly rowOfEntry: ReadonlyMap<number, number>;
  /** The Ledger tab as it was read, with people's own columns. */
  readonly ledgerCells: Grid;
  readonly ledgerHeaders: Headers<'ledger'> | null;
  /** The last row of the ledger that holds anything. */
  readonly ledgerRows: number;
  readonly activities: readonly Activity[];
  readonly tasks: readonly TaskRow[];
  readonly payments: readonly PaymentRow[];
  readonly merged: readonly Merged[];
  readonly problems: readonly Problem[];
}

/** Reads the whole workbook; `null` when Deals or Ledger is gone, or Deals has lost its headers. */
export function readBook(open: OpenPipeline): Book | null {
  const deals = open.workbook.tab('deals');
  const ledger = open.workbook.tab('ledger');
  if (deals === null || ledger === null) return null;
  const cells = deals.readWhole();
  const headers = findHeaders('deals', cells.slice(0, HEADER_SEARCH_ROWS));
  if (headers === null) return null;
  const merged = deals.merged(1, cells.length);
  const { pipeline, settings } = open.configuration;
  const rows = readDeals(headers, cells, { currency: settings.currency, pipeline });
  const grid = ledger.readGrown(stageNames(pipeline));
  const ledgerHeaders = findHeaders('ledger', grid.slice(0, HEADER_SEARCH_ROWS));
  const read = ledgerHeaders === null ? null : readLedger(ledgerHeaders, grid, pipeline);
  const archive = readArchive(open);
  const lines = allLines(read?.lines ?? [], archive.lines);
  const logged = readActivities(open.workbook.tab('activities')?.readAll() ?? []);
  const { tasks, problems: inTasks } = readTasks(open.workbook.tab('tasks')?.readAll() ?? []);
  const paid = readPayments(open.workbook.tab('payments')?.readAll() ?? [], settings.currency);
  return {
    deals,
    ledger,
    headers,
    cells,
    rows,
    lines,
    archive,
    archived: archivedDeals(lines, archive.lines),
    rowOfEntry: new Map(read?.lines.map(({ seq }, i) => [seq, read.rows[i] ?? 0])),
    ledgerCells: grid,
    ledgerHeaders,
    ledgerRows: grid.length,
    activities: logged.activities,
    tasks,
    payments: paid.payments,
    merged,
    problems: [
      ...open.configuration.problems,
      ...headers.problems,
      ...rows.flatMap((row) => row.problems),
      ...mergedProblems(
        headers,
        merged,
        pipeline.criteria.map(({ field }) => field),
      ),
      ...(read?.problems ?? []),
      ...logged.problems,
      ...inTasks,
      ...paid.problems,
    ],
  };
}

/** Activities by deal and kind. */
export function activityCounts(
  activities: readonly Activity[],
): ReadonlyMap<DealId, Readonly<Record<string, number>>> {
  const kinds = new Map<DealId, string[]>();
  for (const { deal, kind } of activities) {
    const of = kinds.get(deal) ?? [];
    of.push(kind);
    kinds.set(deal, of);
  }
  return new Map([...kinds].map(([deal, of]) => [deal, countNames(of)]));
}

/** The day of each deal's last activity. */
export function lastActivities(activities: readonly Activity[]): ReadonlyMap<DealId, string> {
  const last = new Map<DealId, string>();
  for (const { deal, at } of activities) {
    const day = at.slice(0, 10);
    if (day > (last.get(deal) ?? '')) last.set(deal, day);
  }
  return last;
}

/** The rows whose deals can be told: an ID behind a merged cell is nobody's, and the row may be any deal. */
export function knownRows({ rows, headers, merged }: Book): readonly DealRow[] {
  const column = headers.columns.get('id') ?? 0;
  return merged.length === 0 ? rows : rows.filter(({ row }) => !isUnseen(merged, row, column));
}
