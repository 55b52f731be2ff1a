import { BUDGETS, BUNDLE_BUDGET, DOMAIN_BUDGET } from './budgets';
import type { BundleCosts } from './bundle';
import { type DayCost, MOVES, TRIGGER_MINUTES, USERS } from './measureDay';
import type { DomainCosts } from './measureDomain';
import type { HeapCost } from './measureHeap';
import type { Cost, SizeCosts } from './measureSize';

/** A table for a terminal: numbers to the right, the first column to the left. */
function table(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = headers.map((header, i) =>
    Math.max(header.length, ...rows.map((row) => row[i]?.length ?? 0)),
  );
  const isText = (i: number) => i < 2 || i === headers.length - 1;
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => (isText(i) ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  return [line(headers), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join(
    '\n',
  );
}

/** 'ok', or what is over and by how much; empty where there is no budget. */
export function verdict(
  limits: readonly (readonly [string, number, number | undefined])[],
): string {
  const known = limits.filter(([, , limit]) => limit !== undefined);
  if (known.length === 0) return '';
  const over = known.filter(([, value, limit]) => value > (limit ?? 0));
  if (over.length === 0) return 'ok';
  return over.map(([what, value, limit]) => `over: ${what} ${value} of ${limit}`).join(', ');
}

/** Budgets are for a warm cache; long work reads everything in any case. */
export function actionVerdict(cost: Cost, deals: number): string {
  const budget = BUDGETS[cost.action];
  if (budget === undefined) return '';
  if (cost.cache !== 'warm' && budget.runSeconds === undefined) return '';
  return verdict([
    ['reads', cost.reads, budget.reads],
    ['writes', cost.writes, budget.writes],
    ['CPU ms', cost.cpuMs, budget.cpuMs?.[deals]],
    ['s', cost.simulatedSeconds, budget.runSeconds],
  ]);
}

export function sizeTable({ deals, entries, costs }: SizeCosts): string {
  const headers = [
    'action',
    'cache',
    'rows',
    'reads',
    'writes',
    'other calls',
    'cells read',
    'written',
    's on Google',
    'CPU ms',
    'MB',
    'budget',
  ];
  const rows = costs.map((cost) => [
    cost.action,
    cost.cache,
    String(cost.rows),
    String(cost.reads),
    String(cost.writes),
    String(cost.others),
    String(cost.cells.read),
    String(cost.cells.written),
    cost.simulatedSeconds.toFixed(2),
    String(cost.cpuMs),
    String(cost.memoryMb),
    actionVerdict(cost, deals),
  ]);
  return `${deals} deals, ${entries} ledger entries\n\n${table(headers, rows)}`;
}

/** How many times as much: '12', '1.4', '0.03'; empty beside nothing. */
function times(other: number, ours: number): string {
  if (ours === 0 || other === 0) return '';
  const ratio = other / ours;
  return ratio >= 10 ? String(Math.round(ratio)) : ratio.toPrecision(2);
}

/** The usual ways beside Sluice's own: what they cost, and how many times as much as ours. */
export function usualTable({ deals, costs, usual }: SizeCosts): string {
  const headers = [
    'the usual ways',
    'action',
    'rows',
    'reads',
    'writes',
    'calls, x ours',
    's on Google',
    's, x ours',
    'CPU ms',
    'CPU, x ours',
    'end',
  ];
  const rows = usual.map((one) => {
    const ours = costs.find(
      ({ action, cache }) => action === one.action && (cache === 'warm' || action === 'refresh'),
    );
    const own = ours ?? { reads: 0, writes: 0, simulatedSeconds: 0, cpuMs: 0 };
    return [
      one.way,
      one.action,
      String(one.rows),
      String(one.reads),
      String(one.writes),
      times(one.reads + one.writes, own.reads + own.writes),
      one.simulatedSeconds.toFixed(2),
      times(one.simulatedSeconds, own.simulatedSeconds),
      String(one.cpuMs),
      times(one.cpuMs, own.cpuMs),
      one.ended,
    ];
  });
  return `${deals} deals, written otherwise\n\n${table(headers, rows)}`;
}

/** What the triggers of a working day take of what Google allows. */
export function dayTable(days: readonly DayCost[]): string {
  const headers = [
    `a day of ${USERS} people and ${MOVES} moves`,
    'runs',
    'mails',
    'idle run, s',
    'longest run, s',
    'triggers, min',
    'edits, min',
    'limit',
  ];
  const rows = days.map((day) => [
    `${day.deals} deals`,
    String(day.runs),
    String(day.mails),
    day.idleRunSeconds.toFixed(1),
    String(day.longestRunSeconds),
    day.triggerMinutes.toFixed(1),
    day.editMinutes.toFixed(1),
    verdict([['min', day.triggerMinutes + day.editMinutes, TRIGGER_MINUTES]]),
  ]);
  return table(headers, rows);
}

export function heapLine({ deals, heapMb, isDone }: HeapCost): string {
  return `A refresh of ${deals} deals in a heap of ${heapMb} MB, the workbook included: ${isDone ? 'ok' : 'over'}`;
}

export function domainTable(sizes: readonly DomainCosts[]): string {
  const parts = sizes[0]?.parts.map(({ part }) => part) ?? [];
  const headers = ['domain alone', 'entries', ...parts, 'all, CPU ms', 'MB', 'budget'];
  const rows = sizes.map(({ deals, entries, parts: own, cpuMs, memoryMb }) => [
    `${deals} deals`,
    String(entries),
    ...own.map((one) => String(one.cpuMs)),
    String(cpuMs),
    String(memoryMb),
    verdict([['CPU ms', cpuMs, DOMAIN_BUDGET[deals]]]),
  ]);
  const [first, last] = [sizes[0], sizes[sizes.length - 1]];
  if (first === undefined || last === undefined || first === last) return table(headers, rows);
  const growth = (last.cpuMs / first.cpuMs).toFixed(1);
  return `${table(headers, rows)}\n\n${last.deals / first.deals} times the deals take ${growth} times as long.`;
}

export function bundleTable({ scriptKb, loadMs, pages, parts }: BundleCosts): string {
  const rows = [
    ['dist/Code.js', 'KB', String(scriptKb), verdict([['KB', scriptKb, BUNDLE_BUDGET.scriptKb]])],
    ['loading it', 'ms', String(loadMs), verdict([['ms', loadMs, BUNDLE_BUDGET.loadMs]])],
    ...pages.map(({ name, kb }) => [
      `dist/${name}`,
      'KB',
      String(kb),
      verdict([['KB', kb, BUNDLE_BUDGET.pageKb]]),
    ]),
  ];
  const made = parts.map(({ part, kb }) => `${part} ${kb}`).join(', ');
  return `${table(['bundle', '', 'size', 'budget'], rows)}\n\nThe script in KB: ${made}.`;
}
