import type { Day } from '../domain/day';

/** One deal that waits, as its owner reads it. */
export interface WaitingDeal {
  readonly name: string;
  readonly customer: string;
  readonly stage: string;
  /** Formatted, with its currency; empty when there is none. */
  readonly amount: string;
  /** `null`: nobody knows since when. */
  readonly days: number | null;
  readonly usual: number | null;
  readonly limit: number;
  readonly isStalled: boolean;
  /** Days without contact, when that is too long. */
  readonly silentFor: number | null;
  /** The close date that has passed. */
  readonly overdueSince: Day | null;
  /** How often the close date was put off, when that is too often. */
  readonly slips: number | null;
  readonly lastTouch: Day;
  readonly nextStep: string;
  readonly nextStepDate: Day | null;
  /** What to do about it, worded. */
  readonly suggestion: string;
  /** To its row. */
  readonly url: string;
}

/** Something with a day that has come or is near: a task, a plan, an instalment. */
export interface DueLine {
  readonly what: string;
  /** The deal's name, else its customer; may be empty. */
  readonly deal: string;
  readonly due: Day;
  readonly isOverdue: boolean;
  /** To the row. */
  readonly url: string;
}

/** What one owner has to look at. */
export interface OwnerPart {
  readonly owner: string;
  readonly deals: readonly WaitingDeal[];
  readonly tasks: readonly DueLine[];
  readonly plans: readonly DueLine[];
  readonly payments: readonly DueLine[];
}
