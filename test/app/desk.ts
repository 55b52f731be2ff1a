import { join } from 'node:path';
import type { Gesture, Outcome, Plain } from '../../preview/google/gestures/gesture';
import { plainCells } from '../../preview/google/gestures/plainCells';
import { Host } from '../../preview/google/host';
import { ROOT } from '../../scripts/build';
import type { Reply } from '../../src/rpc';
import { ask, rowsOf, setUp } from '../support/standIn';

/** A row of a tab, by English header. */
export type Cells = Readonly<Record<string, Plain>>;

/** What people type into a deal's cells, by English header. */
export type Facts = Readonly<Record<string, string | number | boolean>>;

/** What leaving Qualification asks for in the general stage set. */
export const QUALIFIED: Facts = {
  Customer: 'Northwind Mills',
  'Ideal customer fit': true,
  'Need confirmed': true,
};

/** What Proposal asks for, beside what came before. */
export const PROPOSABLE: Facts = {
  ...QUALIFIED,
  'Decision maker interviewed': true,
  Pain: 'Pumps fail every month',
  Amount: 12_000,
  'Budget confirmed': true,
};

/** What Closed won asks for, beside what came before. */
export const WINNABLE: Facts = {
  ...PROPOSABLE,
  'Demo held': '2026-01-20',
  'Value case sent': true,
  'Close date': '2026-03-31',
  'Terms agreed': true,
  'Contract signed': true,
};

/** The workbook as text, to go back to it or to go on from it elsewhere. */
export function saved(host: Host): string {
  return JSON.stringify(host.toJSON());
}

/** The saved workbook; at another moment, when one is named. */
export function loaded(text: string, now?: string): Host {
  const moment = now === undefined ? {} : { now };
  return Host.load(JSON.parse(text), { dist: join(ROOT, 'dist'), ...moment });
}

const fresh = new Map<string, string>();

/** A workbook after Set up with the general stage set; set up once a file. */
export function aPipeline(language: 'en' | 'zh' = 'en'): Host {
  const text = fresh.get(language) ?? saved(setUp({ language }));
  fresh.set(language, text);
  return loaded(text);
}

/** Does one thing by hand. Throws what the script threw: what people cannot do is in the outcome's `error`. */
export function does(host: Host, gesture: Gesture): Outcome {
  const outcome = host.gesture(gesture);
  const broken = outcome.executions.find((run) => run.error !== undefined);
  if (broken !== undefined) throw new Error(`${broken.functionName}: ${broken.error?.message}`);
  return outcome;
}

/** Types into a deal's cells one after another, as a person does. */
export function types(host: Host, deal: string, facts: Facts, as?: string): Outcome {
  return does(host, { set: { deal, facts }, ...(as === undefined ? {} : { as }) });
}

/** Types a new deal below the others; `facts` first, its stage last. */
export function newDeal(host: Host, name: string, facts: Facts = {}, stage?: string): void {
  const deals = host.names().tab('Deals');
  const { column, row } = host.names().column(deals, 'Deal');
  const rows = deals.values({ row: row + 1, column, rows: deals.maxRows - row, columns: 1 });
  const free = row + 1 + rows.findIndex(([cell]) => cell === '');
  does(host, { edit: { tab: 'Deals', range: `${letter(column)}${free}`, values: [[name]] } });
  if (Object.keys(facts).length > 0) types(host, name, facts);
  if (stage !== undefined) types(host, name, { Stage: stage });
}

/** A column's letters; the general stage set needs no more than two. */
export function letter(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return column <= 26 ? last : letter(Math.floor((column - 1) / 26)) + last;
}

/** A range of Deals: `at(host, 'Stage', 2)` is J2, `at(host, 'Stage', 2, 4)` is J2:J4. */
export function at(host: Host, header: string, row: number, last = row): string {
  const name = letter(host.names().column(host.names().tab('Deals'), header).column);
  return last === row ? `${name}${row}` : `${name}${row}:${name}${last}`;
}

/** Pastes a column's cells into Deals from this row on. */
export function pastes(
  host: Host,
  header: string,
  row: number,
  cells: readonly (string | number | boolean)[],
): Outcome {
  const range = at(host, header, row, row + cells.length - 1);
  return does(host, {
    edit: { tab: 'Deals', range, values: cells.map((cell) => [cell]) as string[][] },
  });
}

export function sweeps(host: Host): Outcome {
  return does(host, { menu: 'sweep' });
}

/** The rows of Deals in which somebody typed something. */
export function dealRows(host: Host): readonly Cells[] {
  return rowsOf(host, 'Deals').filter((row) => row.Deal !== '' || row.Customer !== '');
}

/** The deal's row; throws when there is none of this name. */
export function dealNamed(host: Host, name: string): Cells {
  const found = dealRows(host).find((row) => row.Deal === name);
  if (found === undefined) throw new Error(`There is no deal ${name}.`);
  return found;
}

export function idOf(host: Host, name: string): string {
  return String(dealNamed(host, name).ID);
}

/** `'held: Qualification -> Proposal'` for each of the deal's ledger entries, the first one first. */
export function lifeOf(host: Host, name: string): readonly string[] {
  const id = idOf(host, name);
  return rowsOf(host, 'Ledger')
    .filter((line) => line.Deal === id)
    .map(lineOf);
}

export function lineOf(line: Cells): string {
  const from = line.From === '' ? '' : `${line.From} -> `;
  return `${line.Kind}: ${from}${line.To}`;
}

/** A block of a generated tab, as headless exports it: cells by the export's column names. */
export function blockOf(host: Host, tab: string, block: string): readonly Cells[] {
  const { blocks, tabs } = ask(host, 'describeWorkbook', {}) as Reply<'describeWorkbook'>;
  const found = blocks.find((one) => one.tab === tab && one.block === block);
  const sheetId = tabs.find(({ english }) => english === tab)?.sheetId ?? -1;
  const sheet = host.book.sheetById(sheetId);
  if (found === undefined || sheet === null) throw new Error(`There is no block ${tab}.${block}.`);
  const { row, column, rows, columns } = found;
  const cells = plainCells(sheet, { row, column, rows, columns: columns.length });
  return cells.map((line) => Object.fromEntries(columns.map((name, i) => [name, line[i] ?? ''])));
}

/** Everything that stands in the workbook's tabs, to compare before and after. */
export function everything(host: Host): Readonly<Record<string, readonly (readonly Plain[])[]>> {
  const tabs = host.book.sheets.map((sheet): [string, Plain[][]] => {
    const { lastRow, lastColumn } = sheet;
    const rect = { row: 1, column: 1, rows: lastRow, columns: lastColumn };
    return [sheet.name, lastRow * lastColumn === 0 ? [] : plainCells(sheet, rect)];
  });
  return Object.fromEntries(tabs);
}
