import type { Stage, Switches } from '../domain/pipeline';
import { CHOICE_WORDS } from '../words/choices';
import type { Language } from '../words/language';
import { SETTING_KEYS, SETTINGS_WORDS, type SettingKey } from '../words/settings';
import type { Cell, Grid, Problem, Row } from './cell';
import { OWN_SWITCHES, RATE, readSetting, settingOf } from './setting';
import { readTable } from './tableRows';

export const RHYTHMS = ['weekly', 'fortnightly', 'monthly', 'off'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

export interface Settings {
  readonly language: Language;
  readonly reportRhythm: Rhythm;
  /** Monday 1 ... Sunday 7. */
  readonly reportDay: number;
  /** 0 ... 23, on the clock of `reportTimeZone`. */
  readonly reportHour: number;
  /** `''`: the workbook's own. */
  readonly reportTimeZone: string;
  /** ISO 4217: amounts without a currency, and all totals. */
  readonly currency: string;
  /** Units of the team's currency for one unit of another. */
  readonly rates: Readonly<Record<string, number>>;
  readonly switches: Switches;
  /** By pipeline, the switches that it has for itself. */
  readonly switchesOf: Readonly<Record<string, Partial<Omit<Switches, 'startIn'>>>>;
  /** Count days in stage Monday to Friday only. */
  readonly workingDays: boolean;
  /** Days without a touch after which an open deal is silent. */
  readonly silentDays: number;
  /** Whether mail may go to addresses that neither Team nor `mailAddresses` has. */
  readonly mailOutside: boolean;
  /** Addresses and domains (`example.com`) that may get mail besides the Team. */
  readonly mailAddresses: readonly string[];
  /** Whether mails to customers wait until a person approves them. */
  readonly approveMails: boolean;
  /** The instalments of a won deal, see `readPlan`; empty for none. */
  readonly paymentPlan: string;
  readonly lostReasons: readonly string[];
  readonly causes: readonly string[];
  /** The tab whose rows become deals; `''` for none. */
  readonly formTab: string;
  /** Days since the last entry after which closed deals are archived; `null`: never. */
  readonly archiveAfterDays: number | null;
}

/** The settings of a new workbook. */
export function defaultSettings(language: Language): Settings {
  const { lostReasons, causes } = CHOICE_WORDS[language];
  return {
    language,
    reportRhythm: 'weekly',
    reportDay: 1,
    reportHour: 8,
    reportTimeZone: '',
    currency: language === 'zh' ? 'CNY' : 'USD',
    rates: {},
    switches: { maySkip: true, mayGoBack: true, startIn: [] },
    switchesOf: {},
    workingDays: false,
    silentDays: 14,
    mailOutside: false,
    mailAddresses: [],
    approveMails: true,
    paymentPlan: '100@30',
    lostReasons,
    causes,
    formTab: '',
    archiveAfterDays: null,
  };
}

export const DEFAULT_SETTINGS: Settings = defaultSettings('en');

export interface ReadSettings {
  readonly settings: Settings;
  readonly problems: readonly Problem[];
}

/**
 * Reads the whole Settings tab; what is missing, empty or unclear stays as `fallback` has it: the
 * settings of a new workbook in the tab's own language when none is given.
 */
export function readSettings(
  grid: Grid,
  stages: readonly Stage[],
  fallback?: Settings,
): ReadSettings {
  const read = readOver(grid, stages, fallback ?? DEFAULT_SETTINGS);
  const { language } = read.settings;
  if (fallback !== undefined || language === DEFAULT_SETTINGS.language) return read;
  return readOver(grid, stages, defaultSettings(language));
}

function readOver(grid: Grid, stages: readonly Stage[], fallback: Settings): ReadSettings {
  let settings: Settings = { ...fallback, rates: {}, switchesOf: {} };
  const seen = new Set<string>();
  const problems = readTable('settings', grid, ['about', 'check'], (row) => {
    const name = settingOf(row);
    if (name === null) row.report('setting', 'unknownSetting');
    else if (seen.has(name)) row.report('setting', 'duplicateSetting');
    else if (row.errorIn(['value'])) row.report('value', 'errorValue');
    else settings = { ...settings, ...readSetting(name, row, settings, stages) };
    if (name !== null) seen.add(name);
  });
  return { settings, problems };
}

/** Rows of the Settings tab in its standard column order, in the settings' own language. */
export function settingsRows(settings: Settings, stages: readonly Stage[]): Grid {
  const words = SETTINGS_WORDS[settings.language];
  const rows: Row[] = SETTING_KEYS.map((key) => {
    const { label, about } = words.settings[key];
    return [label, settingCell(settings, key, stages), about, '', key];
  });
  const rates = Object.entries(settings.rates).map(([currency, rate]): Row => {
    const about = words.rateAbout(currency, settings.currency);
    return [`${words.rate}: ${currency}`, rate, about, '', RATE + currency];
  });
  const names = Object.keys(settings.switchesOf);
  return [...rows, ...rates, ...names.flatMap((name) => ownSwitchRows(settings, name))];
}

/** The switches of one of several pipelines: as it has them, else as Settings has them for all. */
export function ownSwitchRows(settings: Settings, pipeline: string): Grid {
  const words = SETTINGS_WORDS[settings.language];
  const { yes, no } = CHOICE_WORDS[settings.language].yesNo;
  const own = { ...settings.switches, ...settings.switchesOf[pipeline] };
  return OWN_SWITCHES.map((key): Row => {
    const label = `${words.settings[key].label}: ${pipeline}`;
    return [label, own[key] ? yes : no, words.ownSwitchAbout(pipeline), '', `${key}:${pipeline}`];
  });
}

function settingCell(settings: Settings, key: SettingKey, stages: readonly Stage[]): Cell {
  const words = CHOICE_WORDS[settings.language];
  const answer = (is: boolean) => (is ? words.yesNo.yes : words.yesNo.no);
  const list = (texts: readonly string[]) => texts.join('; ');
  switch (key) {
    case 'language':
      return words.languages[settings.language];
    case 'currency':
      return settings.currency;
    case 'maySkip':
    case 'mayGoBack':
      return answer(settings.switches[key]);
    case 'startIn':
      return list(settings.switches.startIn.map((start) => labelOf(stages, start)));
    case 'workingDays':
    case 'mailOutside':
    case 'approveMails':
      return answer(settings[key]);
    case 'silentDays':
    case 'reportHour':
    case 'reportTimeZone':
    case 'formTab':
    case 'paymentPlan':
      return settings[key];
    case 'archiveAfterDays':
      return settings.archiveAfterDays ?? '';
    case 'reportRhythm':
      return words.rhythms[settings.reportRhythm];
    case 'reportDay':
      return words.weekdays[String(settings.reportDay) as '1'];
    case 'mailAddresses':
    case 'lostReasons':
    case 'causes':
      return list(settings[key]);
  }
}

function labelOf(stages: readonly Stage[], key: string): string {
  return stages.find((stage) => stage.key === key)?.label ?? key;
}
