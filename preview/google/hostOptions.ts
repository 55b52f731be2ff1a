import type { Facts } from './book/facts';
import type { Answer, Fault } from './execution';
import type { Gesture } from './gestures/gesture';

export type Rights = 'owner' | 'edit' | 'view' | 'none';

export interface HostOptions {
  /** The folder with Code.js, the pages and the manifest. */
  readonly dist?: string;
  /** A script's text instead of dist/, for tests of the stand-in itself. */
  readonly source?: string;
  /** Pages by name, beside `source`. */
  readonly pages?: Readonly<Record<string, string>>;
  /** Of the spreadsheet: 'Etc/UTC' when absent. */
  readonly timeZone?: string;
  /** Of the spreadsheet: 'en_US' when absent. */
  readonly locale?: string;
  /** 'YYYY-MM-DDTHH:mm' on the clock of `timeZone`; this moment when absent. */
  readonly now?: string;
  readonly owner?: string;
  /** The spreadsheet's name. */
  readonly name?: string;
  /** 'shown': simple triggers see the acting user's address, as within one Workspace domain. */
  readonly addresses?: 'hidden' | 'shown';
  /** 'running': an execution's simulated run time moves the clock. 'still' when absent. */
  readonly clock?: 'still' | 'running';
  /** Where nobody knows what Google does: the other way than the stand-in's own. */
  readonly facts?: Partial<Facts>;
  /** How many times as long as usual every call takes: Google has slow days. 1 when absent. */
  readonly slowness?: number;
  /** Makes random numbers and UUIDs repeatable; 1 when absent. */
  readonly seed?: number;
}

export interface RunOptions extends Fault {
  readonly answers?: readonly Answer[];
  /**
   * What a question without an answer does: 'close' answers as if the dialog were closed; 'ask'
   * puts everything back as it was before the execution and gives the question in `question`.
   */
  readonly questions?: 'close' | 'ask';
  readonly during?: { readonly call: number; readonly do: Gesture };
}

export interface TriggerInfo {
  readonly id: string;
  readonly functionName: string;
  readonly creator: string;
  readonly kind: 'clock' | 'edit' | 'open' | 'change' | 'formSubmit';
  /** A short line such as 'every 10 minutes' or 'Monday 08:00'. */
  readonly when: string;
  /** On the workbook's clock, 'YYYY-MM-DDTHH:mm'; '' when it does not run by the clock. */
  readonly next: string;
}
