import type { Rect } from './rect';
import type { SheetModel } from './sheet';

export interface ProtectionModel {
  readonly id: number;
  readonly sheetId: number;
  /** null protects the whole sheet. */
  readonly rect: Rect | null;
  readonly description: string;
  readonly warningOnly: boolean;
  /** Who may still write, beside the owner; everyone until somebody is removed. */
  readonly editors: readonly string[] | 'everyone';
  readonly domainEdit: boolean;
  readonly unprotected: readonly Rect[];
}

/** Protects a block, or (null) the whole sheet: besides the owner only these accounts may write there. */
export function protect(sheet: SheetModel, rect: Rect | null, editors: readonly string[]): void {
  const { book } = sheet;
  const protection: ProtectionModel = {
    id: book.takeId(),
    sheetId: sheet.id,
    rect,
    description: '',
    warningOnly: false,
    editors,
    domainEdit: false,
    unprotected: [],
  };
  book.protections = [...book.protections, protection];
  sheet.touch();
}
