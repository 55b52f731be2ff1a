import * as z from 'zod/mini';
import { ledgerDigest } from '../domain/fingerprint';
import type { LedgerEntry } from '../domain/ledger';
import { documentStore } from '../google/store';
import type { Tab } from '../google/tab';
import { findHeaders } from '../sheet/headers';
import { layoutOf } from '../sheet/layout';
import { type LedgerLine, ledgerRows, readLedger } from '../sheet/ledgerTab';
import type { OpenPipeline } from './openPipeline';

/** Where the ledger ends: its last row, and what that row's entry says. */
export interface Tail {
  readonly row: number;
  readonly seq: number;
  readonly digest: string;
  /** Entries that an execution wrote before it was stopped: nothing else knows of them yet. */
  readonly orphans: readonly LedgerLine[];
}

const TAIL_KEY = 'ledgerTail';
const Noted = z.object({ row: z.number(), seq: z.number(), digest: z.string() });

function noted(): z.infer<typeof Noted> | null {
  const text = documentStore.get(TAIL_KEY);
  if (text === null) return null;
  try {
    const read = Noted.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/**
 * The ledger's end. One read when the note of it is right; when rows were added or removed behind
 * its back, those are read too.
 */
export function ledgerTail(open: OpenPipeline, ledger: Tab): Tail {
  const note = noted();
  const row = Math.max(1, ledger.lastRow());
  if (note !== null && note.row === row) return { ...note, orphans: [] };
  if (note !== null && note.row < row) {
    const orphans = linesFrom(open, ledger, note.row + 1, row);
    const last = orphans[orphans.length - 1];
    if (last !== undefined) return { row, seq: last.seq, digest: last.digest, orphans };
  }
  // Shorter than noted, or never noted: only the whole ledger can tell the highest number.
  const lines = linesFrom(open, ledger, 2, row);
  const last = lines[lines.length - 1];
  const seq = lines.reduce((highest, line) => Math.max(highest, line.seq), note?.seq ?? 0);
  return { row, seq, digest: last?.digest ?? '', orphans: [] };
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

/** Entries with their numbers, one batch, linked to the chain. `draft.seq` and `batch` are given here. */
export function linked(
  tail: Pick<Tail, 'seq' | 'digest'>,
  drafts: readonly Omit<LedgerEntry, 'seq' | 'batch'>[],
): LedgerLine[] {
  const batch = batchName(tail.seq + 1, drafts.length);
  let digest = tail.digest;
  return drafts.map((draft, i) => {
    const entry: LedgerEntry = { ...draft, seq: tail.seq + 1 + i, batch };
    digest = ledgerDigest(digest, entry);
    return { ...entry, digest };
  });
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
  ledger.append(tail.row, ledgerRows(lines, pipeline, open.language), plainLedgerColumns(open));
  return { row: tail.row + lines.length, seq: last.seq, digest: last.digest, orphans: [] };
}

/** Notes the ledger's end for the next execution: after everything else was written. */
export function noteTail(tail: Tail): void {
  const note: z.infer<typeof Noted> = { row: tail.row, seq: tail.seq, digest: tail.digest };
  documentStore.set(TAIL_KEY, JSON.stringify(note));
}

function plainLedgerColumns(open: OpenPipeline): ReadonlySet<number> {
  const plain = new Set<number>();
  layoutOf('ledger', open.language).columns.forEach((column, i) => {
    if (column.format === '@') plain.add(i + 1);
  });
  return plain;
}
