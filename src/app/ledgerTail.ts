import { ledgerDigest } from '../domain/fingerprint';
import { type ClosingRate, type DealId, isAccepted, type LedgerEntry } from '../domain/ledger';
import { named } from '../domain/named';
import { stageOf } from '../domain/pipeline';
import { flushWrites } from '../google/lock';
import type { Tab } from '../google/tab';
import { layoutOf, plainColumns } from '../sheet/layout';
import { type LedgerLine, ledgerRows } from '../sheet/ledgerTab';
import { UNFINISHED_WORDS } from '../words/unfinished';
import { Refused } from './answer';
import { readArchive } from './archived';
import { follows, type LedgerNote, ledgerNote, linesIn, setLedgerNote } from './ledgerNote';
import type { OpenPipeline } from './openPipeline';
import { straightenLedger } from './straightenLedger';
import { thatFit } from './thatFit';

/** Where the ledger ends: its last row, and its highest entry. */
export interface Tail {
  readonly row: number;
  readonly seq: number;
  readonly digest: string;
  /** The digest of the entry before it, where it is known. */
  readonly before?: string;
  /** How many rows below are known to be empty; all when it is not given. */
  readonly room?: number;
  /** Deals with entries that an execution wrote before it was stopped: their rows may not say so yet. */
  readonly orphans: readonly DealId[];
  /** Deals whose blocks were written since all rows were looked at, with the entry that the block names. */
  readonly fresh: readonly (readonly [DealId, number])[];
}

/** More would not fit into the note; then the entries behind it are read again each time. */
const MOST_ORPHAN_BYTES = 4_500;

/** So many rows below the end are looked at: few moves at once write more entries. */
const ROOM = 20;

/** The room that the entries of so many edited rows take, one each and some more. */
export function roomFor(rows: number): number {
  return ROOM + rows;
}

/** How many entries the ledger had when they were last counted; 0 when nobody has. */
export function entriesNoted(): number {
  return Math.max(0, (ledgerNote()?.row ?? 1) - 1);
}

/**
 * The ledger's end. One read where the noted entry still stands in its row, its columns are in their order and nothing stands in
 * the `room` below it; otherwise the columns are put in order and what was added or removed behind the note's back is read too.
 * Refuses where nothing tells what the columns are. Hold the lock.
 */
export function ledgerTail(open: OpenPipeline, ledger: Tab, room = ROOM): Tail {
  const note = ledgerNote();
  if (note !== null && endsAs(open, ledger, note, room)) {
    return { ...tailBehind(note, [], note.row), room };
  }
  if (!straightenLedger(open, ledger)) {
    throw new Refused('noLedger', UNFINISHED_WORDS[open.language].noLedgerHeadings);
  }
  const row = Math.max(1, ledger.lastRow());
  if (note !== null && note.row === row) return tailBehind(note, [], row);
  const isLonger = note !== null && note.row < row;
  // Shorter than noted, or never noted: only the whole ledger can tell the highest number.
  const lines = linesFrom(open, ledger, isLonger ? note.row + 1 : 2, row);
  if (note !== null) return tailBehind(note, lines, row);
  // A copy of a workbook comes without its note, and the highest number may be an archived one.
  return tailBehind(note, [...readArchive(open).lines, ...lines], row);
}

/** Whether the ledger ends with the noted entry, or with its headings where there is none yet. */
function endsAs(open: OpenPipeline, ledger: Tab, note: LedgerNote, room: number): boolean {
  const { columns } = layoutOf('ledger', open.language);
  const [end = [], ...below] = ledger.readDown(note.row, 1 + room, columns.length);
  if (below.some((row) => row.some((cell) => cell !== ''))) return false;
  if (note.seq === 0) {
    return columns.every(({ header }, i) => end[i] === header);
  }
  const [line] = linesIn(open, [end]);
  const isIt = line?.seq === note.seq && line.digest === note.digest;
  return isIt && note.before !== undefined && follows(note.before, line);
}

/** The ledger's end when all of it was read. */
export function tailOf(lines: readonly LedgerLine[], rows: number): Tail {
  return tailBehind(ledgerNote(), lines, Math.max(1, rows));
}

/**
 * Numbers are never given twice and the chain goes on from the highest entry ever noted, also when
 * people have sorted or shortened the tab: so a removed end shows.
 */
function tailBehind(note: LedgerNote | null, lines: readonly LedgerLine[], row: number): Tail {
  const from = { seq: note?.seq ?? 0, digest: note?.digest ?? '' };
  const { seq, digest } = lines.reduce((last, line) => (line.seq > last.seq ? line : last), from);
  const before = seq === from.seq ? note?.before : beforeLast([from, ...lines]);
  const unnoted = note === null ? [] : lines.filter((line) => line.seq > note.seq);
  const orphans = new Set([...(note?.orphans ?? []), ...unnoted.map((line) => line.deal)]);
  const tail = { row, seq, digest, orphans: [...orphans], fresh: note?.fresh ?? [] };
  return before === undefined ? tail : { ...tail, before };
}

