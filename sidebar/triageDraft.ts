import type { PipelineView } from '../src/rpc';
import type { PageWords } from '../src/words/pages';
import type { TriageWords } from '../src/words/triage';
import type { TypedFacts } from './checklist';
import { type ClosingDraft, closingProblem } from './closing';
import type { MoveOrder } from './deskState';

/** The three ways out of a stall. */
export type Way = 'plan' | 'nurture' | 'lost';
export const WAYS: readonly Way[] = ['plan', 'nurture', 'lost'];

/** What is typed for one stalled deal. */
export interface TriageDraft extends ClosingDraft {
  readonly cause: string;
  readonly way: Way | '';
  readonly plan: string;
  readonly planDue: string;
  /** `null` while the deal's own close date stands. */
  readonly closeDate: string | null;
}

export const EMPTY_TRIAGE: TriageDraft = {
  cause: '',
  way: '',
  plan: '',
  planDue: '',
  closeDate: null,
  lostReason: '',
  lostNote: '',
  until: '',
};

export interface TriageProblem {
  readonly field: keyof TriageDraft;
  readonly text: string;
}

/** What still keeps a draft from being a way out; the first of it. */
export function triageProblem(
  draft: TriageDraft,
  pipeline: Pick<PipelineView, 'otherReason'>,
  words: { readonly page: PageWords; readonly triage: TriageWords },
): TriageProblem | null {
  const { needs } = words.triage;
  if (draft.cause === '') return { field: 'cause', text: needs.cause };
  if (draft.way === '') return { field: 'way', text: needs.way };
  if (draft.way !== 'plan') return closingProblem(draft.way, draft, pipeline, words.page);
  if (draft.plan.trim() === '') return { field: 'plan', text: needs.plan };
  return draft.planDue === '' ? { field: 'planDue', text: needs.planDue } : null;
}

/** The cells that a plan fills. */
export function planFacts(draft: TriageDraft): TypedFacts {
  const { cause, plan, planDue, closeDate } = draft;
  return { cause, plan, planDue, ...(closeDate === null ? {} : { closeDate }) };
}

/** The move that the other two ways are; the cause is saved along. */
export function wayOrder(draft: TriageDraft, to: string): MoveOrder {
  const { cause, lostReason, lostNote, until } = draft;
  if (draft.way === 'nurture') return { to, facts: { cause }, until };
  const note = lostNote.trim() === '' ? {} : { lostNote };
  return { to, facts: { cause, ...note }, reason: lostReason };
}
