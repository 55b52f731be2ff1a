import { Book } from '../../../preview/google/book/book';
import type { CallKind } from '../../../preview/google/gate';
import type { Selection, Toast } from '../../../preview/google/spreadsheet/scriptSide';
import { spreadsheetExecution } from '../../../preview/google/spreadsheet/spreadsheetExecution';

export interface Call {
  readonly kind: CallKind;
  readonly method: string;
  readonly cells: number;
}

/** One execution of a script on the workbook, with what it called. */
export function scriptOn(book = new Book(), user = book.owner) {
  const calls: Call[] = [];
  const toasts: Toast[] = [];
  let selection: Selection | null = null;
  const execution = spreadsheetExecution({
    book,
    user,
    gate: {
      call: (kind, method, cells = 0) => {
        calls.push({ kind, method, cells });
      },
      answered: () => {},
    },
    realm: {
      Date,
      Error,
      Array,
      Object,
      JSON,
      exception: (message) => Object.assign(new Error(message), { name: 'Exception' }),
    },
    selection: {
      get: () => selection,
      set: (next) => {
        selection = next;
      },
    },
    toast: (toast) => {
      toasts.push(toast);
    },
    getUi: () => 'the ui',
  });
  const app = execution.app as unknown as GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  const spreadsheet = app.getActiveSpreadsheet();
  const sheet = spreadsheet.getSheets()[0]!;
  calls.length = 0;
  return { book, execution, app, spreadsheet, sheet, calls, toasts };
}
