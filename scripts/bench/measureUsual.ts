import type { Execution } from '../../preview/google/execution';
import { Host } from '../../preview/google/host';
import { measureFormulas } from './measureFormulas';
import { type Columns, USUAL, type UsualWay, usualScript } from './usualScripts';

/** What a usual way of writing it costs on the same deals. */
export interface UsualCost {
  readonly way: UsualWay | 'formulas';
  readonly action: 'move, typed' | 'pasted block, moved' | 'refresh';
  readonly rows: number;
  readonly reads: number;
  readonly writes: number;
  readonly simulatedSeconds: number;
  readonly cpuMs: number;
  /** Empty when it came to its end; how far it came when Google's limit ended it. */
  readonly ended: string;
}

/** Every usual way on the deals of this workbook; the workbook itself stays as it is. */
export function measureUsual(host: Host, block: number): UsualCost[] {
  const saved = JSON.stringify(host.toJSON());
  const columns = columnsIn(host);
  const scripts = (Object.keys(USUAL) as UsualWay[]).flatMap((way) => {
    const source = usualScript(way, columns);
    const other = Host.load(JSON.parse(saved), { source, now: `${host.now().slice(0, 16)}` });
    return measureScript(other, { way, columns, block });
  });
  return [...scripts, measureFormulas(host, columns)];
}

function columnsIn(host: Host): Columns {
  const sheet = host.names().tab('Deals');
  const at = (header: string) => host.names().column(sheet, header).column;
  return { deal: at('Deal'), stage: at('Stage'), amount: at('Amount') };
}

function measureScript(
  host: Host,
  { way, columns, block }: { way: UsualWay; columns: Columns; block: number },
): UsualCost[] {
  const { error } = host.menu(host.owner, 'prepare');
  if (error !== undefined) throw new Error(error.message);
  const letter = String.fromCharCode(64 + columns.stage);
  const types = (range: string, rows: number): Execution => {
    const values = Array.from({ length: rows }, () => ['Needs analysis']);
    const [run] = host.gesture({ edit: { tab: 'Deals', range, values } }).executions;
    if (run === undefined) throw new Error(`${way}: the edit started nothing.`);
    return run;
  };
  const one = types(`${letter}2`, 1);
  const logged = host.book.sheet('Log')?.lastRow ?? 0;
  const many = types(`${letter}2:${letter}${block + 1}`, block);
  const done = (host.book.sheet('Log')?.lastRow ?? 0) - logged;
  const report = host.menu(host.owner, 'report');
  return [
    costOf(one, { way, action: 'move, typed', rows: 1 }),
    costOf(many, { way, action: 'pasted block, moved', rows: block }, `${done} of ${block} noted`),
    costOf(report, { way, action: 'refresh', rows: 1 }, 'nothing written'),
  ];
}

function costOf(
  run: Execution,
  what: Pick<UsualCost, 'way' | 'action' | 'rows'>,
  soFar = '',
): UsualCost {
  if (run.error !== undefined && run.stopped === undefined) throw new Error(run.error.message);
  const { read: reads, write: writes } = run.calls;
  const simulatedSeconds = Math.round(run.simulatedMs / 10) / 100;
  const ended = run.stopped === undefined ? '' : `ended by Google: ${soFar}`;
  return { ...what, reads, writes, simulatedSeconds, cpuMs: Math.round(run.cpuMs), ended };
}
