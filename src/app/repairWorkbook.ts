import { epochMs } from '../google/clock';
import { layChoicesBelow } from '../google/layTab';
import { flushWrites, underLock } from '../google/lock';
import { columnName } from '../google/tab';
import { askFor, say } from '../google/ui';
import type { Cell } from '../sheet/cell';
import { cellText, toldText } from '../sheet/cellText';
import { columnOf, findHeaders, HEADER_SEARCH_ROWS } from '../sheet/headers';
import { isUnseen, type Merged } from '../sheet/mergedCells';
import { teamRows } from '../sheet/teamTab';
import { ADMIN_WORDS } from '../words/admin';
import { APP_WORDS } from '../words/app';
import { LONG_WORK_WORDS } from '../words/longWork';
import { addColumns, missingFields } from './addColumns';
import { appendUnder } from './appendUnder';
import { healthProblems } from './healthProblems';
import { appendConfigured } from './keepConfiguration';
import { layTickBoxes } from './layTickBoxes';
import { tellLongWork } from './longWork';
import { type OpenPipeline, reloadPipeline } from './openPipeline';
import { numbered } from './pick';
import { type Book, readBook } from './readBook';
import { readerLanguage } from './readerLanguage';
import { refreshLater, refreshReports } from './refreshReports';
import { relinkLedger } from './relinkLedger';
import { type CellRepair, type Repair, repairsOf, repairText } from './repairs';
import { setUp } from './setUp';
import { takeStock } from './stock';
import { type Begun, sweepAll } from './sweep';
import { wantSweep } from './sweepWanted';
import { takeBackStrays } from './takeBackStrays';
import { writeChecks } from './writeChecks';
import { writeCells } from './writeColumn';

const LOCK_MS = 20_000;

/** A question is no report: the rest can be declined only as a whole. */
const SHOWN = 25;

/**
 * Google ends a run after six minutes, and each step reads about as much as the first look did: one that would end later than
 * this, by that measure, is left to the worker.
 */
const ENOUGH_MS = 240_000;

interface Found {
  readonly open: OpenPipeline;
  readonly book: Book;
  readonly repairs: readonly Repair[];
}

function find(begun: Begun = () => {}): Found | null {
  const open = reloadPipeline();
  if (open === null) return null;
  begun(open);
  const book = readBook(open);
  if (book === null) return null;
  const problems = healthProblems(open, book, takeStock(open, book));
  return { open, book, repairs: repairsOf(open, book, problems) };
}

/**
 * Offers what can be repaired of what Health lists, does what the person does not leave out, and
 * notes it in the ledger. Repairing again finds nothing.
 */
export function repairWorkbook(): void {
  const began = epochMs();
  const found = find((open) => tellLongWork(open, 'look'));
  const took = epochMs() - began;
  const isLate = () => epochMs() - began + took > ENOUGH_MS;
  const app = APP_WORDS[found?.open.language ?? readerLanguage()];
  const message = found === null ? app.notSetUp : repairAsked(found, isLate);
  if (message !== null) say(app.menu.repairWorkbook, message);
}

/** What to tell in the end; `null` when the person thought better of it. */
function repairAsked({ open, repairs }: Found, isLate: () => boolean): string | null {
  const words = ADMIN_WORDS[open.language].repair;
  if (repairs.length === 0) return words.nothing;
  const texts = repairs.map((repair) => repairText(open, repair));
  const more = texts.length > SHOWN ? [words.more(texts.length - SHOWN)] : [];
  const lines = [words.ask(texts.length), '', numbered(texts.slice(0, SHOWN)), ...more, ''];
  const title = APP_WORDS[open.language].menu.repairWorkbook;
  const typed = askFor(title, [...lines, words.howToDecline].join('\n'));
  if (typed === null) return null;
  const declined = numbersIn(typed, texts.length);
  if (declined === null) return words.unclear(typed);
  const wanted = new Set(texts.filter((_, i) => !declined.has(i + 1)));
  if (wanted.size === 0) return null;
  const bySetUp = (repair: Repair) => repair.kind === 'headers' || repair.kind === 'tabs';
  if (repairs.some((repair, i) => bySetUp(repair) && !declined.has(i + 1))) setUp({});
  tellLongWork(open, 'repair');
  const done = underLock(LOCK_MS, () => repairUnderLock(wanted, isLate));
  if (done === null) return APP_WORDS[open.language].busy;
  if (done === 'rowsLater') return LONG_WORK_WORDS[open.language].rowsLater(wanted.size);
  if (isLate()) {
    refreshLater();
    return words.doneSlowly(wanted.size);
  }
  tellLongWork(open, 'reports');
  refreshReports();
  return words.done(wanted.size);
}

