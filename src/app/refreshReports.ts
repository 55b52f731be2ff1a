import { textDigest } from '../domain/fingerprint';
import { isAccepted } from '../domain/ledger';
import { byExcess } from '../domain/stall';
import { epochMs } from '../google/clock';
import { underLock } from '../google/lock';
import { placeGenerated } from '../google/placeGenerated';
import { documentStore } from '../google/store';
import { configurationFrom, configurationText } from '../sheet/configuration';
import type { Generated } from '../sheet/generated';
import { ledgerNote } from './ledgerNote';
import { noteChances } from './notedChances';
import { noteEvidence } from './notedEvidence';
import { noteStalls } from './notedStalls';
import { type OpenPipeline, reloadPipeline } from './openPipeline';
import { notePlaced, placedTab } from './placedTabs';
import { type Book, readBook } from './readBook';
import { reportTabs } from './reportTabs';
import { snapshotsIn } from './snapshots';
import { type Stock, takeStock } from './stock';
import type { Begun } from './sweep';

const LOCK_MS = 30_000;
const SEEN_KEY = 'reportsSeen';
/** A refresh by itself takes at most one fortieth of the time: 36 minutes of a day at the very most. */
const RESTS = 40;

/**
 * Rebuilds Funnel, Forecast, Review, Stalled and Health from the ledger. Answers when they are as of;
 * `null` without a pipeline, or while somebody else is saving.
 */
export function refreshReports(begun: Begun = () => {}): string | null {
  const open = reloadPipeline();
  if (open === null) return null;
  begun(open);
  return underLock(LOCK_MS, () => refresh(open));
}

function refresh(open: OpenPipeline): string | null {
  const began = epochMs();
  const book = readBook(open);
  if (book === null) return null;
  const stock = takeStock(open, book);
  const at = open.now.replace('T', ' ').slice(0, 16);
  const moves = book.lines.filter(isAccepted).length;
  const made = reportTabs({ open, book, stock, asOf: { at, moves } }, snapshotsIn(open));
  for (const generated of made.tabs) place(open, generated);
  noteForPages(stock);
  noteEvidence(made.outlooks);
  noteChances(open.today, made.outlooks);
  const restsUntil = began + RESTS * (epochMs() - began);
  documentStore.set(SEEN_KEY, `${seenOf(open, book)} ${restsUntil}`);
  return at;
}

export function place(open: OpenPipeline, generated: Generated): void {
  const tab = open.workbook.tab(generated.tab);
  if (tab === null) return;
  const placed = placeGenerated(tab, generated, placedTab(generated.tab), textDigest);
  const blocks = generated.blocks.map((block) => ({ ...block, columns: [...block.columns] }));
  notePlaced(generated.tab, { ...placed, charts: { ...placed.charts }, blocks });
}

function noteForPages({ limits, stalls }: Stock): void {
  const noted = [...limits].map(([stage, { days, usual }]) => [stage, { days, usual }]);
  const putOff = [...stalls.values()]
    .filter(({ putOffTooOften }) => putOffTooOften)
    .sort(byExcess)
    .map(({ deal }) => deal);
  noteStalls({ limits: Object.fromEntries(noted), putOff });
}

/** What the reports were made from: the day, where the ledger ended, and what Stages, Settings and Team said. */
function seenOf(open: OpenPipeline, { lines }: Pick<Book, 'lines'>): string {
  // Somebody may have deleted the last ones.
  const seq = lines.reduce((last, { seq }) => Math.max(last, seq), ledgerNote()?.seq ?? 0);
  return `${open.today} ${seq} ${configurationDigest(open)}`;
}

/** The same for what was just read and for what comes from the cache, whose parts may have another order. */
function configurationDigest({ configuration }: OpenPipeline): string {
  const text = configurationText(configuration);
  return textDigest(configurationText(configurationFrom(text) ?? configuration));
}

/** Leaves the refresh to the worker's next run. */
export function refreshLater(): void {
  documentStore.remove(SEEN_KEY);
}

/**
 * Whether the day has changed since the last refresh; or the ledger has gone on, or the configuration has changed, and the
 * reports have rested. How far the ledger went is noted: its rows grow fewer when entries go to the archive.
 */
export function isRefreshDue(open: OpenPipeline): boolean {
  const seen = documentStore.get(SEEN_KEY);
  if (seen === null) return true;
  const [day, seq, configured, restsUntil = '0'] = seen.split(' ');
  if (day !== open.today) return true;
  if (epochMs() < Number(restsUntil)) return false;
  return configured !== configurationDigest(open) || Number(seq) < (ledgerNote()?.seq ?? 0);
}
