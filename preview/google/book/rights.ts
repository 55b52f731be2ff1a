import type { Book } from './book';
import { BookError } from './bookError';
import type { ProtectionModel } from './protection';
import { overlap, type Rect } from './rect';
import type { SheetModel } from './sheet';

export const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';
export const NO_RIGHT = 'You do not have permission to perform that action.';

/** May this account write into this block, or (null) change the sheet itself? */
export function mayWrite(sheet: SheetModel, rect: Rect | null, user: string): boolean {
  if (sheet.book.rightOf(user) !== 'edit') return false;
  return sheet.book.protections.every(
    (protection) =>
      mayEditProtected(sheet.book, protection, user) || !covers(protection, sheet, rect),
  );
}

/** Throws Google's words when this account may not write there. */
export function assertMayWrite(sheet: SheetModel, rect: Rect | null, user: string): void {
  assertMayEdit(sheet.book, user);
  if (!mayWrite(sheet, rect, user)) throw new BookError(PROTECTED);
}

/** Throws when this account may not edit the file at all. */
export function assertMayEdit(book: Book, user: string): void {
  if (book.rightOf(user) !== 'edit') throw new BookError(NO_RIGHT);
}

/** May this account write into what the protection covers? The owner always may. */
export function mayEditProtected(book: Book, protection: ProtectionModel, user: string): boolean {
  if (book.rightOf(user) !== 'edit') return false;
  return (
    protection.warningOnly ||
    user === book.owner ||
    protection.editors === 'everyone' ||
    protection.editors.includes(user)
  );
}

function covers(protection: ProtectionModel, sheet: SheetModel, rect: Rect | null): boolean {
  if (protection.sheetId !== sheet.id) return false;
  if (protection.rect !== null) return rect !== null && overlap(protection.rect, rect) !== null;
  if (rect === null) return true;
  return !protection.unprotected.some((open) => {
    const shared = overlap(open, rect);
    return shared !== null && shared.rows === rect.rows && shared.columns === rect.columns;
  });
}
