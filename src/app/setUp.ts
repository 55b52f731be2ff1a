import * as z from 'zod/mini';
import { pipelineNames } from '../domain/pipelines';
import { underLock } from '../google/lock';
import { activeAddress } from '../google/people';
import { openWorkbook, spreadsheetTimeZone } from '../google/workbook';
import type { Grid, TabId } from '../sheet/cell';
import { gateRows } from '../sheet/gatesTab';
import { layoutOf, TABS_NOW } from '../sheet/layout';
import { defaultSettings, type Settings, settingsRows } from '../sheet/settingsTab';
import { criteriaOfSet, stagesOfSet } from '../sheet/stageSetRows';
import { stageRows } from '../sheet/stagesTab';
import { type Member, teamRows } from '../sheet/teamTab';
import { STAGE_SETS, stageSetOf } from '../stageSets/allStageSets';
import type { StageSet } from '../stageSets/stageSet';
import { LANGUAGES, type Language } from '../words/language';
import { startAutomations } from './automate';
import { type BegunSetUp, begunSetUp, forgetBegun, noteBegun } from './begunSetUp';
import { choicesIn, fill, lay, missingKeys, sheetsFor } from './buildTabs';
import { keepConfiguration } from './keepConfiguration';
import { keepRights } from './keepRights';
import { beginTail } from './ledgerTail';
import { addNewSettings } from './newSettings';
import {
  findTabs,
  forgetPipeline,
  noteTabs,
  type OpenPipeline,
  openPipeline,
} from './openPipeline';
import { readerLanguage } from './readerLanguage';
import { installTriggers } from './runner';
import { sweep } from './sweep';

const LOCK_MS = 30_000;

const optionsGiven = () =>
  z.object({
    language: z.optional(z.enum(LANGUAGES as [Language, ...Language[]])),
    stages: z.optional(z.string()),
  });
export type SetUpOptions = z.infer<ReturnType<typeof optionsGiven>>;

export interface SetUp {
  /** Tabs that were not there before. */
  readonly created: readonly TabId[];
  /** Columns added to tabs that were there. */
  readonly columns: number;
}

/** Reads what a menu (nothing, or an event) or a script (JSON) hands to set up. */
export function setUpOptions(given: unknown): SetUpOptions {
  try {
    const value: unknown = typeof given === 'string' ? JSON.parse(given) : given;
    const read = optionsGiven().safeParse(value);
    return read.success ? read.data : {};
  } catch {
    return {};
  }
}

/**
 * Makes this workbook a pipeline: the tabs that are missing, the columns that are missing, the
 * triggers. Every cell that is filled stays as it is, so running it again changes nothing; one that
 * was stopped is finished by the next.
 */
export function setUp(options: SetUpOptions): SetUp | null {
  const done = underLock(LOCK_MS, () => build(options));
  if (done === null) return null;
  if (done.created.includes('ledger')) beginTail();
  if (done.created.length + done.columns > 0) forgetBegun();
  forgetPipeline();
  const open = openPipeline();
  if (open !== null) {
    underLock(LOCK_MS, () => addNewSettings(open));
    keepConfiguration(open);
    keepRights(open);
    installTriggers(open);
  }
  // People may have had deals in a tab of that name before: they become deals of the pipeline.
  if (done.columns > 0 || done.created.includes('ledger')) sweep();
  if (open !== null) startAutomations(open);
  return done;
}

function build(options: SetUpOptions): SetUp {
  const was = openPipeline();
  const begun = begin(options, was);
  const set = stageSetOf(begun.set);
  const { tabs, built } = sheetsFor(begun, set);
  const settings = begun.made.includes('settings') ? null : was?.configuration.settings;
  const starting = settings ?? startingSettings(begun.language, set);
  const choiceRange = choicesIn(built, starting);
  let columns = 0;
  for (const [id, one] of built) columns += lay(id, one, begun, choiceRange);
  for (const [id, grid] of seeds(begun.language, set)) {
    const one = built.get(id);
    if (one !== undefined && begun.made.includes(id)) fill(one, grid);
  }
  const created = TABS_NOW.filter((id) => begun.made.includes(id));
  if (created.length > 0) noteTabs(tabs);
  return { created, columns };
}

/** Notes what is missing or empty, and what a set-up that was stopped had begun, before any of it is built. */
function begin(options: SetUpOptions, was: OpenPipeline | null): BegunSetUp {
  const before = begunSetUp();
  const language = before?.language ?? was?.language ?? options.language ?? readerLanguage();
  const set = before === null ? chosenSet(options, was) : stageSetOf(before.set);
  const several =
    before?.several ?? (was !== null && pipelineNames(was.configuration.pipeline).length > 0);
  const found = findTabs();
  const workbook = openWorkbook(found, spreadsheetTimeZone());
  const laid: Partial<Record<TabId, readonly string[]>> = { ...before?.laid };
  const bare = new Set<TabId>();
  for (const id of TABS_NOW) {
    const tab = workbook.tab(id);
    const layout = layoutOf(id, language, set, several);
    const missing = tab === null ? [] : missingKeys(id, tab, layout);
    if (missing.length === 0) continue;
    laid[id] = [...(laid[id] ?? []), ...missing];
    if (missing.length === layout.columns.length) bare.add(id);
  }
  const isMade = (id: TabId) =>
    found[id] === undefined || bare.has(id) || before?.made.includes(id) === true;
  const made = TABS_NOW.filter(isMade);
  const begun = { language, set: set?.key ?? '', several, made, laid };
  if (made.length + Object.keys(laid).length > 0) noteBegun(begun);
  return begun;
}

/**
 * The set that the workbook was built from; in a new one the set that was asked for, the first one
 * when nobody asked, none when an import is to bring the stages.
 */
function chosenSet({ stages }: SetUpOptions, was: OpenPipeline | null): StageSet | undefined {
  if (was !== null) return setBehind(was);
  return stages === 'from-data' ? undefined : (stageSetOf(stages ?? '') ?? STAGE_SETS[0]);
}

/** The set whose open stages are all there, whatever they are called now; none when the team made its own. */
function setBehind({ configuration }: OpenPipeline): StageSet | undefined {
  const keys = new Set(configuration.pipeline.stages.map(({ key }) => key));
  return STAGE_SETS.find(({ stages }) =>
    stages.every(({ key, kind }) => kind !== 'open' || keys.has(key)),
  );
}

/** What new admin tabs hold to begin with. */
function seeds(language: Language, set: StageSet | undefined): readonly (readonly [TabId, Grid])[] {
  const stages = set === undefined ? [] : stagesOfSet(set, language);
  const criteria = set === undefined ? [] : criteriaOfSet(set, language);
  const settings = startingSettings(language, set);
  return [
    ['stages', stageRows(stages, language)],
    ['gates', gateRows(criteria, stages, language)],
    ['team', teamRows([founder()], language)],
    ['settings', settingsRows(settings, stages)],
  ];
}

function startingSettings(language: Language, set: StageSet | undefined): Settings {
  const settings = defaultSettings(language);
  return { ...settings, switches: { ...settings.switches, startIn: set?.startIn ?? [] } };
}

/** Whoever sets the workbook up manages the pipeline until the Team tab says otherwise. */
function founder(): Member {
  const address = activeAddress();
  const name = address.split('@')[0] ?? '';
  return { name, address, role: 'manager', language: null, target: null, mayOverride: true };
}
