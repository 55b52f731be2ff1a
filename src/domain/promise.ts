import { type Day, dayOf } from './day';
import type { DealHistory } from './history';
import type { DealId } from './ledger';

/** A plan or next step with a day that has come, and whether anything was done. */
export interface DuePromise {
  readonly deal: DealId;
  readonly owner: string;
  readonly due: Day;
  readonly kept: boolean;
}

export interface PromiseSpan {
  /** The promises as they stood at the end of this day ... */
  readonly from: Day;
  /** ... that fell due up to this one. */
  readonly to: Day;
}

export interface PromiseFacts {
  readonly planDue?: Day | null;
  readonly lastActivity?: Day | null;
}

/**
 * The dated plans and next steps that fell due in the span, of deals that were open when it began. One is
 * kept when the deal was touched since: a move, an activity, a next step that changed.
 */
export function promisesOf(
  before: ReadonlyMap<DealId, DealHistory>,
  now: ReadonlyMap<DealId, DealHistory>,
  span: PromiseSpan,
  factsOf: (deal: DealId) => PromiseFacts,
): readonly DuePromise[] {
  const isDue = (day: Day | null | undefined): day is Day =>
    day !== null && day !== undefined && day > span.from && day <= span.to;
  return [...before.values()].flatMap((was) => {
    const is = now.get(was.deal);
    if (was.closed !== null || was.deleted || is === undefined || is.deleted) return [];
    const { planDue, lastActivity } = factsOf(was.deal);
    const due = [was.state.nextStepDate, planDue].filter(isDue).sort()[0];
    if (due === undefined) return [];
    const touched = [dayOf(is.lastTouch), lastActivity ?? ''].some((day) => day > span.from);
    return [{ deal: was.deal, owner: is.state.owner, due, kept: touched }];
  });
}
