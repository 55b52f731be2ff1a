import { notBuilt } from '../guard';
import { ConditionalFormatRuleBuilder, NO_FORMAT_RULE } from './conditionalFormatRule';
import { DataValidationBuilder, NO_RULE } from './dataValidation';
import {
  BOOLEAN_CRITERIA,
  BORDER_STYLE,
  DATA_VALIDATION_CRITERIA,
  DIMENSION,
  PROTECTION_TYPE,
  SHEET_TYPE,
  WRAP_STRATEGY,
} from './enums';
import { type FaceClass, kindsOf, ScriptObject } from './faces';
import type { Range } from './range';
import type { Run } from './run';
import type { Sheet } from './sheet';
import type { Spreadsheet } from './spreadsheet';

type Google = GoogleAppsScript.Spreadsheet.SpreadsheetApp;

/** The global SpreadsheetApp. There is one open workbook; opening others is out of its scope. */
export class App extends ScriptObject {
  readonly face = APP;

  constructor(private readonly run: Run) {
    super();
  }

  override openData(): Readonly<Record<string, unknown>> {
    return {
      BooleanCriteria: BOOLEAN_CRITERIA,
      BorderStyle: BORDER_STYLE,
      DataValidationCriteria: DATA_VALIDATION_CRITERIA,
      Dimension: DIMENSION,
      ProtectionType: PROTECTION_TYPE,
      SheetType: SHEET_TYPE,
      WrapStrategy: WRAP_STRATEGY,
    };
  }

  getActiveSpreadsheet(): Spreadsheet {
    return this.run.make.spreadsheet();
  }

  getActive(): Spreadsheet {
    return this.run.make.spreadsheet();
  }

  getActiveSheet(): Sheet {
    return this.getActive().getActiveSheet();
  }

  getActiveRange(): Range {
    return this.getActive().getActiveRange();
  }

  getCurrentCell(): Range {
    return this.getActive().getActiveCell();
  }

  setActiveSheet(sheet: unknown): Sheet {
    return this.getActive().setActiveSheet(sheet);
  }

  setActiveRange(range: unknown): ScriptObject {
    return this.getActive().setActiveRange(range);
  }

  /** The waiting writes become real: the face does that before any flush. */
  flush(): void {}

  newDataValidation(): DataValidationBuilder {
    return new DataValidationBuilder(this.run, NO_RULE);
  }

  newConditionalFormatRule(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.run, NO_FORMAT_RULE);
  }

  getUi(): unknown {
    return this.run.side.getUi();
  }

  openById(): never {
    throw notBuilt('SpreadsheetApp.openById');
  }
}

const APP: FaceClass = {
  name: 'SpreadsheetApp',
  kinds: kindsOf<keyof App & keyof Google>({
    navigate: [
      'getActiveSpreadsheet',
      'getActive',
      'getActiveSheet',
      'getActiveRange',
      'getCurrentCell',
      'setActiveSheet',
      'setActiveRange',
      'newDataValidation',
      'newConditionalFormatRule',
    ],
    flush: ['flush'],
    free: ['getUi'],
  }),
};
