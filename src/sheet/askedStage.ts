import { normalLabel, type Pipeline, type Stage } from '../domain/pipeline';
import { pipelineAlone, pipelineNames, pipelineThrough, startingStage } from '../domain/pipelines';
import type { Memo } from './memo';
import { stageFinder } from './stageFinder';

/** What a row's Stage and Pipeline cells say; `pipeline` is `null` where there is one pipeline, or no such column. */
export interface RequestCells {
  readonly stage: string;
  readonly pipeline: string | null;
}

/** What these cells ask of a deal. */
export interface Asked {
  /** The stage asked for, in the words of the cells, and what they mean. */
  readonly stageTyped: string;
  readonly stage: Stage | undefined;
  /** The Pipeline cell asks: the Stage cell still says where the deal is. */
  readonly byPipeline: boolean;
}

/** A deal's accepted stage, and the way it came where that is known. */
export interface Standing {
  readonly accepted: Stage | undefined;
  readonly memo: () => Memo;
}

/**
 * The stage that a row asks for. The Stage cell decides where it says another stage than the deal's;
 * else another pipeline in the Pipeline cell asks for the stage in which new deals of that one start.
 */
export function askedStage(
  cells: RequestCells,
  { accepted, memo }: Standing,
  whole: Pipeline,
): Asked {
  const stage = stageFinder(whole)(cells.stage);
  const asStage: Asked = { stageTyped: cells.stage, stage, byPipeline: false };
  const named = pipelineNamed(whole, cells.pipeline ?? '');
  if (named === undefined) return asStage;
  if (cells.stage !== '' && (accepted === undefined || stage?.key !== accepted.key)) return asStage;
  if (accepted !== undefined) {
    const own = pipelineOfDeal(whole, accepted, memo());
    const isStill = normalLabel(accepted.pipelineBefore ?? '') === normalLabel(named);
    if (own === undefined || own === named || isStill) return asStage;
  }
  const start = startingStage(pipelineAlone(whole, named));
  return start === undefined
    ? asStage
    : { stageTyped: start.label, stage: start, byPipeline: true };
}

/** The pipeline that a cell names; `undefined` for none of them, and where there is only one. */
export function pipelineNamed(whole: Pipeline, text: string): string | undefined {
  const wanted = normalLabel(text);
  if (wanted === '') return undefined;
  return pipelineNames(whole).find((name) => normalLabel(name) === wanted);
}

/** The pipeline of a deal in a stage, after the way that its memo tells; `undefined` where nothing tells. */
export function pipelineOfDeal(
  whole: Pipeline,
  stage: Stage,
  { history }: Memo,
): string | undefined {
  if (stage.pipeline !== undefined) return stage.pipeline;
  return pipelineThrough(
    whole,
    history.flatMap(({ kind, from, to }) => (kind === 'held' ? [from] : [from, to])),
  );
}
