import { isAccepted } from '../domain/ledger';
import type { DealRow } from '../sheet/dealsTab';
import type { LedgerLine } from '../sheet/ledgerTab';
import type { Memo } from '../sheet/memo';

/** The day of the row's plan; `null` without one, or when it cannot be read. */
export function planDueIn({ facts }: Pick<DealRow, 'facts'>): string | null {
  const fact = facts('planDue');
  return fact?.kind === 'day' ? fact.day : null;
}

/** How often the row's plan was put off in this stage, as far as checks have seen it. */
export function planPutOffIn({ id, program }: Pick<DealRow, 'id' | 'program'>): number {
  const { memo } = program;
  return memo.deal === undefined || memo.deal === id ? (memo.plan?.putOff ?? 0) : 0;
}

/**
 * What the row is to remember of its plan, for the ledger does not carry one: its day, and how often it has gone to a
 * later one since the deal came to its stage. A plan that is cleared for a while is still the same one.
 */
export function planAfter(row: DealRow, lines: readonly LedgerLine[]): Memo['plan'] {
  const due = planDueIn(row);
  const hasMoved = lines.some((line) => isAccepted(line) && line.from !== line.to);
  const { memo } = row.program;
  const before = memo.deal !== undefined && memo.deal !== row.id ? undefined : memo.plan;
  if (hasMoved || before === undefined) return due === null ? undefined : { due, putOff: 0 };
  if (due === null || due === before.due) return before;
  return { due, putOff: before.putOff + (due > before.due ? 1 : 0) };
}
