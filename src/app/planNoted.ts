import { isAccepted } from '../domain/ledger';
import { type DealRow, planOf } from '../sheet/dealsTab';
import type { LedgerLine } from '../sheet/ledgerTab';
import type { NotedPlan } from '../sheet/memo';

/** The day of the row's plan; `null` without one, or when it cannot be read. */
export function planDueIn({ facts }: Pick<DealRow, 'facts'>): string | null {
  const fact = facts('planDue');
  return fact?.kind === 'day' ? fact.day : null;
}

/** How often the row's plan was put off in this stage, as far as checks have seen it. */
export function planPutOffIn(row: Pick<DealRow, 'id' | 'program'>): number {
  return notedIn(row)?.putOff ?? 0;
}

/** What the row's own block remembers; beside another deal it says nothing. */
function notedIn({ id, program }: Pick<DealRow, 'id' | 'program'>): NotedPlan | undefined {
  const plan = planOf(program);
  const { deal } = plan === undefined ? { deal: id } : program.memo;
  return deal === undefined || deal === id ? plan : undefined;
}

/**
 * What the row is to remember of its plan: its day, and how often it has gone to a later one since the deal came to its
 * stage. A plan that is cleared for a while is still the same one, and a move that is taken back counts as never made.
 */
export function planAfter(row: DealRow, lines: readonly LedgerLine[]): NotedPlan | undefined {
  const due = planDueIn(row);
  const known = notedIn(row) ?? (due === null ? undefined : { due, putOff: 0, putOffBefore: 0 });
  if (known === undefined) return undefined;
  const plan = lines
    .filter((line) => isAccepted(line) && line.from !== line.to)
    .reduce(moved, known);
  if (due === null || due === plan.due) return plan;
  return { ...plan, due, putOff: plan.putOff + (due > plan.due ? 1 : 0) };
}

function moved({ due, putOff, putOffBefore }: NotedPlan, { kind }: LedgerLine): NotedPlan {
  return kind === 'undone'
    ? { due, putOff: putOffBefore, putOffBefore: 0 }
    : { due, putOff: 0, putOffBefore: putOff };
}
