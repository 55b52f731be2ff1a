import type { DealId } from '../domain/ledger';
import { documentStore } from '../google/store';
import type { Problem } from '../sheet/cell';
import { type DealRow, readDeals } from '../sheet/dealsTab';
import { findHeaders, HEADER_SEARCH_ROWS } from '../sheet/headers';
import { type LedgerLine, readLedger } from '../sheet/ledgerTab';
import { stageNames } from '../sheet/stageFinder';
import type { OpenPipeline } from './openPipeline';

/** What left the Deals and Ledger tabs. */
export interface Archived {
  readonly rows: readonly DealRow[];
  readonly lines: readonly LedgerLine[];
  /** The last row of each tab that holds anything; 0 where there is no such tab. */
  readonly last: { readonly rows: number; readonly lines: number };
}

const NOTHING: Archived = { rows: [], lines: [], last: { rows: 0, lines: 0 } };

/** Reads both archive tabs; no call in a workbook that has none. */
export function readArchive(open: OpenPipeline): Archived {
  const entries = open.workbook.tab('archivedEntries');
  if (entries === null) return NOTHING;
  const { pipeline, settings } = open.configuration;
  const grid = entries.readGrown(stageNames(pipeline));
  const headers = findHeaders('ledger', grid.slice(0, HEADER_SEARCH_ROWS));
  const cells = open.workbook.tab('archive')?.readAll() ?? [];
  const columns = findHeaders('deals', cells.slice(0, HEADER_SEARCH_ROWS));
  const context = { currency: settings.currency, pipeline };
  return {
    rows: columns === null ? [] : readDeals(columns, cells, context),
    lines: headers === null ? [] : readLedger(headers, grid, pipeline).lines,
    last: { rows: cells.length, lines: grid.length },
  };
}

/** The ledger's entries and the archived ones, each once: an archiving that was stopped leaves some in both. */
export function allLines(
  ledger: readonly LedgerLine[],
  archived: readonly LedgerLine[],
): readonly LedgerLine[] {
  if (archived.length === 0) return ledger;
  const here = new Set(ledger.map(({ seq }) => seq));
  return [...archived.filter(({ seq }) => !here.has(seq)), ...ledger];
}

/** The deals of which the last entry is archived: no row of Deals has to show them. */
export function archivedDeals(
  lines: readonly LedgerLine[],
  archived: readonly LedgerLine[],
): ReadonlySet<DealId> {
  if (archived.length === 0) return new Set();
  const last = new Map<DealId, number>();
  for (const { deal, seq } of lines) last.set(deal, Math.max(seq, last.get(deal) ?? 0));
  const there = new Set(archived.map(({ seq }) => seq));
  return new Set([...last].flatMap(([deal, seq]) => (there.has(seq) ? [deal] : [])));
}

const COUNT_KEY = 'archivedEntries';

/** Remembers how many entries were archived, so that it shows when some are not there any more. */
export function noteArchived(before: Archived, now: number): void {
  const fresh = now - entriesIn(before);
  documentStore.set(COUNT_KEY, String(Math.max(notedEntries() + fresh, now)));
}

function notedEntries(): number {
  return Number(documentStore.get(COUNT_KEY) ?? 0);
}

function entriesIn({ lines }: Archived): number {
  return new Set(lines.map(({ seq }) => seq)).size;
}

/** Archived entries that somebody has deleted, with their tab or without: figures lack them. */
export function archiveProblems(archive: Archived): readonly Problem[] {
  const missing = notedEntries() - entriesIn(archive);
  if (!(missing > 0)) return [];
  const about = [String(missing)];
  return [{ tab: 'archivedEntries', row: 0, column: 0, code: 'archivedEntriesGone', about }];
}
