import type { Row } from '../sheet/cell';
import { cellText } from '../sheet/cellText';
import { choiceNamed } from '../sheet/choice';
import { findHeaders, HEADER_SEARCH_ROWS } from '../sheet/headers';
import { readTasks, type TaskRow } from '../sheet/tasksTab';
import { CHOICE_WORDS } from '../words/choices';
import type { OpenPipeline } from './openPipeline';
import type { Plan } from './planAutomations';
import { writeBeside } from './writeBeside';

/** Cancels the open tasks that nothing asks for any more; answers how many. */
export function cancelTasks(open: OpenPipeline, plan: Plan): number {
  if (!plan.takesBack) return 0;
  const cancelled = CHOICE_WORDS[open.language].taskStates.cancelled;
  return writeTasks(open, 'state', (tasks) => {
    const waiting = tasks.filter(({ state, key }) => state === 'open' && key !== '');
    const keys = plan.cancelled(waiting.map(({ key }) => key));
    return new Map(
      waiting.filter(({ key }) => keys.has(key)).map(({ row }) => [row, cancelled] as const),
    );
  });
}

/** Writes a column of the tasks that are meant; answers how many are. */
function writeTasks(
  open: OpenPipeline,
  name: 'state' | 'owner',
  wanted: (tasks: readonly TaskRow[]) => ReadonlyMap<number, string>,
): number {
  const tab = open.workbook.tab('tasks');
  const headers = tab === null ? null : findHeaders('tasks', tab.readRows(1, HEADER_SEARCH_ROWS));
  const column = headers?.columns.get(name);
  const key = headers?.columns.get('key') ?? 0;
  if (tab === null || column === undefined) return 0;
  return writeBeside({
    tab,
    column,
    read: () => tab.readWhole(),
    nameOf: (row) => cellText(row[key - 1] ?? '') || restOf(row, column),
    cellOf: (row) => row[column - 1],
    wanted: (grid) => wanted(readTasks(grid).tasks),
  });
}

/** Tasks that people type have no key: they are known by all else that they say. */
function restOf(row: Row, column: number): string {
  const texts = row.map((cell, i) => (i === column - 1 ? '' : cellText(cell)));
  return texts.join('\n').trim();
}

/** Cancels the mails that nothing asks for any more. Only those that wait: what is being sent or was sent stays what it is. */
export function cancelMails(open: OpenPipeline, plan: Plan): number {
  const tab = open.workbook.tab('outbox');
  if (tab === null || !plan.takesBack) return 0;
  const headers = findHeaders('outbox', tab.readRows(1, HEADER_SEARCH_ROWS));
  const [key = 0, state = 0] = [headers?.columns.get('key'), headers?.columns.get('state')];
  if (key === 0 || state === 0) return 0;
  const first = Math.min(key, state);
  const keyOf = (row: Row) => cellText(row[key - first] ?? '');
  const cancelled = CHOICE_WORDS[open.language].mailStates.cancelled;
  return writeBeside({
    tab,
    column: state,
    read: () => tab.readColumns(first, Math.max(key, state)),
    nameOf: keyOf,
    cellOf: (row) => row[state - first],
    wanted: (grid) => {
      const gone = plan.cancelled(grid.map(keyOf));
      return new Map(
        grid.flatMap((row, i) => {
          const now = choiceNamed('mailStates', cellText(row[state - first] ?? ''));
          const isWaiting = now === 'waiting' || now === 'approval';
          return isWaiting && gone.has(keyOf(row)) ? [[i + 1, cancelled] as const] : [];
        }),
      );
    },
  });
}

/** Open tasks go with their deal to its new owner. */
export function handOverTasks(open: OpenPipeline, plan: Plan): void {
  if (plan.handovers.length === 0) return;
  writeTasks(open, 'owner', (tasks) => {
    const waiting = tasks.filter(({ state }) => state === 'open');
    return new Map(
      plan.handovers.flatMap(({ deal, from, to }) =>
        waiting
          .filter((task) => task.deal === deal && task.owner === from)
          .map(({ row }) => [row, to] as const),
      ),
    );
  });
}
