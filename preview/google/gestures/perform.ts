import { BookError } from '../book/bookError';
import { protect } from '../book/protection';
import { cellAt, parseA1, type Rect } from '../book/rect';
import type { SheetModel } from '../book/sheet';
import type { EditHappened } from '../events';
import type { Execution } from '../execution';
import type { Host, RunOptions } from '../host';
import { changeMerges, copyAndPaste, filterRows, replaceText } from './blocks';
import {
  blockFor,
  clearCells,
  cutAndPaste,
  fillCells,
  type Given,
  type Hand,
  pasteCells,
  sortCells,
  typeCell,
  writeByProgram,
} from './cells';
import { findDeal } from './findDeal';
import type { Outcome } from './gesture';
import { type BodyOf, GestureError, type GestureName, readGesture } from './gestureSchema';
import type { Names } from './names';
import { type Area, LedgerMark, outcomeOf } from './outcome';
import { changeLines, deleteTab, type LineGesture, moveColumn, renameTab } from './structure';

/** What a gesture did: the runs of the script that it caused, and the cells it was about. */
interface Done {
  readonly runs: readonly Execution[];
  readonly area?: Area;
  readonly error?: string;
}

/** Somebody about to do something. */
interface Doing {
  readonly host: Host;
  readonly user: string;
  readonly names: Names;
  readonly options: RunOptions;
}

type Doers = { readonly [N in GestureName]: (doing: Doing, body: BodyOf<N>) => Done };

const DOERS: Doers = {
  edit: (doing, body) => {
    const { hand, rect } = place(doing, body.tab, body.range);
    return toldAs(doing, hand.sheet, editOf(hand, rect, body.values));
  },
  clear: (doing, body) => {
    const { hand, rect } = place(doing, body.tab, body.range);
    return toldAs(doing, hand.sheet, clearCells(hand, rect));
  },
  fill: (doing, body) => {
    const hand = handOn(doing, body.tab);
    // Without a source the first row is filled down, as Ctrl+D does.
    const to = rectIn(hand.sheet, 'to' in body ? body.to : body.range);
    const from = 'from' in body ? rectIn(hand.sheet, body.from) : { ...to, rows: 1 };
    return toldAs(doing, hand.sheet, fillCells(hand, from, to));
  },
  cutPaste: (doing, body) => {
    const { hand, rect } = place(doing, body.tab, body.from);
    const edit = cutAndPaste(hand, rect, rectIn(hand.sheet, body.to));
    return toldIf(hand.sheet.book.facts.moveTellsScript, doing, edit);
  },
  copyPaste: (doing, body) => {
    const { hand, rect } = place(doing, body.tab, body.from);
    return toldAs(doing, hand.sheet, copyAndPaste(hand, rect, rectIn(hand.sheet, body.to)));
  },
  replace: (doing, body) => {
    const { hand, rect } = place(doing, body.tab, body.range);
    replaceText(hand, rect, body);
    return { runs: doing.host.changed(doing.user, 'EDIT'), area: areaOf(hand.sheet, rect) };
  },
  filter: (doing, body) => {
    const hand = handOn(doing, body.tab);
    filterRows(hand, columnAt(doing, hand.sheet, body.column), body.keep);
    return { runs: [] };
  },
  merge: (doing, body) => merges(doing, body, 'merge'),
  unmerge: (doing, body) => merges(doing, body, 'unmerge'),
  protect: (doing, body) => {
    const hand = handOn(doing, body.tab);
    const rect = body.range === undefined ? null : rectIn(hand.sheet, body.range);
    protect(hand.sheet, rect, [doing.user, ...body.editors]);
    return { runs: [] };
  },
  sort: (doing, body) => {
    const { hand, rect } = place(doing, body.tab, body.range);
    const column = columnAt(doing, hand.sheet, body.column);
    sortCells(hand, rect, { column, ascending: body.ascending });
    const edit = { user: doing.user, sheetId: hand.sheet.id, rect };
    return toldIf(hand.sheet.book.facts.sortTellsScript, doing, edit);
  },
  apiWrite: (doing, body) => {
    const { hand, rect } = place(doing, body.tab, body.range);
    const block = blockFor(rect, body.values);
    writeByProgram(hand, block.rect, block.values);
    return { runs: [], area: areaOf(hand.sheet, block.rect) };
  },
  set: setFacts,
  burst,
  undo: (doing) => backOrForth(doing, 'undo'),
  redo: (doing) => backOrForth(doing, 'redo'),
  insertRows: (doing, body) => lines(doing, 'insertRows', body),
  deleteRows: (doing, body) => lines(doing, 'deleteRows', body),
  insertColumns: (doing, body) => lines(doing, 'insertColumns', body),
  deleteColumns: (doing, body) => lines(doing, 'deleteColumns', body),
  moveColumn: (doing, body) => {
    const hand = handOn(doing, body.tab);
    const [from, to] = [
      columnAt(doing, hand.sheet, body.from),
      columnAt(doing, hand.sheet, body.to),
    ];
    return { runs: doing.host.changed(doing.user, moveColumn(hand, from, to)) };
  },
  renameTab: (doing, body) => {
    const change = renameTab(handOn(doing, body.tab), body.to);
    return { runs: doing.host.changed(doing.user, change) };
  },
  deleteTab: (doing, body) => ({
    runs: doing.host.changed(doing.user, deleteTab(handOn(doing, body.tab))),
  }),
  select: (doing, body) => {
    const { hand, rect } = place(doing, body.tab, body.range);
    doing.host.select(doing.user, hand.sheet.name, body.range);
    return { runs: [], area: areaOf(hand.sheet, rect) };
  },
  menu: ({ host, user, options }, functionName) => ({
    runs: [host.menu(user, functionName, options)],
  }),
  call: ({ host, user, options }, name) => {
    const { args } = options as { readonly args?: readonly unknown[] };
    return { runs: [host.call(user, name, args ?? [], options)] };
  },
  trigger: ({ host, options }, functionName) => ({ runs: host.trigger(functionName, options) }),
  open: ({ host, user, options }, body) => {
    const mode = body.authMode === undefined ? {} : { authMode: body.authMode };
    return { runs: host.open(user, { ...options, ...mode }) };
  },
  advance: ({ host, options }, body) => {
    const by = { days: body.days ?? 0, hours: body.hours ?? 0 };
    return { runs: host.advance(by, options) };
  },
  rights: ({ host }, body) => {
    host.setRights(body.user, body.may);
    return { runs: [] };
  },
};

