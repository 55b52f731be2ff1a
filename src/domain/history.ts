import type { Day, LocalTime } from './day';
import type { DealId, Tracked } from './ledger';
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
}

/** One deal's life as the ledger tells it up to a day. */
export interface DealHistory {
  readonly deal: DealId;
  readonly created: LocalTime;
  readonly createdKnown: boolean;
  /** In order; the last one is open unless the deal is closed. Closed stages are visits too. */
  readonly visits: readonly Visit[];
  readonly stage: StageKey;
  /** When it entered won or lost, if it is there now. */
  readonly closed: LocalTime | null;
  /** Tracked fields as they last stood. */
  readonly state: Tracked;
  /** Times that the close date moved to a later month. */
  readonly slips: number;
  /** Last move, or changed next step; activities are added by the caller who knows them. */
  readonly lastTouch: Day;
  readonly deleted: boolean;
}
