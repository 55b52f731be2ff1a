import { addDays } from '../domain/day';
import { dealOutlooks } from '../domain/forecast/dealOutlook';
import { isAccepted } from '../domain/ledger';
import { underLock } from '../google/lock';
import { documentStore } from '../google/store';
import { askFor, say } from '../google/ui';
import { readDay } from '../sheet/dateText';
import { replayTab } from '../sheet/replayTab';
import { KEPT_HORIZONS } from '../sheet/snapshotsTab';
import { STANDPOINT_WORDS } from '../words/standpointWords';
import { valuedOn } from './forecasting';
import { forecastReport, WEEK_DAYS } from './forecastReport';
import { keepStages } from './keepConfiguration';
import { needOpen, type OpenPipeline } from './openPipeline';
import { openTab } from './openTab';
import { pipelineOn } from './pastPipeline';
import { type Book, readBook } from './readBook';
import { place } from './refreshReports';
import { funnelReport } from './reportTabs';
import { snapshotsIn } from './snapshots';
import { takeStock } from './stock';

const LOCK_MS = 30_000;
const DAY_KEY = 'replayDay';

/** Asks for a past day and shows funnel and forecast as they stood on its evening, on a tab of their own. */
export function replayPastDay(): void {
  const open = needOpen();
  const words = STANDPOINT_WORDS[open.language].replay;
  const typed = askFor(words.title, words.ask);
  if (typed === null) return;
  const day = readDay(typed);
  if (day === null || day >= open.today) {
    say(words.title, words.noDay(typed, open.today));
    return;
  }
  if (underLock(LOCK_MS, () => showDay(open, day)) === null) say(words.title, words.busy);
}

function showDay(open: OpenPipeline, day: string): true | null {
  // A change of the stages that no run has seen yet would count for the past as well.
  keepStages(open);
  const book = readBook(open);
  if (book === null) return null;
  documentStore.set(DAY_KEY, day);
  const then = replayedBook(open, book);
  const stock = takeStock(then.open, then.book);
  const { pipeline } = then.open.configuration;
  const deals = [...stock.valued.values()];
  const asOf = { at: `${day} 24:00`, moves: then.book.lines.filter(isAccepted).length };
  const since = addDays(day, -WEEK_DAYS);
  const outlooks = dealOutlooks({
    histories: deals,
    pipeline,
    asOf: day,
    horizons: [...KEPT_HORIZONS],
  });
  const parts = [
    funnelReport({ ...then, stock, asOf, deals }),
    forecastReport({
      open: then.open,
      histories: stock.valued,
      outlooks,
      before: valuedOn(then.open, then.book, since),
      since,
      snapshots: snapshotsIn(open),
      asOf,
    }),
  ];
  const withTab = openTab(open, 'replay');
  place(
    withTab,
    replayTab(parts, { ...asOf, day, unknown: then.unknown, language: open.language }),
  );
  return true;
}

/**
 * The workbook as its ledger told it on the evening of the replayed day, with the stages of that day; `unknown` counts
 * their changes since that do not tell what was before. Cells of Deals that the ledger does not carry are unknown then.
 */
export function replayedBook(
  open: OpenPipeline,
  book: Book,
): { readonly open: OpenPipeline; readonly book: Book; readonly unknown: number } {
  const day = documentStore.get(DAY_KEY) ?? open.today;
  const { pipeline, unknown } = pipelineOn(open.configuration.pipeline, book.lines, day);
  const configuration = { ...open.configuration, pipeline };
  const lines = book.lines.filter(({ at }) => at.slice(0, 10) <= day);
  const activities = book.activities.filter(({ at }) => at.slice(0, 10) <= day);
  return {
    open: { ...open, configuration, today: day, now: `${day}T23:59:59` },
    book: { ...book, lines, activities, rows: [], archive: { ...book.archive, rows: [] } },
    unknown,
  };
}
