import type { Day } from '../domain/day';
import type { DealOutlook } from '../domain/forecast/dealOutlook';
import type { DealHistory } from '../domain/history';
import { toMajor, toMinor } from '../domain/money';
import type { Pipeline } from '../domain/pipeline';
import type { KeptChance, KeptForecast } from '../domain/trackRecord';
import { CHOICE_WORDS } from '../words/choices';
import type { Language } from '../words/language';
import type { Cell, Grid, Row } from './cell';
import { cellDay } from './cellText';
import { choiceNamed } from './choice';
import { readTable, type TableRow } from './tableRows';

/** The horizons that are kept week by week, in days: each has its column of chances. */
export const KEPT_HORIZONS = [30, 90] as const;

/** What was kept of earlier weeks. */
export interface Snapshots {
  readonly forecasts: readonly KeptForecast[];
  readonly chances: readonly KeptChance[];
  /** Rows in the tab, its header included. */
  readonly rows: number;
}

/** One week to keep. */
export interface Snapshot {
  /** Its Sunday: what was known at the end of this day. */
  readonly week: Day;
  readonly deals: readonly { readonly outlook: DealOutlook; readonly history: DealHistory }[];
  readonly forecasts: readonly KeptForecast[];
}

export interface SnapshotRules {
  readonly pipeline: Pipeline;
  /** The team's: forecasts are in it. */
  readonly currency: string;
  readonly language: Language;
}

/** Reads the whole Snapshots tab. Rows that somebody broke are passed over: they were only ever the program's. */
export function readSnapshots(grid: Grid, currency: string): Snapshots {
  const forecasts: KeptForecast[] = [];
  const chances: KeptChance[] = [];
  readTable('snapshots', grid, [], (row) => {
    const week = cellDay(row.cell('week'));
    const kind = choiceNamed('snapshotKinds', row.text('kind'));
    if (week === null) return;
    if (kind === 'kept') forecasts.push(...forecastIn(row, week, currency));
    if (kind === 'deal') chances.push(...chancesIn(row, week));
  });
  return { forecasts, chances, rows: grid.length };
}

function forecastIn(row: TableRow<'snapshots'>, week: Day, currency: string): KeptForecast[] {
  const minor = (cell: Cell | undefined) =>
    typeof cell === 'number' ? toMinor(cell, currency) : null;
  const days = row.cell('days');
  const mean = minor(row.cell('mean'));
  if (typeof days !== 'number' || mean === null) return [];
  const [p10, p50, p90] = [row.cell('p10'), row.cell('p50'), row.cell('p90')].map(minor);
  const hasRange = p10 != null && p50 != null && p90 != null;
  const range = hasRange ? { p10, p50, p90 } : null;
  return [{ week, days, mean, range, runRate: minor(row.cell('runRate')) }];
}

function chancesIn(row: TableRow<'snapshots'>, week: Day): KeptChance[] {
  const deal = row.text('deal');
  const within = [row.cell('within30'), row.cell('within90')];
  return KEPT_HORIZONS.flatMap((days, i) => {
    const chance = within[i];
    return typeof chance === 'number' ? [{ week, days, deal, chance }] : [];
  });
}

/** A week's rows in the tab's standard column order: its forecasts, then its open deals. */
export function snapshotRows({ week, deals, forecasts }: Snapshot, rules: SnapshotRules): Row[] {
  const { pipeline, currency, language } = rules;
  const { snapshotKinds, categories } = CHOICE_WORDS[language];
  const labels = new Map(pipeline.stages.map((stage) => [stage.key, stage.label]));
  const money = (minor: number | null): Cell =>
    minor === null ? '' : toMajor(Math.round(minor), currency);
  const none = (cells: number): Cell[] => new Array<Cell>(cells).fill('');
  const kept = forecasts.map(({ days, mean, range, runRate }): Row => {
    const figures = [mean, range?.p10 ?? null, range?.p50 ?? null, range?.p90 ?? null, runRate];
    const head = [week, snapshotKinds.kept, ...none(10), days];
    return [...head, ...figures.map(money), deals.length];
  });
  const rows = deals.map(
    ({ outlook, history: { state } }): Row => [
      week,
      snapshotKinds.deal,
      outlook.deal,
      labels.get(outlook.stage) ?? outlook.stage,
      state.owner,
      outlook.amount === null ? '' : toMajor(outlook.amount, outlook.currency),
      outlook.currency,
      state.closeDate ?? '',
      state.category === null ? '' : categories[state.category],
      rounded(outlook.chance),
      ...KEPT_HORIZONS.map((_, i) => rounded(outlook.within[i] ?? 0)),
      ...none(7),
    ],
  );
  return [...kept, ...rows];
}

/** Chances to a hundredth of a percent: more would only look exact. */
function rounded(chance: number): number {
  return Math.round(chance * 10_000) / 10_000;
}
