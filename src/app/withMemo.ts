import type { DealRow, ProgramBlock } from '../sheet/dealsTab';
import type { Memo } from '../sheet/memo';
import { gateText } from '../words/gates';
import { askingOf } from './asking';
import type { FoundRows } from './findRows';
import { gateState } from './judgeRow';
import type { OpenPipeline } from './openPipeline';
import { namesIn } from './wording';

/** A deal's block with another memo: more activities or done tasks, and the Gate that may open by them. */
export function withMemo(
  open: OpenPipeline,
  found: FoundRows,
  row: DealRow,
  memo: Memo,
): ProgramBlock {
  const asking = askingOf(open, 'sidebar', found.headers);
  if (asking === null || row.accepted === undefined) return { ...row.program, memo };
  const state = gateState({ facts: row.facts, stage: row.accepted, memo }, asking);
  const gate = gateText(state, open.language, namesIn(open, found.headers));
  return { ...row.program, memo, gate };
}
