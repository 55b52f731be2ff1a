import { dealOutlooks } from '../domain/forecast/dealOutlook';
import { type MonthlyForecast, monthlyForecast } from '../domain/forecast/months';
import type { DealHistory } from '../domain/history';
import type { DealId } from '../domain/ledger';
import { underLock } from '../google/lock';
import { toast } from '../google/ui';
import { findHeaders, HEADER_SEARCH_ROWS } from '../sheet/headers';
import { KEPT_HORIZONS } from '../sheet/snapshotsTab';
import {
  type Compared,
  type CopiedDeal,
  comparisonGrid,
  comparisonPlace,
  readWhatIf,
  type Supposed,
  shownChance,
  whatIfRows,
} from '../sheet/whatIfTab';
import { FORECAST_WORDS } from '../words/forecastWords';
import { STANDPOINT_WORDS } from '../words/standpointWords';
import { appendTo } from './appendUnder';
import { ratesOf } from './forecasting';
import { needOpen, type OpenPipeline } from './openPipeline';
import { openTab } from './openTab';
import { readBook } from './readBook';
import { type Stock, takeStock } from './stock';

const LOCK_MS = 30_000;

/** An earlier comparison may be longer by some months: it is covered up to here. */
const COVERED_ROWS = 40;

/**
 * Copies the open deals to a tab of their own, where amounts, dates and chances may be changed; once
 * they are there, compares them with the forecast as it is. Deals stays as it is.
 */
export function whatIf(): void {
  const open = needOpen();
  const words = STANDPOINT_WORDS[open.language].whatIf;
  const said = underLock(LOCK_MS, () => copyOrCompare(open));
  toast(said ?? words.busy, words.title);
}

function copyOrCompare(asked: OpenPipeline): string | null {
  const words = STANDPOINT_WORDS[asked.language].whatIf;
  const book = readBook(asked);
  if (book === null) return null;
  const open = openTab(asked, 'whatIf');
  const tab = open.workbook.tab('whatIf');
  if (tab === null) return null;
  const stock = takeStock(open, book);
  const chances = chancesOf(open, stock);
  const { currency } = open.configuration.settings;
  const grid = tab.readAll();
  const supposed = readWhatIf(grid, currency);
  if (supposed.length === 0) {
    const copied = copiedDeals(open, stock, chances);
    if (copied.length === 0) return words.nothing;
    const headers = findHeaders('whatIf', grid.slice(0, HEADER_SEARCH_ROWS));
    appendTo(open, tab, 'whatIf', headers, whatIfRows(copied));
    return words.started(copied.length);
  }
  const { lines, changed } = compared(open, stock, { chances, supposed });
  const rows = Math.max(COVERED_ROWS, lines.length + 2);
  const place = comparisonPlace(grid);
  const shown = comparisonGrid(lines, { currency, language: open.language, rows });
  tab.write(place, shown);
  return words.compared(changed);
}

function chancesOf(open: OpenPipeline, { histories }: Stock): ReadonlyMap<DealId, number> {
  const outlooks = dealOutlooks({
    histories: histories.values(),
    pipeline: open.configuration.pipeline,
    asOf: open.today,
    horizons: [...KEPT_HORIZONS],
  });
  return new Map(outlooks.map(({ deal, chance }) => [deal, chance]));
}

function copiedDeals(
  { configuration }: OpenPipeline,
  { histories, rows }: Stock,
  chances: ReadonlyMap<DealId, number>,
): readonly CopiedDeal[] {
  const labels = new Map(configuration.pipeline.stages.map(({ key, label }) => [key, label]));
  return [...chances].flatMap(([deal, chance]) => {
    const history = histories.get(deal);
    if (history === undefined) return [];
    const { owner, amount, currency, closeDate } = history.state;
    const stage = labels.get(history.stage) ?? history.stage;
    const name = rows.get(deal)?.name ?? '';
    return [{ name, deal, stage, owner, amount, currency, closeDate, chance }];
  });
}

function compared(
  open: OpenPipeline,
  { histories }: Stock,
  about: {
    readonly chances: ReadonlyMap<DealId, number>;
    readonly supposed: readonly Supposed[];
  },
): { readonly lines: readonly Compared[]; readonly changed: number } {
  const chances = new Map(about.chances);
  const imagined = new Map(histories);
  let changed = 0;
  for (const { deal, amount, currency, closeDate, chance } of about.supposed) {
    const history = histories.get(deal);
    const own = about.chances.get(deal);
    // A deal that was closed or deleted since it was copied is what it is.
    if (history === undefined || own === undefined) continue;
    const { state } = history;
    // The tab shows a chance rounded: one that nobody changed is still the exact one.
    const isSameChance = chance === null || shownChance(own) === chance;
    const isSame = state.amount === amount && state.closeDate === closeDate && isSameChance;
    if (!isSame || state.currency !== currency) changed += 1;
    imagined.set(deal, { ...history, state: { ...state, amount, currency, closeDate } });
    if (!isSameChance) chances.set(deal, chance);
  }
  const now = weightedBy(open, histories.values(), about.chances);
  const then = weightedBy(open, imagined.values(), chances);
  const { rows } = FORECAST_WORDS[open.language];
  const months = [...new Set([...now.keys(), ...then.keys()])].sort();
  const lines = months.map((key) => {
    const month = key === 'overdue' || key === 'noDate' ? rows[key] : key;
    return { month, now: now.get(key) ?? 0, supposed: then.get(key) ?? 0 };
  });
  return { lines, changed };
}

/** Weighted amounts of open deals by month, Overdue and No date. */
function weightedBy(
  open: OpenPipeline,
  deals: Iterable<DealHistory>,
  chances: ReadonlyMap<DealId, number>,
): ReadonlyMap<string, number> {
  const forecast: MonthlyForecast = monthlyForecast({
    histories: deals,
    pipeline: open.configuration.pipeline,
    today: open.today,
    rates: ratesOf(open),
    targets: new Map(),
    chanceOf: ({ deal }) => chances.get(deal) ?? 0,
  });
  return new Map(
    forecast.rows.flatMap(({ bucket, weighted }): [string, number][] => {
      const key = bucket.kind === 'month' ? bucket.month : bucket.kind;
      return weighted === 0 && bucket.kind === 'month' ? [] : [[key, weighted]];
    }),
  );
}
