import { addDays, type Day, dayOf } from '../domain/day';
import { isVersionOf } from '../domain/fingerprint';
import type { DealId } from '../domain/ledger';
import { stageEver } from '../domain/pipeline';
import { histories } from '../domain/replay';
import { flushWrites, underLock } from '../google/lock';
import { documentStore } from '../google/store';
import type { DealRow } from '../sheet/dealsTab';
import { layoutOf, plainColumns } from '../sheet/layout';
import { ledgerRows } from '../sheet/ledgerTab';
import { noteArchived } from './archived';
import { type Copies, copyToArchive } from './copyToArchive';
import { noteTail, tailOf } from './ledgerTail';
import type { OpenPipeline } from './openPipeline';
import { plainDealColumns } from './plainDealColumns';
import { type Book, knownRows, lastActivities, readBook } from './readBook';
import { type DealPlaces, dealRowsNow, entryRowsNow, type Places } from './stillThere';
import { takenInstead, takeOut } from './takeOut';

const LOCK_MS = 30_000;
const PASSES_KEY = 'archivePasses';
/** A pass reads the whole workbook: what is left after so many waits for the next day. */
const MOST_PASSES = 6;
const MOST_DEALS = 1_000;

export interface Archiving {
  readonly deals: number;
  readonly entries: number;
  /** Nothing is left for another pass. */
  readonly isAll: boolean;
}

/**
 * Moves deals that were closed long ago to the Archive tab, and their entries to Archived entries. Reports read both,
 * so no figure changes. First everything is copied, for real; then it is taken out, where it still stands as it was read: an
 * execution that is stopped leaves some rows twice, which counts as once, and the next pass goes on. `null`: nothing to do now, or somebody else is
 * saving.
 */
export function archiveDeals(open: OpenPipeline): Archiving | null {
  const { archiveAfterDays: days } = open.configuration.settings;
  const [day, text] = (documentStore.get(PASSES_KEY) ?? '').split(' ');
  const passes = day === open.today ? Number(text) : 0;
  if (days === null || passes >= MOST_PASSES) return null;
  const done = underLock(LOCK_MS, () => archive(open, addDays(open.today, -days)));
  if (done === null) return null;
  documentStore.set(PASSES_KEY, `${open.today} ${done.isAll ? MOST_PASSES : passes + 1}`);
  return done;
}

function archive(open: OpenPipeline, before: Day): Archiving | null {
  const book = readBook(open);
  const tail = book === null ? null : tailOf(book.lines, book.ledgerRows);
  // What a stopped execution left is the sweep's to finish first.
  if (book === null || tail === null || tail.orphans.length > 0) return null;
  const resting = restingRows(open, book, before);
  const going = resting.slice(0, MOST_DEALS);
  const ids = new Set(going.map(({ id }) => id));
  const lines = book.lines.filter(({ deal }) => ids.has(deal));
  const copies = copyToArchive(open, book, going, lines);
  flushWrites();

  const places = dealRowsNow(book, going);
  const deals = takeDeals(open, book, places);
  if (copies !== null) dropCopies(copies, new Set([...places.changed, ...deals.changed]));
  const there = new Set([...book.archive.lines, ...lines].map(({ seq }) => seq));
  noteArchived(book.archive, there.size);
  const entryRows = entryRowsNow(book, there);
  const { entries, row } = takeEntries(open, book, entryRows, tail.row);
  flushWrites();
  noteTail({ ...tail, row });
  const isAll = deals.taken === resting.length && entries === entryRows.names.size;
  return { deals: deals.taken, entries, isAll };
}

/** A row that says otherwise by now stays where it is, and its copy goes: the next pass copies it as it is then. */
function dropCopies({ tab, column, names }: Copies, changed: ReadonlySet<string>): void {
  const stale = [...names].filter(([, id]) => changed.has(id));
  takeOut(tab, { column, names: new Map(stale) });
}

/** How many deals were taken out of Deals; rows that went in their place come back at the end, as they were read. */
function takeDeals(
  open: OpenPipeline,
  book: Book,
  places: DealPlaces,
): { readonly taken: number; readonly changed: readonly string[] } {
  const { taken, changed } = takeOut(book.deals, places);
  const others = takenInstead(book.deals, places, taken, places.rows);
  if (others.length === 0) return { taken: taken.length, changed };
  const plain = plainDealColumns(open, book.headers);
  book.deals.append(book.deals.lastRow(), others, plain);
  return { taken: 0, changed };
}

/** As `takeDeals`, for entries; with the Ledger's last row then. */
function takeEntries(
  open: OpenPipeline,
  book: Book,
  places: Places,
  last: number,
): { readonly entries: number; readonly row: number } {
  const { pipeline } = open.configuration;
  const { taken } = takeOut(book.ledger, places);
  const here = book.lines.filter(({ seq }) => book.rowOfEntry.has(seq));
  const before = ledgerRows(here, pipeline, open.language);
  const others = takenInstead(book.ledger, places, taken, before);
  if (others.length === 0) return { entries: taken.length, row: last - taken.length };
  const end = book.ledger.lastRow();
  book.ledger.append(end, others, plainColumns(layoutOf('ledger', open.language)));
  return { entries: 0, row: end + others.length };
}

/**
 * Rows of closed deals that nothing has happened to since `before`: no entry, no activity. Whatever somebody may still have to
 * look at stays: an open task, money that has not come in, a row that says otherwise than the ledger.
 */
function restingRows(open: OpenPipeline, book: Book, before: Day): readonly DealRow[] {
  const { pipeline } = open.configuration;
  const lives = histories(book.lines, pipeline);
  const lastAt = new Map<DealId, Day>(lastActivities(book.activities));
  for (const { deal, at } of book.lines) {
    const day = dayOf(at);
    if (day > (lastAt.get(deal) ?? '')) lastAt.set(deal, day);
  }
  const busy = new Set([
    ...book.tasks.filter(({ state }) => state === 'open').map(({ deal }) => deal),
    ...book.payments.filter(({ received }) => received === null).map(({ deal }) => deal),
  ]);
  const rowsOf = new Map<DealId, number>();
  for (const { id } of book.rows) rowsOf.set(id, (rowsOf.get(id) ?? 0) + 1);
  return knownRows(book).filter((row) => {
    const life = lives.get(row.id);
    if (life === undefined || life.deleted || busy.has(row.id)) return false;
    if (rowsOf.get(row.id) !== 1 || (lastAt.get(row.id) ?? before) >= before) return false;
    const kind = stageEver(pipeline, life.stage)?.kind;
    return (kind === 'won' || kind === 'lost') && isAsNoted(row, life.stage);
  });
}

function isAsNoted(row: DealRow, accepted: string): boolean {
  const { id, tracked, program, stage, problems } = row;
  const isSame = isVersionOf(program.version, { deal: id, accepted, tracked });
  return isSame && stage?.key === accepted && problems.length === 0;
}
