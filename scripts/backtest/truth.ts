import { addDays, type Day, dayOf, daysBetween } from '../../src/domain/day';
import { stageOf } from '../../src/domain/pipeline';
import { type DataSet, dealsOn } from './sets';

/** How the deals of a set ended by its cut. */
export interface Truth {
  /** The day on which a deal was won or lost, and which. */
  readonly endOf: ReadonlyMap<string, { readonly day: Day; readonly won: boolean }>;
  /** Wins as (day, amount). */
  readonly wins: readonly { readonly day: Day; readonly amount: number }[];
}

export function truthOf(set: DataSet): Truth {
  const endOf = new Map<string, { day: Day; won: boolean }>();
  const wins: { day: Day; amount: number }[] = [];
  for (const history of dealsOn(set, set.cut)) {
    if (history.closed === null) continue;
    const won = stageOf(set.pipeline, history.stage)?.kind === 'won';
    const day = dayOf(history.closed);
    endOf.set(history.deal, { day, won });
    if (won) wins.push({ day, amount: history.state.amount ?? 0 });
  }
  return { endOf, wins };
}

/** Whether a deal was won on the days after `from` up to `days` later. */
export function isWonWithin(truth: Truth, deal: string, from: Day, days: number): boolean {
  const end = truth.endOf.get(deal);
  return end?.won === true && end.day > from && end.day <= addDays(from, days);
}

/** Amount and count won on the days after `from` up to `days` later. */
export function wonWithin(
  truth: Truth,
  from: Day,
  days: number,
): { readonly amount: number; readonly count: number } {
  const wins = truth.wins.filter(({ day }) => day > from && daysBetween(from, day) <= days);
  return { amount: wins.reduce((sum, win) => sum + win.amount, 0), count: wins.length };
}
