import type { Day } from '../domain/day';
import type { DealId } from '../domain/ledger';
import { urgency } from '../domain/task';
import { underLock } from '../google/lock';
import type { TaskView } from '../rpc';
import type { DealRow } from '../sheet/dealsTab';
import { readTasks, type TaskRow } from '../sheet/tasksTab';
import { APP_WORDS } from '../words/app';
import { Refused } from './answer';
import { type FoundRows, findRows } from './findRows';
import { needOpen, type OpenPipeline } from './openPipeline';

const LOCK_MS = 10_000;

/** Done tasks beyond these are in the tab. */
const MOST_DONE = 10;

/** The whole Tasks tab: one read. */
export function allTasks(open: OpenPipeline): readonly TaskRow[] {
  return readTasks(open.workbook.tab('tasks')?.readAll() ?? []).tasks;
}

/** A deal's tasks for a page: open ones by their day, the undated last, then those done, the latest first. */
export function tasksOf(tasks: readonly TaskRow[], deal: DealId, today: Day): TaskView[] {
  const own = tasks.filter((task) => task.deal === deal);
  const open = own.filter(({ state }) => state === 'open');
  const done = own.filter(({ state }) => state === 'done');
  const byDay = (one: string | null, other: string | null) =>
    (one ?? '~') < (other ?? '~') ? -1 : 1;
  return [
    ...open.sort((a, b) => byDay(a.due, b.due)),
    ...done.sort((a, b) => byDay(b.doneOn ?? '', a.doneOn ?? '')).slice(0, MOST_DONE),
  ].map((task) => ({
    row: task.row,
    key: task.key,
    task: task.task,
    owner: task.owner,
    due: task.due ?? '',
    doneOn: task.doneOn ?? '',
    standing: urgency(task, today) ?? 'done',
  }));
}

/** Changes tasks of a deal, under the document's lock. Refuses a deal that is gone, and a workbook without Tasks. */
export function changeTasks<T>(
  id: DealId,
  change: (open: OpenPipeline, found: FoundRows, row: DealRow) => T,
): T {
  const open = needOpen();
  const words = APP_WORDS[open.language];
  if (open.workbook.tab('tasks') === null) throw new Refused('notSetUp', words.noTasksTab);
  const done = underLock(LOCK_MS, () => {
    const found = findRows(open, [id]);
    const row = found.rows.get(id);
    if (row === undefined) throw new Refused('gone', words.gone);
    return { changed: change(open, found, row) };
  });
  if (done === null) throw new Refused('busy', words.busy);
  return done.changed;
}
