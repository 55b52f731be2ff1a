import type { FileTable } from '../rpc/importCalls';
import { importWords, type UnreadableCode } from '../words/imports';
import type { Language } from '../words/language';
import { decodeText } from './decodeText';
import { delimiterOf, type RawRow, splitCells } from './splitCells';

/** A row that does not fit under the headers. */
export interface BadRow {
  readonly line: number;
  readonly code: 'tooManyCells' | 'openQuote';
  readonly row: readonly string[];
}

export type ReadTable =
  | { readonly kind: 'table'; readonly table: FileTable; readonly bad: readonly BadRow[] }
  | { readonly kind: 'unreadable'; readonly why: UnreadableCode };

const isBlank = (cell: string): boolean => cell.trim() === '';

/** The width without empty cells at the right end: spreadsheets often export those. */
function filledWidth(cells: readonly string[]): number {
  let width = cells.length;
  while (width > 0 && isBlank(cells[width - 1] as string)) width -= 1;
  return width;
}

/**
 * Where the headers stand: the first row that is nearly as wide as the rows usually are. Titles
 * and "exported on ..." lines above it are narrower.
 */
function headerIndex(rows: readonly RawRow[]): number {
  const widths = rows.slice(0, 60).map(({ cells }) => filledWidth(cells));
  const usual = [...widths].sort((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 0;
  if (usual < 3) return 0;
  const filled = rows.slice(0, 20).map(({ cells }) => cells.filter((c) => !isBlank(c)).length);
  const found = filled.findIndex((count) => count * 2 > usual && count > 1);
  return Math.max(found, 0);
}

/** A longer header is cut: it names a column. */
const MOST_HEADER = 200;

/** Headers made distinct, so that each can be spoken of: "Column 3", "Amount (2)". */
function distinct(headers: readonly string[], language: Language): string[] {
  const words = importWords[language];
  const clean = headers.map((h, i) => {
    // Exports leave marks of no width in headers.
    const text = h
      .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, MOST_HEADER)
      .trim();
    return text === '' ? words.column(i + 1) : text;
  });
  const used = new Set<string>();
  return clean.map((header) => {
    let name = header;
    for (let time = 2; used.has(name.toLowerCase()); time += 1) name = words.again(header, time);
    used.add(name.toLowerCase());
    return name;
  });
}

const DATE = /^(?:\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})(?:[ T].*)?$/;

/** Nobody calls a column by a date or an address: a first row that holds one is data already. */
function isData(cells: readonly string[]): boolean {
  return cells.some((cell) => DATE.test(cell.trim()) || /^[^\s@]+@[^\s@]+\.\w+$/.test(cell.trim()));
}

function cut(rows: readonly RawRow[], name: string, language: Language): ReadTable {
  const top = headerIndex(rows);
  const first = rows[top]?.cells ?? [];
  const hasHeaders = !isData(first);
  const head = hasHeaders ? first : first.map(() => '');
  const body = rows.slice(hasHeaders ? top + 1 : top);
  const width = Math.max(hasHeaders ? filledWidth(head) : first.length, 1);
  const bad: BadRow[] = [];
  const kept: string[][] = [];
  const lines: number[] = [];
  for (const { line, cells, openQuote } of body) {
    const filled = filledWidth(cells);
    if (filled > width || (openQuote && cells.length !== head.length)) {
      bad.push({ line, code: openQuote ? 'openQuote' : 'tooManyCells', row: cells });
      continue;
    }
    kept.push(Array.from({ length: width }, (_, i) => cells[i] ?? ''));
    lines.push(line);
  }
  const headers = distinct(head.slice(0, width), language);
  return { kind: 'table', table: { name, headers, rows: kept, lines }, bad };
}

/**
 * A CSV file's bytes as a table, whatever its encoding and delimiter. Lines count from 1 as an
 * editor shows them; a cell may hold line breaks; empty lines are no rows. Short rows are filled
 * up with empty cells; rows with more cells than there are headers are `bad`. Runs in a page or
 * in Node, never in the script.
 */
export function readTable(bytes: Uint8Array, name: string, language: Language = 'en'): ReadTable {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3) {
    return { kind: 'unreadable', why: 'workbook' };
  }
  const decoded = decodeText(bytes);
  if (decoded === null) return { kind: 'unreadable', why: 'notText' };
  const text = decoded.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  // Excel's own note of the delimiter.
  const noted = /^sep=(.)\n/.exec(text)?.[1];
  const rows = splitCells(text, noted ?? delimiterOf(text))
    .slice(noted === undefined ? 0 : 1)
    .filter(({ cells }) => !cells.every(isBlank));
  if (rows.length === 0) return { kind: 'unreadable', why: 'empty' };
  return cut(rows, name, language);
}
