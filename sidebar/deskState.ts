import type { Card, DealView, PipelineView, Request, TaskView } from '../src/rpc';
import type { TypedFacts } from './checklist';
import type { Draft } from './draft';

export type Shown =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'none' }
  /** A figure of a report is selected: the deals behind it are shown. */
  | { readonly kind: 'figure'; readonly figure: string }
  | { readonly kind: 'gone' }
  | { readonly kind: 'deal'; readonly deal: DealView };

/** What came of the last thing the person did, or what somebody else did meanwhile. */
export interface Notice {
  readonly kind: 'done' | 'changed' | 'failed';
  readonly text: string;
  readonly undo?: Request<'undoMove'>;
  readonly retry?: () => void;
}

export type Busy = 'move' | 'undo' | 'facts' | 'activity' | 'task';

export interface DeskState {
  readonly pipeline: PipelineView | null;
  readonly shown: Shown;
  readonly busy: Busy | null;
  readonly notice: Notice | null;
  /** The last look at the sheet failed: what is shown may be old. */
  readonly outOfTouch: boolean;
  readonly drafts: Readonly<Record<string, Draft>>;
  /** The stage where the deal is shown while the script moves it there. */
  readonly movingTo: string | null;
  /** Of the deal that is shown. */
  readonly tasks: readonly TaskView[];
  /** Nothing has run by itself for too long; empty while all is well. */
  readonly silent: string;
}

export interface MoveOrder {
  readonly to: string;
  readonly facts: TypedFacts;
  readonly reason?: string;
  readonly until?: string;
  readonly override?: boolean;
}

export interface DeskOptions {
  readonly from: 'sidebar' | 'board';
  /** The deal to show; `null` follows the row that is selected in the sheet. */
  readonly id: string | null;
  /** Cards of deals that a call has changed; `undefined` when it did not bring them along. */
  readonly onCards?: (cards: readonly Card[] | undefined) => void;
  /** What is typed for deals to begin with. */
  readonly drafts?: Readonly<Record<string, Draft>>;
}

/** How the script is to recognise "nothing has changed": see dealView in rpc.ts. */
export function seenOf(shown: Shown): string {
  if (shown.kind === 'figure') return `@${shown.figure}`;
  if (shown.kind !== 'deal') return '@';
  return shown.deal.seen ?? `${shown.deal.id}@${shown.deal.version}`;
}

/** A desk with nothing on it yet. */
export const EMPTY_DESK: DeskState = {
  pipeline: null,
  shown: { kind: 'loading' },
  busy: null,
  notice: null,
  outOfTouch: false,
  drafts: {},
  movingTo: null,
  tasks: [],
  silent: '',
};
