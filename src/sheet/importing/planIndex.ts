import type { StageKey } from '../../domain/pipeline';
import type { Language } from '../../words/language';
import type { ImportPlan } from './importPlan';

/** The plan in a form that is quick to look things up in. */
export interface PlanIndex {
  readonly plan: ImportPlan;
  readonly stageOf: ReadonlyMap<string, string>;
  readonly outcomeOf: ReadonlyMap<string, string>;
  readonly prices: ReadonlyMap<string, number>;
  readonly stages: ReadonlyMap<StageKey, ImportPlan['stages'][number]>;
  /** Open stages 0, 1, 2 ..., won after the last of them. */
  readonly placeOf: ReadonlyMap<StageKey, number>;
  /** Place of won: the number of open stages. */
  readonly last: number;
  readonly language: Language;
  readonly currency: string;
}

/** Makes a plan quick to look things up in, once for many rows. */
export function indexOf(plan: ImportPlan, language: Language, currency: string): PlanIndex {
  const open = plan.stages.filter((stage) => stage.kind === 'open');
  const placeOf = new Map(open.map((stage, i) => [stage.key, i]));
  for (const stage of plan.stages) if (stage.kind === 'won') placeOf.set(stage.key, open.length);
  return {
    plan,
    stageOf: new Map(Object.entries(plan.stageOf)),
    outcomeOf: new Map(Object.entries(plan.outcomeOf)),
    prices: new Map(Object.entries(plan.prices)),
    stages: new Map(plan.stages.map((stage) => [stage.key, stage])),
    placeOf,
    last: open.length,
    language,
    currency,
  };
}
