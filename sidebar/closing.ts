import type { PipelineView } from '../src/rpc';
import type { PageWords } from '../src/words/pages';
import type { Draft } from './draft';

/** What is typed for a closing. */
export type ClosingDraft = Pick<Draft, 'lostReason' | 'lostNote' | 'until'>;

/** What is still wrong with what a closing asks, and in which control. */
export interface ClosingProblem {
  readonly field: 'lostReason' | 'lostNote' | 'until';
  readonly text: string;
}

/** Lost asks for a reason, and for a note when the reason is "Other"; nurture for a day. Other stages for nothing here. */
export function closingProblem(
  kind: PipelineView['stages'][number]['kind'],
  draft: ClosingDraft,
  pipeline: Pick<PipelineView, 'otherReason'>,
  words: PageWords,
): ClosingProblem | null {
  if (kind === 'nurture')
    return draft.until === '' ? { field: 'until', text: words.nurture.needsDay } : null;
  if (kind !== 'lost') return null;
  if (draft.lostReason.trim() === '') return { field: 'lostReason', text: words.lost.needsReason };
  const other = draft.lostReason === pipeline.otherReason;
  return other && draft.lostNote.trim() === ''
    ? { field: 'lostNote', text: words.lost.needsNote }
    : null;
}
