import type { ShortfallView } from '../src/rpc';
import type { ActivityKind } from '../src/words/pages';
import type { TypedFacts } from './checklist';

/** What a person has typed for one deal and not yet saved. It outlives refusals, failures and a change of the selection. */
export interface Draft {
  /** By the field's header, as the checklist has it. */
  readonly facts: TypedFacts;
  /** The stage to move to; empty for the next one. */
  readonly target: string;
  /** What the script answered to the last try, and for which stage; `null` before one. */
  readonly refused: Refused | null;
  readonly lostReason: string;
  readonly lostNote: string;
  readonly until: string;
  readonly overrideReason: string;
  /** `null` while untouched. */
  readonly nextStep: string | null;
  readonly nextStepDate: string | null;
  readonly activity: ActivityKind | null;
  readonly activityNote: string;
  /** A task that is being typed; `null` before somebody begins one. */
  readonly newTask: { readonly task: string; readonly due: string } | null;
}

export interface Refused {
  readonly target: string;
  readonly shortfalls: readonly ShortfallView[];
  readonly message: string;
  /** Counts the tries, so that each one is announced. */
  readonly time: number;
  /** Not yet shown: the cursor goes to the first thing to fill in, once. */
  readonly isNews: boolean;
}

export const EMPTY_DRAFT: Draft = {
  facts: {},
  target: '',
  refused: null,
  lostReason: '',
  lostNote: '',
  until: '',
  overrideReason: '',
  nextStep: null,
  nextStepDate: null,
  activity: null,
  activityNote: '',
  newTask: null,
};

/** What stays typed after the deal has moved: only what was not about the move. */
export function afterMove(draft: Draft): Draft {
  return {
    ...EMPTY_DRAFT,
    nextStep: draft.nextStep,
    nextStepDate: draft.nextStepDate,
    activity: draft.activity,
    activityNote: draft.activityNote,
    newTask: draft.newTask,
  };
}
