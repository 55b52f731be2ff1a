import type { Task } from '../domain/task';
import { CHOICE_WORDS } from '../words/choices';
import type { Language } from '../words/language';
import type { Cell, Grid, Problem, Row } from './cell';
import { cellDay, isBlank } from './cellText';
import { choiceNamed } from './choice';
import { readTable, type TableRow } from './tableRows';

export interface TaskRow extends Task {
  readonly row: number;
}

export interface ReadTasks {
  readonly tasks: readonly TaskRow[];
  readonly problems: readonly Problem[];
}

/** Reads the whole Tasks tab. People add their own: those have no key. */
export function readTasks(grid: Grid): ReadTasks {
  const tasks: TaskRow[] = [];
  const problems = readTable('tasks', grid, ['created', 'key'], (row) => {
    if (row.text('task') === '') row.report('task', 'taskWithoutText');
    else tasks.push(readTask(row));
  });
  return { tasks, problems };
}

function readTask(row: TableRow<'tasks'>): TaskRow {
  const typed = row.text('state');
  const state = choiceNamed('taskStates', typed);
  if (state === undefined && typed !== '') row.report('state', 'unknownTaskState');
  const day = (key: 'due' | 'doneOn' | 'created') => {
    const read = cellDay(row.cell(key));
    if (read === null && !isBlank(row.cell(key))) row.report(key, 'unreadableDate');
    return read;
  };
  const doneOn = day('doneOn');
  return {
    row: row.number,
    key: row.text('key'),
    deal: row.text('deal'),
    task: row.text('task'),
    name: row.text('name'),
    owner: row.text('owner'),
    due: day('due'),
    // A day in Done on says it as well as the word.
    state: state === undefined || state === 'open' ? (doneOn === null ? 'open' : 'done') : state,
    doneOn,
    created: day('created'),
  };
}

/** Rows of the Tasks tab in its standard column order. */
export function taskRows(tasks: readonly Task[], language: Language): Row[] {
  const words = CHOICE_WORDS[language].taskStates;
  const day = (date: string | null): Cell => (date === null ? '' : { date });
  return tasks.map((task) => [
    task.task,
    task.name,
    task.owner,
    day(task.due),
    words[task.state],
    day(task.doneOn),
    task.deal,
    day(task.created),
    task.key,
  ]);
}
