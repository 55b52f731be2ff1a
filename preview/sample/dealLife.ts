import type { Random } from './random';

/** The stages of the general set, by what they are. */
export type SampleStage =
  | 'qualification'
  | 'needs'
  | 'proposal'
  | 'negotiation'
  | 'won'
  | 'lost'
  | 'nurture';

export const OPEN_STAGES = ['qualification', 'needs', 'proposal', 'negotiation'] as const;

export interface Step {
  readonly stage: SampleStage;
  /** 'YYYY-MM-DD'. */
  readonly day: string;
}

/** What happened to one deal up to today. */
export interface DealLife {
  /** In order; the first is where it began. */
  readonly steps: readonly Step[];
  readonly stage: SampleStage;
  /** The furthest open stage that it was in, from 0. */
  readonly reach: number;
  readonly daysInStage: number;
}

/** Usual days in each open stage, and the chance to go on from it, to be parked, or else to be lost. */
const STAGES = [
  { days: 13, onwards: 0.83, parked: 0.02 },
  { days: 21, onwards: 0.82, parked: 0.05 },
  { days: 23, onwards: 0.82, parked: 0.05 },
  { days: 15, onwards: 0.88, parked: 0.02 },
] as const;

/** Lives a deal from the day it was created until today. */
export function dealLife(random: Random, created: string, today: string): DealLife {
  const steps: Step[] = [{ stage: 'qualification', day: created }];
  let reach = 0;
  let day = created;
  for (;;) {
    const stage = STAGES[reach];
    if (stage === undefined) break;
    // Some customers go quiet: those deals sit far longer, and seldom go on.
    const quiet = random.chance(0.17);
    const days = Math.max(1, Math.round(random.around(stage.days * (quiet ? 3.6 : 1), 2.4)));
    day = addDays(day, days);
    if (day > today) break;
    const fate = random.share();
    const onwards = quiet ? stage.onwards * 0.5 : stage.onwards;
    if (fate < onwards) {
      reach += 1;
      steps.push({ stage: OPEN_STAGES[reach] ?? 'won', day });
    } else {
      steps.push({ stage: fate < onwards + stage.parked ? 'nurture' : 'lost', day });
      break;
    }
    if (reach > 1 && random.chance(0.06)) {
      // A new decision maker: back one stage, and through it again.
      day = addDays(day, random.whole(2, 6));
      if (day > today || reach >= OPEN_STAGES.length) break;
      reach -= 1;
      steps.push({ stage: OPEN_STAGES[reach] ?? 'needs', day });
    }
  }
  const last = steps[steps.length - 1] ?? { stage: 'qualification', day: created };
  const reached = steps.map((step) => OPEN_STAGES.indexOf(step.stage as 'needs'));
  return {
    steps,
    stage: last.stage,
    reach: last.stage === 'won' ? OPEN_STAGES.length : Math.max(...reached),
    daysInStage: daysBetween(last.day, today),
  };
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000);
}
