import type { SheetModel } from '../book/sheet';
import { App } from './app';
import { EmbeddedChartBuilder } from './chartBuilder';
import { Range } from './range';
import { Run } from './run';
import type { ScriptSide, SpreadsheetExecution } from './scriptSide';
import { Sheet } from './sheet';
import { Spreadsheet } from './spreadsheet';

/** SpreadsheetApp for one execution of a script. */
export function spreadsheetExecution(side: ScriptSide): SpreadsheetExecution {
  const run = new Run(side);
  const sheets = new Map<SheetModel, Sheet>();
  const spreadsheet = new Spreadsheet(run);
  run.make = {
    sheet(model) {
      const sheet = sheets.get(model) ?? new Sheet(run, model);
      sheets.set(model, sheet);
      return sheet;
    },
    range: (model, rect) =>
      new Range(run, model, {
        row: rect.row,
        column: rect.column,
        rows: rect.rows,
        columns: rect.columns,
      }),
    spreadsheet: () => spreadsheet,
    chartBuilder: (model) => new EmbeddedChartBuilder(run, model),
  };
  const { faces } = run;
  return {
    app: faces.show(new App(run)) as object,
    spreadsheet: () => faces.show(spreadsheet) as object,
    range(sheetId, rect) {
      const model = side.book.sheetById(sheetId);
      if (model === null) throw new Error(`there is no sheet ${sheetId}`);
      return faces.show(run.make.range(model, rect)) as object;
    },
    flush: () => faces.inRealm(() => run.flush()),
    pending: () => run.pending,
    abandon: (keep) => run.abandon(keep),
  };
}
