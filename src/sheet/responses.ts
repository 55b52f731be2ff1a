import type { StandardField } from '../domain/fact';
import { textDigest } from '../domain/fingerprint';
import type { DealId } from '../domain/ledger';
import { normalLabel } from '../domain/pipeline';
import { FORM_HEADERS, TIME_HEADERS } from '../words/formFields';
import { PROGRAM_COLUMNS } from '../words/tabs';
import { type Cell, type Grid, isDateCell, type Row } from './cell';
import { cellText, isBlank } from './cellText';
import { dealColumnNamed, HEADER_SEARCH_ROWS, type Headers } from './headers';

/** One response of a form, as the deal that it becomes. */
export interface FormResponse {
  /** Made from what was answered and when: the same response has the same ID wherever its row is. */
  readonly id: DealId;
  /** Cells by standard field or `own:` header. */
  readonly cells: ReadonlyMap<string, Cell>;
}

/** Whoever fills in a form says nothing about where the deal stands. */
const CLOSED: ReadonlySet<string> = new Set<string>(['stage', 'owner', ...PROGRAM_COLUMNS]);

/** What names a deal for which the form has no name. */
const NAMING = ['customer', 'contact', 'email'] as const satisfies readonly StandardField[];

/**
 * Reads a tab of responses: one a row, below the questions, which are looked for in the first rows as headers are. Answers go to the
 * columns of Deals that their headers mean; questions that Deals has no column for are left where they are.
 */
export function readResponses(grid: Grid, deals: Headers<'deals'>): readonly FormResponse[] {
  const header = questionsRow(grid, deals);
  const questions = (grid[header] ?? []).map(cellText);
  const fields = questions.map((question) => fieldOf(question, deals));
  const time = questions.findIndex(isTime);
  const email = fields.indexOf('email');
  const times = new Map<string, number>();
  return grid.slice(header + 1).flatMap((row): FormResponse[] => {
    if (row.every(isBlank)) return [];
    const what = identity(row, questions, { time, email });
    const again = times.get(what) ?? 0;
    times.set(what, again + 1);
    const cells = cellsOf(row, fields);
    return cells.size === 0 ? [] : [{ id: idOf(`${what}#${again}`), cells }];
  });
}

function isTime(question: string): boolean {
  return TIME_HEADERS.includes(normalLabel(question));
}

/** Where most questions are that mean something here; from 0, the first row when there are none. */
function questionsRow(grid: Grid, deals: Headers<'deals'>): number {
  const hits = grid.slice(0, HEADER_SEARCH_ROWS).map((row) => {
    const texts = row.map(cellText);
    return texts.filter((text) => isTime(text) || fieldOf(text, deals) !== null).length;
  });
  return Math.max(0, hits.indexOf(Math.max(...hits)));
}

/** The time and who answered, where the form notes them: an answer that is mended later makes no second deal. */
function identity(
  row: Row,
  questions: readonly string[],
  { time, email }: { readonly time: number; readonly email: number },
): string {
  const at = row[time];
  if (at !== undefined && isDateCell(at) && at.date.includes('T')) {
    return JSON.stringify([at.date, cellText(row[email]).toLowerCase()]);
  }
  const answers = questions.flatMap((question, i) =>
    isBlank(row[i]) ? [] : [JSON.stringify([question, cellText(row[i])])],
  );
  return answers.sort().join();
}

function idOf(what: string): DealId {
  return `form-${textDigest(`1${what}`)}${textDigest(`2${what}`)}`;
}

function cellsOf(row: Row, fields: readonly (string | null)[]): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  fields.forEach((field, i) => {
    const cell = row[i];
    if (field === null || cell === undefined || isBlank(cell) || cells.has(field)) return;
    cells.set(field, typeof cell === 'string' ? cell.trim() : cell);
  });
  const name = NAMING.map((field) => cells.get(field)).find((cell) => cell !== undefined);
  if (!cells.has('deal') && name !== undefined) cells.set('deal', name);
  return cells;
}

function fieldOf(question: string, deals: Headers<'deals'>): string | null {
  const wanted = normalLabel(question);
  if (wanted === '') return null;
  const standard = dealColumnNamed(question);
  if (standard !== undefined) return CLOSED.has(standard) ? null : standard;
  const own = [...deals.own.keys()].find((header) => normalLabel(header) === wanted);
  if (own !== undefined) return `own:${own}`;
  const known = Object.entries(FORM_HEADERS).find(([, names]) => names.includes(wanted));
  return known?.[0] ?? null;
}
