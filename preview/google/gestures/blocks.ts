import { copyBlock, pasteBlock, pasteText } from '../book/edits';
import { mergeCells, unmergeCells } from '../book/merges';
import { cellAt, type Rect } from '../book/rect';
import { assertMayWrite } from '../book/rights';
import { assertInside, type Edited, growRows, type Hand, movedFormulas, remember } from './cells';

/** Copies a block and pastes it elsewhere: contents, formats, notes and rules; one event without values. */
export function copyAndPaste(hand: Hand, from: Rect, corner: Rect): Edited {
  const { sheet, user } = hand;
  const to = { ...from, row: corner.row, column: corner.column };
  growRows(sheet, to);
  assertInside(sheet, from);
  assertInside(sheet, to);
  const by = { rows: to.row - from.row, columns: to.column - from.column };
  const block = movedFormulas(copyBlock(sheet, from), () => by);
  remember(hand, to, () => pasteBlock(sheet, { ...to, user }, block));
  return { user, sheetId: sheet.id, rect: to };
}

/**
 * Find and replace over a range: every text that has `find` inside, whatever its case. Cells of rules are changed
 * too. Nothing says that it starts onEdit (unverified): told to nobody.
 */
export function replaceText(
  hand: Hand,
  rect: Rect,
  texts: { readonly find: string; readonly with: string },
): void {
  const { sheet, user } = hand;
  assertInside(sheet, rect);
  assertMayWrite(sheet, rect, user);
  const wanted = new RegExp(texts.find.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi');
  remember(hand, rect, () => {
    sheet.values(rect).forEach((cells, i) => {
      cells.forEach((cell, j) => {
        if (typeof cell !== 'string' || cell.search(wanted) < 0) return;
        const at = cellAt(rect.row + i, rect.column + j);
        const text = cell.replace(wanted, () => texts.with);
        pasteText(sheet, at, { values: [[text]], user });
      });
    });
  });
}

/** Merges a block, or takes merged blocks apart. Neither is an edit of cells to the script (unverified). */
export function changeMerges(hand: Hand, rect: Rect, way: 'merge' | 'unmerge'): void {
  const { sheet, user, history } = hand;
  assertInside(sheet, rect);
  assertMayWrite(sheet, rect, user);
  const [merges, block] = [sheet.merges, copyBlock(sheet, rect)];
  const work = () => (way === 'merge' ? mergeCells(sheet, rect) : unmergeCells(sheet, rect));
  work();
  history.add(user, {
    cells: null,
    undo: () => {
      sheet.merges = merges;
      pasteBlock(sheet, { ...rect, user }, block);
    },
    redo: work,
  });
}

/** Hides the rows below the first one whose cell in this column is none of `keep`; without `keep` all rows show again. */
export function filterRows(
  { sheet }: Hand,
  column: number,
  keep: readonly string[] | undefined,
): void {
  for (let row = 2; row <= sheet.lastRow; row += 1) {
    const isKept = keep === undefined || keep.includes(String(sheet.value(row, column)));
    sheet.setRows(row, 1, { hidden: !isKept });
  }
}
