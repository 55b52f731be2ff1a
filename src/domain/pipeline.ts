import type { Criterion } from './criterion';

/** A stage's key never changes; its label is what people read and may rename. */
export type StageKey = string;

export type StageKind = 'open' | 'won' | 'lost' | 'nurture';

export const CATEGORIES = ['omitted', 'pipeline', 'bestCase', 'commit', 'closed'] as const;
export type Category = (typeof CATEGORIES)[number];

export interface Stage {
  readonly key: StageKey;
  readonly label: string;
  /** Labels that it had before: old cells still mean this stage. */
  readonly aliases: readonly string[];
  readonly kind: StageKind;
  /** Configured chance to be won, 0 to 1; `null` when nobody set one, which is not 0. */
  readonly chance: number | null;
  /** Configured limit in days; `null` lets the program learn one. */
  readonly limitDays: number | null;
  readonly category: Category | null;
  /** What the stage asks people to do. */
  readonly todo: string;
  /** The pipeline that it belongs to; not given where there is only one, and where all share the stage. */
  readonly pipeline?: string;
  /** What its pipeline was called before, until every cell says the new name. */
  readonly pipelineBefore?: string;
}

export interface Switches {
  readonly maySkip: boolean;
  readonly mayGoBack: boolean;
  /** Stages a new deal may start in; empty means any open stage. */
  readonly startIn: readonly StageKey[];
}

/**
 * Stages in their order (open ones first, then won, lost, nurture as the team has them), and the gates between them.
 * A team with several pipelines has them all in one: pipelines.ts takes them apart.
 */
export interface Pipeline {
  readonly stages: readonly Stage[];
  readonly criteria: readonly Criterion[];
  readonly switches: Switches;
  /** By pipeline, where one has switches of its own. */
  readonly switchesOf?: Readonly<Record<string, Switches>>;
  /** Stages that are no longer in use: the ledger still names them, and no deal may go there. */
  readonly retired?: readonly Stage[];
}

/** The ordered open stages 1..K. */
export function openStages(pipeline: Pipeline): readonly Stage[] {
  return pipeline.stages.filter((stage) => stage.kind === 'open');
}

/** The stage with this key, or `undefined`. */
export function stageOf(pipeline: Pipeline, key: StageKey): Stage | undefined {
  return pipeline.stages.find((stage) => stage.key === key);
}

/** The stage with this key, whether it is in use or retired. */
export function stageEver(pipeline: Pipeline, key: StageKey): Stage | undefined {
  return stageOf(pipeline, key) ?? pipeline.retired?.find((stage) => stage.key === key);
}

/** Whether this key is an open stage's; a retired stage is none. */
export function isOpenIn(pipeline: Pipeline): (key: StageKey) => boolean {
  const open = new Set(openStages(pipeline).map(({ key }) => key));
  return (key) => open.has(key);
}

/** How a label is compared: width, case and spaces do not count. */
export function normalLabel(label: string): string {
  return label.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The stage that a cell's text means, by label first, then by an earlier label; `undefined` when none does. */
export function stageNamed(pipeline: Pipeline, text: string): Stage | undefined {
  const wanted = normalLabel(text);
  if (wanted === '') return undefined;
  return (
    pipeline.stages.find((stage) => normalLabel(stage.label) === wanted) ??
    pipeline.stages.find((stage) => stage.aliases.some((alias) => normalLabel(alias) === wanted))
  );
}
