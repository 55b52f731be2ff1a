import type { Day } from '../../src/domain/day';
import { type JudgedChance, logLoss } from '../../src/domain/forecast/accuracy';
import { dealOutlooks } from '../../src/domain/forecast/dealOutlook';
import type { DealHistory } from '../../src/domain/history';
import { type DataSet, dealsOn, originsOf } from './sets';
import { percent, printTable, shown } from './table';
import { isWonWithin, type Truth } from './truth';

const DAYS = 28;

/**
 * What a team with few closed deals would get: closed deals drawn at random, beside them either
 * as small a share of the open ones (a small team) or all of them (a file that kept few closed
 * deals). Judged on the open deals of one origin, `draws` times. Answers by the number of closed
 * deals how far the log loss is below that of fixed percentages, where it is least, 0 to 1.
 */
export function backtestSmallSamples(
  set: DataSet,
  truth: Truth,
  draws: number,
): ReadonlyMap<number, number> {
  console.log(
    `Few closed deals, ${set.name}: won within ${DAYS} days, mean log loss of ${draws} draws`,
  );
  const origins = originsOf(set, DAYS);
  const rows: string[][] = [];
  const least = new Map<number, number>();
  for (const origin of [origins[Math.floor(origins.length / 2)]!, origins[origins.length - 1]!]) {
    const histories = dealsOn(set, origin);
    for (const count of [20, 200]) {
      for (const beside of ['a small team', 'all open deals'] as const) {
        const losses = drawLosses(set, truth, { origin, histories, count, beside, draws });
        const below = 1 - losses.ours / losses.fixed;
        least.set(count, Math.min(below, least.get(count) ?? 1));
        rows.push([
          `${origin}, ${count} closed, ${beside}`,
          shown(losses.ours),
          shown(losses.fixed),
          percent(below),
        ]);
      }
    }
  }
  printTable(['origin, history', 'Sluice', 'fixed', 'below fixed'], rows);
  return least;
}

interface Draw {
  readonly origin: Day;
  readonly histories: readonly DealHistory[];
  readonly count: number;
  readonly beside: 'a small team' | 'all open deals';
  readonly draws: number;
}

function drawLosses(
  set: DataSet,
  truth: Truth,
  { origin, histories, count, beside, draws }: Draw,
): { readonly ours: number; readonly fixed: number } {
  const random = randomFrom(20_120_115);
  const closed = histories.filter(({ closed: at }) => at !== null);
  const open = histories.filter(({ stage }) => set.fixed.has(stage));
  let ours = 0;
  let fixed = 0;
  let judgedDraws = 0;
  for (let draw = 0; draw < draws; draw++) {
    const kept = shuffled(closed, random).slice(0, count);
    const share = beside === 'a small team' ? count / closed.length : 1;
    const waiting = open.filter(() => random() < share);
    const outlooks = dealOutlooks({
      histories: [...kept, ...waiting],
      ...{ pipeline: set.pipeline, asOf: origin, horizons: [DAYS] },
    });
    if (outlooks.length === 0) continue;
    const judge = (chanceOf: (outlook: (typeof outlooks)[number]) => number): JudgedChance[] =>
      outlooks.map((outlook) => ({
        chance: chanceOf(outlook),
        won: isWonWithin(truth, outlook.deal, origin, DAYS),
      }));
    const weight = outlooks.length;
    ours += weight * logLoss(judge(({ within }) => within[0]!))!;
    fixed += weight * logLoss(judge(({ stage }) => set.fixed.get(stage)!))!;
    judgedDraws += weight;
  }
  return { ours: ours / judgedDraws, fixed: fixed / judgedDraws };
}

function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  const copy = [...items];
  for (let last = copy.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [copy[last], copy[other]] = [copy[other]!, copy[last]!];
  }
  return copy;
}

/** The same numbers every time: a linear congruential generator (Numerical Recipes). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
