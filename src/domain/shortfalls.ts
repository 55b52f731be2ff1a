import type { Criterion } from './criterion';
import type { Day } from './day';
import type { Facts } from './fact';
import type { Shortfall } from './gate';

/** What is counted about a deal outside its own cells. */
export interface Counts {
  /** Logged activities of a kind; of any kind when it is `''`. */
  readonly activities: (kind: string) => number;
  readonly isTaskDone: (task: string) => boolean;
}

/** What a criterion is held against. Without `counts` nothing is logged and no task is done. */
export interface Circumstances {
  readonly facts: Facts;
  readonly today: Day;
  readonly counts?: Counts;
}

/** Whether one criterion holds. */
export function holds(criterion: Criterion, about: Circumstances): boolean {
  void [criterion, about];
  throw new Error('not yet');
}

/**
 * The criteria of one gate that do not hold, in their order. Of the alternatives in a group the
 * first one stands for all, with the others as `orElse`.
 */
export function shortfalls(
  criteria: readonly Criterion[],
  about: Circumstances,
): readonly Shortfall[] {
  void [criteria, about];
  throw new Error('not yet');
}
