import { addDays, type Day } from './day';
import { type Clock, dwell, idle } from './dwell';
import type { DealHistory } from './history';
import type { DealId } from './ledger';
import type { Limit } from './limits';
import type { StageKey } from './pipeline';

/** What the ledger does not carry about a deal's stall. */
export interface StallFacts {
  readonly planDue?: Day | null;
  /** How often the plan was put off in this visit. */
  readonly planPutOff?: number;
  readonly lastActivity?: Day | null;
}

/** An open deal's standing against its stage's limit: "41 days, usually 12 (3.4 x)". */
export interface Stall {
  readonly deal: DealId;
  readonly stage: StageKey;
  readonly owner: string;
  /** `null` when nobody knows since when. */
  readonly days: number | null;
  readonly limit: Limit;
  /** days / usual; `null` when either is unknown or usual is 0. */
  readonly times: number | null;
  /** Over the limit and not covered. */
  readonly stalled: boolean;
  /** The dated plan or next step that covers the deal; `null` when none does. */
  readonly coveredUntil: Day | null;
  /** Its dates were put off so often in this visit that none covers it any more. */
  readonly putOffTooOften: boolean;
  readonly idle: number | null;
  readonly silent: boolean;
  readonly overdue: boolean;
  readonly slips: number;
  readonly slipping: boolean;
}

export interface StallRules extends Clock {
  /** By stage: a deal in a stage without a limit is not open, and never stalled. */
  readonly limits: ReadonlyMap<StageKey, Limit>;
  /** Days without a touch after which a deal is silent; its stage's limit when not given. */
  readonly silentDays?: number;
}

const COVER_DAYS = 30;
const MOST_EXTENSIONS = 2;
const SLIPS = 3;

/** Whether a dated plan or next step covers a deal today: it lies within the coming 30 days. */
export function isCovering(date: Day | null, today: Day): date is Day {
  return date !== null && date >= today && date <= addDays(today, COVER_DAYS);
}

/** Whether the next step and the plan were put off so often in this visit that neither covers the deal any more. */
export function isPutOffTooOften(nextStep: number, plan: number): boolean {
  return nextStep + plan > MOST_EXTENSIONS;
}

/** The later of the dates that cover the deal today; none once they were put off too often. */
function coverOf(
  { extensions, state }: DealHistory,
  today: Day,
  { planDue = null, planPutOff = 0 }: StallFacts,
): Day | null {
  if (isPutOffTooOften(extensions, planPutOff)) return null;
  const dates = [state.nextStepDate, planDue].filter((date) => isCovering(date, today));
  return dates.sort()[dates.length - 1] ?? null;
}

/**
 * How a deal stands; `null` for deals that are not open. Derived when
 * read, never stored.
 */
export function stallOf(
  history: DealHistory,
  rules: StallRules,
  facts: StallFacts = {},
): Stall | null {
  const limit = rules.limits.get(history.stage);
  if (limit === undefined || history.deleted) return null;
  const { state, slips } = history;
  const days = dwell(history, rules);
  const idleDays = idle(history, rules, facts.lastActivity);
  const coveredUntil = coverOf(history, rules.today, facts);
  return {
    deal: history.deal,
    stage: history.stage,
    owner: state.owner,
    days,
    limit,
    times: days === null || !limit.usual ? null : days / limit.usual,
    stalled: days !== null && days > limit.days && coveredUntil === null,
    coveredUntil,
    putOffTooOften: isPutOffTooOften(history.extensions, facts.planPutOff ?? 0),
    idle: idleDays,
    silent: idleDays !== null && idleDays > (rules.silentDays ?? limit.days),
    overdue: state.closeDate !== null && state.closeDate < rules.today,
    slips,
    slipping: slips >= SLIPS,
  };
}

function over({ days, limit }: Stall): number {
  return (days ?? 0) - limit.days;
}

/** The stalled deals, the furthest over their limit first; equal ones by deal. */
export function stalledDeals(
  deals: Iterable<DealHistory>,
  rules: StallRules,
  factsOf: (deal: DealId) => StallFacts = () => ({}),
): readonly Stall[] {
  const found: Stall[] = [];
  for (const deal of deals) {
    const stall = stallOf(deal, rules, factsOf(deal.deal));
    if (stall?.stalled) found.push(stall);
  }
  return found.sort(byExcess);
}

/** The furthest over its limit first; equal ones by deal. */
export function byExcess(a: Stall, b: Stall): number {
  return over(b) - over(a) || (a.deal < b.deal ? -1 : 1);
}
