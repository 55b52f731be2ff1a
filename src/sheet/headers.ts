import { type Field, STANDARD_FIELDS } from '../domain/fact';
import { normalLabel } from '../domain/pipeline';
import type { Language } from '../words/language';
import { LANGUAGES } from '../words/language';
import type { ColumnOf, TableTab } from '../words/tabs';
import { TAB_WORDS } from '../words/tabs';
import type { Grid, Problem, Row } from './cell';

/** Where a tab's columns stand now. Rows and columns count from 1. */
export interface Headers<T extends TableTab = TableTab> {
  readonly tab: T;
  /** The header row; data begins below it. */
  readonly row: number;
  /** Column of each standard header that was found. */
  readonly columns: ReadonlyMap<ColumnOf<T>, number>;
  /** The team's own columns, by their header as it stands, in order. */
  readonly own: ReadonlyMap<string, number>;
  /** The header texts from column 1 on; `''` where there is none. */
  readonly texts: readonly string[];
  /** The language that most headers are in. */
  readonly language: Language;
  /** Missing and duplicate headers. */
  readonly problems: readonly Problem[];
}

/** How far down the header row is looked for: people put titles above it. */
export const HEADER_SEARCH_ROWS = 5;

/**
 * Finds the header row among the first rows of a tab. Headers are names: columns may stand in any
 * order, in either language, in another width or case. `null` when no row looks like headers.
 */
export function findHeaders<T extends TableTab>(tab: T, top: Grid): Headers<T> | null {
  throw new Error(`not yet: ${tab} ${top.length}`);
}

/** The column of a field or a standard column, from 1; 0 when the tab does not have it. Own fields are compared as labels are. */
export function columnOf(headers: Headers, key: Field | string): number {
  throw new Error(`not yet: ${headers.tab} ${key}`);
}

/** The field that a header in a cell means: a standard one in either language, else the team's own. */
export function fieldNamed(text: string): Field {
  throw new Error(
    `not yet: ${text} ${STANDARD_FIELDS.length} ${LANGUAGES.length} ${normalLabel('')}`,
  );
}

/** What a field is called in the Deals tab: its header as it stands there, else the standard word. */
export function headerOf(field: Field, language: Language, headers?: Headers<'deals'>): string {
  throw new Error(`not yet: ${field} ${TAB_WORDS[language].names.deals} ${headers?.row}`);
}

/** Header as it stands -> English header, for the export. The team's own headers stay as they are. */
export function englishHeaders(headers: Headers): Readonly<Record<string, string>> {
  throw new Error(`not yet: ${headers.tab}`);
}

/** The last of the rows (a column's cells from the header down) that holds anything: rows below only have tick boxes or nothing. */
export function lastFilledRow(rows: Grid): number {
  throw new Error(`not yet: ${rows.length}`);
}

/** The cells of a row below the header, as text, by column. */
export type ReadRow = Row;
