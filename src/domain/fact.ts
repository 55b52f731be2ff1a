import type { Day } from './day';

/**
 * What a deal's cells are called inside the program, whatever their headers say. A team's own
 * column is `own:` and its header.
 */
export const STANDARD_FIELDS = [
  'deal',
  'customer',
  'contact',
  'email',
  'phone',
  'product',
  'owner',
  'amount',
  'currency',
  'stage',
  'closeDate',
  'nextStep',
  'nextStepDate',
  'source',
  'winChance',
  'category',
  'lostReason',
  'lostNote',
  'revisitOn',
  'cause',
  'plan',
  'planDue',
] as const;

export type StandardField = (typeof STANDARD_FIELDS)[number];
export type OwnField = `own:${string}`;
export type Field = StandardField | OwnField;

/** What a cell says, once read. An empty cell is `null`; `unreadable` keeps what was typed. */
export type Fact =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'tick'; readonly ticked: boolean }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'unreadable'; readonly typed: string }
  | null;

/** The facts of one deal: looked up when a criterion asks, so that a sheet's row is read only where it matters. */
export type Facts = (field: Field) => Fact;
