import { ledgerDigest } from '../domain/fingerprint';
import type { Cell } from '../sheet/cell';
import { findHeaders, HEADER_SEARCH_ROWS } from '../sheet/headers';
import { readLedger } from '../sheet/ledgerTab';
import { ledgerTail, noteTail } from './ledgerTail';
import type { OpenPipeline } from './openPipeline';

/**
 * Accepts the entries of the ledger as they stand now: links the chain of digests anew, in the order of their numbers;
 * of two entries with one number the upper one comes first. The caller holds the lock.
 */
export function relinkLedger(open: OpenPipeline): boolean {
  const ledger = open.workbook.tab('ledger');
  const grid = ledger?.readAll() ?? [];
  const headers = findHeaders('ledger', grid.slice(0, HEADER_SEARCH_ROWS));
  const column = headers?.columns.get('digest');
  if (ledger === null || headers === null || column === undefined) return false;
  const { lines, rows } = readLedger(headers, grid, open.configuration.pipeline);
  const placed = lines.map((line, i) => ({ line, row: rows[i] ?? 0 }));
  placed.sort((a, b) => a.line.seq - b.line.seq);
  const digests = new Map<number, string>();
  let digest = '';
  for (const { line, row } of placed) {
    const { digest: _, ...entry } = line;
    digest = ledgerDigest(digest, entry);
    digests.set(row, digest);
  }
  const tail = ledgerTail(open, ledger);
  const cells = grid
    .slice(headers.row)
    .map((row, i): Cell[] => [digests.get(headers.row + 1 + i) ?? row[column - 1] ?? '']);
  ledger.write({ row: headers.row + 1, column }, cells, new Set([column]));
  const last = placed[placed.length - 1]?.line.seq ?? 0;
  noteTail({ ...tail, seq: Math.max(tail.seq, last), digest });
  return true;
}