interface Link {
  readonly seq: number;
  readonly digest: string;
}

/** The digest of the last entry but one. */
function beforeLast(all: readonly Link[]): string {
  let last = NONE;
  let other = NONE;
  for (const link of all) {
    if (link.seq > last.seq) {
      other = last;
      last = link;
    } else if (link.seq > other.seq && link.seq < last.seq) other = link;
  }
  return other.digest;
}

const NONE: Link = { seq: 0, digest: '' };

/** The entries in these rows of the ledger. One read. */
export function linesFrom(
  open: OpenPipeline,
  ledger: Tab,
  first: number,
  last: number,
): readonly LedgerLine[] {
  if (last < first) return [];
  return linesIn(open, ledger.readRows(first, last));
}

/**
 * Entries with their numbers, one batch, linked to the chain. `draft.seq` and `batch` are given here, and what a deal's
 * currency is worth when it closes.
 */
export function linked(
  open: OpenPipeline,
  tail: Pick<Tail, 'seq' | 'digest'>,
  drafts: readonly Omit<LedgerEntry, 'seq' | 'batch'>[],
): LedgerLine[] {
  const batch = batchName(tail.seq + 1, drafts.length);
  let digest = tail.digest;
  return drafts.map((draft, i) => {
    const rate = closingRate(open, draft);
    const rated = rate === null ? draft : { ...draft, rate };
    const entry: LedgerEntry = { ...rated, seq: tail.seq + 1 + i, batch };
    digest = ledgerDigest(digest, entry);
    return { ...entry, digest };
  });
}

function closingRate(
  { configuration }: OpenPipeline,
  { kind, to, currency }: Pick<LedgerEntry, 'kind' | 'to' | 'currency'>,
): ClosingRate | null {
  const { currency: home, rates } = configuration.settings;
  const stage = stageOf(configuration.pipeline, to)?.kind;
  const isClosing = isAccepted({ kind }) && (stage === 'won' || stage === 'lost');
  const perUnit = named(rates, currency);
  return isClosing && currency !== home && perUnit !== undefined ? { perUnit, home } : null;
}

/** A batch is named by its first entry and its length, so that it can be found again without a search. */
export function batchName(firstSeq: number, length: number): string {
  return `b${firstSeq}x${length}`;
}

/** First entry and length of a batch; `null` for text that is no batch's name. */
export function batchSpan(
  batch: string,
): { readonly first: number; readonly length: number } | null {
  const found = /^b(\d{1,12})x(\d{1,6})$/.exec(batch);
  return found === null ? null : { first: Number(found[1]), length: Number(found[2]) };
}

/** Appends lines behind the tail. Nothing else may write between reading the tail and this: hold the lock. */
export function appendLines(
  open: OpenPipeline,
  ledger: Tab,
  tail: Tail,
  lines: readonly LedgerLine[],
): Tail {
  const last = lines[lines.length - 1];
  if (last === undefined) return tail;
  const { room = Infinity, ...known } = tail;
  const end = lines.length > room ? Math.max(tail.row, ledger.lastRow()) : tail.row;
  const { pipeline } = open.configuration;
  const plain = plainColumns(layoutOf('ledger', open.language));
  ledger.append(end, ledgerRows(lines, pipeline, open.language), plain);
  const before = lines[lines.length - 2]?.digest ?? tail.digest;
  return { ...known, row: end + lines.length, seq: last.seq, digest: last.digest, before };
}

/** Notes the ledger's end for the next execution: once everything that was written is real. */
export function noteTail({ row, seq, digest, before, orphans, fresh }: Tail): void {
  if (thatFit(orphans, MOST_ORPHAN_BYTES).length < orphans.length) return;
  const note: LedgerNote = {
    row,
    seq,
    digest,
    ...(before === undefined ? {} : { before }),
    ...(orphans.length === 0 ? {} : { orphans: [...orphans] }),
    ...(fresh.length === 0 ? {} : { fresh: fresh.map(([deal, seq]) => [deal, seq]) }),
  };
  flushWrites();
  setLedgerNote(note);
}

/** Notes that a new ledger is empty, so that what a stopped execution writes first is found behind the note. */
export function beginTail(): void {
  if (ledgerNote() === null)
    noteTail({ row: 1, seq: 0, digest: '', before: '', orphans: [], fresh: [] });
}
