import { Random } from '../../preview/sample/random';

/** One step of an invented deal's life. */
export interface LifeStep {
  readonly stage: BenchStage;
  /** 'YYYY-MM-DD'. */
  readonly day: string;
}

export const OPEN = ['Qualification', 'Needs analysis', 'Proposal', 'Negotiation'] as const;
export type BenchStage = (typeof OPEN)[number] | 'Closed won' | 'Closed lost';

export const TODAY = '2026-02-02';

const DAY = 86_400_000;
const SEED = 7;
const YOUNGEST = 40;
const OLDEST = 730;

export function daysBefore(days: number): string {
  return new Date(Date.parse(`${TODAY}T12:00:00Z`) - days * DAY).toISOString().slice(0, 10);
}

/**
 * Lives with exactly `steps` steps each; deals are created over two years, the oldest first, three in
 * ten are open. The first `ready` deals end in the first stage. The same in every run.
 */
export function* lives(deals: number, steps: number, ready: number): Generator<LifeStep[]> {
  const random = new Random(SEED);
  for (let deal = 0; deal < deals; deal++) {
    const age = YOUNGEST + ((OLDEST - YOUNGEST) * (deals - deal)) / deals;
    const end = deal < ready ? 'Qualification' : ending(random);
    const stages = walk(random, steps, end);
    // Between a third of its age and all of it was spent on the way.
    const span = age * (0.33 + 0.67 * random.share());
    yield stages.map((stage, at) => ({
      stage,
      day: daysBefore(Math.round(age - (span * at) / Math.max(1, steps - 1))),
    }));
  }
}

function ending(random: Random): BenchStage {
  if (random.chance(0.3)) return random.pick(OPEN);
  return random.chance(0.45) ? 'Closed won' : 'Closed lost';
}

/** From the first stage to the end, by neighbouring stages, never twice in a row in one. */
function walk(random: Random, steps: number, end: BenchStage): BenchStage[] {
  const stages: BenchStage[] = ['Qualification'];
  while (stages.length < steps - 1) {
    const at = OPEN.indexOf(stages[stages.length - 1] as (typeof OPEN)[number]);
    const isLast = stages.length === steps - 2;
    const others = OPEN.filter((stage, i) => i !== at && !(isLast && stage === end));
    const near = others.filter((stage) => Math.abs(OPEN.indexOf(stage) - at) === 1);
    const ahead = near.filter((stage) => OPEN.indexOf(stage) > at);
    const isForward = ahead.length > 0 && random.chance(0.65);
    stages.push(random.pick(isForward ? ahead : near.length > 0 ? near : others));
  }
  stages.push(end);
  return stages;
}
