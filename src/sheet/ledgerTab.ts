import type { LedgerEntry } from '../domain/ledger';
import type { Pipeline } from '../domain/pipeline';
import type { Language } from '../words/language';
import type { Grid, Problem, Row } from './cell';
import type { Headers } from './headers';

/** An entry as the tab holds it, with its link in the digest chain. */
export interface LedgerLine extends LedgerEntry {
  readonly digest: string;
}

export interface ReadLedger {
  readonly lines: readonly LedgerLine[];
  readonly problems: readonly Problem[];
}

/** Reads the ledger's rows below its header; `grid` is the whole tab from row 1. Stages are read by label, earlier label or key; an unknown one stays as its text. */
export function readLedger(
  _headers: Headers<'ledger'>,
  _grid: Grid,
  _pipeline: Pipeline,
): ReadLedger {
  throw new Error('not yet');
}

/** Rows in the tab's standard column order; all text, amounts in major units. */
export function ledgerRows(
  _lines: readonly LedgerLine[],
  _pipeline: Pipeline,
  _language: Language,
): Row[] {
  throw new Error('not yet');
}
