import * as z from 'zod/mini';
import {
  CATEGORIES,
  normalLabel,
  type Pipeline,
  type Stage,
  type StageKind,
  type Switches,
} from '../domain/pipeline';
import { pipelineNames } from '../domain/pipelines';
import { LANGUAGES } from '../words/language';
import { type Grid, type Problem, TAB_IDS } from './cell';
import { readGates } from './gatesTab';
import { RHYTHMS, readSettings, type Settings } from './settingsTab';
import { type EarlierStage, type ReadStages, readStages, withEarlierNames } from './stagesTab';
import { ROLES, readTeam, type Team } from './teamTab';

/** Whole tabs from row 1; an empty grid for a tab that is not there. */
export interface ConfigurationGrids {
  readonly stages: Grid;
  readonly gates: Grid;
  readonly team: Grid;
  readonly settings: Grid;
  /** The headers of Deals, to tell criteria on columns that are not there. */
  readonly dealHeaders?: readonly string[];
  /** The stages as they were when they were last looked at: what they were called, and which are gone. */
  readonly before?: readonly NotedStage[];
}

/** A stage as a run of the program found it. */
export interface NotedStage extends EarlierStage {
  readonly kind: StageKind;
  readonly chance: number | null;
  readonly limitDays: number | null;
  /** Whether a deal may stand in it; the ledger names it also when none may. */
  readonly isUsed: boolean;
  /** `''` where it names none. */
  readonly pipeline: string;
}

/** All that the admin tabs say. */
export interface Configuration {
  readonly pipeline: Pipeline;
  readonly team: Team;
  readonly settings: Settings;
  readonly problems: readonly Problem[];
  readonly keysToWrite: ReadStages['keysToWrite'];
}

/** Reads the admin tabs. Whatever they hold there is a configuration, and a list of what is wrong with it. */
export function readConfiguration(grids: ConfigurationGrids): Configuration {
  const before = grids.before ?? [];
  const read = readStages(grids.stages, before);
  const stages = withEarlierPipelines(withEarlierNames(read.stages, before), before);
  const retired = [...withEarlierNames(read.retired, before), ...goneStages(read, before)];
  const { keysToWrite, problems: inStages } = read;
  const { criteria, problems: inGates } = readGates(grids.gates, {
    stages,
    retired,
    ...(grids.dealHeaders ? { dealHeaders: grids.dealHeaders } : {}),
  });
  const { team, problems: inTeam } = readTeam(grids.team);
  const { settings, problems: inSettings } = readSettings(grids.settings, stages);
  return {
    pipeline: {
      stages,
      criteria,
      switches: settings.switches,
      ...switchesOfEach(settings, stages),
      ...(retired.length === 0 ? {} : { retired }),
    },
    team,
    settings,
    problems: [...inStages, ...inGates, ...inTeam, ...inSettings],
    keysToWrite,
  };
}

/** A stage whose pipeline has another name now: Deals may still say the old one, and mean no move by it. */
function withEarlierPipelines(
  stages: readonly Stage[],
  before: readonly NotedStage[],
): readonly Stage[] {
  if (pipelineNames({ stages }).length === 0) return stages;
  const was = new Map(before.map(({ key, pipeline }) => [key, pipeline]));
  return stages.map((stage) => {
    const earlier = was.get(stage.key) ?? '';
    const isSame = normalLabel(earlier) === normalLabel(stage.pipeline ?? '');
    return earlier === '' || isSame ? stage : { ...stage, pipelineBefore: earlier };
  });
}

function switchesOfEach(
  { switches, switchesOf }: Settings,
  stages: readonly Stage[],
): { readonly switchesOf?: Readonly<Record<string, Switches>> } {
  const names = pipelineNames({ stages }).filter((name) => switchesOf[name] !== undefined);
  if (names.length === 0) return {};
  const own = names.map((name) => [name, { ...switches, ...switchesOf[name] }]);
  return { switchesOf: Object.fromEntries(own) };
}

