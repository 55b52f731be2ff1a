import type { DealId } from '../domain/ledger';
import type { Tab } from '../google/tab';
import { type dealsTab, type FoundRows, findRows } from './findRows';
import { isAstray } from './freshBlocks';
import { ledgerTail, type Tail } from './ledgerTail';
import type { OpenPipeline } from './openPipeline';
import { sweepAll } from './sweep';

/**
 * Deals by their IDs with the ledger's end, once what a stopped execution left and what went astray is put right. Call it under
 * the document's lock.
 */
export function settledRows(
  open: OpenPipeline,
  ledger: Tab,
  ids: readonly DealId[],
  tab: ReturnType<typeof dealsTab>,
): { readonly found: FoundRows; readonly tail: Tail } {
  const tail = settledTail(open, ledger);
  const found = findRows(open, ids, tab);
  const isSettled = ![...found.rows.values()].some((row) => isAstray(row, tail));
  if (isSettled || sweepAll(open) === null) return { found, tail };
  return { found: findRows(open, ids, tab), tail: ledgerTail(open, ledger) };
}

/**
 * The ledger's end, once all of its entries are in their rows: what a stopped execution left is
 * finished first. Call it before reading rows, under the document's lock.
 */
export function settledTail(open: OpenPipeline, ledger: Tab): Tail {
  const tail = ledgerTail(open, ledger);
  if (tail.orphans.length === 0 || sweepAll(open) === null) return tail;
  return ledgerTail(open, ledger);
}
