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
  /** In percent, as typed; `null` while the deal's own stands. */
  readonly winChance: string | null;
}

export const EMPTY_TRIAGE: TriageDraft = {
  cause: '',
  way: '',
  plan: '',
  planDue: '',
  closeDate: null,
  winChance: null,
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
  if (!isShare(draft.winChance)) return { field: 'winChance', text: needs.winChance };
  if (draft.way === '') return { field: 'way', text: needs.way };
  if (draft.way !== 'plan') return closingProblem(draft.way, draft, pipeline, words.page);
  if (draft.plan.trim() === '') return { field: 'plan', text: needs.plan };
  return draft.planDue === '' ? { field: 'planDue', text: needs.planDue } : null;
}

function isShare(percent: string | null): boolean {
  const share = Number(percent ?? 0);
  return share >= 0 && share <= 100;
}

/** The cells that a plan fills. */
export function planFacts(draft: TriageDraft): TypedFacts {
  const { cause, plan, planDue } = draft;
  return { cause, plan, planDue, ...judgedFacts(draft) };
}

/** What was judged again: an emptied chance leaves it to the program. */
function judgedFacts({ closeDate, winChance }: TriageDraft): TypedFacts {
  const chance = winChance === null || winChance === '' ? null : Number(winChance) / 100;
  return {
    ...(closeDate === null ? {} : { closeDate }),
    ...(winChance === null ? {} : { winChance: chance }),
  };
}

/** The move that the other two ways are; the cause is saved along, and for a deal that rests what was judged. */
export function wayOrder(draft: TriageDraft, to: string): MoveOrder {
  const { cause, lostReason, lostNote, until } = draft;
  if (draft.way === 'nurture') return { to, facts: { cause, ...judgedFacts(draft) }, until };
  const note = lostNote.trim() === '' ? {} : { lostNote };
  return { to, facts: { cause, ...note }, reason: lostReason };
}