/** Does one gesture and reports all that came of it. What people cannot do is an outcome. */
export function perform(host: Host, gesture: unknown, how: Pick<RunOptions, 'questions'>): Outcome {
  const names = host.names();
  const mark = new LedgerMark(names);
  let done: Done;
  try {
    const { name, body, options } = readGesture(gesture);
    const { as, ...rest } = options;
    const doing = {
      host,
      user: as ?? host.owner,
      names,
      options: { ...rest, ...how } as RunOptions,
    };
    const doer = DOERS[name] as (doing: Doing, body: unknown) => Done;
    done = doer(doing, body);
  } catch (error) {
    if (!(error instanceof BookError || error instanceof GestureError)) throw error;
    done = { runs: [], error: error.message };
  }
  return outcomeOf({
    gesture,
    ...done,
    names: host.names(),
    mark,
    meanwhile: host.takeMeanwhile(),
  });
}

function handOn(doing: Doing, tab: string): Hand {
  return { user: doing.user, sheet: doing.names.tab(tab), history: doing.host.history };
}

function rectIn(sheet: SheetModel, range: string): Rect {
  const a1 = parseA1(range);
  if (a1 === null) throw new GestureError(`"${range}" is no range such as H12:H14.`);
  return a1.within(sheet);
}

function place(doing: Doing, tab: string, range: string): { hand: Hand; rect: Rect } {
  const hand = handOn(doing, tab);
  return { hand, rect: rectIn(hand.sheet, range) };
}

function merges(doing: Doing, body: BodyOf<'merge'>, way: 'merge' | 'unmerge'): Done {
  const { hand, rect } = place(doing, body.tab, body.range);
  changeMerges(hand, rect, way);
  return { runs: doing.host.changed(doing.user, 'FORMAT'), area: areaOf(hand.sheet, rect) };
}

