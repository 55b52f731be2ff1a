import * as z from 'zod/mini';
import type { Execution } from '../../preview/google/execution';
import type { Host } from '../../preview/google/host';
import { importSlices } from '../../src/files/importSlices';
import type { FileTable, ImportMap, Reject } from '../../src/rpc';
import { pageCall } from './pageCall';

/** Deals in one call of the script: far below the six minutes that Google allows. */
const SLICE = 2_000;

export interface FilesToImport {
  readonly deals: FileTable;
  readonly history: FileTable | null;
  readonly prices: FileTable | null;
  readonly map: ImportMap;
  readonly stages: 'keep' | 'from-data';
  readonly gates: 'trust' | 'strict';
  readonly asOf: string;
}

export interface Imported {
  readonly deals: number;
  readonly entries: number;
  readonly rejects: readonly Reject[];
  readonly guesses: readonly { readonly about: string; theirs: string; ours: string }[];
}

const Column = z.object({ role: z.union([z.string(), z.object({ kind: z.string() })]) });
/** As much of a plan as cutting the files into slices needs. */
const PlanColumns = z.object({
  columns: z.array(Column),
  history: z.nullable(z.object({ columns: z.array(Column) })),
});

function columnOf(columns: readonly z.infer<typeof Column>[], wanted: string): number {
  return columns.findIndex(({ role }) => (typeof role === 'string' ? role : role.kind) === wanted);
}

/** Brings files into the workbook as the import page does: a plan, then slice after slice. */
export function importFiles(
  host: Host,
  files: FilesToImport,
  {
    note,
    say,
  }: { readonly note: (run: Execution) => Execution; readonly say: (line: string) => void },
): Imported {
  const { deals, history, prices, map, stages, asOf, gates } = files;
  const request = { deals, history, prices, map, stages, asOf };
  const { plan, guesses } = pageCall(host, { name: 'planImport', request }, note);
  const { columns, history: dated } = PlanColumns.parse(plan);
  const slices = importSlices(deals, history, {
    dealId: columnOf(columns, 'id'),
    historyDeal: columnOf(dated?.columns ?? [], 'deal'),
    size: SLICE,
  });
  const done = { deals: 0, entries: 0, rejects: [] as Reject[] };
  let rows = 0;
  for (const slice of slices) {
    const part = { plan, deals: slice.deals, history: slice.history, asOf, gates };
    const reply = pageCall(host, { name: 'importDeals', request: part }, note);
    done.deals += reply.deals;
    done.entries += reply.entries;
    done.rejects.push(...reply.rejects);
    rows += slice.deals.rows.length;
    say(`import: ${rows} of ${deals.rows.length} rows, ${done.deals} deals`);
  }
  return { ...done, guesses };
}
