/** What every service of the stand-in shares: the recorder of its calls and the script's realm. */

export const CALL_KINDS = [
  'read',
  'write',
  'navigate',
  'flush',
  'lock',
  'cache',
  'properties',
  'mail',
  'ui',
  'toast',
  'session',
  'trigger',
  'utilities',
  'html',
] as const;

/** What a service call is, for counting: budgets are in these words. */
export type CallKind = (typeof CALL_KINDS)[number];

/**
 * Every call of a service passes here before it does anything. It counts, and may throw Google's
 * error in the call's place, end the execution dead, or run another execution first.
 */
export interface CallGate {
  /** `method` is 'Range.getValues'; `cells` how many cells the call reads or writes. */
  call(kind: CallKind, method: string, cells?: number): void;
  /** What the last call has answered, of one that changes nothing. */
  answered(value: unknown): void;
}

/**
 * The globals of the execution's own context: what is handed to the script is built with these, so
 * that `instanceof` holds there. What comes from the script is told by its shape, never by
 * `instanceof`.
 */
export interface Realm {
  readonly Date: DateConstructor;
  readonly Error: ErrorConstructor;
  readonly Array: ArrayConstructor;
  readonly Object: ObjectConstructor;
  readonly JSON: JSON;
  /** An error as Google's services throw it: named "Exception", an Error of the script. */
  exception(message: string): Error;
}