function areaOf(sheet: SheetModel, rect: Rect): Area {
  return { kind: 'range', sheetId: sheet.id, rect };
}

/** A column by number, by letters inside the sheet, or by its header. */
function columnAt(doing: Doing, sheet: SheetModel, given: number | string): number {
  if (typeof given === 'number') return given;
  const letters = /^[A-Za-z]{1,3}$/.test(given) ? rectIn(sheet, `${given}1`).column : Infinity;
  return letters <= sheet.maxColumns ? letters : doing.names.column(sheet, given).column;
}

/** One cell is typed, more are pasted. */
function editOf(hand: Hand, rect: Rect, values: readonly (readonly Given[])[]): EditHappened {
  const block = blockFor(rect, values);
  const isOne = block.rect.rows === 1 && block.rect.columns === 1;
  return isOne
    ? typeCell(hand, block.rect, block.values[0]![0]!)
    : pasteCells(hand, block.rect, block.values);
}

function toldAs(doing: Doing, sheet: SheetModel, edit: EditHappened): Done {
  return { runs: doing.host.edited(edit, doing.options), area: areaOf(sheet, edit.rect) };
}

/** A change of cells of which nobody knows whether Google tells onEdit: else only onChange hears of it. */
function toldIf(isTold: boolean, { host, user, options }: Doing, edit: EditHappened): Done {
  const { sheetId, rect } = edit;
  const runs = isTold ? host.edited(edit, options) : host.changed(user, 'OTHER');
  return { runs, area: { kind: 'range', sheetId, rect } };
}

/** Types each fact into the deal's row, in this order: one event a fact. */
function setFacts(doing: Doing, body: BodyOf<'set'>): Done {
  const hand = handOn(doing, 'Deals');
  const deal = String(body.deal);
  const runs: Execution[] = [];
  let options = doing.options;
  const errors: string[] = [];
  for (const [header, given] of Object.entries(body.facts)) {
    const row = findDeal(doing.names, hand.sheet, deal);
    const { column } = doing.names.column(hand.sheet, header);
    try {
      const edit = typeCell(hand, cellAt(row, column), given);
      runs.push(...doing.host.edited(edit, options));
      options = {};
    } catch (error) {
      if (!(error instanceof BookError)) throw error;
      errors.push(`${header}: ${error.message}`);
    }
  }
  const failed = errors.length === 0 ? {} : { error: errors.join(' ') };
  return { runs, area: { kind: 'deal', sheetId: hand.sheet.id, deal }, ...failed };
}

/** How many edits wait while onEdit runs; what comes later is lost. */
const WAITING_EVENTS = 2;

/** Edits in such quick succession that the script only comes to it afterwards. */
function burst(doing: Doing, gestures: BodyOf<'burst'>): Done {
  const edits = gestures.map((gesture) => {
    const { name, body, options } = readGesture(gesture);
    if (name !== 'edit') throw new GestureError(`burst: a burst is made of edits, not ${name}`);
    const { tab, range, values } = body as BodyOf<'edit'>;
    const { hand, rect } = place({ ...doing, user: options.as ?? doing.user }, tab, range);
    return editOf(hand, rect, values);
  });
  const told = edits.slice(0, 1 + WAITING_EVENTS);
  return {
    runs: told.flatMap((edit, i) => doing.host.edited(edit, i === 0 ? doing.options : {})),
  };
}

function lines(doing: Doing, name: LineGesture, body: BodyOf<LineGesture>): Done {
  const hand = handOn(doing, body.tab);
  const at = columnAt(doing, hand.sheet, body.at);
  const change = changeLines(hand, name, { at, count: body.count });
  return { runs: doing.host.changed(doing.user, change) };
}

/** Undo and redo of cells reach the script as an edit without values, if at all. */
function backOrForth(doing: Doing, way: 'undo' | 'redo'): Done {
  const { host, user } = doing;
  const isTold = host.book.facts.undoTellsScript;
  const step = host.history[way](user);
  if (step === null) throw new GestureError(`There is nothing to ${way}.`);
  if (step.cells === null) return { runs: host.changed(user, 'OTHER') };
  return toldIf(isTold, doing, { user, ...step.cells });
}
