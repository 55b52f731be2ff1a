import { doneTasks } from '../domain/task';
import type { Reply, Request } from '../rpc';
import { findHeaders, HEADER_SEARCH_ROWS } from '../sheet/headers';
import type { TaskRow } from '../sheet/tasksTab';
import { APP_WORDS } from '../words/app';
import { CHOICE_WORDS } from '../words/choices';
import { Refused } from './answer';
import { allTasks, changeTasks, tasksOf } from './dealTasks';
import { dealViewOf } from './dealView';
import type { OpenPipeline } from './openPipeline';
import { writeBlocks } from './record';
import { withMemo } from './withMemo';

/** Says that a task is done, or open again. A gate that asks for it follows at once. */
export function tickTask(request: Request<'tickTask'>): Omit<Reply<'tickTask'>, 'ok'> {
  const { id } = request;
  return changeTasks(id, (open, found, row) => {
    const meant = taskMeant(allTasks(open), request);
    if (meant === undefined) throw new Refused('taskGone', APP_WORDS[open.language].taskGone);
    writeState(open, meant, request.done);
    const tasks = allTasks(open);
    const { memo } = row.program;
    const done = doneTasks(tasks).get(id) ?? {};
    const program = withMemo(open, found, row, { ...memo, doneTasks: done });
    writeBlocks(found.deals, found, new Map([[row.row, program]]));
    return {
      deal: dealViewOf(open, found.headers, { ...row, program }),
      tasks: tasksOf(tasks, id, open.today),
    };
  });
}

/** By its key; a task that a person typed has none, and is meant when it stands there still, or only once. */
function taskMeant(
  tasks: readonly TaskRow[],
  { id, row, key, task }: Request<'tickTask'>,
): TaskRow | undefined {
  const own = tasks.filter(({ deal }) => deal === id);
  const alike = own.filter((one) => one.key === key && (key !== '' || one.task === task));
  return alike.find((one) => one.row === row) ?? (alike.length === 1 ? alike[0] : undefined);
}

/** The State and Done on cells of a task: one call where they stand side by side. The state is last, for it decides. */
function writeState(open: OpenPipeline, { row }: TaskRow, done: boolean): void {
  const tab = open.workbook.tab('tasks');
  const headers = tab === null ? null : findHeaders('tasks', tab.readRows(1, HEADER_SEARCH_ROWS));
  if (tab === null || headers === null) return;
  const words = CHOICE_WORDS[open.language].taskStates;
  const [state, doneOn] = [headers.columns.get('state'), headers.columns.get('doneOn')];
  const [text, day] = [done ? words.done : words.open, done ? { date: open.today } : ''] as const;
  if (state !== undefined && doneOn === state + 1) {
    tab.write({ row, column: state }, [[text, day]]);
    return;
  }
  if (doneOn !== undefined) tab.writeSame([{ row, column: doneOn }], day);
  if (state !== undefined) tab.writeSame([{ row, column: state }], text);
}
