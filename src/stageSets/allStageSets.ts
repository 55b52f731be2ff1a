import type { StageKey } from '../domain/pipeline';
import { general } from './general';
import { manufacturing } from './manufacturing';
import { saas } from './saas';
import type { StageSet } from './stageSet';

/** The ready-made stage sets, the simplest first. */
export const STAGE_SETS: readonly StageSet[] = [general, manufacturing, saas];

/** The set with this key, or `undefined`. */
export function stageSetOf(key: string): StageSet | undefined {
  return STAGE_SETS.find((set) => set.key === key);
}

/**
 * Limits in days for stages whose own history is too short to learn from, whichever set they came
 * from: keys differ from set to set.
 */
export function defaultLimits(): Readonly<Record<StageKey, number>> {
  return Object.fromEntries(
    STAGE_SETS.flatMap((set) =>
      set.stages.flatMap((stage) =>
        stage.defaultLimit === null ? [] : [[stage.key, stage.defaultLimit] as const],
      ),
    ),
  );
}
