import { ledgerDigest } from '../domain/fingerprint';
import type { Cell } from '../sheet/cell';
import { findHeaders, HEADER_SEARCH_ROWS } from '../sheet/headers';
import { readLedger } from '../sheet/ledgerTab';
import { ledgerTail, noteTail } from './ledgerTail';
import type { OpenPipeline } from './openPipeline';

/**
 * Accepts the entries of the ledger as they stand now: links the chain of digests anew. Two entries
 * of one number cannot be told apart; then nothing is done. The caller holds the lock.
 */
export function relinkLedger(open: OpenPipeline): boolean {
  const ledger = open.workbook.tab('ledger');
  const grid = ledger?.readAll() ?? [];
  const headers = findHeaders('ledger', grid.slice(0, HEADER_SEARCH_ROWS));
  const [column, seq] = [headers?.columns.get('digest'), headers?.columns.get('seq')];
  if (ledger === null || headers === null || column === undefined || seq === undefined)
    return false;
  const lines = [...readLedger(headers, grid, open.configuration.pipeline).lines];
  lines.sort((a, b) => a.seq - b.seq);
  const digests = new Map<number, string>();
  let digest = '';
  for (const { digest: _, ...entry } of lines) {
    digest = ledgerDigest(digest, entry);
    digests.set(entry.seq, digest);
  }
  if (digests.size !== lines.length) return false;
  const tail = ledgerTail(open, ledger);
  const cells = grid
    .slice(headers.row)
    .map((row): Cell[] => [digests.get(Number(row[seq - 1])) ?? row[column - 1] ?? '']);
  ledger.write({ row: headers.row + 1, column }, cells, new Set([column]));
  noteTail({ ...tail, digest });
  return true;
}
