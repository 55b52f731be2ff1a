import type { Day } from './day';
import type { Shortfall } from './gate';
import type { Pipeline, Stage, StageKey } from './pipeline';
import type { Circumstances } from './shortfalls';

/** A move that somebody asks for. */
export interface MoveRequest extends Circumstances {
  /** The deal's accepted stage; `''` for a new deal. */
  readonly from: StageKey | '';
  readonly to: Stage;
  /** The open stage that a lost or nurtured deal came from, where known: reopening beyond it is a skip. */
  readonly cameFrom?: StageKey | '';
  /** The lost reason that asks for a note. */
  readonly otherReason?: string;
  /** Given only when the person is known, may override, and asks for it. */
  readonly override?: { readonly reason: string };
}

export type Outcome =
  | { readonly kind: 'moved' }
  /** `at` is the first stage whose gate does not open; shortfalls are all that is missing on the way. */
  | {
      readonly kind: 'held';
      readonly at: StageKey;
      readonly shortfalls: readonly Shortfall[];
    }
  /** What was overridden, so that the ledger and the audit can say it. */
  | {
      readonly kind: 'overridden';
      readonly shortfalls: readonly Shortfall[];
      readonly reason: string;
    };

/** Judges a move to a stage. */
export function judgeMove(pipeline: Pipeline, request: MoveRequest): Outcome {
  void [pipeline, request];
  throw new Error('not yet');
}

/** Judges what was typed into the Stage cell: as `judgeMove`, but the text may name no stage, or be empty. */
export function judgeTyped(
  pipeline: Pipeline,
  typed: string,
  request: Omit<MoveRequest, 'to'>,
): Outcome {
  void [pipeline, typed, request];
  throw new Error('not yet');
}

/** The furthest stage on the way to `to` for which the facts suffice; `null` when not even the first. For strict imports. */
export function furthestQualified(
  pipeline: Pipeline,
  to: Stage,
  about: Circumstances,
): Stage | null {
  void [pipeline, to, about];
  throw new Error('not yet');
}

/** The Close date that winning writes: the day of the move, unless an earlier day is typed. */
export function closingDay(typed: Day | null, today: Day): Day {
  return typed !== null && typed < today ? typed : today;
}
