import type { FieldOfSet, StageSet } from '../stageSets/stageSet';
import { CHOICE_WORDS } from '../words/choices';
import type { Language } from '../words/language';
import { COLUMN_NOTES } from '../words/notes';
import { SETTING_KEYS, type SettingKey } from '../words/settings';
import { OPTIONAL_COLUMNS, TAB_WORDS, type TableTab } from '../words/tabs';
import type { TabId } from './cell';
import { type ChoiceSource, COLUMN_LOOKS, type ColumnLook } from './columnLooks';
import { fieldOfSet } from './stageSetRows';

export type { ChoiceSource } from './columnLooks';

export interface ColumnLayout {
  /** The standard column's or field's key; `own:...` for a criterion's column. */
  readonly key: string;
  readonly header: string;
  /** Pixels. */
  readonly width: number;
  /** Google's number format; `''` leaves it automatic, `'@'` is plain text. */
  readonly format: string;
  readonly kind: 'text' | 'number' | 'day' | 'tick' | 'choice';
  /** What a choice offers: a fixed list, or what another tab holds now. */
  readonly choices: readonly string[] | ChoiceSource | null;
  /** Whether other values are rejected as they are typed (never relied on: pastes pass). */
  readonly strict: boolean;
  readonly hidden: boolean;
  /** Shown on the header as a note; `''` for none. */
  readonly note: string;
  /** Kept by the program: protected with a warning. */
  readonly program: boolean;
  readonly wrap: boolean;
}

/** A dropdown in one cell, where a column holds values of different kinds. From 1, headers in row 1. */
export interface ChoiceCell {
  readonly row: number;
  readonly column: number;
  readonly choices: readonly string[];
}

