import type { Day, LocalTime } from './day';
import type { ClosingRate, DealId, Tracked } from './ledger';
import type { StageKey } from './pipeline';

/** A stay in a stage, from the entry that enters it to the entry that leaves it. */
export interface Visit {
  readonly stage: StageKey;
  readonly from: LocalTime;
  /** `null` while the deal is still there. */
  readonly to: LocalTime | null;
  /** Where it went; `null` while it is still there. */
  readonly exit: StageKey | null;
  /** False when the ledger does not know when the visit began (an imported deal): its length is then unknown too. */
  readonly known: boolean;
  /** False when the day on which it ended is only assumed: its length is unknown then, too. */
  readonly endKnown: boolean;
}

/** One deal's life as the ledger tells it up to a day. */
export interface DealHistory {
  readonly deal: DealId;
  readonly created: LocalTime;
  readonly createdKnown: boolean;
  /** In order. Closed stages are visits too: the last visit's `to` is `null` wherever the deal is now. */
  readonly visits: readonly Visit[];
  readonly stage: StageKey;
  /** When it entered won or lost, if it is there now. */
  readonly closed: LocalTime | null;
  /** What its currency was worth when it closed; `null` when it is open, in the team's own currency, or nobody noted it. */
  readonly closingRate: ClosingRate | null;
  /** Tracked fields as they last stood. */
  readonly state: Tracked;
  /** Times that the close date moved to a later month. */
  readonly slips: number;
  /** Times that the next step's date was put off during the open visit. */
  readonly extensions: number;
  /** The last amount other than 0 while the deal was open, in minor units of `state.currency`. */
  readonly openAmount: number | null;
  /** What the entry that brought it to its present stage gives as reason: a lost deal's lost reason. */
  readonly reason: string;
  /** Last move, or changed next step; activities are added by the caller who knows them. */
  readonly lastTouch: Day;
  readonly deleted: boolean;
}
