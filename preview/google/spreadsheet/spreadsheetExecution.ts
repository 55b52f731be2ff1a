import type { ScriptSide, SpreadsheetExecution } from './scriptSide';

/** SpreadsheetApp for one execution of a script. */
export function spreadsheetExecution(_side: ScriptSide): SpreadsheetExecution {
  throw new Error('not in the stand-in: SpreadsheetApp');
}
