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

/** Whether the entry brought a deal from one stage to another. */
function isMove({ kind, from, to }: LedgerEntry): boolean {
  return (kind === 'moved' || kind === 'overridden') && from !== '' && to !== '';
}

function inOrder(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  return [...entries].sort((a, b) => a.seq - b.seq);
}

/** The accepted entries that still stand, oldest first: an undone entry takes back the one before it. */
export function standingMoves<E extends Pick<LedgerEntry, 'kind' | 'from' | 'to'>>(
  entries: readonly E[],
): readonly E[] {
  const stack: E[] = [];
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
  if (!isMove(wanted)) return cannot('notAMove');
  const stack = standingMoves(ordered);
  if (!stack.includes(wanted)) return cannot('alreadyUndone');
  if (stack[stack.length - 1] !== wanted) return cannot('notTheLast');
  const kinds = new Map(pipeline.stages.map((stage) => [stage.key, stage.kind]));
  const { from, to } = wanted;
  const restored = restoredCloseDate(ordered, wanted, kinds);
  return { kind: 'undo', deal, undoes: wanted, from: to, to: from, ...restored };
}

/** The moves that can be taken back, the newest first: of each deal its last standing one. One pass over the ledger. */
export function undoable<E extends LedgerEntry>(entries: readonly E[]): readonly E[] {
  const byDeal = new Map<DealId, E[]>();
  for (const entry of entries) {
    const own = byDeal.get(entry.deal);
    if (own === undefined) byDeal.set(entry.deal, [entry]);
    else own.push(entry);
  }
  const last: E[] = [];
  for (const own of byDeal.values()) {
    const ordered = [...own].sort((a, b) => a.seq - b.seq);
    const move = standingMoves(ordered).slice(-1)[0];
    const isGone = ordered[ordered.length - 1]?.kind === 'deleted';
    if (move !== undefined && !isGone && isMove(move)) last.push(move);
  }
  return last.sort((a, b) => b.seq - a.seq);
}
