import { isDay } from '../domain/day';
import { randomId } from '../google/random';
import type { Reply, Request } from '../rpc';
import { taskRows } from '../sheet/tasksTab';
import { APP_WORDS } from '../words/app';
import { Refused } from './answer';
import { appendUnder } from './appendUnder';
import { allTasks, changeTasks, tasksOf } from './dealTasks';
import { dealViewOf } from './dealView';
import { newTask } from './planAutomations';

/** Adds a task for a deal, in the name of the deal's owner. */
export function addTask({ id, task, due }: Request<'addTask'>): Omit<Reply<'addTask'>, 'ok'> {
  return changeTasks(id, (open, found, row) => {
    if (due !== '' && !isDay(due)) {
      throw new Refused('badRequest', APP_WORDS[open.language].badRequest);
    }
    const about = { key: randomId(), task: task.trim(), due: due === '' ? null : due };
    appendUnder(open, 'tasks', taskRows([newTask(open, row, about)], open.language));
    return {
      deal: dealViewOf(open, found.headers, row),
      tasks: tasksOf(allTasks(open), id, open.today),
    };
  });
}
