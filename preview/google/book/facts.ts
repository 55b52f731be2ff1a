/**
 * Where nobody could try Google itself, the stand-in takes one answer and lets a test take the
 * other: the product must work with both.
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
}

export const FACTS: Facts = {
  scriptWriteIsValidated: false,
  protectedWriteThrows: 'at the call',
  apostropheInTextCell: 'consumed',
  tickBoxRuleFillsFalse: false,
  writeBehindMerge: 'dropped',
};
