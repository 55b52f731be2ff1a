import { named } from '../domain/named';
import { underLock } from '../google/lock';
import { activeAddress } from '../google/people';
import type { Reply, Request } from '../rpc';
import { activityRows } from '../sheet/activitiesTab';
import { choiceNamed } from '../sheet/choice';
import { APP_WORDS } from '../words/app';
import { Refused } from './answer';
import { appendUnder } from './appendUnder';
import { UNKNOWN_EDITOR } from './asking';
import { dealViewOf } from './dealView';
import { findRows } from './findRows';
import { needOpen, type OpenPipeline } from './openPipeline';
import { writeBlocks } from './record';
import { withMemo } from './withMemo';

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
  if (row === undefined) throw new Refused('gone', words.gone);
  if (open.workbook.tab('activities') === null) throw new Refused('notSetUp', words.notSetUp);
  const kind = choiceNamed('activityKinds', request.kind) ?? request.kind;
  const by = activeAddress() || UNKNOWN_EDITOR;
  const at = request.on ?? open.now;
  const line = { deal: request.id, at, kind, note: request.note ?? '', by };
  appendUnder(open, 'activities', activityRows([line], open.language));
  const { memo } = row.program;
  const counts = { ...memo.activities, [kind]: (named(memo.activities, kind) ?? 0) + 1 };
  const program = withMemo(open, found, row, { ...memo, activities: counts });
  writeBlocks(found.deals, found, new Map([[row.row, program]]));
  return { deal: dealViewOf(open, found.headers, { ...row, program }) };
}