export interface TabLayout {
  readonly tab: TabId;
  readonly name: string;
  /** Empty for generated tabs: their grids bring their own headers. */
  readonly columns: readonly ColumnLayout[];
  /** Settings: its Value cells choose from different lists. */
  readonly choiceCells: readonly ChoiceCell[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly tabColour: string;
  readonly headerBackground: string;
  /** Of the program's columns. */
  readonly programBackground: string;
  readonly headerFont: string;
  /** The whole tab belongs to the program: protected with a warning. */
  readonly program: boolean;
}

/** The tabs that a workbook has now, in their order. */
export const TABS_NOW: readonly TabId[] = [
  'deals',
  'funnel',
  'forecast',
  'review',
  'stalled',
  'stages',
  'gates',
  'team',
  'settings',
  'activities',
  'tasks',
  'payments',
  'automations',
  'templates',
  'ledger',
  'outbox',
  'snapshots',
  'health',
];

/** Tabs that are made when they are first needed. */
export const TABS_ON_DEMAND: readonly TabId[] = ['replay', 'whatIf', 'archive', 'archivedEntries'];

/** Google Sheets' own greens and greys, so that the tabs look at home there. */
const COLOURS = {
  headerBackground: '#e6f4ea',
  programBackground: '#f1f3f4',
  headerFont: '#0d652d',
};

/** By whose tab it is: the team's, a report, the admins', the program's. */
const TAB_COLOURS: Readonly<Record<TabId, string>> = {
  deals: '#188038',
  activities: '#188038',
  tasks: '#188038',
  payments: '#188038',
  funnel: '#81c995',
  forecast: '#81c995',
  review: '#81c995',
  stalled: '#81c995',
  replay: '#81c995',
  whatIf: '#188038',
  health: '#81c995',
  stages: '#5f6368',
  gates: '#5f6368',
  team: '#5f6368',
  settings: '#5f6368',
  automations: '#5f6368',
  templates: '#5f6368',
  ledger: '#bdc1c6',
  outbox: '#bdc1c6',
  snapshots: '#bdc1c6',
  archive: '#bdc1c6',
  archivedEntries: '#bdc1c6',
};

const PROGRAM_TABS: ReadonlySet<TabId> = new Set([
  'ledger',
  'outbox',
  'snapshots',
  'funnel',
  'forecast',
  'review',
  'replay',
  'stalled',
  'health',
  'archive',
  'archivedEntries',
]);

/**
 * How a tab is laid out when it is made. People may change all of it afterwards. Columns that tell
 * pipelines apart are there only where there are `several`.
 */
export function layoutOf(
  tab: TabId,
  language: Language,
  stageSet?: StageSet,
  several = false,
): TabLayout {
  const isTable = tab in COLUMN_LOOKS;
  return {
    tab,
    name: TAB_WORDS[language].names[tab],
    columns: isTable
      ? columnsOf(tab as TableTab, language, stageSet).filter(
          ({ key }) => several || OPTIONAL_COLUMNS[tab as TableTab]?.includes(key) !== true,
        )
      : [],
    choiceCells: tab === 'settings' ? settingChoices(language) : [],
    frozenRows: isTable ? 1 : 0,
    frozenColumns: tab === 'deals' ? 1 : 0,
    tabColour: TAB_COLOURS[tab],
    ...COLOURS,
    program: PROGRAM_TABS.has(tab),
  };
}

/** Columns, from 1, that hold plain text: what is written there is not read as a number or a day. */
export function plainColumns({ columns }: TabLayout): ReadonlySet<number> {
  return new Set(columns.flatMap(({ format }, i) => (format === '@' ? [i + 1] : [])));
}

function columnsOf(tab: TableTab, language: Language, stageSet?: StageSet): ColumnLayout[] {
  const looks: Readonly<Record<string, ColumnLook>> = COLUMN_LOOKS[tab];
  const notes: Readonly<Record<string, string>> = COLUMN_NOTES[language][tab] ?? {};
  const columns = Object.entries<string>(TAB_WORDS[language].headings[tab]).map(([key, header]) =>
    columnOf(key, header, looks[key] ?? { width: 100 }, notes[key] ?? '', language),
  );
  if (tab !== 'deals' || !stageSet) return columns;
  const own = stageSet.fields.map((field) => ownColumn(field, language));
  const at = columns.findIndex((column) => column.key === 'winChance');
  return [...columns.slice(0, at), ...own, ...columns.slice(at)];
}

function columnOf(
  key: string,
  header: string,
  look: ColumnLook,
  note: string,
  language: Language,
): ColumnLayout {
  const { choices } = look;
  return {
    key,
    header,
    width: look.width,
    format: look.format ?? '',
    kind: look.kind ?? 'text',
    choices: typeof choices === 'function' ? choices(language) : (choices ?? null),
    strict: look.strict ?? false,
    hidden: look.hidden ?? false,
    note,
    program: look.program ?? false,
    wrap: look.wrap ?? false,
  };
}

const OWN_LOOKS: Readonly<Record<FieldOfSet['kind'], ColumnLook>> = {
  text: { width: 180 },
  number: { width: 110, kind: 'number' },
  day: { width: 110, kind: 'day', format: 'yyyy-mm-dd' },
  tick: { width: 110, kind: 'tick' },
};

function ownColumn(field: FieldOfSet, language: Language): ColumnLayout {
  const look = OWN_LOOKS[field.kind];
  const header = field.header[language];
  return columnOf(fieldOfSet(field, language), header, look, field.note[language], language);
}

/** The settings whose value is one of a few words. */
const CHOSEN: Partial<
  Readonly<Record<SettingKey, 'languages' | 'yesNo' | 'rhythms' | 'weekdays'>>
> = {
  language: 'languages',
  maySkip: 'yesNo',
  mayGoBack: 'yesNo',
  workingDays: 'yesNo',
  reportRhythm: 'rhythms',
  reportDay: 'weekdays',
  mailOutside: 'yesNo',
  approveMails: 'yesNo',
};

function settingChoices(language: Language): ChoiceCell[] {
  const column = Object.keys(TAB_WORDS[language].headings.settings).indexOf('value') + 1;
  return SETTING_KEYS.flatMap((key, i) => {
    const list = CHOSEN[key];
    if (!list) return [];
    return [{ row: i + 2, column, choices: Object.values<string>(CHOICE_WORDS[language][list]) }];
  });
}
