import { ledgerDigest } from '../domain/fingerprint';
import type { Tab } from '../google/tab';
import type { Cell, Grid, TabId } from '../sheet/cell';
import { findHeaders, HEADER_SEARCH_ROWS, type Headers } from '../sheet/headers';
import { type LedgerLine, readLedger } from '../sheet/ledgerTab';
import { ledgerTail, noteTail } from './ledgerTail';
import type { OpenPipeline } from './openPipeline';

/** One of the tabs that hold entries. */
interface Entries {
  readonly tab: Tab;
  readonly grid: Grid;
  readonly headers: Headers<'ledger'>;
  readonly column: number;
  readonly lines: readonly LedgerLine[];
  readonly rows: readonly number[];
}

/**
 * Accepts the entries of the ledger, archived ones among them, as they stand now: links the chain of digests anew, in the
 * order of their numbers; of two entries with one number the upper one comes first. The caller holds the lock.
 */
export function relinkLedger(open: OpenPipeline): boolean {
  const ledger = entriesIn(open, 'ledger');
  if (ledger === null) return false;
  const archived = entriesIn(open, 'archivedEntries');
  const tabs = archived === null ? [ledger] : [archived, ledger];
  const here = new Set(ledger.lines.map(({ seq }) => seq));
  const all = tabs.flatMap((entries) =>
    entries.lines.map((line, i) => ({ line, entries, row: entries.rows[i] ?? 0 })),
  );
  // An archiving that was stopped leaves entries in both tabs: they count once, and stay alike.
  const isCopy = ({ line, entries }: (typeof all)[number]) =>
    entries === archived && here.has(line.seq);
  const placed = all.filter((one) => !isCopy(one)).sort((a, b) => a.line.seq - b.line.seq);
  const linkedAs = new Map<number, string>();
  const digests = new Map<Entries, Map<number, string>>(tabs.map((one) => [one, new Map()]));
  let digest = '';
  for (const { line, entries, row } of placed) {
    const { digest: _, ...entry } = line;
    digest = ledgerDigest(digest, entry);
    digests.get(entries)?.set(row, digest);
    linkedAs.set(line.seq, digest);
  }
  for (const { line, entries, row } of all.filter(isCopy)) {
    digests.get(entries)?.set(row, linkedAs.get(line.seq) ?? line.digest);
  }
  const tail = ledgerTail(open, ledger.tab);
  for (const [entries, own] of digests) writeDigests(entries, own);
  const last = placed[placed.length - 1]?.line.seq ?? 0;
  noteTail({ ...tail, seq: Math.max(tail.seq, last), digest });
  return true;
}

function entriesIn(open: OpenPipeline, id: TabId): Entries | null {
  const tab = open.workbook.tab(id);
  const grid = tab?.readAll() ?? [];
  const headers = findHeaders('ledger', grid.slice(0, HEADER_SEARCH_ROWS));
  const column = headers?.columns.get('digest');
  if (tab === null || headers === null || column === undefined) return null;
  const { lines, rows } = readLedger(headers, grid, open.configuration.pipeline);
  return { tab, grid, headers, column, lines, rows };
}

function writeDigests(
  { tab, grid, headers, column }: Entries,
  digests: ReadonlyMap<number, string>,
): void {
  const cells = grid
    .slice(headers.row)
    .map((row, i): Cell[] => [digests.get(headers.row + 1 + i) ?? row[column - 1] ?? '']);
  tab.write({ row: headers.row + 1, column }, cells, new Set([column]));
}
