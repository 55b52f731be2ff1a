import { addDays, type Day, daysBetween } from '../../src/domain/day';
import { limits } from '../../src/domain/limits';
import { stallOf } from '../../src/domain/stall';
import { type DataSet, dealsOn, originsOf } from './sets';
import { percent, printTable, shown } from './table';
import { isWonWithin, type Truth } from './truth';

/** Days between origins, and how far each looks. */
const DAYS = 28;

interface Tally {
  flagged: number;
  flaggedWon: number;
  others: number;
  othersWon: number;
}

/**
 * How often stalled deals and the others of their stage were won in the end, as far as the cut
 * shows; answers the one as a share of the other, over all stages, or `null` without either.
 */
export function backtestStalls(set: DataSet, truth: Truth): number | null {
  const origins = originsOf(set, DAYS).filter(
    (origin, _, [first]) => daysBetween(first!, origin) % DAYS === 0,
  );
  console.log(`Stalled deals, ${set.name}: won by the cut, origins ${origins.join(', ')}`);
  const tallies = new Map<string, Tally>();
  for (const origin of origins) tallyOrigin(set, truth, origin, tallies);
  const rows = [...tallies].map(([stage, tally]) => rowOf(stage, tally));
  const pooled = { flagged: 0, flaggedWon: 0, others: 0, othersWon: 0 };
  for (const tally of tallies.values()) {
    // Others are weighed as the flagged deals of their stage are, so that stages compare like with like.
    if (tally.others === 0) continue;
    pooled.flagged += tally.flagged;
    pooled.flaggedWon += tally.flaggedWon;
    pooled.others += tally.flagged;
    pooled.othersWon += (tally.flagged * tally.othersWon) / tally.others;
  }
  printTable(
    ['stage', 'flagged', 'won', 'others', 'won', 'flagged / others'],
    [...rows, rowOf('all, others as in the flagged stages', pooled)],
  );
  const { flagged, flaggedWon, others, othersWon } = pooled;
  return othersWon === 0 ? null : flaggedWon / flagged / (othersWon / others);
}

function tallyOrigin(set: DataSet, truth: Truth, origin: Day, tallies: Map<string, Tally>): void {
  const deals = dealsOn(set, origin);
  const clock = { today: origin, count: 'calendar' } as const;
  const rules = { ...clock, limits: limits(set.pipeline, deals, clock) };
  for (const deal of deals) {
    const stall = stallOf(deal, rules);
    if (stall === null) continue;
    const tally = tallies.get(stall.stage) ?? {
      flagged: 0,
      flaggedWon: 0,
      others: 0,
      othersWon: 0,
    };
    const won = isWonWithin(truth, deal.deal, origin, daysBetween(origin, addDays(set.cut, 0)));
    if (stall.stalled) {
      tally.flagged += 1;
      tally.flaggedWon += won ? 1 : 0;
    } else {
      tally.others += 1;
      tally.othersWon += won ? 1 : 0;
    }
    tallies.set(stall.stage, tally);
  }
}

function rowOf(stage: string, { flagged, flaggedWon, others, othersWon }: Tally): string[] {
  const flaggedRate = flagged === 0 ? null : flaggedWon / flagged;
  const othersRate = others === 0 ? null : othersWon / others;
  const ratio = flaggedRate === null || !othersRate ? null : flaggedRate / othersRate;
  return [
    stage,
    String(flagged),
    percent(flaggedRate),
    String(Math.round(others)),
    percent(othersRate),
    shown(ratio, 2),
  ];
}
