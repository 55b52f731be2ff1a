import type { Shortfall } from './gate';
import { judgeMove } from './judge';
import { openStages, type Pipeline, type Stage, type StageKey, stageOf } from './pipeline';
import { pipelineAlone } from './pipelines';
import type { Circumstances } from './shortfalls';

/**
 * The next open stage, or won after the last one. From `''`, the first stage that a deal may start
 * in. `undefined` for closed, nurtured and unknown stages: nothing comes next by itself.
 */
export function nextStage(whole: Pipeline, from: StageKey | ''): Stage | undefined {
  const pipeline = pipelineAlone(whole, stageOf(whole, from)?.pipeline);
  const open = openStages(pipeline);
  const { startIn } = pipeline.switches;
  if (from === '') {
    return open.find((stage) => startIn.length === 0 || startIn.includes(stage.key));
  }
  const at = open.findIndex((stage) => stage.key === from);
  if (at < 0) return undefined;
  return open[at + 1] ?? pipeline.stages.find((stage) => stage.kind === 'won');
}

/** What a deal still needs to go on; `null` when there is no next stage. */
export function missingForNext(
  pipeline: Pipeline,
  from: StageKey | '',
  about: Circumstances,
): { readonly next: Stage; readonly shortfalls: readonly Shortfall[] } | null {
  const next = nextStage(pipeline, from);
  if (next === undefined) return null;
  const { facts, today, counts } = about;
  const outcome = judgeMove(pipeline, {
    from,
    to: next,
    facts,
    today,
    ...(counts === undefined ? {} : { counts }),
  });
  return { next, shortfalls: outcome.kind === 'held' ? outcome.shortfalls : [] };
}
