import type { Stage, Switches } from '../domain/pipeline';
import type { Language } from '../words/language';
import type { Grid, Problem } from './cell';

export const RHYTHMS = ['weekly', 'fortnightly', 'monthly', 'off'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

export interface Settings {
  readonly language: Language;
  readonly reportRhythm: Rhythm;
  /** Monday 1 ... Sunday 7. */
  readonly reportDay: number;
  /** 0 ... 23, on the workbook's own clock. */
  readonly reportHour: number;
  /** ISO 4217: amounts without a currency, and all totals. */
  readonly currency: string;
  /** Units of the team's currency for one unit of another. */
  readonly rates: Readonly<Record<string, number>>;
  readonly switches: Switches;
  /** Count days in stage Monday to Friday only. */
  readonly workingDays: boolean;
  /** Days without a touch after which an open deal is silent. */
  readonly silentDays: number;
  /** Whether mail may go to addresses that neither Team nor `mailAddresses` has. */
  readonly mailOutside: boolean;
  /** Addresses and domains (`example.com`) that may get mail besides the Team. */
  readonly mailAddresses: readonly string[];
}

export const DEFAULT_SETTINGS: Settings = {
  language: 'en',
  reportRhythm: 'weekly',
  reportDay: 1,
  reportHour: 8,
  currency: 'USD',
  rates: {},
  switches: { maySkip: true, mayGoBack: true, startIn: [] },
  workingDays: false,
  silentDays: 14,
  mailOutside: false,
  mailAddresses: [],
};

export interface ReadSettings {
  readonly settings: Settings;
  readonly problems: readonly Problem[];
}

/** Reads the whole Settings tab; what is missing or unclear stays as `fallback` has it. */
export function readSettings(
  _grid: Grid,
  _stages: readonly Stage[],
  _fallback: Settings = DEFAULT_SETTINGS,
): ReadSettings {
  throw new Error('not yet');
}

/** Rows of the Settings tab in its standard column order. */
export function settingsRows(_settings: Settings, _stages: readonly Stage[]): Grid {
  throw new Error('not yet');
}
