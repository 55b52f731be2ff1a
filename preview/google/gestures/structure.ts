import { BookError } from '../book/bookError';
import { copyBlock, pasteBlock } from '../book/edits';
import type { Rect } from '../book/rect';
import { assertMayWrite } from '../book/rights';
import type { SheetModel } from '../book/sheet';
import {
  deleteColumns,
  deleteRows,
  insertColumns,
  insertRows,
  type Lines,
  moveColumns,
} from '../book/structure';
import type { ChangeType } from '../events';
import type { Hand } from './cells';
import type { GestureName } from './gestureSchema';

export type LineGesture = GestureName &
  ('insertRows' | 'deleteRows' | 'insertColumns' | 'deleteColumns');

const CHANGES: Readonly<Record<LineGesture, ChangeType>> = {
  insertRows: 'INSERT_ROW',
  deleteRows: 'REMOVE_ROW',
  insertColumns: 'INSERT_COLUMN',
  deleteColumns: 'REMOVE_COLUMN',
};

function rowsRect(sheet: SheetModel, { at, count }: Lines): Rect {
  return { row: at, column: 1, rows: count, columns: sheet.maxColumns };
}

function columnsRect(sheet: SheetModel, { at, count }: Lines): Rect {
  return { row: 1, column: at, rows: sheet.maxRows, columns: count };
}

/** Inserts before, or deletes from, the row or column `at`. Answers what change triggers are told. */
export function changeLines(hand: Hand, name: LineGesture, lines: Lines): ChangeType {
  const { sheet, user, history } = hand;
  const isRows = name.endsWith('Rows');
  const insert = isRows ? insertRows : insertColumns;
  const remove = isRows ? deleteRows : deleteColumns;
  if (name.startsWith('insert')) {
    const size = isRows ? sheet.maxRows : sheet.maxColumns;
    if (lines.at > size + 1) throw new BookError('That place is outside of the sheet.');
    assertMayWrite(sheet, null, user);
    const work = () => insert(sheet, lines, 'before');
    work();
    history.add(user, { cells: null, undo: () => remove(sheet, lines), redo: work });
    return CHANGES[name];
  }
  const rect = isRows ? rowsRect(sheet, lines) : columnsRect(sheet, lines);
  if (!sheet.holds(rect)) throw new BookError('Those lines are outside of the sheet.');
  assertMayWrite(sheet, rect, user);
  const used = { ...rect, rows: Math.min(rect.rows, Math.max(1, sheet.lastRow)) };
  const block = copyBlock(sheet, used);
  remove(sheet, lines);
  history.add(user, {
    cells: null,
    undo: () => {
      insert(sheet, lines, 'before');
      pasteBlock(sheet, { row: used.row, column: used.column, user }, block);
    },
    redo: () => remove(sheet, lines),
  });
  return CHANGES[name];
}

/** Drags one column so that it stands at place `to` afterwards. */
export function moveColumn(hand: Hand, from: number, to: number): ChangeType {
  const { sheet, user, history } = hand;
  assertMayWrite(sheet, columnsRect(sheet, { at: from, count: 1 }), user);
  const move = (at: number, place: number) => {
    moveColumns(sheet, { at, count: 1 }, place > at ? place + 1 : place);
  };
  move(from, to);
  history.add(user, { cells: null, undo: () => move(to, from), redo: () => move(from, to) });
  return 'OTHER';
}

export function renameTab(hand: Hand, to: string): ChangeType {
  const { sheet, user, history } = hand;
  assertMayWrite(sheet, null, user);
  const from = sheet.name;
  const rename = (name: string) => sheet.book.renameSheet(sheet, name);
  rename(to);
  history.add(user, { cells: null, undo: () => rename(from), redo: () => rename(to) });
  return 'OTHER';
}

/** Deletes a tab; it cannot be undone here. */
export function deleteTab(hand: Hand): ChangeType {
  const { sheet, user } = hand;
  assertMayWrite(sheet, null, user);
  sheet.book.deleteSheet(sheet);
  return 'REMOVE_GRID';
}
