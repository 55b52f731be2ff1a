import type { Execution } from '../../preview/google/execution';
import type { Host } from '../../preview/google/host';
import type { SentDeal } from '../../src/rpc';
import type { FileTable, ImportMap, Reject } from '../../src/rpc/importCalls';
import { loadImporting } from '../loadImporting';
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

/** Brings files into the workbook as the import page does: a plan, then slice after slice. */
export function importFiles(
  host: Host,
  files: FilesToImport,
  {
    note,
    say,
  }: { readonly note: (run: Execution) => Execution; readonly say: (line: string) => void },
): Imported {
  const { creationGuesses, planImport, sentSlices, takenReject } = loadImporting();
  const { deals, history, asOf, gates } = files;
  const target = pageCall(host, { name: 'importTarget', request: {} }, note);
  const { plan, guessesFor } = planImport(files, target);
  const { language, currency } = target;
  const done = { deals: 0, entries: 0, rejects: [] as Reject[] };
  const sent: SentDeal[] = [];
  let rows = 0;
  let coming: readonly { readonly key: string }[] = plan.stages;
  const about = { plan, deals, history, asOf, language, currency, size: SLICE };
  for (const slice of sentSlices(about)) {
    coming = slice.setUp.stages;
    const request = { setUp: slice.setUp, deals: [...slice.deals], gates };
    const reply = pageCall(host, { name: 'importDeals', request }, note);
    sent.push(...slice.deals);
    done.deals += reply.deals;
    done.entries += reply.entries;
    const taken = reply.known.map((known) => takenReject(plan, deals, known, language));
    done.rejects.push(...slice.rejects, ...taken);
    rows += slice.rows;
    say(`import: ${rows} of ${deals.rows.length} rows, ${done.deals} deals`);
  }
  const guesses = [...guessesFor(coming), ...creationGuesses(sent, plan, language)];
  return { ...done, guesses };
}
