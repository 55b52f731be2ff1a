import { STANDARD_FIELDS } from '../domain/fact';
import type { PipelineView } from '../rpc';
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
    stages: pipeline.stages.map(({ key, label, kind, todo }) => ({ key, label, kind, todo })),
    lostReasons: [...settings.lostReasons],
    otherReason: words.otherReason,
    causes: [...settings.causes],
    headers: Object.fromEntries([...named, ...own]),
  };
}
