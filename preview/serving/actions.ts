import { a1Of, parseA1 } from '../google/book/rect';
import type { Execution } from '../google/execution';
import type { Gesture } from '../google/gestures/gesture';
import type { ActionReply, ApiName, ApiReplies, ApiRequest, SelectionView } from './api';
import { rowsView } from './rowsView';
import type { Workbench } from './workbench';
import { workbookView } from './workbookView';

type Actions = {
  readonly [N in ApiName]: (
    bench: Workbench,
    request: ApiRequest<N>,
  ) => ApiReplies[N] | Promise<ApiReplies[N]>;
};

/** What the page asks for, by name. Each runs in its turn; who asks may do so is checked before. */
export const ACTIONS: Actions = {
  workbook: (bench, { as }) => workbookView(bench.host, as, bench.progress),
  rows: (bench, { sheetId, from, count }) => {
    const sheet = bench.host.book.sheetById(sheetId);
    if (sheet === null) {
      return { sheetId, revision: -1, from, rows: [], styles: [], rules: [] };
    }
    return rowsView(bench.host.book, sheet, from, count);
  },
  open: (bench, { as, selection }) => {
    select(bench, as, selection);
    return replyOf(bench, bench.host.open(as));
  },
  gesture: (bench, { as, gesture, selection }) => {
    select(bench, as, selection);
    const outcome = bench.host.gesture({ ...gesture, as } as Gesture);
    return { ...replyOf(bench, outcome.executions), error: outcome.error ?? null };
  },
  menu: (bench, { as, run, selection, answers = [] }) => {
    select(bench, as, selection);
    return replyOf(bench, [bench.host.menu(as, run, { answers, questions: 'ask' })]);
  },
  call: (bench, { as, name, args, selection, answers = [] }) => {
    select(bench, as, selection);
    return replyOf(bench, [bench.host.call(as, name, args, { answers, questions: 'ask' })]);
  },
  trigger: (bench, { run }) => replyOf(bench, bench.host.trigger(run)),
  advance: (bench, { by }) => advance(bench, by),
  column: (bench, { sheetId, column, width }) => {
    bench.host.book.sheetById(sheetId)?.setColumns(column, 1, { size: Math.max(2, width) });
    return replyOf(bench, []);
  },
  mails: (bench) => ({
    mails: [...bench.host.mails]
      .reverse()
      .slice(0, 500)
      .map(({ id, at, to, cc, subject, text, html }) => ({ id, at, to, cc, subject, text, html })),
  }),
  user: (bench, { email, may }) => {
    bench.host.setRights(email, may);
    return replyOf(bench, []);
  },
  reset: async (bench) => {
    await bench.reset();
    return replyOf(bench, []);
  },
};

/** Actions that leave the workbook as it is. */
export const LOOKING: ReadonlySet<ApiName> = new Set(['workbook', 'rows', 'mails']);

function select(bench: Workbench, as: string, selection: SelectionView | null | undefined): void {
  if (selection === null || selection === undefined) return;
  const sheet = bench.host.book.sheetById(selection.sheetId);
  const rect = sheet === null ? undefined : parseA1(selection.range)?.within(sheet);
  if (sheet === null || rect === undefined || !sheet.holds(rect)) return;
  bench.host.select(as, sheet.name, a1Of(rect));
}

function replyOf(bench: Workbench, runs: readonly Execution[]): ActionReply {
  const last = runs[runs.length - 1];
  const failed = runs.find((run) => run.error !== undefined || run.stopped !== undefined);
  const question = runs.find((run) => run.question !== undefined)?.question;
  const calls: Record<string, number> = {};
  for (const run of runs) {
    for (const [kind, count] of Object.entries(run.calls)) {
      calls[kind] = (calls[kind] ?? 0) + count;
    }
  }
  return {
    value: last?.value ?? null,
    error: failed?.error?.message ?? failed?.stopped ?? null,
    toasts: runs.flatMap((run) => run.toasts),
    dialogs: runs.flatMap((run) =>
      run.dialogs.map(({ kind, title, width, height, html }) => {
        return { id: bench.addFrame(html), kind, title, width, height };
      }),
    ),
    question: question ?? null,
    revision: bench.host.book.revision,
    calls,
    cpuMs: runs.reduce((sum, run) => sum + run.cpuMs, 0),
  };
}

/** Moves the clock; a day or less goes hour by hour, so that the page sees it pass while triggers run. */
async function advance(bench: Workbench, by: ApiRequest<'advance'>['by']): Promise<ActionReply> {
  const hours = { hour: 1, day: 24, week: 168, nextReport: hoursToMonday(bench.host.now()) }[by];
  if (hours > 24) {
    await bench.tell({ label: bench.host.now().slice(0, 10), done: 0, total: 0 });
    const runs = bench.host.advance({ hours });
    await bench.tell(null);
    return replyOf(bench, runs);
  }
  const runs: Execution[] = [];
  for (let done = 0; done < hours; done++) {
    runs.push(...bench.host.advance({ hours: Math.min(1, hours - done) }));
    const label = bench.host.now().slice(0, 16).replace('T', ' ');
    if (hours > 1) await bench.tell({ label, done, total: Math.ceil(hours) });
  }
  await bench.tell(null);
  return replyOf(bench, runs);
}

/** Hours from 'YYYY-MM-DDTHH:mm:ss' to the next Monday, 09:00. */
export function hoursToMonday(now: string): number {
  const moment = Date.parse(`${now.slice(0, 19).padEnd(19, ':00')}Z`);
  const monday = new Date(moment);
  monday.setUTCHours(9, 0, 0, 0);
  while (monday.getUTCDay() !== 1 || monday.getTime() <= moment) {
    monday.setUTCDate(monday.getUTCDate() + 1);
  }
  return (monday.getTime() - moment) / 3_600_000;
}
