/**
 * Where nobody could try Google itself, the stand-in takes one answer and lets a test take the
 * other: the product must work with both. A fact is asked for only where the ways part, so that a test can tell whether it
 * came to that.
 */
export interface Facts {
  /** A script's write of a value that a rejecting rule refuses throws. */
  readonly scriptWriteIsValidated: boolean;
  /** A write into a protected cell throws at the call itself, or when the writes are flushed. */
  readonly protectedWriteThrows: 'at the call' | 'at the flush';
  /** In a cell with the text format, a leading apostrophe is no part of the text, or stays. */
  readonly apostropheInTextCell: 'consumed' | 'kept';
  /** setDataValidation with a tick box rule makes empty cells FALSE, as insertCheckboxes does. */
  readonly tickBoxRuleFillsFalse: boolean;
  /** What is written into a merged cell that is not the top left one is dropped, or stands there unseen. */
  readonly writeBehindMerge: 'dropped' | 'kept';
  /** getLastRow and getDataRange count cells that hold FALSE, and formulas whose result is empty. */
  readonly hollowCells: 'counted' | 'passed over';
  /** getRange of rows such as '1:100' of which the sheet has fewer. */
  readonly rowsBeyondSheet: 'refused' | 'cut';
  /** A tab cannot be called DEALS beside one that is called Deals. */
  readonly tabNamesFoldCase: boolean;
  /** getSheetByName('DEALS') finds Deals. */
  readonly sheetByNameFoldsCase: boolean;
  /** Undo and redo of cells fire onEdit. */
  readonly undoTellsScript: boolean;
  /** Sorting a range from the menu fires onEdit. */
  readonly sortTellsScript: boolean;
  /** Cut and paste, or dragging cells elsewhere, fires onEdit for the cells where they end up. */
  readonly moveTellsScript: boolean;
  /** What a toast in onEdit or onOpen does. */
  readonly toastInSimpleTrigger: 'shown' | 'refused';
  /** The range of an event carries its corners as plain numbers. */
  readonly eventRangeHasCorners: boolean;
  /** Whether getEffectiveUser tells an address in a simple trigger where getActiveUser does not. */
  readonly effectiveUserInSimpleTrigger: 'hidden' | 'known';
  /** The words of MailApp's refusals, beside those of its quotas. */
  readonly mailRefusals: 'as reported' | 'in other words';
  /** What getValues gives for a formula that ends in an error. */
  readonly formulaErrors: 'text' | 'empty';
}

/** What the stand-in does unless it is told otherwise. */
export const FACTS: Facts = {
  scriptWriteIsValidated: false,
  protectedWriteThrows: 'at the call',
  apostropheInTextCell: 'consumed',
  tickBoxRuleFillsFalse: false,
  writeBehindMerge: 'dropped',
  hollowCells: 'counted',
  rowsBeyondSheet: 'refused',
  tabNamesFoldCase: true,
  sheetByNameFoldsCase: false,
  undoTellsScript: true,
  sortTellsScript: false,
  moveTellsScript: true,
  toastInSimpleTrigger: 'shown',
  eventRangeHasCorners: true,
  effectiveUserInSimpleTrigger: 'hidden',
  mailRefusals: 'as reported',
  formulaErrors: 'text',
};
