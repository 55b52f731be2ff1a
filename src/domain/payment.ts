import { addDays, type Day, daysBetween, type Month, monthOf } from './day';
import type { DealId } from './ledger';

/** One instalment of a won deal, in minor units of its currency. */
export interface Payment {
  readonly key: string;
  readonly deal: DealId;
  readonly name: string;
  /** Such as `'1/3'`. */
  readonly part: string;
  readonly due: Day | null;
  readonly amount: number | null;
  readonly currency: string;
  readonly invoiced: Day | null;
  readonly received: Day | null;
}

/** One part of a plan: its share of the won amount, and when it is due, in days after the win. */
export interface PlanPart {
  readonly share: number;
  readonly afterDays: number;
}

/** Parts without a day of their own are due a month after one another. */
const STEP_DAYS = 30;

/** Sixty parts with shares and days are shorter. */
const MOST_PLAN = 1_000;

/**
 * Reads a plan such as `'30/60/10'` or `'30@0/60@45/10@90'` (per cent @ days after the win). `null` when the
 * shares do not make 100.
 */
export function readPlan(text: string): readonly PlanPart[] | null {
  if (text.length > MOST_PLAN) return null;
  const parts: PlanPart[] = [];
  for (const [i, part] of text.split('/').entries()) {
    const found = /^\s*(\d{1,3}(?:\.\d{1,4})?)\s*%?\s*(?:@\s*(\d{1,4}))?\s*$/.exec(part);
    if (found === null) return null;
    const afterDays = found[2] === undefined ? i * STEP_DAYS : Number(found[2]);
    parts.push({ share: Number(found[1]), afterDays });
  }
  const sum = parts.reduce((total, { share }) => total + share, 0);
  return Math.abs(sum - 100) < 1e-9 && parts.length <= 60 ? parts : null;
}

/** The instalments of a win. They add up to the amount: each ends where the running share, rounded, ends. */
export function instalments(
  plan: readonly PlanPart[],
  won: { readonly amount: number; readonly on: Day },
): readonly { readonly part: string; readonly amount: number; readonly due: Day }[] {
  let share = 0;
  let given = 0;
  return plan.map((part, i) => {
    share += part.share;
    const upTo = i === plan.length - 1 ? won.amount : Math.round((won.amount * share) / 100);
    const amount = upTo - given;
    given = upTo;
    return { part: `${i + 1}/${plan.length}`, amount, due: addDays(won.on, part.afterDays) };
  });
}

/** Days since an instalment was due and not received; 0 when it is not overdue. */
export function overdueDays({ due, received }: Payment, today: Day): number {
  return received !== null || due === null ? 0 : Math.max(0, daysBetween(due, today));
}

/** A won deal whose instalments do not make its amount, in minor units. */
export interface Mismatch {
  readonly deal: DealId;
  readonly planned: number;
  readonly won: number;
}

/** What a deal was won for, in minor units. */
export interface WonFor {
  readonly amount: number | null;
  readonly currency: string;
}

/**
 * The deals whose instalments do not add up to what they were won for: an instalment in another currency than its deal
 * is no part of that. Deals without instalments are not among them.
 */
export function mismatches(
  payments: Iterable<Payment>,
  wonFor: (deal: DealId) => WonFor | undefined,
): readonly Mismatch[] {
  const planned = new Map<DealId, number>();
  for (const { deal, amount, currency } of payments) {
    const isPart = currency === wonFor(deal)?.currency;
    planned.set(deal, (planned.get(deal) ?? 0) + (isPart ? (amount ?? 0) : 0));
  }
  return [...planned].flatMap(([deal, sum]) => {
    const won = wonFor(deal)?.amount ?? null;
    return won === null || won === sum ? [] : [{ deal, planned: sum, won }];
  });
}

/** Cash of a month, in minor units of the team's currency. */
export interface CashMonth {
  readonly month: Month;
  /** All that falls due in the month, received or not. */
  readonly due: number;
  readonly received: number;
  /** Due in the month, not received, and the day has passed. */
  readonly overdue: number;
}

/**
 * Cash by month: what falls due in it, and what came in during it. `worthOf` answers in
 * minor units of the team's currency; what it cannot say is left out.
 */
export function cashByMonth(
  payments: Iterable<Payment>,
  today: Day,
  worthOf: (payment: Payment) => number | null,
): readonly CashMonth[] {
  const months = new Map<Month, { due: number; received: number; overdue: number }>();
  const monthAt = (day: Day) => {
    const sums = months.get(monthOf(day)) ?? { due: 0, received: 0, overdue: 0 };
    months.set(monthOf(day), sums);
    return sums;
  };
  for (const payment of payments) {
    const amount = worthOf(payment);
    if (amount === null) continue;
    if (payment.due !== null) monthAt(payment.due).due += amount;
    if (payment.received !== null) monthAt(payment.received).received += amount;
    if (payment.due !== null && overdueDays(payment, today) > 0) {
      monthAt(payment.due).overdue += amount;
    }
  }
  return [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, sums]) => ({ month, ...sums }));
}
