import { STANDARD_FIELDS } from '../domain/fact';
import type { Pipeline, Stage } from '../domain/pipeline';
import { pipelineNames } from '../domain/pipelines';
import type { PipelineView } from '../rpc';
import { pipelineOfDeal } from '../sheet/askedStage';
import type { DealRow } from '../sheet/dealsTab';
import { type Headers, headerOf } from '../sheet/headers';
import { CHOICE_WORDS } from '../words/choices';
import type { OpenPipeline } from './openPipeline';

/** Stages, choices and headers, as every page needs them. */
export function pipelineView(open: OpenPipeline, headers: Headers<'deals'>): PipelineView {
  const { pipeline, settings } = open.configuration;
  const words = CHOICE_WORDS[open.language];
  const named = STANDARD_FIELDS.map((field) => [field, headerOf(field, open.language, headers)]);
  const own = [...headers.own.keys()].map((header) => [`own:${header}`, header]);
  return {
    language: open.language,
    stages: pipeline.stages.map(({ key, label, kind, todo, pipeline: name }) => {
      return { key, label, kind, todo, ...(name === undefined ? {} : { pipeline: name }) };
    }),
    lostReasons: [...settings.lostReasons],
    otherReason: words.otherReason,
    causes: [...settings.causes],
    headers: Object.fromEntries([...named, ...own]),
  };
}

/** The pipeline of a deal's row, where there are several. */
export function pipelineShown(
  whole: Pipeline,
  stage: Stage | undefined,
  { program }: Pick<DealRow, 'program'>,
): { readonly pipeline?: string } {
  if (stage === undefined || pipelineNames(whole).length === 0) return {};
  const name = pipelineOfDeal(whole, stage, program.memo);
  return name === undefined ? {} : { pipeline: name };
}
