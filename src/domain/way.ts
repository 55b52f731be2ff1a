import type { Criterion } from './criterion';
import type { Shortfall } from './gate';
import { openStages, type Pipeline, type Stage, type StageKey, stageOf } from './pipeline';
import { pipelineAlone, pipelineThrough } from './pipelines';

/** One half of a gate: entering a stage or leaving it. */
export interface Passage {
  readonly stage: Stage;
  readonly side: Criterion['side'];
}

/** What a move passes, in order, or why there is no such way. */
export type Way =
  | { readonly kind: 'open'; readonly passages: readonly Passage[] }
  | { readonly kind: 'closed'; readonly at: StageKey; readonly because: Shortfall };

export interface Journey {
  readonly from: StageKey | '';
  readonly to: Stage;
  /** The open stage that a lost or nurtured deal came from, where known. */
  readonly cameFrom?: StageKey | '';
}

function entering(stage: Stage): Passage {
  return { stage, side: 'entering' };
}

function leaving(stage: Stage): Passage {
  return { stage, side: 'leaving' };
}

function through(...passages: readonly Passage[]): Way {
  return { kind: 'open', passages };
}

/** Lost and nurture stand beside the order and have only their own gate. */
function isBeside(stage: Stage): boolean {
  return stage.kind === 'lost' || stage.kind === 'nurture';
}

/** From before the first stage. */
function fromOutside(pipeline: Pipeline, to: Stage): Way {
  if (isBeside(to)) return through(entering(to));
  const open = openStages(pipeline);
  const before = to.kind === 'won' ? open : open.slice(0, open.indexOf(to));
  return through(...before.flatMap((stage) => [entering(stage), leaving(stage)]), entering(to));
}

function ofNewDeal(pipeline: Pipeline, to: Stage): Way {
  const { startIn } = pipeline.switches;
  const mayStart = startIn.length === 0 ? to.kind === 'open' : startIn.includes(to.key);
  if (mayStart) return fromOutside(pipeline, to);
  return { kind: 'closed', at: to.key, because: { kind: 'mayNotStartIn', stage: to.key, startIn } };
}

/** From an open stage to a later one or to won, or back to an earlier one. */
function inOrder(pipeline: Pipeline, from: Stage, to: Stage): Way {
  const open = openStages(pipeline);
  const start = open.indexOf(from);
  const end = to.kind === 'won' ? open.length : open.indexOf(to);
  const { maySkip, mayGoBack } = pipeline.switches;
  if (end < start && !mayGoBack) {
    return { kind: 'closed', at: to.key, because: { kind: 'mayNotGoBack' } };
  }
  if (end <= start) return through(entering(to));
  const between = open.slice(start + 1, end);
  if (between.length > 0 && !maySkip) {
    const over = between[0]!.key;
    return { kind: 'closed', at: over, because: { kind: 'mayNotSkip', over } };
  }
  const passed = between.flatMap((stage) => [entering(stage), leaving(stage)]);
  return through(leaving(from), ...passed, entering(to));
}

/**
 * Out of won, lost or nurture. Such a deal has no place in the order: it needs the entering criteria
 * of its target, and leaving criteria where a team wrote some for the stage that it is in. Beyond
 * the open stage that it came from it skips forward from there, so nurture is no way round a gate.
 */
function reopening(pipeline: Pipeline, from: Stage, to: Stage, cameFrom: Stage | undefined): Way {
  const open = openStages(pipeline);
  const isBeyond =
    cameFrom?.kind === 'open' &&
    from.kind !== 'won' &&
    (to.kind === 'won' || open.indexOf(to) > open.indexOf(cameFrom));
  if (!isBeyond) return through(leaving(from), entering(to));
  const way = inOrder(pipeline, cameFrom, to);
  return way.kind === 'closed' ? way : through(leaving(from), ...way.passages);
}

/**
 * The gates between a deal and the stage it asks for. Forwards it passes
 * every stage on the way, entering and leaving. Back it needs what entering the earlier stage asks;
 * to lost and to nurture what entering those asks. A deal whose stage the pipeline no longer has
 * comes in from before the first stage; one that comes from another pipeline starts as a new deal does.
 */
export function wayOf(whole: Pipeline, { from, to, cameFrom }: Journey): Way {
  const own = pipelineThrough(whole, cameFrom ? [cameFrom, from] : [from]);
  const pipeline = pipelineAlone(whole, to.pipeline ?? own);
  if (from === '') return ofNewDeal(pipeline, to);
  if (isBeside(to)) return through(entering(to));
  const isElsewhere = own !== undefined && to.pipeline !== undefined && own !== to.pipeline;
  if (isElsewhere) return ofNewDeal(pipeline, to);
  const stage = stageOf(pipeline, from);
  if (stage === undefined) return fromOutside(pipeline, to);
  if (stage.kind === 'open') return inOrder(pipeline, stage, to);
  return reopening(pipeline, stage, to, cameFrom ? stageOf(pipeline, cameFrom) : undefined);
}
