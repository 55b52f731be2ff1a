import type { Answer, Execution } from '../execution';
import type { Failure } from '../googleErrors';

type Values = readonly (readonly string[])[];

/** One thing that a person, a page, a clock or another program does: headless.md's gestures. */
export type GestureBody =
  | { readonly edit: { readonly tab: string; readonly range: string; readonly values: Values } }
  | {
      readonly set: {
        readonly deal: string;
        readonly facts: Readonly<Record<string, string | number | boolean | null>>;
      };
    }
  | {
      readonly fill:
        | { readonly tab: string; readonly from: string; readonly to: string }
        | { readonly tab: string; readonly range: string };
    }
  | { readonly clear: { readonly tab: string; readonly range: string } }
  | { readonly cutPaste: { readonly tab: string; readonly from: string; readonly to: string } }
  | { readonly copyPaste: { readonly tab: string; readonly from: string; readonly to: string } }
  | {
      readonly replace: {
        readonly tab: string;
        readonly range: string;
        readonly find: string;
        readonly with: string;
      };
    }
  | {
      readonly filter: {
        readonly tab: string;
        readonly column: Place;
        readonly keep?: readonly string[];
      };
    }
  | { readonly merge: { readonly tab: string; readonly range: string } }
  | { readonly unmerge: { readonly tab: string; readonly range: string } }
  | {
      readonly protect: {
        readonly tab: string;
        readonly range?: string;
        readonly editors?: readonly string[];
      };
    }
  | { readonly undo: Readonly<Record<string, never>> }
  | { readonly redo: Readonly<Record<string, never>> }
  | { readonly insertRows: Lines }
  | { readonly deleteRows: Lines }
  | { readonly insertColumns: Lines }
  | { readonly deleteColumns: Lines }
  | { readonly moveColumn: { readonly tab: string; readonly from: Place; readonly to: Place } }
  | {
      readonly sort: {
        readonly tab: string;
        readonly range: string;
        readonly column: Place;
        readonly ascending: boolean;
      };
    }
  | { readonly renameTab: { readonly tab: string; readonly to: string } }
  | { readonly deleteTab: { readonly tab: string } }
  | { readonly apiWrite: { readonly tab: string; readonly range: string; readonly values: Grid } }
  | { readonly select: { readonly tab: string; readonly range: string } }
  | { readonly burst: readonly Gesture[] }
  | { readonly menu: string }
  | { readonly call: string; readonly args?: readonly unknown[] }
  | { readonly trigger: string }
  | { readonly open: { readonly authMode?: 'NONE' | 'LIMITED' } }
  | { readonly advance: { readonly days?: number; readonly hours?: number } }
  | { readonly rights: { readonly user: string; readonly may: 'edit' | 'view' | 'none' } };

type Grid = readonly (readonly (string | number | boolean | null)[])[];

/** A row or column by number from 1, or a column by its letters or its header. */
type Place = number | string;

/** Rows or columns: `at` is the first one. */
interface Lines {
  readonly tab: string;
  readonly at: Place;
  readonly count: number;
}

export interface GestureOptions {
  /** Who does it; the owner when absent. */
  readonly as?: string;
  readonly answers?: readonly Answer[];
  readonly stopAt?: number;
  readonly keep?: 'all' | 'none' | 'half';
  readonly failAt?: number;
  readonly error?: Failure;
  /** Another gesture between two service calls of this one. */
  readonly during?: { readonly call: number; readonly do: Gesture };
}

export type Gesture = GestureBody & GestureOptions;

/** A cell as files show it: ISO days and times, numbers, truth values, text, '' for empty. */
export type Plain = string | number | boolean;

/** What came of a gesture: one line of outcomes.jsonl. */
export interface Outcome {
  readonly gesture: unknown;
  /** What a call answered, or the last execution's value. */
  readonly value?: unknown;
  /** Why it did not happen, or what the script threw. */
  readonly error?: string;
  /** The cells of its range afterwards; for `set` the deal's row by header. */
  readonly cells?: readonly (readonly Plain[])[] | Readonly<Record<string, Plain>>;
  /** Ledger rows that it appended, by English header. */
  readonly ledger: readonly Readonly<Record<string, Plain>>[];
  /** Notes of the range afterwards, by A1 address. */
  readonly notes: Readonly<Record<string, string>>;
  readonly toasts: Execution['toasts'];
  readonly dialogs: readonly {
    readonly kind: string;
    readonly title: string;
    readonly file: string;
  }[];
  readonly alerts: Execution['alerts'];
  readonly mails: Execution['mails'];
  readonly calls: Readonly<Record<string, number>>;
  readonly cpuMs: number;
  readonly simulatedMs: number;
  /** Each run of the script that it caused, in order. Not written to files. */
  readonly executions: readonly Execution[];
  /** What came of the gesture between two calls. */
  readonly during?: Outcome;
}
