import { LEFT_OUT } from './constants';
import type { Panel } from './panel';

/** Deals by how many days ago they came, and closed ones by how many days they lived. */
export interface Ages {
  readonly open: Float64Array;
  readonly closed: Float64Array;
  readonly closedAt: Float64Array;
}

/** The ages of a panel's deals on its last day, of those that came on or after a day. */
export function agesOf(panel: Panel, open: ReadonlySet<number>, from: number): Ages {
  const { births, closings, lastDay } = panel;
  const days = Math.max(1, lastDay - from + 1);
  const ages = {
    open: new Float64Array(days),
    closed: new Float64Array(days),
    closedAt: new Float64Array(days),
  };
  const closedOn = new Map<number, number>();
  closings.deal.forEach((deal, closing) => {
    closedOn.set(deal, closings.day[closing]!);
  });
  births.day.forEach((day, birth) => {
    const deal = births.deal[birth]!;
    const closing = closedOn.get(deal);
    if (day < from) return;
    if (open.has(deal)) ages.open[lastDay - day]! += 1;
    else if (closing !== undefined) {
      ages.closed[lastDay - day]! += 1;
      ages.closedAt[closing - day]! += 1;
    }
  });
  return ages;
}

/**
 * The share of the closed deals that a file kept, when it kept every open one: 1 unless the ages
 * tell otherwise. How long closed deals lived says what share of each age must have closed by now;
 * the kept share is the one under which as many did, by maximum likelihood of open against closed
 * given the age. Far from 1 and far likelier than 1, or it is 1.
 */
export function shareByAges(ages: Ages): number {
  const whole = likelihood(ages, 1);
  let share = 1;
  let best = whole;
  for (const tried of LEFT_OUT.shares) {
    const found = likelihood(ages, tried);
    if (found <= best) continue;
    best = found;
    share = tried;
  }
  return share * LEFT_OUT.growth <= 1 && best - whole >= LEFT_OUT.likelier ? share : 1;
}

/**
 * Log likelihood of each deal being open or closed given its age. What share of an age is still
 * open comes from the product limit (Kaplan and Meier 1958), open deals weighing `share`.
 */
function likelihood({ open, closed, closedAt }: Ages, share: number): number {
  let atRisk = 0;
  for (let age = 0; age < open.length; age++) atRisk += closed[age]! + share * open[age]!;
  let still = 1;
  let sum = 0;
  for (let age = 0; age < open.length; age++) {
    if (atRisk > 0) still *= Math.max(0, 1 - closedAt[age]! / atRisk);
    atRisk -= closedAt[age]! + share * open[age]!;
    const isOpen = still / (still + share * (1 - still));
    sum += open[age]! * Math.log(Math.max(SURE, isOpen));
    sum += closed[age]! * Math.log(Math.max(SURE, 1 - isOpen));
  }
  return sum;
}

/** Log likelihoods of what was held to be impossible stop here. */
const SURE = 1e-9;
