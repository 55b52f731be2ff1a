import * as z from 'zod/mini';
import { ledgerDigest } from '../domain/fingerprint';
import { type ClosingRate, type DealId, isAccepted, type LedgerEntry } from '../domain/ledger';
import { named } from '../domain/named';
import { stageOf } from '../domain/pipeline';
import { flushWrites } from '../google/lock';
import { documentStore } from '../google/store';
import type { Tab } from '../google/tab';
import { findHeaders } from '../sheet/headers';
import { layoutOf, plainColumns } from '../sheet/layout';
import { type LedgerLine, ledgerRows, readLedger } from '../sheet/ledgerTab';
import { readArchive } from './archived';
import type { OpenPipeline } from './openPipeline';
import { parsed } from './parsed';
import { thatFit } from './thatFit';

/** Where the ledger ends: its last row, and its highest entry. */
export interface Tail {
  readonly row: number;
  readonly seq: number;
  readonly digest: string;
  /** Deals with entries that an execution wrote before it was stopped: their rows may not say so yet. */
  readonly orphans: readonly DealId[];
  /** Deals whose blocks were written since all rows were looked at, with the entry that the block names. */
  readonly fresh: readonly (readonly [DealId, number])[];
}

const TAIL_KEY = 'ledgerTail';
const tailNote = () =>
  z.object({
    row: z.number(),
    seq: z.number(),
    digest: z.string(),
    orphans: z.optional(z.array(z.string())),
    fresh: z.optional(z.array(z.tuple([z.string(), z.number()]))),
  });
type Note = z.infer<ReturnType<typeof tailNote>>;

/** More would not fit into the note; then the entries behind it are read again each time. */
const MOST_ORPHAN_BYTES = 4_500;

function noted(): Note | null {
  return parsed(tailNote(), documentStore.get(TAIL_KEY));
}

/** How many entries the ledger had when they were last counted; 0 when nobody has. */
export function entriesNoted(): number {
  return Math.max(0, (noted()?.row ?? 1) - 1);
}

/**
 * The ledger's end. One read when the note of it is right; when rows were added or removed behind
 * its back, those are read too.
 */
export function ledgerTail(open: OpenPipeline, ledger: Tab): Tail {
  const note = noted();
  const row = Math.max(1, ledger.lastRow());
  if (note !== null && note.row === row) return tailBehind(note, [], row);
  const isLonger = note !== null && note.row < row;
  // Shorter than noted, or never noted: only the whole ledger can tell the highest number.
  const lines = linesFrom(open, ledger, isLonger ? note.row + 1 : 2, row);
  if (note !== null) return tailBehind(note, lines, row);
  // A copy of a workbook comes without its note, and the highest number may be an archived one.
  return tailBehind(note, [...readArchive(open).lines, ...lines], row);
}

/** The ledger's end when all of it was read. */
export function tailOf(lines: readonly LedgerLine[], rows: number): Tail {
  return tailBehind(noted(), lines, Math.max(1, rows));
}

/**
 * Numbers are never given twice and the chain goes on from the highest entry ever noted, also when
 * people have sorted or shortened the tab: so a removed end shows.
 */
function tailBehind(note: Note | null, lines: readonly LedgerLine[], row: number): Tail {
  const from = { seq: note?.seq ?? 0, digest: note?.digest ?? '' };
  const { seq, digest } = lines.reduce((last, line) => (line.seq > last.seq ? line : last), from);
  const unnoted = note === null ? [] : lines.filter((line) => line.seq > note.seq);
  const orphans = new Set([...(note?.orphans ?? []), ...unnoted.map((line) => line.deal)]);
  return { row, seq, digest, orphans: [...orphans], fresh: note?.fresh ?? [] };
}

/** The entries in these rows of the ledger. One read. */
export function linesFrom(
  open: OpenPipeline,
  ledger: Tab,
  first: number,
  last: number,
): readonly LedgerLine[] {
  if (last < first) return [];
  const header = layoutOf('ledger', open.language).columns.map((column) => column.header);
  const grid = [header, ...ledger.readRows(first, last)];
  const headers = findHeaders('ledger', grid);
  return headers === null ? [] : readLedger(headers, grid, open.configuration.pipeline).lines;
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
  const { pipeline } = open.configuration;
  const plain = plainColumns(layoutOf('ledger', open.language));
  ledger.append(tail.row, ledgerRows(lines, pipeline, open.language), plain);
  return { ...tail, row: tail.row + lines.length, seq: last.seq, digest: last.digest };
}

/** Notes the ledger's end for the next execution: once everything that was written is real. */
export function noteTail({ row, seq, digest, orphans, fresh }: Tail): void {
  if (thatFit(orphans, MOST_ORPHAN_BYTES).length < orphans.length) return;
  const note: Note = {
    row,
    seq,
    digest,
    ...(orphans.length === 0 ? {} : { orphans: [...orphans] }),
    ...(fresh.length === 0 ? {} : { fresh: fresh.map(([deal, seq]) => [deal, seq]) }),
  };
  const text = JSON.stringify(note);
  flushWrites();
  documentStore.set(TAIL_KEY, text);
}

/** Notes that a new ledger is empty, so that what a stopped execution writes first is found behind the note. */
export function beginTail(): void {
  if (noted() === null) noteTail({ row: 1, seq: 0, digest: '', orphans: [], fresh: [] });
}
