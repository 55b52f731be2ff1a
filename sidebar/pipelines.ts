import type { Card, PipelineView } from '../src/rpc';

/** The pipelines in their order; empty where there is only one. */
export function pipelinesOf({ stages }: Pick<PipelineView, 'stages'>): readonly string[] {
  return [...new Set(stages.flatMap(({ pipeline }) => (pipeline ? [pipeline] : [])))];
}

/** One pipeline with the stages that all share; the first one when none is named, all stages where there is only one. */
export function pipelineAlone(view: PipelineView, name: string | undefined): PipelineView {
  const names = pipelinesOf(view);
  const wanted = names.includes(name ?? '') ? name : names[0];
  if (wanted === undefined) return view;
  return { ...view, stages: view.stages.filter(({ pipeline = wanted }) => pipeline === wanted) };
}

/** The cards of one pipeline, the first one when none is named; all of them where there is only one. */
export function cardsOf(cards: readonly Card[], view: PipelineView, name: string): readonly Card[] {
  const names = pipelinesOf(view);
  const wanted = names.includes(name) ? name : names[0];
  if (wanted === undefined) return cards;
  return cards.filter(({ pipeline = names[0] }) => pipeline === wanted);
}
