import type { CallKind } from './gate';
import type { Failure } from './googleErrors';

export type AuthMode = 'NONE' | 'LIMITED' | 'FULL';

export type CallCounts = Readonly<Record<CallKind, number>>;

export interface ToastShown {
  readonly message: string;
  readonly title: string;
  readonly seconds: number;
}

export interface DialogShown {
  readonly kind: 'sidebar' | 'modal' | 'modeless';
  readonly title: string;
  /** The name in dist/ without '.html', or '' when the page was made from text. */
  readonly file: string;
  readonly html: string;
  readonly width: number;
  readonly height: number;
}

export type ButtonName = 'OK' | 'CANCEL' | 'YES' | 'NO' | 'CLOSE';

/** A question to the person, and what was answered. */
export interface QuestionAsked {
  readonly kind: 'alert' | 'prompt';
  readonly title: string;
  readonly message: string;
  readonly buttons: readonly ButtonName[];
  /** Null when the execution waits for it: see `Execution.question`. */
  readonly answer: { readonly button: ButtonName; readonly text: string } | null;
}

/** An answer to an alert or prompt: a button's name, the text typed in a prompt, or both. */
export type Answer = string | { readonly button?: ButtonName; readonly text?: string };

export interface Mail {
  readonly id: number;
  /** On the workbook's clock, 'YYYY-MM-DDTHH:mm:ss'. */
  readonly at: string;
  readonly from: string;
  readonly name: string;
  readonly to: string;
  readonly cc: string;
  readonly bcc: string;
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What makes an execution go wrong on purpose. Calls count from 1, all kinds together. */
export interface Fault {
  /** This call throws Google's error instead of being done. */
  readonly failAt?: number;
  /** Which error that is; 'server' when absent. */
  readonly error?: Failure;
  /** The execution ends dead before this call is done; the script cannot catch it. */
  readonly stopAt?: number;
  /** What becomes of its unflushed writes. */
  readonly keep?: 'all' | 'none' | 'half';
}

/** All that one run of the script did. */
export interface Execution {
  readonly functionName: string;
  /** Who acted: '' for a time trigger. */
  readonly user: string;
  /** Whom it ran as. */
  readonly runAs: string;
  readonly mode: AuthMode;
  /** What the function returned, as plain data; for a page's call after marshalling. */
  readonly value?: unknown;
  readonly error?: { readonly message: string; readonly stack?: string };
  /** Ended dead: by `stopAt`, or because it ran too long. */
  readonly stopped?: string;
  /** It waits for an answer; nothing that it did has happened. Run it again with one answer more. */
  readonly question?: QuestionAsked;
  readonly calls: CallCounts;
  /** Calls of all kinds together: what `failAt` and `stopAt` count. */
  readonly callCount: number;
  readonly methods: Readonly<Record<string, number>>;
  /** The method of each call, in their order. */
  readonly sequence: readonly string[];
  /** What each call has answered, as a digest, where something happened or might have happened meanwhile; `null` where it may have changed something. */
  readonly answers: readonly (string | null)[];
  readonly cells: { readonly read: number; readonly written: number };
  readonly cpuMs: number;
  /** What Google would have taken, by the cost model of costs.ts. */
  readonly simulatedMs: number;
  readonly toasts: readonly ToastShown[];
  readonly dialogs: readonly DialogShown[];
  readonly alerts: readonly QuestionAsked[];
  readonly mails: readonly Mail[];
  readonly logs: readonly string[];
  /** Members that the script reached for and the stand-in does not have. */
  readonly missing: readonly string[];
}
