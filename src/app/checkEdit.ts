import { type EditHint, editHint, mayTouchDocument } from '../google/event';
import { underLock } from '../google/lock';
import { randomId } from '../google/random';
import type { Tab } from '../google/tab';
import { toast } from '../google/ui';
import type { Row, TabId } from '../sheet/cell';
import { type DealRow, type ProgramBlock, readDeal } from '../sheet/dealsTab';
import { findHeaders, HEADER_SEARCH_ROWS, type Headers } from '../sheet/headers';
import { APP_WORDS } from '../words/app';
import { gateText } from '../words/gates';
import { askingOf } from './asking';
import { checkAdminTab } from './checkAdminTab';
import { compareStages } from './compareStages';
import {
  type Asking,
  gateState,
  judgeKnown,
  judgeNew,
  knownFromBlock,
  type Verdict,
} from './judgeRow';
import { layTickBoxes, newRows } from './layTickBoxes';
import { ledgerTail, type Tail } from './ledgerTail';
import { forgetPipeline, type OpenPipeline, openPipeline } from './openPipeline';
import { type RowsRead, record, writeBlocks } from './record';
import { wantSweep } from './sweepWanted';
import { namesIn, whyHeld } from './wording';

const LOCK_MS = 8_000;

/** What an edit in Deals reads before it knows whether anything is to be done. */
interface EditedRows extends RowsRead {
  readonly rows: readonly DealRow[];
}

/** What an edit calls for: nothing, a fresh Gate cell, or a judgement under lock. */
type Need = 'nothing' | 'gate' | 'judgement';

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
  if (deals === null || ledger === null) return;
  const headers = findHeaders('deals', deals.readRows(1, HEADER_SEARCH_ROWS));
  if (headers === null) {
    toast(APP_WORDS[open.language].noHeaders, APP_WORDS[open.language].menu.title);
    return;
  }
  if (hint.firstRow <= headers.row) forgetPipeline();
  const asking = askingOf(open, hint.isBlock ? 'pasted' : 'typed', headers);
  const [first, last] = [Math.max(hint.firstRow, headers.row + 1), hint.lastRow];
  if (asking === null || last < first) return;
  const read = readRows(open, deals, headers, first, last);
  if (read.rows.some((row) => needOf(row, hint, headers) === 'judgement')) {
    judgeEdited(open, { deals, ledger }, read, hint, asking);
  } else {
    refreshGates(open, deals, read, asking);
  }
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

/** Whether the edit covers a cell of the program's own block: then only the ledger can tell what the deal was. */
function coversProgram(hint: EditHint, headers: Headers<'deals'>): boolean {
  return (['id', 'acceptedStage', 'version', 'memo', 'stageSince', 'created'] as const).some(
    (key) => {
      const column = headers.columns.get(key) ?? 0;
      return hint.firstColumn <= column && column <= hint.lastColumn;
    },
  );
}

function needOf(row: DealRow, hint: EditHint, headers: Headers<'deals'>): Need {
  if (row.id === '') return row.isDeal ? 'judgement' : 'nothing';
  if (coversProgram(hint, headers)) return 'judgement';
  const known = knownFromBlock(row);
  if (known === null) return 'judgement';
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
    const read = readRows(open, tabs.deals, before.headers, before.first, last);
    const tail = ledgerTail(open, tabs.ledger);
    const judged = judgeAll(read, tail, hint, asking);
    record(open, tabs, read, { verdicts: judged, asking, tail });
    layTickBoxes(open, tabs.deals, read.headers, newRows(judged));
    return judged;
  });
  if (verdicts === null) wantSweep();
  else tell(open, before.headers, verdicts);
}

function judgeAll(read: EditedRows, tail: Tail, hint: EditHint, asking: Asking): Verdict[] {
  const verdicts: Verdict[] = [];
  const orphaned = new Set(tail.orphans.map((line) => line.deal));
  let unclear = orphaned.size > 0;
  for (const row of read.rows) {
    if (row.id === '') {
      if (row.isDeal) verdicts.push(judgeNew(row, randomId(), asking));
      continue;
    }
    const covered = coversProgram(hint, read.headers);
    const known = covered || orphaned.has(row.id) ? null : knownFromBlock(row);
    if (known === null) {
      unclear = true;
      continue;
    }
    const verdict = judgeKnown(row, known, asking);
    if (verdict !== null) verdicts.push(verdict);
  }
  if (unclear) wantSweep();
  return verdicts;
}

/** Rewrites the Gate cells that no longer say what is so. No lock: only the program writes them. */
function refreshGates(open: OpenPipeline, deals: Tab, read: EditedRows, asking: Asking): void {
  const names = namesIn(open, read.headers);
  const blocks = new Map<number, ProgramBlock>();
  for (const row of read.rows) {
    const known = row.id === '' ? null : knownFromBlock(row);
    if (known === null) continue;
    const state = gateState({ facts: row.facts, stage: known.accepted, memo: known.memo }, asking);
    const gate = gateText(state, open.language, names);
    if (gate !== row.program.gate) blocks.set(row.row, { ...row.program, gate });
  }
  writeBlocks(deals, read, blocks);
}

/** Says at once, at the corner, what was held and what it needs. */
function tell(open: OpenPipeline, headers: Headers<'deals'>, verdicts: readonly Verdict[]): void {
  const words = APP_WORDS[open.language];
  const held = verdicts.filter(({ outcome }) => outcome?.kind === 'held');
  const first = held[0];
  if (first?.outcome?.kind !== 'held') return;
  const why = whyHeld(open, first.outcome.shortfalls, headers);
  const name = first.row.name || first.id;
  const one = words.held(name, first.row.stageTyped, why);
  toast(held.length === 1 ? one : words.heldMany(held.length, one), words.moveHeld);
}