/** Stages whose rows somebody deleted: the ledger and perhaps deals still name them. */
function goneStages(
  { stages, retired }: ReadStages,
  before: readonly NotedStage[],
): readonly Stage[] {
  const there = new Set([...stages, ...retired].map(({ key }) => key));
  return before
    .filter(({ key }) => !there.has(key))
    .map(({ isUsed: _, pipeline: _in, ...was }) => {
      return { ...was, aliases: [], category: null, todo: '' };
    });
}

// Made when they are asked for: whoever reads the tabs anew needs none of them, and the script is loaded for every edit.
const text = z.string();
const number = z.number();
const must = () =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['isFilled', 'isTicked', 'isDate']) }),
    z.object({ kind: z.enum(['atLeast', 'atMost']), number }),
    z.object({ kind: z.enum(['equals', 'contains']), text }),
    z.object({ kind: z.literal('oneOf'), texts: z.array(text) }),
    z.object({ kind: z.enum(['afterToday', 'beforeToday']), days: number }),
    z.object({ kind: z.literal('afterField'), other: text }),
    z.object({ kind: z.literal('activities'), atLeast: number, activity: text }),
    z.object({ kind: z.literal('taskDone'), task: text }),
  ]);
const stage = () =>
  z.object({
    key: text,
    label: text,
    aliases: z.array(text),
    kind: z.enum(['open', 'won', 'lost', 'nurture']),
    chance: z.nullable(number),
    limitDays: z.nullable(number),
    category: z.nullable(z.enum(CATEGORIES)),
    todo: text,
    pipeline: z.optional(text),
    pipelineBefore: z.optional(text),
  });
const criterion = () =>
  z.object({
    stage: text,
    side: z.enum(['entering', 'leaving']),
    field: text,
    must: must(),
    group: text,
    say: text,
  });
const switches = () =>
  z.object({
    maySkip: z.boolean(),
    mayGoBack: z.boolean(),
    startIn: z.array(text),
  });
const member = () =>
  z.object({
    name: text,
    address: text,
    role: z.enum(ROLES),
    language: z.nullable(z.enum(LANGUAGES)),
    target: z.nullable(number),
    mayOverride: z.boolean(),
  });
const settings = () =>
  z.object({
    language: z.enum(LANGUAGES),
    reportRhythm: z.enum(RHYTHMS),
    reportDay: number,
    reportHour: number,
    reportTimeZone: text,
    currency: text,
    rates: z.record(text, number),
    switches: switches(),
    switchesOf: z.record(
      text,
      z.object({ maySkip: z.optional(z.boolean()), mayGoBack: z.optional(z.boolean()) }),
    ),
    workingDays: z.boolean(),
    silentDays: number,
    mailOutside: z.boolean(),
    mailAddresses: z.array(text),
    approveMails: z.boolean(),
    paymentPlan: text,
    lostReasons: z.array(text),
    causes: z.array(text),
    formTab: text,
    archiveAfterDays: z.nullable(number),
  });
const stored = () =>
  z.object({
    pipeline: z.object({
      stages: z.array(stage()),
      criteria: z.array(criterion()),
      switches: switches(),
      switchesOf: z.optional(z.record(text, switches())),
      retired: z.optional(z.array(stage())),
    }),
    team: z.array(member()),
    settings: settings(),
    problems: z.array(
      z.object({
        tab: z.enum(TAB_IDS),
        row: number,
        column: number,
        code: text,
        about: z.array(text),
      }),
    ),
    keysToWrite: z.array(z.object({ row: number, column: number, key: text })),
  });

let schema: ReturnType<typeof stored> | undefined;

/** Text for the cache. */
export function configurationText(configuration: Configuration): string {
  return JSON.stringify(configuration);
}

/** Reads what `configurationText` wrote; `null` when it is anything else, so that the tabs are read again. */
export function configurationFrom(text: string): Configuration | null {
  schema ??= stored();
  const read = schema.safeParse(parsed(text));
  // The checks above cannot know that a field is a field; nobody but configurationText writes one.
  return read.success ? (read.data as unknown as Configuration) : null;
}

function parsed(stored: string): unknown {
  try {
    return JSON.parse(stored);
  } catch {
    return null;
  }
}
