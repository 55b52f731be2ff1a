import { type Field, STANDARD_FIELDS, type StandardField } from '../domain/fact';
import { normalLabel } from '../domain/pipeline';
import { STAGE_SETS } from '../stageSets/allStageSets';
import { LANGUAGES, type Language } from '../words/language';
import type { ProblemCode } from '../words/problems';
import { type ColumnOf, OPTIONAL_COLUMNS, TAB_WORDS, type TableTab } from '../words/tabs';
import type { Grid, Problem, Row } from './cell';
import { cellText } from './cellText';

/** Where a tab's columns stand now. Rows and columns count from 1. */
export interface Headers<T extends TableTab = TableTab> {
  readonly tab: T;
  /** The header row; data begins below it. */
  readonly row: number;
  /** Column of each standard header that was found, by its key. */
  readonly columns: ReadonlyMap<string, number>;
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

/** Fewer standard headers than this in a row are chance. */
const ENOUGH = 2;

/** The standard headings of a tab in one language: column by normalised word. */
const headings = new Map<string, ReadonlyMap<string, string>>();

function headingsOf(tab: TableTab, language: Language): ReadonlyMap<string, string> {
  const name = `${tab} ${language}`;
  let known = headings.get(name);
  if (!known) {
    const words = Object.entries<string>(TAB_WORDS[language].headings[tab]);
    known = new Map(words.map(([key, word]) => [normalLabel(word), key]));
    headings.set(name, known);
  }
  return known;
}

/** A header as it is shown: one line, single spaces. */
function headerText(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** How many different standard headings a row of normalised texts holds. */
function hits(tab: TableTab, labels: readonly string[], language: Language): number {
  const words = headingsOf(tab, language);
  const found = new Set<string>();
  for (const label of labels) {
    const key = words.get(label);
    if (key) found.add(key);
  }
  return found.size;
}

function labelsIn(row: Row): readonly string[] {
  return row.flatMap((cell) =>
    typeof cell === 'string' && cell !== '' ? [normalLabel(cell)] : [],
  );
}

interface Found {
  readonly row: number;
  readonly language: Language;
  readonly hits: number;
}

function headerRow(tab: TableTab, top: Grid): Found | null {
  let best: Found | null = null;
  top.slice(0, HEADER_SEARCH_ROWS).forEach((row, index) => {
    const labels = labelsIn(row);
    for (const language of LANGUAGES) {
      const found = { row: index + 1, language, hits: hits(tab, labels, language) };
      if (found.hits > (best?.hits ?? ENOUGH - 1)) best = found;
    }
  });
  return best;
}

/**
 * Finds the header row among the first rows of a tab. Headers are names: columns may stand in any
 * order, in either language, in another width or case. `null` when no row looks like headers.
 */
export function findHeaders<T extends TableTab>(tab: T, top: Grid): Headers<T> | null {
  const found = headerRow(tab, top);
  if (!found) return null;
  const texts = (top[found.row - 1] ?? []).map((cell) => headerText(cellText(cell)));
  const { columns, doubles } = standardColumns(tab, texts, found.language);
  const own = ownColumns(texts, new Set([...columns.values(), ...doubles]));
  const problem = (column: number, code: ProblemCode, text: string): Problem => {
    return { tab, row: found.row, column, code, about: [text] };
  };
  const headingWords = Object.entries<string>(TAB_WORDS[found.language].headings[tab]);
  const optional: readonly string[] = OPTIONAL_COLUMNS[tab] ?? [];
  const missing = headingWords.filter(([key]) => !columns.has(key) && !optional.includes(key));
  const twice = [...doubles, ...own.doubles];
  return {
    tab,
    row: found.row,
    columns,
    own: own.columns,
    texts,
    language: found.language,
    problems: [
      ...twice.map((column) => problem(column, 'duplicateHeader', texts[column - 1] ?? '')),
      ...missing.map(([, word]) => problem(0, 'missingHeader', word)),
    ],
  };
}

/** Columns by key or text; `doubles` are those whose header stands further left already. */
interface Columns {
  readonly columns: ReadonlyMap<string, number>;
  readonly doubles: readonly number[];
}

/**
 * The workbook's own language first: a team's column that happens to carry the other one's word
 * for a column that is there is the team's own.
 */
function standardColumns(tab: TableTab, texts: readonly string[], language: Language): Columns {
  const columns = new Map<string, number>();
  const doubles: number[] = [];
  const labels = texts.map(normalLabel);
  for (const spoken of [language, ...LANGUAGES.filter((other) => other !== language)]) {
    const words = headingsOf(tab, spoken);
    labels.forEach((label, index) => {
      const key = words.get(label);
      if (key === undefined) return;
      if (!columns.has(key)) columns.set(key, index + 1);
      else if (spoken === language) doubles.push(index + 1);
    });
  }
  return { columns, doubles };
}

function ownColumns(texts: readonly string[], standard: ReadonlySet<number>): Columns {
  const columns = new Map<string, number>();
  const names = new Set<string>();
  const doubles: number[] = [];
  texts.forEach((text, index) => {
    if (text === '' || standard.has(index + 1)) return;
    if (names.has(normalLabel(text))) doubles.push(index + 1);
    else columns.set(text, index + 1);
    names.add(normalLabel(text));
  });
  return { columns, doubles };
}

const normalOwn = new WeakMap<ReadonlyMap<string, number>, ReadonlyMap<string, number>>();

function ownColumn(headers: Headers, header: string): number {
  const exact = headers.own.get(header);
  if (exact !== undefined) return exact;
  let normal = normalOwn.get(headers.own);
  if (!normal) {
    normal = new Map([...headers.own].map(([text, column]) => [normalLabel(text), column]));
    normalOwn.set(headers.own, normal);
  }
  return normal.get(normalLabel(header)) ?? optionalColumn(headers, header);
}

/** With one pipeline, a column called Pipeline is a team's own. */
function optionalColumn({ tab, columns, texts }: Headers, header: string): number {
  const found = (OPTIONAL_COLUMNS[tab] ?? []).map((key) => columns.get(key as never) ?? 0);
  return found.find((column) => normalLabel(texts[column - 1] ?? '') === normalLabel(header)) ?? 0;
}

/**
 * The column of a field or a standard column, from 1; 0 when the tab does not have it. Own fields
 * are compared as labels are: width, case and spaces do not count.
 */
export function columnOf<T extends TableTab>(
  headers: Headers<T>,
  key: ColumnOf<T> | Field,
): number {
  if (key.startsWith('own:')) return ownColumn(headers, key.slice(4));
  return headers.columns.get(key) ?? 0;
}

const STANDARD: ReadonlySet<string> = new Set(STANDARD_FIELDS);

/** The standard column of Deals that a header names in either language, the program's own among them. */
export function dealColumnNamed(text: string): ColumnOf<'deals'> | undefined {
  for (const language of LANGUAGES) {
    const key = headingsOf('deals', language).get(normalLabel(text));
    if (key) return key as ColumnOf<'deals'>;
  }
  return undefined;
}

/** The field that a header in a cell means: a standard one in either language, else the team's own. */
export function fieldNamed(text: string): Field {
  const key = dealColumnNamed(text);
  return key && STANDARD.has(key) ? (key as StandardField) : `own:${headerText(text)}`;
}

/** What a field is called in the Deals tab: its header as it stands there, else the standard word. */
export function headerOf(field: Field, language: Language, headers?: Headers<'deals'>): string {
  const column = headers ? columnOf(headers, field) : 0;
  const standing = column > 0 ? headers?.texts[column - 1] : undefined;
  if (standing) return standing;
  if (STANDARD.has(field)) return TAB_WORDS[language].headings.deals[field as StandardField];
  return field.slice(4);
}

/** English names of the columns that the ready-made stage sets add, by their Chinese ones. */
function englishFields(): ReadonlyMap<string, string> {
  const fields = STAGE_SETS.flatMap((set) => set.fields);
  return new Map(fields.map(({ header }) => [normalLabel(header.zh), header.en]));
}

/**
 * Header as it stands -> English header, for the export. The columns of a stage set have English
 * names too; the team's own headers stay as they are.
 */
export function englishHeaders(headers: Headers): Readonly<Record<string, string>> {
  const english: Readonly<Record<string, string>> = TAB_WORDS.en.headings[headers.tab];
  const fields = englishFields();
  const pairs: [string, string][] = [...headers.own.keys()].map((text) => [
    text,
    fields.get(normalLabel(text)) ?? text,
  ]);
  for (const [key, column] of headers.columns) {
    pairs.push([headers.texts[column - 1] ?? '', english[key] ?? key]);
  }
  return Object.fromEntries(pairs);
}

/** The last row, from 1, that holds more than tick boxes; 0 when none does. */
export function lastFilledRow(rows: Grid): number {
  for (let row = rows.length; row > 0; row--) {
    if (rows[row - 1]?.some((cell) => cell !== '' && typeof cell !== 'boolean')) return row;
  }
  return 0;
}
