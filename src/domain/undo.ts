import type { Day } from './day';
import { type DealId, isAccepted, type LedgerEntry } from './ledger';
import type { Pipeline, StageKey, StageKind } from './pipeline';

/** Why a move cannot be taken back. */
export type CannotUndo =
  | 'unknownEntry'
  /** It is no move: a deal cannot be un-created, a held move has changed nothing. */
  | 'notAMove'
  /** The deal has moved since. */
  | 'notTheLast'
  | 'alreadyUndone'
  | 'deleted';

export type Undo =
  | {
      readonly kind: 'undo';
      readonly deal: DealId;
      /** The entry that is taken back, its batch named by the new entry. */
      readonly undoes: LedgerEntry;
      readonly from: StageKey;
      readonly to: StageKey;
      /** What Close date said before a win set it; `undefined` when the cell stays as it is. */
      readonly closeDate?: Day | null;
    }
  | { readonly kind: 'cannot'; readonly deal: DealId; readonly why: CannotUndo };

function inOrder(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  return [...entries].sort((a, b) => a.seq - b.seq);
}

/** The accepted entries that still stand, oldest first: an undone entry takes back the one before it. */
function standing(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const stack: LedgerEntry[] = [];
  for (const entry of entries) {
    const last = stack[stack.length - 1];
    if (!isAccepted(entry) || entry.from === entry.to) continue;
    const takesBack = entry.kind === 'undone' && last?.to === entry.from && last.from === entry.to;
    if (takesBack) stack.pop();
    else stack.push(entry);
  }
  return stack;
}

/** The close date before a win set it, when it has not been changed since. */
function restoredCloseDate(
  entries: readonly LedgerEntry[],
  move: LedgerEntry,
  kinds: ReadonlyMap<StageKey, StageKind>,
): { readonly closeDate?: Day | null } {
  const before = entries[entries.indexOf(move) - 1];
  const now = entries[entries.length - 1]!;
  const isUntouched = now.closeDate === move.closeDate && before?.closeDate !== move.closeDate;
  if (kinds.get(move.to) !== 'won' || before === undefined || !isUntouched) return {};
  return { closeDate: before.closeDate };
}

/**
 * How to take back a deal's move, given all of its entries. Only its last standing move can be: each
 * one taken back makes the one before it the last. Gates do not matter, for the deal was there before.
 */
export function undoOf(entries: readonly LedgerEntry[], seq: number, pipeline: Pipeline): Undo {
  const ordered = inOrder(entries);
  const wanted = ordered.find((entry) => entry.seq === seq);
  const deal = wanted?.deal ?? ordered[0]?.deal ?? '';
  const cannot = (why: CannotUndo): Undo => ({ kind: 'cannot', deal, why });
  if (wanted === undefined) return cannot('unknownEntry');
  if (ordered[ordered.length - 1]!.kind === 'deleted') return cannot('deleted');
  if (wanted.kind !== 'moved' && wanted.kind !== 'overridden') return cannot('notAMove');
  const stack = standing(ordered);
  if (!stack.includes(wanted)) return cannot('alreadyUndone');
  if (stack[stack.length - 1] !== wanted) return cannot('notTheLast');
  if (wanted.from === '' || wanted.to === '') return cannot('notAMove');
  const kinds = new Map(pipeline.stages.map((stage) => [stage.key, stage.kind]));
  const { from, to } = wanted;
  const restored = restoredCloseDate(ordered, wanted, kinds);
  return { kind: 'undo', deal, undoes: wanted, from: to, to: from, ...restored };
}

/** How to take back every move of one gesture: one answer for each deal that it moved, in order of entries. */
export function undoBatch(
  entries: readonly LedgerEntry[],
  batch: string,
  pipeline: Pipeline,
): readonly Undo[] {
  const byDeal = new Map<DealId, LedgerEntry[]>();
  for (const entry of entries) {
    const own = byDeal.get(entry.deal);
    if (own === undefined) byDeal.set(entry.deal, [entry]);
    else own.push(entry);
  }
  const moves = inOrder(entries).filter(
    (entry) => entry.batch === batch && (entry.kind === 'moved' || entry.kind === 'overridden'),
  );
  return moves.map((move) => undoOf(byDeal.get(move.deal)!, move.seq, pipeline));
}
