import * as z from 'zod/mini';
import type { Clock } from '../domain/dwell';
import { documentCache, documentStore } from '../google/store';
import {
  allSheets,
  openWorkbook,
  spreadsheetTimeZone,
  type TabIds,
  type Workbook,
} from '../google/workbook';
import { type Grid, TAB_IDS, type TabId } from '../sheet/cell';
import {
  type Configuration,
  configurationFrom,
  configurationText,
  readConfiguration,
} from '../sheet/configuration';
import { findHeaders, HEADER_SEARCH_ROWS } from '../sheet/headers';
import { TABS_NOW, TABS_ON_DEMAND } from '../sheet/layout';
import { APP_WORDS } from '../words/app';
import { LANGUAGES, type Language } from '../words/language';
import { TAB_WORDS } from '../words/tabs';
import { Refused } from './answer';
import { notedStages } from './notedStages';
import { parsed } from './parsed';
import { readerLanguage } from './readerLanguage';

/** The workbook and what its admin tabs say, as one execution finds them. */
export interface OpenPipeline {
  readonly workbook: Workbook;
  readonly tabs: TabIds;
  readonly configuration: Configuration;
  readonly language: Language;
  readonly now: string;
  readonly today: string;
}

const CACHE_KEY = 'pipeline.1';
const CACHE_SECONDS = 600;
const TABS_KEY = 'tabs';

const tabIds = () => z.partialRecord(z.enum(TAB_IDS), z.number());
const cachedText = () =>
  z.object({ tabs: tabIds(), timeZone: z.string(), configuration: z.string() });

/**
 * The pipeline, from the cache when it is at most ten minutes old; `null` in a workbook that was
 * never set up.
 */
export function openPipeline(): OpenPipeline | null {
  const cached = parsed(cachedText(), documentCache.get(CACHE_KEY));
  const configuration = cached === null ? null : configurationFrom(cached.configuration);
  if (cached === null || configuration === null) return reloadPipeline();
  return opened(openWorkbook(cached.tabs, cached.timeZone), cached.tabs, configuration);
}

/** The pipeline, for calls that make no sense without one; refuses in a workbook that was never set up. */
export function needOpen(): OpenPipeline {
  const open = openPipeline();
  if (open === null) throw new Refused('notSetUp', APP_WORDS[readerLanguage()].notSetUp);
  return open;
}

/** Today, and how the team counts days. */
export function clockOf({ today, configuration }: OpenPipeline): Clock {
  return { today, count: configuration.settings.workingDays ? 'working' : 'calendar' };
}

/** The pipeline as its tabs say now; what the cache held is forgotten. */
export function reloadPipeline(): OpenPipeline | null {
  const tabs = findTabs();
  if (tabs.deals === undefined || tabs.stages === undefined) return null;
  const timeZone = spreadsheetTimeZone();
  const workbook = openWorkbook(tabs, timeZone);
  const whole = (id: TabId): Grid => workbook.tab(id)?.readSmall() ?? [];
  const configuration = readConfiguration({
    stages: whole('stages'),
    gates: whole('gates'),
    team: whole('team'),
    settings: whole('settings'),
    before: notedStages(),
    ...dealHeadersIn(workbook),
  });
  const cached: z.infer<ReturnType<typeof cachedText>> = {
    tabs,
    timeZone,
    configuration: configurationText(configuration),
  };
  documentCache.put(CACHE_KEY, JSON.stringify(cached), CACHE_SECONDS);
  return opened(workbook, tabs, configuration);
}

/** The headers of Deals, so that a criterion on a column that is not there is told as a problem. */
function dealHeadersIn(workbook: Workbook): { readonly dealHeaders?: readonly string[] } {
  const top = workbook.tab('deals')?.readRows(1, HEADER_SEARCH_ROWS) ?? [];
  const headers = findHeaders('deals', top);
  return headers === null ? {} : { dealHeaders: headers.texts };
}

/** Makes the next execution read the admin tabs again. */
export function forgetPipeline(): void {
  documentCache.remove(CACHE_KEY);
}

function opened(workbook: Workbook, tabs: TabIds, configuration: Configuration): OpenPipeline {
  const now = workbook.clock.now();
  return {
    workbook,
    tabs,
    configuration,
    language: configuration.settings.language,
    now,
    today: now.slice(0, 10),
  };
}

/**
 * Which sheet is which tab: as the last set-up noted it, else by name. A copied workbook has its
 * sheets but not its notes; a renamed tab has its ID but not its name.
 */
export function findTabs(): TabIds {
  const sheets = allSheets();
  const ids = new Set(sheets.map(({ id }) => id));
  const noted: TabIds = parsed(tabIds(), documentStore.get(TABS_KEY)) ?? {};
  const isHere = (tab: TabId) => ids.has(noted[tab] ?? -1);
  const found: Partial<Record<TabId, number>> = {};
  const all = [...TABS_NOW, ...TABS_ON_DEMAND];
  for (const tab of all.filter(isHere)) found[tab] = noted[tab] ?? -1;
  if (TABS_NOW.every(isHere)) return found;
  const byName = new Map(sheets.map(({ id, name }) => [name().toLowerCase(), id]));
  const addNamed = (tab: TabId) => {
    const named = LANGUAGES.map((language) =>
      byName.get(TAB_WORDS[language].names[tab].toLowerCase()),
    );
    const sheet = named.find((sheetId) => sheetId !== undefined);
    if (sheet !== undefined) found[tab] = sheet;
  };
  for (const tab of TABS_NOW.filter((id) => !isHere(id))) addNamed(tab);
  // Before the first set-up a tab called Archive or What-if is somebody's own.
  const isCopy = TABS_NOW.every((tab) => found[tab] !== undefined);
  if (isCopy) for (const tab of TABS_ON_DEMAND.filter((id) => !isHere(id))) addNamed(tab);
  return found;
}

/** Remembers which sheet is which tab, so that people may rename tabs. */
export function noteTabs(tabs: TabIds): void {
  documentStore.set(TABS_KEY, JSON.stringify(tabs));
}
