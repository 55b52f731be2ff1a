import { named } from '../domain/named';
import { underLock } from '../google/lock';
import { activeAddress } from '../google/people';
import type { Reply, Request } from '../rpc';
import { activityRows } from '../sheet/activitiesTab';
import { choiceNamed } from '../sheet/choice';
import type { DealRow, ProgramBlock } from '../sheet/dealsTab';
import { APP_WORDS } from '../words/app';
import { gateText } from '../words/gates';
import { Refused } from './answer';
import { askingOf, UNKNOWN_EDITOR } from './asking';
import { dealViewOf } from './dealView';
import { type FoundRows, findRows } from './findRows';
import { gateState } from './judgeRow';
import { needOpen, type OpenPipeline } from './openPipeline';
import { writeBlocks } from './record';
import { namesIn } from './wording';

const LOCK_MS = 10_000;

type Answer = Omit<Reply<'logActivity'>, 'ok'>;

/** Notes a call, a meeting or the like with a deal: a row of Activities, and a touch on the deal. */
export function logActivity(request: Request<'logActivity'>): Answer {
  const open = needOpen();
  const done = underLock(LOCK_MS, () => logUnderLock(open, request));
  if (done === null) throw new Refused('busy', APP_WORDS[open.language].busy);
  return done;
}

function logUnderLock(open: OpenPipeline, request: Request<'logActivity'>): Answer {
  const words = APP_WORDS[open.language];
  const found = findRows(open, [request.id]);
  const row = found.rows.get(request.id);
  const activities = open.workbook.tab('activities');
  if (row === undefined) throw new Refused('gone', words.gone);
  if (activities === null) throw new Refused('notSetUp', words.notSetUp);
  const kind = choiceNamed('activityKinds', request.kind) ?? request.kind;
  const by = activeAddress() || UNKNOWN_EDITOR;
  const at = request.on ?? open.now;
  const line = { deal: request.id, at, kind, note: request.note ?? '', by };
  const after = activities.lastRow();
  activities.append(Math.max(1, after), activityRows([line], open.language), new Set([1]));
  const program = touched(open, found, row, kind);
  writeBlocks(found.deals, found, new Map([[row.row, program]]));
  return { deal: dealViewOf(open, found.headers, { ...row, program }) };
}

/** The deal's block with one more activity in its memo, and the Gate that may open by it. */
function touched(open: OpenPipeline, found: FoundRows, row: DealRow, kind: string): ProgramBlock {
  const { memo } = row.program;
  const activities = { ...memo.activities, [kind]: (named(memo.activities, kind) ?? 0) + 1 };
  const now = { ...memo, activities };
  const asking = askingOf(open, 'sidebar', found.headers);
  if (asking === null || row.accepted === undefined) return { ...row.program, memo: now };
  const state = gateState({ facts: row.facts, stage: row.accepted, memo: now }, asking);
  return {
    ...row.program,
    memo: now,
    gate: gateText(state, open.language, namesIn(open, found.headers)),
  };
}
