import { seqOf } from '../domain/fingerprint';
import type { DealId } from '../domain/ledger';
import { underLock } from '../google/lock';
import { cellText } from '../sheet/cellText';
import type { DealRow } from '../sheet/dealsTab';
import { findHeaders, HEADER_SEARCH_ROWS } from '../sheet/headers';
import type { LedgerLine } from '../sheet/ledgerTab';
import { ledgerTail, noteTail, type Tail } from './ledgerTail';
import type { OpenPipeline } from './openPipeline';
import { wantSweep } from './sweepWanted';
import { thatFit } from './thatFit';

const LOCK_MS = 10_000;

/** Their share of the note of the ledger's end: IDs that files bring may be long. */
const MOST_BYTES = 4_000;
/** Stands for those that did not fit: the worker looks at all rows then. */
const OTHERS = '';

/** The ledger's end, with the deals of these entries among those whose blocks nobody has looked at yet. */
export function withFresh(tail: Tail, lines: readonly Pick<LedgerLine, 'deal' | 'seq'>[]): Tail {
  const fresh = new Map(tail.fresh);
  for (const { deal, seq } of lines) if (deal !== '') fresh.set(deal, seq);
  const latestFirst = [...fresh].sort(([, one], [, other]) => other - one);
  const kept = thatFit(latestFirst, MOST_BYTES);
  return { ...tail, fresh: kept.length === fresh.size ? kept : [...kept, [OTHERS, 0]] };
}

/** Whether the row's own block is older than the one that was written for its deal last, or is another deal's. */
export function isAstray({ id, program }: DealRow, { fresh }: Pick<Tail, 'fresh'>): boolean {
  const written = new Map(fresh).get(id) ?? 0;
  const { deal } = program.memo;
  return (seqOf(program.version) ?? 0) < written || (deal !== undefined && deal !== id);
}

/**
 * Looks whether the blocks that were written last stand beside their deals, and asks for a check where one does not: somebody has
 * moved rows in the very moment of writing. Four reads, and one where nothing was written.
 */
export function checkFresh(open: OpenPipeline): void {
  const [deals, ledger] = [open.workbook.tab('deals'), open.workbook.tab('ledger')];
  if (deals === null || ledger === null) return;
  underLock(LOCK_MS, () => {
    const tail = ledgerTail(open, ledger);
    if (tail.fresh.length === 0) return;
    if (tail.fresh.some(([deal]) => deal === OTHERS)) {
      wantSweep();
      return;
    }
    const headers = findHeaders('deals', deals.readRows(1, HEADER_SEARCH_ROWS));
    const [id, version] = [headers?.columns.get('id'), headers?.columns.get('version')];
    if (id === undefined || version === undefined) return;
    const versions = deals.readColumn(version).map(cellText);
    const seqs = new Map<DealId, number>();
    deals.readColumn(id).forEach((cell, i) => {
      seqs.set(cellText(cell), seqOf(versions[i] ?? '') ?? 0);
    });
    if (tail.fresh.some(([deal, seq]) => (seqs.get(deal) ?? seq) < seq)) wantSweep();
    else noteTail({ ...tail, fresh: [] });
  });
}
