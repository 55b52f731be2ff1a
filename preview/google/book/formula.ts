import type { CellValue } from './rect';
import type { SheetModel } from './sheet';

/** What gives formulas their values. */
export interface FormulaEngine {
  valueOf(formula: string, at: { sheet: SheetModel; row: number; column: number }): CellValue;
}

/** Until an engine is put in: formulas are kept as text and show the error of an unknown name. */
export const NO_FORMULAS: FormulaEngine = { valueOf: () => '#NAME?' };
