import type { ForecastWords } from '../words/forecastWords';
import type { Cell } from './cell';
import type { ForecastTabInput } from './forecastTab';
import type { GridDraft } from './gridDraft';

/** What every part of the Forecast tab is drawn with. */
export interface Drafting {
  readonly draft: GridDraft;
  readonly input: ForecastTabInput;
  readonly words: ForecastWords;
  /** Minor units of the team's currency as a cell. */
  readonly money: (minor: number | null) => Cell;
}

export const AMOUNT = '#,##0.00';
/** Months are read at a glance: cents stay in the cells. */
export const ROUND = '#,##0';
export const SHARE = '0.0%';

/** Charts below the tables stand side by side: the second begins in this column. */
export const SECOND_CHART = 7;
/** Figures that only charts need stand from this column on, beyond the widest table. */
export const CHART_DATA = 13;
