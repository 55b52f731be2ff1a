import type { FileTable } from '../../rpc/importCalls';
import type { DateOrder } from './importPlan';
import { momentOf, saysNothing } from './moment';

export interface HistoryAt {
  readonly deal: number;
  readonly stage: number;
  readonly from: number;
  readonly at: number;
  readonly dateOrder: DateOrder;
}

export type Ties = 'file' | 'reversed' | 'stages';

interface Step {
  readonly at: string;
  readonly stage: string;
  readonly from: string;
}

/** The rows of each deal, in the order of the file. Rows without a deal, a stage or a time are left out. */
function stepsByDeal(table: FileTable, columns: HistoryAt): ReadonlyMap<string, Step[]> {
  const steps = new Map<string, Step[]>();
  for (const row of table.rows) {
    const deal = (row[columns.deal] ?? '').trim();
    const stage = row[columns.stage] ?? '';
    const at = momentOf(row[columns.at] ?? '', columns.dateOrder);
    if (deal === '' || saysNothing(stage) || at === null) continue;
    const step = { at, stage: stage.trim(), from: (row[columns.from] ?? '').trim() };
    const found = steps.get(deal);
    if (found === undefined) steps.set(deal, [step]);
    else found.push(step);
  }
  return steps;
}

/** Whether files list a deal's oldest or newest row first; `stages` when they do neither. */
function tiesOf(steps: ReadonlyMap<string, readonly Step[]>): Ties {
  let rising = 0;
  let falling = 0;
  for (const list of steps.values()) {
    for (let i = 1; i < list.length; i += 1) {
      const [before, after] = [(list[i - 1] as Step).at, (list[i] as Step).at];
      if (before < after) rising += 1;
      else if (before > after) falling += 1;
    }
  }
  if (falling === 0 && rising === 0) return 'file';
  if (falling >= (rising + falling) * 0.9) return 'reversed';
  return rising >= (rising + falling) * 0.9 ? 'file' : 'stages';
}

/** What a history file shows as a whole: the stages that each deal entered in turn, and how its rows run. */
export function historyEvidence(
  table: FileTable,
  columns: HistoryAt,
): { readonly paths: readonly (readonly string[])[]; readonly ties: Ties } {
  const steps = stepsByDeal(table, columns);
  const ties = tiesOf(steps);
  const paths = [...steps.values()].map((list) => {
    const run = ties === 'reversed' ? [...list].reverse() : [...list];
    run.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    // Where the file's own order says nothing, stages of one moment say nothing either.
    const told = ties === 'stages' ? run.filter((step, i) => run[i - 1]?.at !== step.at) : run;
    const first = told[0]?.from ?? '';
    return [...(first === '' ? [] : [first]), ...told.map((step) => step.stage)];
  });
  return { paths, ties };
}
