import { TRACKED_FIELDS } from '../domain/changes';
import type { DealId } from '../domain/ledger';
import { type EditHint, editHint, mayTouchDocument } from '../google/event';
import { underLock } from '../google/lock';
import { randomId } from '../google/random';
import type { Tab } from '../google/tab';
import { toast } from '../google/ui';
import type { Row, TabId } from '../sheet/cell';
import { type DealRow, readDeal } from '../sheet/dealsTab';
import { findHeaders, HEADER_SEARCH_ROWS, type Headers } from '../sheet/headers';
import { isUnseen } from '../sheet/mergedCells';
import { APP_WORDS } from '../words/app';
import { gateText } from '../words/gates';
import { UNFINISHED_WORDS } from '../words/unfinished';
import { askingOf } from './asking';
import { checkAdminTab } from './checkAdminTab';
import { claimRows } from './claimRows';
import { compareStages } from './compareStages';
import { isAstray } from './freshBlocks';
import {
  type Asking,
  gateState,
  judgeKnown,
  judgeNew,
  knownFromBlock,
  type Verdict,
} from './judgeRow';
import { layTickBoxes, newRows } from './layTickBoxes';
import { ledgerTail, roomFor } from './ledgerTail';
import { forgetPipeline, type OpenPipeline, openPipeline } from './openPipeline';
import { record, writeGates } from './record';
import type { RowsRead } from './rowsRead';
import { isUnclear, wantSweep } from './sweepWanted';
import { namesIn, whyHeld } from './wording';

const LOCK_MS = 8_000;

/** What an edit in Deals reads before it knows whether anything is to be done. */
interface EditedRows extends RowsRead {
  readonly rows: readonly DealRow[];
}

/** What an edit calls for: nothing, a fresh Gate cell, a judgement under lock, or a look into the ledger. */
type Need = 'nothing' | 'gate' | 'judgement' | 'ledger';

/**
 * Judges what somebody typed, picked, pasted or cleared. Runs as a simple trigger: it judges and
 * records, and can neither mail nor ask. Whatever it leaves undone, the sweep finds.
 */
export function checkEdit(event: unknown): void {
  if (!mayTouchDocument(event)) return;
  const hint = editHint(event);
  if (hint === null) return;
  const open = openPipeline();
  if (open === null) return;
  const tab = tabAt(open, hint.sheetId);
  if (tab === 'deals') checkDeals(open, hint);
  else if (tab !== null) checkAdminTab(open, tab);
}

function tabAt(open: OpenPipeline, sheetId: number): TabId | null {
  const found = Object.entries(open.tabs).find(([, id]) => id === sheetId);
  return found === undefined ? null : (found[0] as TabId);
}

function checkDeals(open: OpenPipeline, hint: EditHint): void {
  const deals = open.workbook.tab('deals');
  const ledger = open.workbook.tab('ledger');
  if (deals === null) return;
  if (ledger === null) {
    toast(UNFINISHED_WORDS[open.language].noLedger, APP_WORDS[open.language].menu.title);
    return;
  }
  const headers = findHeaders('deals', deals.readRows(1, HEADER_SEARCH_ROWS));
  // Without its IDs no row can be told from another: nothing may be concluded from that.
  if (headers === null || !headers.columns.has('id')) {
    toast(APP_WORDS[open.language].noHeaders, APP_WORDS[open.language].menu.title);
    return;
  }
  if (hint.firstRow <= headers.row) forgetPipeline();
  const asking = askingOf(open, hint.isBlock ? 'pasted' : 'typed', headers);
  const [first, last] = [Math.max(hint.firstRow, headers.row + 1), hint.lastRow];
  if (asking === null || last < first) return;
  const read = withoutUnseen(deals, readRows(open, deals, headers, first, last));
  const needs = new Set(read.rows.map((row) => needOf(row, hint, headers)));
  if (needs.has('ledger')) wantSweep();
  if (needs.has('judgement')) judgeEdited(open, { deals, ledger }, read, hint, asking);
  else refreshGates(open, deals, read, { hint, asking });
  compareStages(open, deals, headers);
}

function readRows(
  open: OpenPipeline,
  deals: Tab,
  headers: Headers<'deals'>,
  first: number,
  last: number,
): EditedRows {
  const cells: Row[] = deals.readRows(first, last);
  const { pipeline, settings } = open.configuration;
  const context = { currency: settings.currency, pipeline };
  const rows = cells.map((row, i) => readDeal(headers, row, first + i, context));
  return { headers, first, cells, rows };
}

/**
 * An empty Stage cell behind a merged one asks for nothing: the deal is where it was. Looking for merged cells is one call
 * more, made only where a deal has no stage.
 */
function withoutUnseen(deals: Tab, read: EditedRows): EditedRows {
  const isEmpty = ({ accepted, stageTyped }: DealRow) =>
    accepted !== undefined && stageTyped === '';
  if (!read.rows.some(isEmpty)) return read;
  const merged = deals.merged(read.first, read.first + read.rows.length - 1);
  const column = read.headers.columns.get('stage') ?? 0;
  const rows = read.rows.map((row) =>
    isEmpty(row) && isUnseen(merged, row.row, column) ? { ...row, stage: row.accepted } : row,
  );
  return { ...read, rows };
}