/** "2, 5" and "2 5"; `null` for anything else than numbers of the list. */
function numbersIn(typed: string, most: number): ReadonlySet<number> | null {
  const parts = typed.split(/[\s,，;；、#]+/).filter((part) => part !== '');
  const numbers = parts.map(Number);
  const areAll = numbers.every(
    (number) => Number.isInteger(number) && number >= 1 && number <= most,
  );
  return areAll ? new Set(numbers) : null;
}

/** Looks again, for somebody may have changed cells meanwhile, and repairs what still stands as it was offered. */
function repairUnderLock(wanted: ReadonlySet<string>, isLate: () => boolean): 'done' | 'rowsLater' {
  const found = find();
  if (found === null) return 'done';
  const { open, book } = found;
  const repairs = found.repairs.filter((repair) => wanted.has(repairText(open, repair)));
  const of = <K extends Repair['kind']>(kind: K) =>
    repairs.filter((repair): repair is Extract<Repair, { kind: K }> => repair.kind === kind);
  const [chain] = of('chain');
  if (chain !== undefined && relinkLedger(open)) {
    appendConfigured(open, ADMIN_WORDS[open.language].changes.relinked(chain.entries), 'repair');
  }
  for (const { block } of of('merged')) takeApart(book, block);
  const mended = stillTyped(book, repairs.filter(isCellRepair));
  const idIn = book.headers.columns.get('id') ?? 0;
  const written = mended.map((repair) => {
    const id = cellText(book.cells[repair.row - 1]?.[idIn - 1]);
    return { ...repair, id, cell: mendedCell(repair) };
  });
  writeCells(book.deals, written);
  if (written.length > 0) flushWrites();
  takeBackStrays(book, written);
  addMembers(
    open,
    of('member').map(({ name }) => name),
  );
  for (const { column } of of('choices')) {
    const labels = stageLabels(open);
    if (labels !== null) layChoicesBelow(book.deals.sheet, book.headers.row, column, labels);
  }
  const fields = new Set(of('column').map(({ field }) => field));
  addColumns(
    open,
    missingFields(open, book.headers).filter(({ field }) => fields.has(field)),
  );
  flushWrites();
  const fresh = reloadPipeline();
  if (fresh === null) return 'done';
  const isSweepNeeded = of('rows').length > 0 || repairs.some(isCellRepair);
  const isSweepLeft = isSweepNeeded && isLate();
  if (isSweepNeeded && !isSweepLeft) sweepAll(fresh, 'repair');
  if (fields.size > 0) {
    tickOld(fresh, fields);
    writeChecks(fresh, 'gates');
  }
  if (!isSweepLeft) return 'done';
  wantSweep();
  refreshLater();
  return 'rowsLater';
}

/** The labels in the Stages tab, wherever their column stands. */
function stageLabels(open: OpenPipeline): GoogleAppsScript.Spreadsheet.Range | null {
  const tab = open.workbook.tab('stages');
  const headers = tab === null ? null : findHeaders('stages', tab.readRows(1, HEADER_SEARCH_ROWS));
  const column = headers?.columns.get('stage');
  if (tab === null || headers === null || column === undefined) return null;
  const name = columnName(column);
  return tab.sheet.getRange(`${name}${headers.row + 1}:${name}`);
}

function isCellRepair(repair: Repair): repair is CellRepair {
  return repair.kind === 'day' || repair.kind === 'amount' || repair.kind === 'owner';
}

/** Looking for repairs takes seconds, and people go on typing meanwhile: those whose cell is another now are left out. One read. */
function stillTyped({ deals }: Book, repairs: readonly CellRepair[]): readonly CellRepair[] {
  if (repairs.length === 0) return [];
  const rows = repairs.map(({ row }) => row);
  const first = rows.reduce((a, b) => Math.min(a, b));
  const cells = deals.readRows(
    first,
    rows.reduce((a, b) => Math.max(a, b)),
  );
  return repairs.filter(({ row, column, typed }) => {
    const text = cellText(cells[row - first]?.[column - 1]);
    return text === typed || toldText(text) === typed;
  });
}

function mendedCell(repair: CellRepair): Cell {
  if (repair.kind === 'day') return { date: repair.day };
  return repair.kind === 'amount' ? repair.amount : repair.name;
}

/** The cells behind the first one come back empty; only the stages of their deals are known for sure. */
function takeApart({ deals, headers, rows }: Book, block: Merged): void {
  deals.unmerge(block);
  const column = headers.columns.get('stage') ?? 0;
  for (const { row, accepted } of rows) {
    if (accepted === undefined || !isUnseen([block], row, column)) continue;
    deals.writeSame([{ row, column }], accepted.label);
  }
}

function addMembers(open: OpenPipeline, names: readonly string[]): void {
  const nothing = { address: '', role: 'rep', language: null, target: null } as const;
  const members = names.map((name) => ({ name, ...nothing, mayOverride: false }));
  appendUnder(open, 'team', teamRows(members, open.language));
}

/** Deals that are there already get the tick boxes of new columns. */
function tickOld(open: OpenPipeline, fields: ReadonlySet<string>): void {
  const book = readBook(open);
  if (book === null || ![...fields].some((field) => columnOf(book.headers, field as never) > 0))
    return;
  const rows = book.rows.filter(({ id }) => id !== '').map(({ row }) => row);
  layTickBoxes(open, book.deals, book.headers, rows);
}
