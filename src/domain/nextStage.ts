import type { Shortfall } from './gate';
import type { Pipeline, Stage, StageKey } from './pipeline';
import type { Circumstances } from './shortfalls';

/** The next open stage, or won after the last one; `undefined` for closed, nurtured and unknown stages. `''` is before the first. */
export function nextStage(pipeline: Pipeline, from: StageKey | ''): Stage | undefined {
  void [pipeline, from];
  throw new Error('not yet');
}

/** What a deal still needs to go on; `null` when there is no next stage. */
export function missingForNext(
  pipeline: Pipeline,
  from: StageKey | '',
  about: Circumstances,
): { readonly next: Stage; readonly shortfalls: readonly Shortfall[] } | null {
  void [pipeline, from, about];
  throw new Error('not yet');
}
