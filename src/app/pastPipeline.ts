import type { Day } from '../domain/day';
import type { Pipeline } from '../domain/pipeline';
import { stagesBefore } from '../domain/stagesBefore';
import type { LedgerLine } from '../sheet/ledgerTab';
import { readChanges } from '../words/stageChanges';

/** The stages as they were on the evening of a day, as far as the ledger tells it; `unknown` counts the changes that do not. */
export function pipelineOn(
  pipeline: Pipeline,
  lines: readonly LedgerLine[],
  day: Day,
): { readonly pipeline: Pipeline; readonly unknown: number } {
  const later = lines.filter(({ kind, at }) => kind === 'configured' && at.slice(0, 10) > day);
  const latestFirst = later.sort((one, other) => other.seq - one.seq);
  return stagesBefore(
    pipeline,
    latestFirst.map(({ reason }) => readChanges(reason)),
  );
}
