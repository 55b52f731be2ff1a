import { openStages, type Pipeline, type StageKey } from '../pipeline';
import { eachPipeline } from '../pipelines';
import { LADDER } from './constants';

/** Where a deal's win chance comes from, strongest first. */
export type ChanceSource = 'override' | 'learned' | 'default';

/** The chance that a stage gives a deal before anything was learned. */
export interface StageChance {
  readonly stage: StageKey;
  readonly chance: number;
  /** `ladder` when nobody configured one: the reader is warned. */
  readonly from: 'configured' | 'ladder';
  /** Whether won comes next. */
  readonly isLast: boolean;
}

/**
 * The default chance of each open stage, in order. A stage without a configured chance takes its
 * rung of a ladder that is evenly spaced from 10 % to 75 % over its pipeline; a configured 0 stays 0.
 */
export function stageChances(pipeline: Pipeline): readonly StageChance[] {
  const chances = new Map(
    eachPipeline(pipeline).flatMap((each) =>
      chancesAlone(each.pipeline).map((chance) => [chance.stage, chance]),
    ),
  );
  return openStages(pipeline).map(({ key }) => chances.get(key)!);
}

function chancesAlone(pipeline: Pipeline): readonly StageChance[] {
  const open = openStages(pipeline);
  return open.map(({ key, chance }, index) => {
    const place = { stage: key, isLast: index === open.length - 1 };
    return chance === null
      ? { ...place, chance: rung(index, open.length), from: 'ladder' }
      : { ...place, chance: Math.min(1, Math.max(0, chance)), from: 'configured' };
  });
}

function rung(index: number, count: number): number {
  const share = count === 1 ? 0.5 : index / (count - 1);
  return LADDER.first * (1 - share) + LADDER.last * share;
}
