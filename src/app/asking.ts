import type { How } from '../domain/ledger';
import { pipelineAlone, startingStage } from '../domain/pipelines';
import { activeAddress } from '../google/people';
import type { Headers } from '../sheet/headers';
import { CHOICE_WORDS } from '../words/choices';
import type { Asking } from './judgeRow';
import type { OpenPipeline } from './openPipeline';
import { whyHeld } from './wording';

/** Written where Google hides who edits. */
export const UNKNOWN_EDITOR = 'unknown editor';

/**
 * Who asks and how, for judging rows; `null` in a pipeline without an open stage, where no deal can
 * start or go anywhere.
 */
export function askingOf(
  open: OpenPipeline,
  how: How,
  headers: Headers<'deals'>,
  override?: { readonly reason: string },
): Asking | null {
  const { pipeline } = open.configuration;
  const first = startingStage(pipelineAlone(pipeline, undefined));
  if (first === undefined) return null;
  return {
    pipeline,
    how,
    by: activeAddress() || UNKNOWN_EDITOR,
    now: open.now,
    today: open.today,
    otherReason: CHOICE_WORDS[open.language].otherReason,
    firstStage: (name) => startingStage(pipelineAlone(pipeline, name)) ?? first,
    why: (shortfalls) => whyHeld(open, shortfalls, headers),
    ...(override === undefined ? {} : { override }),
  };
}
