import type { CallCounts, Execution } from '../../preview/google/execution';
import { measureActions } from './actions';
import { measureUsual, type UsualCost } from './measureUsual';
import { done, makeWorkbook, type Size } from './workbook';

/** What one action cost on a workbook of one size. */
export interface Cost {
  readonly action: string;
  readonly cache: string;
  readonly rows: number;
  readonly reads: number;
  readonly writes: number;
  /** Calls that reach Google and are neither reads nor writes. */
  readonly others: number;
  readonly calls: CallCounts;
  readonly cells: Execution['cells'];
  /** What Google would have taken, by the stand-in's cost model. */
  readonly simulatedSeconds: number;
  readonly cpuMs: number;
  /** The most memory that the process had held until then, the stand-in's workbook included. */
  readonly memoryMb: number;
}

export interface SizeCosts {
  readonly deals: number;
  readonly entries: number;
  readonly costs: readonly Cost[];
  /** How it is usually written, on the same deals. */
  readonly usual: readonly UsualCost[];
}

/** Objects that the script only walks through, and what it reckons without a round trip. */
const LOCAL = new Set(['read', 'write', 'navigate', 'utilities', 'html']);

function costOf(run: Execution): Omit<Cost, 'action' | 'cache' | 'rows'> {
  const { calls, cells, simulatedMs, cpuMs } = run;
  const others = Object.entries(calls).filter(([kind]) => !LOCAL.has(kind));
  return {
    reads: calls.read,
    writes: calls.write,
    others: others.reduce((sum, [, count]) => sum + count, 0),
    calls,
    cells,
    simulatedSeconds: Math.round(simulatedMs / 10) / 100,
    cpuMs: Math.round(cpuMs),
    memoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

/** Several executions as one. */
function sumOf(runs: readonly Execution[]): Omit<Cost, 'action' | 'cache' | 'rows'> {
  const costs = runs.map((run) => costOf(done(run)));
  const sum = (of: (cost: (typeof costs)[number]) => number) =>
    costs.reduce((total, cost) => total + of(cost), 0);
  const kinds = Object.keys(costs[0]?.calls ?? {}) as (keyof CallCounts)[];
  return {
    reads: sum(({ reads }) => reads),
    writes: sum(({ writes }) => writes),
    others: sum(({ others }) => others),
    calls: Object.fromEntries(
      kinds.map((kind) => [kind, sum(({ calls }) => calls[kind])]),
    ) as CallCounts,
    cells: { read: sum(({ cells }) => cells.read), written: sum(({ cells }) => cells.written) },
    simulatedSeconds: Math.round(sum(({ simulatedSeconds }) => simulatedSeconds) * 100) / 100,
    cpuMs: sum(({ cpuMs }) => cpuMs),
    memoryMb: Math.max(...costs.map(({ memoryMb }) => memoryMb)),
  };
}

/** The slice of an import that takes Google longest: each slice is an execution of its own. */
function longest(runs: readonly Execution[]): Execution | undefined {
  return [...runs]
    .filter(({ functionName }) => functionName === 'importDeals')
    .sort((a, b) => b.simulatedMs - a.simulatedMs)[0];
}

/** Makes a workbook of this size and measures every action on it. */
export function measureSize(size: Size): SizeCosts {
  const made = makeWorkbook(size);
  const slice = longest(made.runs);
  const imported: Cost[] =
    slice === undefined
      ? []
      : [
          { action: 'import, all of it', cache: 'warm', rows: size.deals, ...sumOf(made.runs) },
          { action: 'import, its longest slice', cache: 'warm', rows: 1, ...costOf(done(slice)) },
        ];
  const costs = measureActions(made).map(({ run, ...what }) => ({ ...what, ...costOf(run) }));
  const block = costs.find(({ action }) => action === 'pasted block, moved')?.rows ?? 1;
  const usual = measureUsual(made.host, block);
  return { deals: size.deals, entries: made.entries, costs: [...imported, ...costs], usual };
}
