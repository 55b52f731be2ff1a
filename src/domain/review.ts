import { addDays, type Day, dayOf } from './day';
import type { DealHistory } from './history';
import type { DealId } from './ledger';
import type { StageKey } from './pipeline';
import type { Stall } from './stall';

/** A deal that stands elsewhere than it stood, or is new. */
export interface Change {
  readonly deal: DealId;
  readonly owner: string;
  /** `''` for a new deal. */
  readonly from: StageKey | '';
  readonly to: StageKey;
  /** The day it came there. */
  readonly on: Day;
}

/** A dated next step or plan of an open deal, due around now. */
export interface Due {
  readonly deal: DealId;
  readonly owner: string;
  readonly stage: StageKey;
  readonly what: 'nextStep' | 'plan';
  readonly due: Day;
  readonly isMissed: boolean;
}

/** What changed between two evenings: new deals, and deals in another stage. Deleted deals aside. */
export function changesBetween(
  before: ReadonlyMap<DealId, DealHistory>,
  after: ReadonlyMap<DealId, DealHistory>,
): readonly Change[] {
  const changes: Change[] = [];
  for (const history of after.values()) {
    const { deal, stage, visits, state, deleted } = history;
    const was = before.get(deal);
    if (deleted || was?.stage === stage) continue;
    const on = dayOf(visits[visits.length - 1]?.from ?? '');
    changes.push({ deal, owner: state.owner, from: was?.stage ?? '', to: stage, on });
  }
  return changes.sort((a, b) =>
    a.on === b.on ? (a.deal < b.deal ? -1 : 1) : a.on < b.on ? 1 : -1,
  );
}

const AROUND_DAYS = 7;

/**
 * Next steps and plans of open deals that are due within a week, or were and still stand: missed
 * ones first, the longest missed on top.
 */
export function promisesDue(
  stalls: Iterable<Stall>,
  datesOf: (deal: DealId) => { readonly nextStep: Day | null; readonly plan: Day | null },
  today: Day,
): readonly Due[] {
  const last = addDays(today, AROUND_DAYS);
  const found: Due[] = [];
  for (const { deal, owner, stage } of stalls) {
    const dates = datesOf(deal);
    for (const what of ['nextStep', 'plan'] as const) {
      const due = dates[what];
      if (due === null || due > last) continue;
      found.push({ deal, owner, stage, what, due, isMissed: due < today });
    }
  }
  return found.sort((a, b) =>
    a.due === b.due ? (a.deal < b.deal ? -1 : 1) : a.due < b.due ? -1 : 1,
  );
}
