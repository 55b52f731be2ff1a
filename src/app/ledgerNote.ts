import * as z from 'zod/mini';
import { ledgerDigest } from '../domain/fingerprint';
import { documentStore } from '../google/store';
import type { Grid } from '../sheet/cell';
import { findHeaders } from '../sheet/headers';
import { layoutOf } from '../sheet/layout';
import { type LedgerLine, readLedger } from '../sheet/ledgerTab';
import type { OpenPipeline } from './openPipeline';
import { parsed } from './parsed';

const KEY = 'ledgerTail';
const noteSchema = () =>
  z.object({
    row: z.number(),
    seq: z.number(),
    digest: z.string(),
    /** The digest before that one; '' before the first. Older notes have none. */
    before: z.optional(z.string()),
    orphans: z.optional(z.array(z.string())),
    fresh: z.optional(z.array(z.tuple([z.string(), z.number()]))),
  });
export type LedgerNote = z.infer<ReturnType<typeof noteSchema>>;

/** Where the ledger ended when it was last written; `null` in a copied workbook, which comes without its notes. */
export function ledgerNote(): LedgerNote | null {
  return parsed(noteSchema(), documentStore.get(KEY));
}

export function setLedgerNote(note: LedgerNote): void {
  documentStore.set(KEY, JSON.stringify(note));
}

/** The entries in rows whose cells stand in the ledger's own order. */
export function linesIn(open: OpenPipeline, rows: Grid): readonly LedgerLine[] {
  const grid = [layoutOf('ledger', open.language).columns.map(({ header }) => header), ...rows];
  const headers = findHeaders('ledger', grid.slice(0, 1));
  return headers === null ? [] : readLedger(headers, grid, open.configuration.pipeline).lines;
}

/** Whether an entry's digest is what comes after `before`. */
export function follows(before: string, { digest, ...entry }: LedgerLine): boolean {
  return ledgerDigest(before, entry) === digest;
}