/** Whether the edit covers a cell of the program's own block: then only the ledger can tell what the deal was. */
function coversProgram(hint: EditHint, headers: Headers<'deals'>): boolean {
  return (['id', 'acceptedStage', 'version', 'memo', 'stageSince', 'created'] as const).some(
    (key) => {
      const column = headers.columns.get(key) ?? 0;
      return hint.firstColumn <= column && column <= hint.lastColumn;
    },
  );
}

/** A column that was taken away says nothing of its deals: only the ledger has what stood there. */
function hasAllColumns({ columns }: Headers<'deals'>): boolean {
  return columns.has('stage') && TRACKED_FIELDS.every((field) => columns.has(field));
}

function needOf(row: DealRow, hint: EditHint, headers: Headers<'deals'>): Need {
  if (row.id === '' && !row.isDeal) return 'nothing';
  if (coversProgram(hint, headers) || !hasAllColumns(headers)) return 'ledger';
  if (row.id === '') return row.program.version === '' ? 'judgement' : 'ledger';
  // All that people typed in the row was cleared: that takes the deal away, and is no move.
  const known = row.isDeal ? knownFromBlock(row) : null;
  if (known === null) return 'ledger';
  return known.changed || row.stage?.key !== known.accepted.key ? 'judgement' : 'gate';
}

function judgeEdited(
  open: OpenPipeline,
  tabs: { readonly deals: Tab; readonly ledger: Tab },
  before: EditedRows,
  hint: EditHint,
  asking: Asking,
): void {
  const last = before.first + before.rows.length - 1;
  const verdicts = underLock(LOCK_MS, () => {
    const read = withoutUnseen(
      tabs.deals,
      readRows(open, tabs.deals, before.headers, before.first, last),
    );
    const tail = ledgerTail(open, tabs.ledger, roomFor(read.rows.length));
    const astray = read.rows.filter((row) => row.id !== '' && isAstray(row, tail));
    const unclear = new Set([
      ...tail.orphans,
      ...claimedTwice(tabs.deals, read.headers),
      ...astray.map(({ id }) => id),
    ]);
    const judged = judgeAll(read, unclear, hint, asking);
    if (tail.orphans.length + astray.length > 0) wantSweep();
    const claimed = claimRows(tabs.deals, read, judged) ?? [];
    if (claimed.length < judged.length) wantSweep();
    record(open, tabs, read, { verdicts: claimed, asking, tail });
    layTickBoxes(open, tabs.deals, read.headers, newRows(claimed));
    return claimed;
  });
  if (verdicts === null) wantSweep();
  else tell(open, before.headers, verdicts);
}

function judgeAll(
  read: EditedRows,
  unclear: ReadonlySet<DealId>,
  hint: EditHint,
  asking: Asking,
): Verdict[] {
  const verdicts: Verdict[] = [];
  for (const row of read.rows) {
    if (needOf(row, hint, read.headers) !== 'judgement' || unclear.has(row.id)) continue;
    // It may be the deal of an entry that did not reach its row: only all rows together can tell.
    if (row.id === '' && unclear.size > 0) continue;
    const known = row.id === '' ? null : knownFromBlock(row);
    const verdict =
      known === null ? judgeNew(row, randomId(), asking) : judgeKnown(row, known, asking);
    if (verdict !== null) verdicts.push(verdict);
  }
  return verdicts;
}

/** Deals that more than one row claims to be. Nobody looks for them unless something is unclear: it is one read. */
function claimedTwice(deals: Tab, headers: Headers<'deals'>): ReadonlySet<DealId> {
  const [once, twice] = [new Set<DealId>(), new Set<DealId>()];
  if (!isUnclear()) return twice;
  for (const cell of deals.readColumn(headers.columns.get('id') ?? 1).slice(headers.row)) {
    const id = String(cell).trim();
    if (id !== '') (once.has(id) ? twice : once).add(id);
  }
  return twice;
}

/** Rewrites the Gate cells that no longer say what is so. No lock, so nothing else is written. */
function refreshGates(
  open: OpenPipeline,
  deals: Tab,
  read: EditedRows,
  { hint, asking }: { readonly hint: EditHint; readonly asking: Asking },
): void {
  const names = namesIn(open, read.headers);
  const gates = new Map<number, string>();
  for (const row of read.rows) {
    const known = needOf(row, hint, read.headers) === 'gate' ? knownFromBlock(row) : null;
    if (known === null) continue;
    const state = gateState({ facts: row.facts, stage: known.accepted, memo: known.memo }, asking);
    const gate = gateText(state, open.language, names);
    if (gate !== row.program.gate) gates.set(row.row, gate);
  }
  writeGates(deals, read, gates);
}

/** Says at once, at the corner, what was held and what it needs. */
function tell(open: OpenPipeline, headers: Headers<'deals'>, verdicts: readonly Verdict[]): void {
  const words = APP_WORDS[open.language];
  const held = verdicts.filter(({ outcome }) => outcome?.kind === 'held');
  const first = held[0];
  if (first?.outcome?.kind !== 'held') return;
  const why = whyHeld(open, first.outcome.shortfalls, headers);
  const name = first.row.name || first.id;
  const one =
    first.row.stage === undefined
      ? words.stays(name, why)
      : words.held(name, first.row.stageTyped, why);
  toast(held.length === 1 ? one : words.heldMany(held.length, one), words.moveHeld);
}
