import type { Book } from '../book/book';
import type { Rect } from '../book/rect';
import type { CallGate, Realm } from '../gate';
import type { OnMissing } from '../guard';

/** What a person has selected: the active sheet, range and cell of their executions. */
export interface Selection {
  readonly sheetId: number;
  readonly rect: Rect;
}

export interface Toast {
  readonly message: string;
  readonly title: string;
  readonly seconds: number;
}

/** What one execution brings along for SpreadsheetApp. */
export interface ScriptSide {
  readonly book: Book;
  readonly gate: CallGate;
  readonly realm: Realm;
  /** The address of the account that the execution acts as: its rights hold. */
  readonly user: string;
  /** null: nothing is selected (a time trigger); the first sheet is then the active one. */
  readonly selection: { get(): Selection | null; set(selection: Selection): void };
  toast(toast: Toast): void;
  /** SpreadsheetApp.getUi, which belongs to the host and passes the gate there. */
  getUi(): unknown;
  /** Told of each name that is not in the stand-in. */
  readonly onMissing?: OnMissing;
}

/** SpreadsheetApp for one execution, and what the host does with it. */
export interface SpreadsheetExecution {
  /** The script's global `SpreadsheetApp`. */
  readonly app: object;
  /** e.source of an event: no call is counted. */
  spreadsheet(): object;
  /** e.range of an event: no call is counted. */
  range(sheetId: number, rect: Rect): object;
  /** Makes the buffered writes real; also at the end of an execution. Throws what Google throws. */
  flush(): void;
  /** How many writes wait. */
  pending(): number;
  /** The execution died: `keep` says what became of the writes that nothing had flushed yet. */
  abandon(keep: 'all' | 'none' | 'half'): void;
}
