import type { Day } from './day';
import type { DealId } from './ledger';
import { countNames } from './named';

export type TaskState = 'open' | 'done' | 'cancelled';

/** Something that somebody is to do about a deal. */
export interface Task {
  readonly key: string;
  readonly deal: DealId;
  readonly task: string;
  /** The deal's name, for reading. */
  readonly name: string;
  readonly owner: string;
  readonly due: Day | null;
  readonly state: TaskState;
  readonly doneOn: Day | null;
  readonly created: Day | null;
}

/** How an open task stands today; `null` once it is done or cancelled. */
export function urgency(task: Task, today: Day): 'overdue' | 'due' | 'later' | null {
  if (task.state !== 'open') return null;
  if (task.due === null || task.due > today) return 'later';
  return task.due < today ? 'overdue' : 'due';
}

/** How often each task was done, by deal and text: criteria ask for it. */
export function doneTasks(
  tasks: Iterable<Task>,
): ReadonlyMap<DealId, Readonly<Record<string, number>>> {
  const done = new Map<DealId, string[]>();
  for (const { deal, task, state } of tasks) {
    if (state !== 'done' || deal === '') continue;
    const texts = done.get(deal) ?? [];
    texts.push(task);
    done.set(deal, texts);
  }
  return new Map([...done].map(([deal, texts]) => [deal, countNames(texts)]));
}
