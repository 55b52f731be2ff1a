import type { DealHistory } from './history';
import { type Pipeline, type Stage, type StageKey, stageOf } from './pipeline';

/**
 * Several pipelines in one. A stage's name means one stage in the whole workbook, so a deal's stage
 * says which pipeline it is in; closing stages may be shared, and then the way it came says it.
 */

const namesOf = new WeakMap<readonly Stage[], readonly string[]>();

/** The pipelines' names in the order of their stages; empty where there is only one. */
export function pipelineNames({ stages }: Pick<Pipeline, 'stages'>): readonly string[] {
  let names = namesOf.get(stages);
  if (names === undefined) {
    const found = new Set(stages.flatMap(({ pipeline }) => (pipeline ? [pipeline] : [])));
    names = found.size > 1 ? [...found] : [];
    namesOf.set(stages, names);
  }
  return names;
}

const alone = new WeakMap<Pipeline, Map<string, Pipeline>>();

/**
 * One pipeline as if it were the only one: its own stages and those that all share, under its own
 * switches. The whole where there is only one; the first one for a name that there is not.
 */
export function pipelineAlone(whole: Pipeline, name: string | undefined): Pipeline {
  const names = pipelineNames(whole);
  const [first] = names;
  if (first === undefined) return whole;
  const wanted = name !== undefined && names.includes(name) ? name : first;
  const known = alone.get(whole) ?? new Map<string, Pipeline>();
  alone.set(whole, known);
  const made = known.get(wanted) ?? partOf(whole, wanted);
  known.set(wanted, made);
  return made;
}

function partOf(whole: Pipeline, name: string): Pipeline {
  const stages = whole.stages.filter(({ pipeline = name }) => pipeline === name);
  const own = whole.switchesOf?.[name] ?? whole.switches;
  const keys = new Set(stages.map(({ key }) => key));
  const switches = { ...own, startIn: own.startIn.filter((key) => keys.has(key)) };
  const { criteria, retired } = whole;
  return { stages, criteria, switches, ...(retired === undefined ? {} : { retired }) };
}

/** Each pipeline as if it were the only one, in order; the whole alone, without a name, where it is. */
export function eachPipeline(
  whole: Pipeline,
): readonly { readonly name: string; readonly pipeline: Pipeline }[] {
  const names = pipelineNames(whole);
  if (names.length === 0) return [{ name: '', pipeline: whole }];
  return names.map((name) => ({ name, pipeline: pipelineAlone(whole, name) }));
}

/** The stage in which a new deal starts when it names none; `undefined` without an open stage. */
export function startingStage({ stages, switches }: Pipeline): Stage | undefined {
  const open = stages.filter(({ kind }) => kind === 'open');
  return open.find(({ key }) => switches.startIn.includes(key)) ?? open[0];
}

/**
 * The pipeline of a deal that went through these stages, by the last of them that belongs to one;
 * `undefined` where none does.
 */
export function pipelineThrough(whole: Pipeline, stages: readonly StageKey[]): string | undefined {
  for (let at = stages.length - 1; at >= 0; at -= 1) {
    const name = stageOf(whole, stages[at]!)?.pipeline;
    if (name !== undefined) return name;
  }
  return undefined;
}

/** The deals of each pipeline; one of which nothing tells is in the first. All of them where there is only one. */
export function dealsByPipeline(
  whole: Pipeline,
  deals: readonly DealHistory[],
): ReadonlyMap<string, readonly DealHistory[]> {
  const names = pipelineNames(whole);
  if (names.length === 0) return new Map([['', deals]]);
  const found = new Map<string, DealHistory[]>(names.map((name) => [name, []]));
  for (const deal of deals) {
    const stages = deal.visits.map(({ stage }) => stage);
    found.get(pipelineThrough(whole, stages) ?? names[0]!)!.push(deal);
  }
  return found;
}
