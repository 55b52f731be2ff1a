import type { Rect } from './rect';

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
