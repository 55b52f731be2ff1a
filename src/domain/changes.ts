import type { Tracked } from './ledger';

export type TrackedField = keyof Tracked;

export const TRACKED_FIELDS = [
  'owner',
  'amount',
  'currency',
  'closeDate',
  'nextStep',
  'nextStepDate',
  'category',
  'winChance',
] as const satisfies readonly TrackedField[];

/** The tracked fields that differ, in a fixed order. */
export function changedFields(before: Tracked, after: Tracked): readonly TrackedField[] {
  return TRACKED_FIELDS.filter((field) => before[field] !== after[field]);
}

/** Whether a change counts as work on the deal: only a changed next step does. */
export function isTouch(changed: readonly TrackedField[]): boolean {
  return changed.includes('nextStep') || changed.includes('nextStepDate');
}
