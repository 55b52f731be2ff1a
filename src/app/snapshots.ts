import { addDays, type Day, weekOf } from '../domain/day';
import { dealOutlooks } from '../domain/forecast/dealOutlook';
import { outlookOf } from '../domain/forecast/outlook';
import { underLock } from '../google/lock';
import { documentStore } from '../google/store';
import { findHeaders, HEADER_SEARCH_ROWS } from '../sheet/headers';
import {
  KEPT_HORIZONS,
  readSnapshots,
  type Snapshot,
  type Snapshots,
  snapshotRows,
} from '../sheet/snapshotsTab';
import { appendTo } from './appendUnder';
import { ratesOf, valuedOn } from './forecasting';
import type { OpenPipeline } from './openPipeline';
import { type Book, readBook } from './readBook';

const LOCK_MS = 30_000;
const KEPT_KEY = 'snapshotOf';

/** The Sunday evening that this week's snapshot is of. */
function sundayBefore(today: Day): Day {
  return addDays(weekOf(today), -1);
}

/** What earlier weeks kept; nothing where the tab is gone. One read. */
export function snapshotsIn(open: OpenPipeline): Snapshots {
  const grid = open.workbook.tab('snapshots')?.readAll() ?? [];
  return readSnapshots(grid, open.configuration.settings.currency);
}

/**
 * Keeps the week once: each open deal as it stood on Sunday evening with its chances, and what the
 * next days were expected to bring. Replays can tell what was won; only this can tell what was said.
 */
export function keepSnapshot(open: OpenPipeline): void {
  const week = sundayBefore(open.today);
  const tab = open.workbook.tab('snapshots');
  if (tab === null || documentStore.get(KEPT_KEY) === week) return;
  underLock(LOCK_MS, () => {
    const book = readBook(open);
    if (book === null) return;
    const grid = tab.readAll();
    const { forecasts } = readSnapshots(grid, open.configuration.settings.currency);
    if (!forecasts.some((kept) => kept.week === week)) {
      const { pipeline, settings } = open.configuration;
      const rows = snapshotRows(snapshotOf(open, book, week), {
        pipeline,
        currency: settings.currency,
        language: open.language,
      });
      appendTo(
        open,
        tab,
        'snapshots',
        findHeaders('snapshots', grid.slice(0, HEADER_SEARCH_ROWS)),
        rows,
      );
    }
    documentStore.set(KEPT_KEY, week);
  });
}

function snapshotOf(open: OpenPipeline, book: Book, week: Day): Snapshot {
  const { pipeline } = open.configuration;
  const then = valuedOn(open, book, week);
  const deals = [...then.values()];
  if (deals.length === 0) return { week, deals: [], forecasts: [] };
  const looking = { histories: deals, pipeline, asOf: week, horizons: [...KEPT_HORIZONS] };
  const { horizons } = outlookOf({ ...looking, rates: ratesOf(open) });
  return {
    week,
    deals: dealOutlooks(looking).flatMap((outlook) => {
      const history = then.get(outlook.deal);
      return history === undefined ? [] : [{ outlook, history }];
    }),
    forecasts: horizons.flatMap(({ measure, days, total, runRate }) =>
      measure === 'amount' ? [{ week, days, mean: total.mean, range: total.range, runRate }] : [],
    ),
  };
}
